extension ColumnLexicon {
  /// Files of areas.
  ///
  /// - SeeAlso: Office for National Statistics, *Open Geography portal*; Ordnance Survey,
  ///   *Boundary-Line technical specification*; Greater London Authority, *Statistical GIS
  ///   boundary files for London*.
  static let boundaries: [Entry] = [
    // ONS: ## is the year of the edition.
    Entry(.wardCode, .onsBoundaries, "wd##cd"),
    Entry(.wardName, .onsBoundaries, "wd##nm"),
    Entry(.wardName, .onsBoundaries, "wd##nmw"),
    Entry(.boroughCode, .onsBoundaries, "lad##cd"),
    Entry(.boroughName, .onsBoundaries, "lad##nm"),
    Entry(.boroughName, .onsBoundaries, "lad##nmw"),
    Entry(
      .lsoaCode, .onsBoundaries,
      "lsoa01cd", "lsoa11cd", "lsoa21cd", "lsoa01c", "lsoa11c", "lsoa21c"),
    Entry(.lsoaName, .onsBoundaries, "lsoa##nm", "lsoa##nmw"),
    Entry(
      .msoaCode, .onsBoundaries,
      "msoa01cd", "msoa11cd", "msoa21cd", "msoa01c", "msoa11c", "msoa21c"),
    Entry(.msoaName, .onsBoundaries, "msoa##nm", "msoa##nmw"),
    Entry(.oaCode, .onsBoundaries, "oa01cd", "oa11cd", "oa21cd", "oa01", "oa11", "oa21"),
    Entry(.regionCode, .onsBoundaries, "rgn##cd", "rgn"),
    Entry(.regionName, .onsBoundaries, "rgn##nm", "rgn##nmw"),
    Entry(.countryCode, .onsBoundaries, "ctry##cd"),
    Entry(
      .furniture, .onsBoundaries,
      "objectid", "objectid_#", "fid", "globalid", "shape__area", "shape__length", "shape_area",
      "shape_length", "shape_leng", "shapearea", "shapelen", "st_areashape", "st_lengthshape",
      "bng_e", "bng_n", "long", "lat", "ctry##nm", "ctry##nmw"),

    Entry(.wardCode, .londonDatastore, "gss_code"),
    Entry(.wardName, .londonDatastore, "name"),
    Entry(.boroughCode, .londonDatastore, "lb_gss_cd"),
    Entry(.boroughName, .londonDatastore, "borough"),
    Entry(
      .furniture, .londonDatastore,
      "hectares", "nonld_area", "poly_id", "ons_inner", "sub_####"),

    // The GeoPackage has the GSS code in census_code; the Shapefile, in code or area_code.
    Entry(.anyCode, .boundaryLine, "census_code"),
    Entry(.anyCode, .boundaryLine, "area_code"),
    Entry(.anyName, .boundaryLine, "name"),
    Entry(.areaType, .boundaryLine, "area_type_code"),
    Entry(
      .furniture, .boundaryLine,
      "area_description", "area_type_description", "file_name", "feature_serial_number",
      "collection_serial_number", "global_polygon_id", "admin_unit_id", "hectares",
      "non_inland_area", "non_area_type_code", "non_area_type_description"),
  ]
}
