import GeometryEngine
import Testing

@Suite struct `Reference system from a definition` {
  /// The `.prj` file that Esri's and GDAL's software writes beside shapefiles on the National Grid.
  static let nationalGrid = """
    PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",\
    SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
    PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],\
    PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],\
    PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]
    """

  static let wgs84 = """
    GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
    """

  static let webMercator = """
    PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",\(wgs84),\
    PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],\
    PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],\
    PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]
    """

  @Test(arguments: [
    nationalGrid, nationalGrid + "\r\n", "\n  " + nationalGrid,
    nationalGrid.replacing("British_National_Grid", with: "my own name"),
    // With the seven parameters to WGS 84, as older GDAL wrote it.
    """
    PROJCS["OSGB 1936 / British National Grid",GEOGCS["OSGB 1936",DATUM["OSGB_1936",\
    SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],\
    TOWGS84[446.448,-125.157,542.06,0.15,0.247,0.842,-20.489],AUTHORITY["EPSG","6277"]],\
    PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
    UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4277"]],\
    PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],\
    PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],\
    PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],\
    UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],\
    AUTHORITY["EPSG","27700"]]
    """,
    // The form of 2019.
    """
    PROJCRS["OSGB36 / British National Grid",BASEGEOGCRS["OSGB36",\
    DATUM["Ordnance Survey of Great Britain 1936",\
    ELLIPSOID["Airy 1830",6377563.396,299.3249646,LENGTHUNIT["metre",1]]],\
    PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4277]],\
    CONVERSION["British National Grid",METHOD["Transverse Mercator",ID["EPSG",9807]],\
    PARAMETER["Latitude of natural origin",49,ANGLEUNIT["degree",0.0174532925199433]],\
    PARAMETER["Longitude of natural origin",-2,ANGLEUNIT["degree",0.0174532925199433]],\
    PARAMETER["Scale factor at natural origin",0.9996012717,SCALEUNIT["unity",1]],\
    PARAMETER["False easting",400000,LENGTHUNIT["metre",1]],\
    PARAMETER["False northing",-100000,LENGTHUNIT["metre",1]]],\
    CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],\
    AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]]]
    """,
    """
    {"type":"ProjectedCRS","name":"OSGB36 / British National Grid","base_crs":{"name":"OSGB36",\
    "datum":{"type":"GeodeticReferenceFrame","name":"Ordnance Survey of Great Britain 1936",\
    "ellipsoid":{"name":"Airy 1830","semi_major_axis":6377563.396,\
    "inverse_flattening":299.3249646}},"coordinate_system":{"subtype":"ellipsoidal","axis":[\
    {"name":"Geodetic latitude","abbreviation":"Lat","direction":"north","unit":"degree"},\
    {"name":"Geodetic longitude","abbreviation":"Lon","direction":"east","unit":"degree"}]}},\
    "conversion":{"name":"British National Grid","method":{"name":"Transverse Mercator"},\
    "parameters":[{"name":"Latitude of natural origin","value":49,"unit":"degree"},\
    {"name":"Longitude of natural origin","value":-2,"unit":"degree"},\
    {"name":"Scale factor at natural origin","value":0.9996012717,"unit":"unity"},\
    {"name":"False easting","value":400000,"unit":"metre"},\
    {"name":"False northing","value":-100000,"unit":"metre"}]},"coordinate_system":{\
    "subtype":"Cartesian","axis":[\
    {"name":"Easting","abbreviation":"E","direction":"east","unit":"metre"},\
    {"name":"Northing","abbreviation":"N","direction":"north","unit":"metre"}]}}
    """,
  ])
  func `is the National Grid whoever wrote it`(text: String) throws {
    #expect(try ReferenceSystem(text) == .britishNationalGrid)
  }

  @Test func `is WGS 84 or Web Mercator in Esri's words`() throws {
    #expect(try ReferenceSystem(Self.wgs84) == .wgs84)
    #expect(try ReferenceSystem(Self.webMercator).code == "EPSG:3857")
  }

  @Test func `goes by the parameters and not by the name or the code it claims`() {
    // The false easting is not that of the National Grid, 400 km.
    let shifted = Self.nationalGrid.replacing("400000.0", with: "400100.0")
    #expect(throws: GeometryEngineError.unknownReferenceSystem("British_National_Grid")) {
      try ReferenceSystem(shifted)
    }
    let claiming = shifted.replacing(
      #"UNIT["Meter",1.0]]"#, with: #"UNIT["Meter",1.0],AUTHORITY["EPSG","27700"]]"#)
    #expect(throws: GeometryEngineError.unknownReferenceSystem("British_National_Grid")) {
      try ReferenceSystem(claiming)
    }
  }

  @Test func `is found in Esri's register when EPSG has none`() throws {
    // World Mollweide, an equal-area map of the world.
    let mollweide = """
      PROJCS["World_Mollweide",\(Self.wgs84),PROJECTION["Mollweide"],\
      PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],\
      PARAMETER["Central_Meridian",0.0],UNIT["Meter",1.0]]
      """
    #expect(try ReferenceSystem(mollweide).code == "ESRI:54009")
  }

  @Test(arguments: [
    (#"LOCAL_CS["Unknown engineering system",UNIT["Meter",1.0]]"#, "Unknown engineering system"),
    (#"ELLIPSOID["Airy 1830",6377563.396,299.3249646]"#, "Airy 1830"),
    (#"PROJCS["cut off",GEOGCS["#, "cut off"),
    // No keyword: PROJ would look for something of that name.
    ("WGS84[1]", "WGS84[1]"), ("EPSG8059[51.6]", "EPSG8059[51.6]"),
    (#"OSGB36 ["British National Grid"]"#, "British National Grid"),
    ("[]", "[]"), ("A[]", "A[]"), ("{}", "{}"), ("{", "{"), (#"{"type":1}"#, #"{"type":1}"#),
  ])
  func `is refused by its name when it defines none`(text: String, name: String) {
    #expect(throws: GeometryEngineError.unknownReferenceSystem(name)) { try ReferenceSystem(text) }
  }

  @Test func `is refused without delay when it is large or deep`() {
    let deep = String(repeating: "A[", count: 1000)
    let long = "PROJCS[\"" + String(repeating: "x", count: 200_000) + "\"]"
    for (text, name) in [
      (deep, "A[" + deep.prefix(58) + "…"),
      (long, "PROJCS[\"" + long.dropFirst(8).prefix(52) + "…"),
    ] {
      #expect(throws: GeometryEngineError.unknownReferenceSystem(name)) {
        try ReferenceSystem(text)
      }
    }
  }

  @Test func `ends with a system or an error wherever it is cut`() {
    for length in 0..<Self.nationalGrid.count {
      let text = String(Self.nationalGrid.prefix(length))
      #expect(throws: GeometryEngineError.self) { try ReferenceSystem(text) }
    }
  }
}
