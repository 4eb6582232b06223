extension ColumnLexicon {
  /// Directories of postcodes.
  ///
  /// - SeeAlso: Office for National Statistics, *ONS Postcode Directory user guide* and *National
  ///   Statistics Postcode Lookup user guide*; Ordnance Survey, *Code-Point Open column headers*.
  static let postcodes: [Entry] = [
    // pcds has one space; pcd2 is 8 characters wide and pcd is 7.
    Entry(.postcode, .postcodesUntil2024, "pcds"),
    Entry(.postcode, .postcodesUntil2024, "pcd2"),
    Entry(.postcode, .postcodesUntil2024, "pcd"),
    Entry(.postcodeFrom, .postcodesUntil2024, "dointr"),
    Entry(.postcodeTo, .postcodesUntil2024, "doterm"),
    Entry(.postcodeUser, .postcodesUntil2024, "usertype"),
    Entry(.easting, .postcodesUntil2024, "oseast1m"),
    Entry(.northing, .postcodesUntil2024, "osnrth1m"),
    Entry(.gridQuality, .postcodesUntil2024, "osgrdind"),
    Entry(.latitude, .postcodesUntil2024, "lat"),
    Entry(.longitude, .postcodesUntil2024, "long"),
    Entry(.wardCode, .postcodesUntil2024, "osward", "ward"),
    Entry(.boroughCode, .postcodesUntil2024, "oslaua", "laua"),
    Entry(.oaCode, .postcodesUntil2024, "oa01", "oa11", "oa21"),
    Entry(.lsoaCode, .postcodesUntil2024, "lsoa01", "lsoa11", "lsoa21"),
    Entry(.msoaCode, .postcodesUntil2024, "msoa01", "msoa11", "msoa21"),
    Entry(.regionCode, .postcodesUntil2024, "rgn"),
    Entry(.countryCode, .postcodesUntil2024, "ctry"),
    Entry(.imdRank, .postcodesUntil2024, "imd"),
    Entry(
      .furniture, .postcodesUntil2024,
      "oscty", "cty", "ced", "parish", "hlthau", "nhser", "pcon", "eer", "teclec", "ttwa", "pct",
      "itl", "nuts", "statsward", "casward", "park", "npark", "buasd##", "bua##", "ru##ind",
      "oac##", "lep1", "lep2", "pfa", "sicbl", "ccg", "calncv", "stp", "icb", "wz##", "cannet",
      "scn", "hro", "lsoa##nm", "msoa##nm"),

    // ## is the year of the edition of the areas; it changes with each release.
    Entry(.postcode, .postcodesSince2025, "pcds"),
    Entry(.postcode, .postcodesSince2025, "pcd8"),
    Entry(.postcode, .postcodesSince2025, "pcd7"),
    Entry(.postcodeFrom, .postcodesSince2025, "dointr"),
    Entry(.postcodeTo, .postcodesSince2025, "doterm"),
    Entry(.postcodeUser, .postcodesSince2025, "usrtypind"),
    Entry(.easting, .postcodesSince2025, "east1m"),
    Entry(.northing, .postcodesSince2025, "north1m"),
    Entry(.gridQuality, .postcodesSince2025, "gridind"),
    Entry(.latitude, .postcodesSince2025, "lat"),
    Entry(.longitude, .postcodesSince2025, "long"),
    Entry(.wardCode, .postcodesSince2025, "wd##cd"),
    Entry(.boroughCode, .postcodesSince2025, "lad##cd"),
    Entry(.oaCode, .postcodesSince2025, "oa01cd", "oa11cd", "oa21cd"),
    Entry(.lsoaCode, .postcodesSince2025, "lsoa01cd", "lsoa11cd", "lsoa21cd"),
    Entry(.msoaCode, .postcodesSince2025, "msoa01cd", "msoa11cd", "msoa21cd"),
    Entry(.regionCode, .postcodesSince2025, "rgn##cd"),
    Entry(.countryCode, .postcodesSince2025, "ctry##cd"),
    Entry(.imdRank, .postcodesSince2025, "imd##ind"),
    Entry(
      .furniture, .postcodesSince2025,
      "cty##cd", "ced##cd", "parncp##cd", "par##cd", "nhser##cd", "pcon##cd", "eer##cd",
      "ttwa##cd", "itl##cd", "npark##cd", "bua##cd", "ruc##ind", "ruc##", "oac##ind", "lep##cd#",
      "pfa##cd", "sicbl##cd", "icb##cd", "wz##cd", "cannet##cd", "hlth##cd", "calncv##cd"),

    // The file itself has no header; these names are in a document beside it.
    Entry(.postcode, .codePointOpen, "postcode"),
    Entry(.gridQuality, .codePointOpen, "positional_quality_indicator"),
    Entry(.easting, .codePointOpen, "eastings"),
    Entry(.northing, .codePointOpen, "northings"),
    Entry(.countryCode, .codePointOpen, "country_code"),
    Entry(.boroughCode, .codePointOpen, "admin_district_code"),
    Entry(.wardCode, .codePointOpen, "admin_ward_code"),
    Entry(
      .furniture, .codePointOpen, "nhs_regional_ha_code", "nhs_ha_code", "admin_county_code"),
  ]

  /// The columns of Code-Point Open, in their order.
  static let codePointOpenHeader = [
    "Postcode", "Positional_quality_indicator", "Eastings", "Northings", "Country_code",
    "NHS_regional_HA_code", "NHS_HA_code", "Admin_county_code", "Admin_district_code",
    "Admin_ward_code",
  ]
}
