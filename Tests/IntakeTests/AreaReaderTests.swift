import GeometryEngine
import Intake
import Places
import SimpleFeatures
import Testing

@Suite struct `Area reader` {
  private static let square = Document.square(530_000, 180_000, 1000)

  @Test func `keeps the codes, the names and the parents in the order of the codes`() throws {
    func ward(_ code: String, _ borough: String, _ x: Double) -> String {
      Document.feature(
        #""gss_code":"\#(code)","name":"Ward \#(code)","borough":"\#(borough)""#,
        #"{"type":"Polygon","coordinates":[\#(Document.square(x, 180_000, 1000))]}"#)
    }
    let boundaries = try read(
      ward("W2", "B2", 531_000), ward("W1", "B1", 530_000), parent: "borough")
    #expect(boundaries.level == "ward")
    #expect(boundaries.vintage == "May 2025")
    #expect(boundaries.areas.map(\.code) == ["W1", "W2"])
    #expect(boundaries.areas.map(\.name) == ["Ward W1", "Ward W2"])
    #expect(boundaries.areas.map(\.parent) == ["B1", "B2"])
    #expect(boundaries.areas.map(\.shape.area) == [1e6, 1e6])
  }

  @Test func `takes a number for a code as it is written`() throws {
    let geometry = #"{"type":"Polygon","coordinates":[\#(Self.square)]}"#
    let boundaries = try read(Document.feature(#""gss_code":7,"name":"Seven""#, geometry))
    #expect(boundaries.areas.map(\.code) == ["7"])
  }

  @Test func `keeps holes and parts`() throws {
    let outer = Self.square
    let hole = Document.square(530_100, 180_100, 100)
    let island = Document.square(532_000, 180_000, 10)
    let geometry = #"{"type":"MultiPolygon","coordinates":[[\#(outer),\#(hole)],[\#(island)]]}"#
    let boundaries = try read(Document.feature(#""gss_code":"W1","name":"W""#, geometry))
    #expect(boundaries.areas[0].shape.area == 1e6 - 1e4 + 100)
  }

  @Test func `refuses two areas with one code`() throws {
    let error = IntakeError.duplicate(file: "wards.geojson", column: "gss_code", value: "W1")
    #expect(throws: error) {
      try read(
        Document.ward("W1", Self.square),
        Document.ward("W1", Document.square(531_000, 180_000, 1000)))
    }
  }

  @Test func `says which properties a feature has when one is missing`() throws {
    let geometry = #"{"type":"Polygon","coordinates":[\#(Self.square)]}"#
    let error = IntakeError.missingProperty(
      file: "wards.geojson", feature: 0, property: "gss_code", present: ["ward_id", "name"])
    #expect(throws: error) {
      try read(Document.feature(#""ward_id":"E05000001","name":"W""#, geometry))
    }
  }

  @Test func `finds the properties of the ONS by their names, and the edition in them`() throws {
    let geometry = #"{"type":"Polygon","coordinates":[\#(Self.square)]}"#
    let text = Document.collection(
      Document.feature(
        #""WD24CD":"E05009317","WD24NM":"Bethnal Green East","LAD24CD":"E09000030""#, geometry))
    let file = try AreaFile(
      InputFile(text, name: "wards.geojson"), declared: .britishNationalGrid)
    let boundaries = try AreaReader(level: "ward").boundaries(
      of: file, in: StudyProjection(to: .britishNationalGrid))
    #expect(boundaries.areas.map(\.code) == ["E05009317"])
    #expect(boundaries.areas.map(\.name) == ["Bethnal Green East"])
    #expect(boundaries.areas.map(\.parent) == ["E09000030"])
    #expect(boundaries.vintage == "2024")
  }

  @Test(arguments: [#""gss_code":"""#, #""gss_code":null"#, #""gss_code":["W1"]"#])
  func `refuses a code that is no text`(code: String) throws {
    let geometry = #"{"type":"Polygon","coordinates":[\#(Self.square)]}"#
    let error = IntakeError.emptyProperty(
      file: "wards.geojson", feature: 0, property: "gss_code")
    #expect(throws: error) { try read(Document.feature(code + #","name":"W""#, geometry)) }
  }

  @Test(arguments: [
    ("null", "without a geometry"),
    (#"{"type":"Point","coordinates":[530000,180000]}"#, "a Point"),
    (#"{"type":"LineString","coordinates":[[530000,180000],[530001,180000]]}"#, "a LineString"),
    (#"{"type":"MultiPolygon","coordinates":[]}"#, "a MultiPolygon"),
    (#"{"type":"MultiPolygon","coordinates":[[]]}"#, "empty"),
    (#"{"type":"Polygon","coordinates":[]}"#, "empty"),
  ])
  func `refuses a feature that is not an area`(geometry: String, found: String) throws {
    let error = IntakeError.notAnArea(file: "wards.geojson", feature: 1, found: found)
    #expect(throws: error) {
      try read(
        Document.ward("W1", Self.square),
        Document.feature(#""gss_code":"W2","name":"W""#, geometry))
    }
  }

  @Test func `names the place where a border crosses itself`() throws {
    // The diagonals of the square from (530 000, 180 000) to (532 000, 182 000).
    #expect {
      try read(Document.ward("W1", Document.bowTie(530_000, 180_000, 2000)))
    } throws: { error in
      guard case IntakeError.selfCrossing(_, "W1", _, 531_000, 181_000) = error else {
        return false
      }
      return true
    }
  }

  @Test func `names that place in the degrees of the file`() throws {
    let text = Document.collection(Document.ward("W1", Document.bowTie(-0.2, 51.4, 0.02)))
    let file = try AreaFile(InputFile(text, name: "wards.geojson"))
    #expect {
      try reader().boundaries(of: file, in: StudyProjection(to: .britishNationalGrid))
    } throws: { error in
      guard case IntakeError.selfCrossing(_, "W1", _, let x, let y) = error else { return false }
      // Straight lines of the two systems part by metres over a kilometre: 10⁻⁴ degrees.
      return abs(x + 0.19) < 1e-4 && abs(y - 51.41) < 1e-4
    }
  }

  @Test func `refuses degrees in the wrong order where the codes say where they must be`() throws {
    // A corner of London, latitude first.
    let ring = "[[51.5,-0.1],[51.51,-0.1],[51.51,-0.09],[51.5,-0.09],[51.5,-0.1]]"
    let file = try AreaFile(
      InputFile(Document.collection(Document.ward("E05009317", ring)), name: "wards.geojson"))
    #expect {
      try AreaReader(level: "ward").boundaries(
        of: file, in: StudyProjection(to: file.metricSystem()))
    } throws: { error in
      guard case IntakeError.wrongReferenceSystem(_, _, _, _, let expected) = error else {
        return false
      }
      return expected.contains("swapped")
    }
  }

  @Test func `refuses a ring that goes back and forth`() throws {
    let ring = "[[530000,180000],[531000,180000],[530000,180000],[530000,180000]]"
    #expect { try read(Document.ward("W1", ring)) } throws: {
      guard case IntakeError.invalidRing(_, "W1", _) = $0 else { return false }
      return true
    }
  }

  private func reader(parent: String? = nil) -> AreaReader {
    AreaReader(columns: AreaFile.Columns(parent: parent), level: "ward", vintage: "May 2025")
  }

  private func read(_ features: String..., parent: String? = nil) throws -> Boundaries {
    let text =
      #"{"type":"FeatureCollection","features":["#
      + features.joined(separator: ",") + "]}"
    let file = try AreaFile(
      InputFile(text, name: "wards.geojson"), declared: .britishNationalGrid)
    return try reader(parent: parent).boundaries(
      of: file, in: StudyProjection(to: .britishNationalGrid))
  }
}
