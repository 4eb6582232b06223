extension ColumnLexicon {
  /// The columns of this program's own tables.
  static let study: [Entry] = [
    Entry(.id, .coldspot, "id"),
    Entry(.orgName, .coldspot, "name"),
    Entry(.group, .coldspot, "group"),
    Entry(.kind, .coldspot, "kind"),
    Entry(.orgStatus, .coldspot, "status"),
    Entry(.wardCode, .coldspot, "ward_gss"),
    Entry(.boroughCode, .coldspot, "borough_gss"),
    Entry(.boroughName, .coldspot, "borough"),
    Entry(.anyCode, .coldspot, "gss_code"),
    Entry(.anyCode, .coldspot, "area_gss"),
    Entry(.remitCode, .coldspot, "serves_gss"),
    Entry(.postcode, .coldspot, "postcode"),
    Entry(.latitude, .coldspot, "lat"),
    Entry(.longitude, .coldspot, "lon"),
    Entry(.easting, .coldspot, "easting"),
    Entry(.northing, .coldspot, "northing"),
    Entry(.locationPrecision, .coldspot, "location_precision"),
    Entry(.specialism, .coldspot, "specialisms"),
    Entry(.capacity, .coldspot, "capacity"),
    Entry(.radius, .coldspot, "radius_m"),
    Entry(.source, .coldspot, "source"),
    Entry(.confidence, .coldspot, "confidence"),
    Entry(.url, .coldspot, "url"),
    Entry(.note, .coldspot, "note"),
    Entry(.people, .coldspot, "people"),
    Entry(.population, .coldspot, "population", "population_####"),
    Entry(.oaCode, .coldspot, "oa##"),
    Entry(.lsoaCode, .coldspot, "lsoa##"),
    Entry(.imdScore, .coldspot, "imd####_average_score", "imd####_score"),
    Entry(.imdRank, .coldspot, "imd####_rank"),
    Entry(.imdDecile, .coldspot, "imd####_decile"),
    Entry(
      .furniture, .coldspot,
      "location_confidence", "location_source", "ward_share", "hectares", "inner",
      "census_####"),
  ]

  /// The names that people give their columns.
  static let spreadsheets: [Entry] = [
    Entry(.id, .anySpreadsheet, "id", "ref", "reference", "record id", "row id"),
    Entry(
      .orgID, .anySpreadsheet,
      ["organisation", "organization", "org", "charity", "provider"].flatMap { joined($0, "id") }
        + ["organisation identifier", "organization identifier", "org identifier"]),
    Entry(
      .orgName, .anySpreadsheet,
      ["organisation", "organization", "org", "charity", "group", "provider"]
        .flatMap { joined($0, "name") } + ["organisation", "organization"]),
    Entry(.orgName, .anySpreadsheet, "name", "_name"),
    Entry(
      .orgCharity, .anySpreadsheet,
      "charity number", "charity no", "charity no.", "charity_number", "charitynumber",
      "registered charity number", "registered charity no", "registered charity no.",
      "charity registration number", "charity reg no", "charity reg. no."),
    Entry(
      .orgCompany, .anySpreadsheet,
      "company number", "company no", "company no.", "company_number", "companynumber",
      "company registration number", "company reg no", "company reg. no.",
      "companies house number"),
    Entry(
      .postcode, .anySpreadsheet,
      joined("post", "code") + joined("postal", "code") + ["post-code", "pcode", "zip"]),
    Entry(.latitude, .anySpreadsheet, "latitude", "lat", "lat_dd"),
    Entry(.latitude, .anySpreadsheet, "y"),
    Entry(.longitude, .anySpreadsheet, "longitude", "long", "lon", "lng", "long_dd"),
    Entry(.longitude, .anySpreadsheet, "x"),
    Entry(
      .easting, .anySpreadsheet,
      "easting", "eastings", "east", "easts", "oseast1m", "x_coordinate", "xcoordinate",
      "x_coord", "xcoord", "bng_e"),
    Entry(
      .northing, .anySpreadsheet,
      "northing", "northings", "north", "norths", "osnrth1m", "y_coordinate", "ycoordinate",
      "y_coord", "ycoord", "bng_n"),
    Entry(
      .position, .anySpreadsheet,
      "grid reference", "grid_reference", "gridreference", "grid ref", "grid_ref", "gridref",
      "os grid reference", "os grid ref", "ngr", "coordinates", "lat long", "lat/long", "lat, long",
      "lat lon", "lat/lon", "lat, lon", "latlong", "lat_long"),
    Entry(
      .locationPrecision, .anySpreadsheet, joined("location", "precision")),
    Entry(
      .remitName, .anySpreadsheet,
      "remit", "area of benefit", "area of operation", "areas of operation", "coverage",
      "area served", "areas served", "area covered", "areas covered",
      "borough served", "boroughs served", "borough covered", "boroughs covered",
      "borough_served", "boroughs_served", "borough_covered", "boroughs_covered",
      "borough_", "boroughs_", "boroughs",
      "geography focus", "geography reach", "geographic focus", "geographic reach",
      "geographical focus", "geographical reach", "where you work", "where we work"),
    Entry(
      .specialism, .anySpreadsheet,
      "specialism", "specialisms", "specializm", "specializms", "support type", "support types",
      "support_type", "support_types", "service offered", "services offered", "service_offered",
      "services_offered", "category", "theme"),
    Entry(
      .wardCode, .anySpreadsheet, "ward code", "ward_code", "wardcode", "ward code (####)",
      "ward code ####", "ward_code_####", "ward gss code", "ward##", "ward##_code", "ward##cd"),
    Entry(.wardName, .anySpreadsheet, "ward name", "ward_name", "wardname", "ward##_name"),
    Entry(.wardName, .anySpreadsheet, "ward"),
    Entry(
      .boroughCode, .anySpreadsheet,
      "borough code", "borough_code", "boroughcode", "borough gss code", "local authority code",
      "local_authority_code", "la code", "la_code", "lad code", "lad_code",
      "local authority district code", "local authority district code (####)", "lad##_code",
      "ltla##_code"),
    Entry(
      .boroughName, .anySpreadsheet,
      "borough name", "borough_name", "borough", "london borough", "local authority",
      "local authority name", "local_authority", "local authority district name",
      "local authority district name (####)", "lad##_name", "ltla##_name"),
    Entry(
      .lsoaCode, .anySpreadsheet, "lsoa code", "lsoa_code", "lsoa", "lsoa code (####)", "lsoa##",
      "lsoa##_code"),
    Entry(.lsoaName, .anySpreadsheet, "lsoa name", "lsoa_name", "lsoa##_name"),
    Entry(
      .msoaCode, .anySpreadsheet, "msoa code", "msoa_code", "msoa", "msoa code (####)", "msoa##",
      "msoa##_code"),
    Entry(.oaCode, .anySpreadsheet, "oa code", "oa_code", "output area", "output area code"),
    Entry(.regionName, .anySpreadsheet, "region", "region name"),
    Entry(.anyCode, .anySpreadsheet, "gss code", "gsscode", "area code", "area_code"),
    Entry(.anyName, .anySpreadsheet, "area name", "area_name"),
    Entry(
      .imdScore, .anySpreadsheet, "imd score", "imd_score", "deprivation score", "imdscore",
      "imd score (####)", "imd #### score"),
    Entry(
      .imdRank, .anySpreadsheet, "imd rank", "imd_rank", "deprivation rank", "imdrank",
      "imd rank (####)", "imd #### rank"),
    Entry(
      .imdDecile, .anySpreadsheet, "imd decile", "imd_decile", "deprivation decile", "imddecile",
      "imd decile (####)", "imd #### decile"),
    Entry(.people, .anySpreadsheet, "people", "residents", "number of people"),
    Entry(.population, .anySpreadsheet, "population", "total population"),
    Entry(.kind, .anySpreadsheet, "kind", "type", "organisation type", "type of organisation"),
    Entry(.group, .anySpreadsheet, "group", "parent organisation", "umbrella"),
    Entry(.orgStatus, .anySpreadsheet, "status"),
    Entry(.orgText, .anySpreadsheet, "activities", "description", "what we do", "what they do"),
    Entry(.capacity, .anySpreadsheet, "capacity"),
    Entry(.income, .anySpreadsheet, "income", "annual income", "turnover"),
    Entry(.radius, .anySpreadsheet, "radius", "radius_m", "radius (m)", "catchment radius"),
    Entry(.source, .anySpreadsheet, "source", "data source"),
    Entry(.confidence, .anySpreadsheet, "confidence"),
    Entry(
      .url, .anySpreadsheet, "url", "website", "web site", "web", "web address", "website address"),
    Entry(
      .note, .anySpreadsheet, "note", "notes", "comment", "comments", "remark", "remarks"),
    Entry(
      .date, .anySpreadsheet, "date", "date updated", "last updated", "date checked", "as of"),
  ]
}
