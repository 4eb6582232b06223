import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Files on different systems, and files that do not say on which they are.
@Suite struct `Reference systems of files` {
  private static func file(_ ring: String, crs: String? = nil) throws -> InputFile {
    try InputFile(
      Document.collection(
        Document.feature(
          #""WD24CD":"E05014108","WD24NM":"Oval""#,
          #"{"type":"Polygon","coordinates":[\#(ring)]}"#), crs: crs),
      name: "wards.geojson")
  }

  private static let metres = Document.square(530_000, 177_000, 2000)

  @Test func `on the National Grid without saying so stop, with what they look like`() throws {
    #expect {
      try AreaFile(Self.file(Self.metres))
    } throws: { error in
      guard let error = error as? IntakeError else { return false }
      return error.code == "E210" && error.description.contains("feature 0")
        && error.description.contains("530000")
        && error.suggestion.contains("British National Grid")
        && error.suggestion.contains("EPSG:27700")
    }
  }

  @Test(arguments: ["EPSG:27700", "urn:ogc:def:crs:EPSG::27700"])
  func `may be named in the old member, which is honoured and said`(name: String) throws {
    let source = try AreaFile(Self.file(Self.metres, crs: name))
    #expect(source.system == .britishNationalGrid)
    #expect(source.findings.map(\.code) == ["W108"])
    let wards = try AreaReader(level: "ward")
      .boundaries(of: source, in: StudyProjection(to: .britishNationalGrid))
    #expect(wards.areas[0].shape.area == 4e6)
  }

  @Test func `may be stated by the study`() throws {
    let source = try AreaFile(Self.file(Self.metres), declared: .britishNationalGrid)
    #expect(source.findings == [])
    #expect(source.bounds.minX == 530_000)
  }

  @Test func `may differ from file to file of one study`() throws {
    let projection = try StudyProjection(to: .britishNationalGrid)
    let inMetres = try AreaReader(level: "ward")
      .boundaries(of: AreaFile(Self.file(Self.metres, crs: "EPSG:27700")), in: projection)
    // The same corners in degrees, brought there by PROJ and written with nine decimals.
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let corners = try transform.lonLats(of: inMetres.areas[0].shape.polygons[0].exterior.corners)
    let texts = (corners + [corners[0]]).map { "[\($0.longitude),\($0.latitude)]" }
    let inDegrees = try AreaReader(level: "ward")
      .boundaries(of: AreaFile(Self.file("[\(texts.joined(separator: ","))]")), in: projection)
    #expect(inDegrees.areas[0].shape.area.agrees(with: 4e6, within: 1e-6))
    // And a table of organisations in either.
    let town = try SouthBank()
    let degrees = try town.survey("Organisation,Latitude,Longitude\nA,51.4803,-0.119357\n")
    let position = try #require(degrees.organisations[0].site.position)
    let metres = try town.survey(
      "Organisation,Easting,Northing\nA,\(position.x),\(position.y)\n")
    let other = try #require(metres.organisations[0].site.position)
    #expect(position.distance(to: other).metres < 0.001)
  }

  @Test func `of places stop where the numbers cannot be degrees, the line named`() throws {
    let town = try SouthBank()
    func read(_ text: String, _ system: ReferenceSystem) throws -> PlaceReader.Reading {
      try PlaceReader(columns: .init(), system: system, need: .column("need", .higher))
        .read(InputFile(text, name: "places.csv"), on: town.ground)
    }
    let text = "id,Easting,Northing,people,need\np1,530670,177390,10,1\np2,532590,179330,20,2\n"
    #expect {
      try read(text, .wgs84)
    } throws: { error in
      guard let error = error as? IntakeError, case .wrongReferenceSystem = error else {
        return false
      }
      return error.code == "E210" && error.description.contains("line 2")
        && error.suggestion.contains("EPSG:27700")
    }
    let places = try read(text, .britishNationalGrid).places
    #expect(places.positions[0] == Coordinate(x: 530_670, y: 177_390))
    // London as longitude 51 and latitude 0 is off Somalia, and in no ward.
    #expect(
      throws: IntakeError.nothingInside(places: "places.csv", areas: "the ward boundaries")
    ) { try read("id,lon,lat,people,need\np1,51.4803,-0.119357,10,1\n", .wgs84) }
  }

  @Test func `swapped stop, and that is said`() throws {
    // Corners near Mecca as latitude, longitude cannot be told; these are beyond the pole.
    let ring = "[[51.48,-0.11],[51.49,-100.5],[51.49,-0.10],[51.48,-0.11]]"
    #expect {
      try AreaFile(Self.file(ring))
    } throws: { error in
      guard let error = error as? IntakeError else { return false }
      return error.code == "E210" && error.suggestion.contains("swapped")
    }
  }
}
