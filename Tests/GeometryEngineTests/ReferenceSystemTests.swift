import GeometryEngine
import SimpleFeatures
import Testing

@Suite struct `Reference system` {
  @Test(arguments: [
    "EPSG:27700", "epsg:27700", "27700", " EPSG: 27700 ", "urn:ogc:def:crs:EPSG::27700",
    "urn:ogc:def:crs:EPSG:10.1:27700", "http://www.opengis.net/def/crs/EPSG/0/27700",
    "https://www.opengis.net/def/crs/EPSG/0/27700",
  ])
  func `knows the National Grid by many spellings`(text: String) throws {
    #expect(try ReferenceSystem(text) == .britishNationalGrid)
  }

  @Test(arguments: [
    "EPSG:4326", "4326", "WGS84", "WGS 84", "CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  ])
  func `knows WGS 84 by many spellings`(text: String) throws {
    #expect(try ReferenceSystem(text) == .wgs84)
  }

  @Test(arguments: [
    "", " ", ":", "EPSG", "EPSG:", ":27700", "EPSG:0", "EPSG:123456789", "NOBODY:27700",
    "a:b:c:d", "urn:ogc:def:crs:", "27700; DROP", "+proj=utm +zone=30", "British National Grid",
    // In the register, but as an ellipsoid.
    "EPSG:7030",
  ])
  func `refuses a text that names none`(text: String) {
    #expect(throws: GeometryEngineError.unknownReferenceSystem(text)) {
      try ReferenceSystem(text)
    }
  }

  @Test func `has a name and a code`() throws {
    #expect(ReferenceSystem.britishNationalGrid.code == "EPSG:27700")
    #expect(try ReferenceSystem.britishNationalGrid.name() == "OSGB36 / British National Grid")
    #expect(try ReferenceSystem.wgs84.name() == "WGS 84")
  }

  @Test(arguments: [
    (-0.13, 51.51, "EPSG:32630"),  // London, west of Greenwich
    (0.05, 51.51, "EPSG:32631"),  // London, east of Greenwich
    (151.21, -33.87, "EPSG:32756"),  // Sydney
    (-180, 10, "EPSG:32601"),
    (180, 10, "EPSG:32660"),
    (-66, 0, "EPSG:32620"),  // an edge belongs to the zone east of it, the equator to the north
  ])
  func `is the UTM zone of a place`(longitude: Double, latitude: Double, code: String) throws {
    let zone = ReferenceSystem.utmZone(at: LonLat(longitude: longitude, latitude: latitude))
    #expect(zone.code == code)
    try zone.requireMetric()
  }

  @Test(arguments: ["EPSG:27700", "EPSG:32756", "EPSG:2193", "EPSG:7405"])
  func `passes as metric when its metres are on the ground`(code: String) throws {
    let system = try ReferenceSystem(code)
    try system.requireMetric()
    #expect(try system.metresPerUnit() == 1)
    #expect(try !system.isGeographic())
  }

  @Test(arguments: [
    ("EPSG:4326", GeometryEngineError.notMetric(code: "EPSG:4326", unit: "degree")),
    ("EPSG:4277", .notMetric(code: "EPSG:4277", unit: "degree")),
    // New York Long Island.
    ("EPSG:2263", .notMetric(code: "EPSG:2263", unit: "US survey foot")),
    // Geocentric, and heights above Newlyn.
    ("EPSG:4978", .notProjected(code: "EPSG:4978")),
    ("EPSG:5701", .notProjected(code: "EPSG:5701")),
    ("EPSG:3857", .exaggeratesDistances(code: "EPSG:3857")),
  ])
  func `is refused where distances would not be metres`(
    code: String, error: GeometryEngineError
  ) throws {
    let system = try ReferenceSystem(code)
    #expect(throws: error) { try system.requireMetric() }
  }

  @Test func `tells the length of its unit`() throws {
    // By definition 3937 survey feet are 1200 metres.
    let foot = try #require(try ReferenceSystem("EPSG:2263").metresPerUnit())
    #expect(abs(foot - 1200.0 / 3937) < 1e-15)
    #expect(try ReferenceSystem.wgs84.metresPerUnit() == nil)
    #expect(try ReferenceSystem.wgs84.isGeographic())
  }
}
