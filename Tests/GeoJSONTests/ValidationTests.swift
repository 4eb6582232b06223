import Foundation
import GeoJSON
import TestSupport
import Testing

func validate(
  _ text: String, limits: GeoJSONReader.Limits = .default
) -> GeoJSONValidator.Report {
  GeoJSONValidator(limits: limits).faults(in: Array(text.utf8))
}

@Suite struct `A valid document` {
  static let documents = [
    #"{"type":"Point","coordinates":[-0.1,51.5]}"#,
    #"{"coordinates":[[-0.1,51.5],[0.2,51.6]],"type":"MultiPoint"}"#,
    #"{"type":"LineString","coordinates":[[-0.1,51.5],[0.2,51.6]]}"#,
    #"{"type":"MultiLineString","coordinates":[[[170,45],[180,45]],[[-180,45],[-170,45]]]}"#,
    #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}"#,
    #"{"type":"MultiPolygon","coordinates":[[[[170,40],[180,40],[180,50],[170,50],[170,40]]],"#
      + #"[[[-180,40],[-170,40],[-170,50],[-180,50],[-180,40]]]]}"#,
    #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,0]},"#
      + #"{"type":"LineString","coordinates":[[2,0],[3,1]]}]}"#,
    #"{"type":"GeometryCollection","geometries":[]}"#,
    #"{"type":"FeatureCollection","features":[]}"#,
    #"{"type":"Feature","geometry":null,"properties":{}}"#,
    // Foreign members, whatever they hold, are not GeoJSON.
    #"{"type":"Feature","id":"f2","geometry":null,"properties":{},"title":"An example","#
      + #""centreline":{"type":"LineString","coordinates":[[-170,10],[170,11]]}}"#,
    // Boxes: around the data, across the antimeridian, around a pole.
    #"{"type":"Feature","bbox":[-10,-10,10,10],"properties":{},"geometry":{"type":"Polygon","#
      + #""coordinates":[[[-10,-10],[10,-10],[10,10],[-10,-10]]]}}"#,
    #"{"type":"FeatureCollection","bbox":[177,-20,-178,-16],"features":["#
      + #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[178,-17]}},"#
      + #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[-179,-16]}}]}"#,
    #"{"type":"Point","coordinates":[12,89],"bbox":[-180,80,180,90]}"#,
    "\r\n\t {\"type\" : \"Point\" ,\n\"coordinates\" : [ 1.5e1 , -0.0 ] }\n\n",
  ]

  @Test(arguments: documents)
  func `has no fault`(text: String) {
    #expect(validate(text).faults == [])
  }

  @Test func `with features of three types and a nested property gets notes only`() {
    let report = validate(
      #"""
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"kind": "office"},
         "geometry": {"type": "Point", "coordinates": [-0.1, 51.5]}},
        {"type": "Feature", "properties": {"kind": "route", "more": 0.0},
         "geometry": {"type": "LineString", "coordinates": [[-0.1, 51.5], [0, 51.6]]}},
        {"type": "Feature", "properties": {"kind": "park", "more": {"this": "that"}},
         "geometry": {"type": "Polygon", "coordinates": [[[0, 51], [0.1, 51], [0, 51.1], [0, 51]]]}}
      ]}
      """#)
    #expect(report.isClean)
    #expect(report.counts.map(\.rule) == [.mixedGeometryTypes, .nestedProperty])
    #expect(report.summary.features == 3)
    #expect(
      report.summary.geometryTypes.map { "\($0.type) \($0.count)" } == [
        "LineString 1", "Point 1", "Polygon 1",
      ])
    #expect(report.summary.positions == 7)
    let extent = report.summary.extent
    #expect([extent?.west, extent?.south, extent?.east, extent?.north] == [-0.1, 51, 0.1, 51.6])
  }

  @Test func `written by this package has no fault`() {
    var random = SeededGenerator(seed: 1)
    let ring = positions((0, 51), (0.5, 51), (0.5, 51.5), (0, 51))
    var writer = GeoJSONWriter(name: "triangles", decimals: 7)
    for number in 0..<100 {
      writer.append(
        id: "\(number)", geometry: .polygon([ring]),
        properties: [("name", .text(.hostile(using: &random))), ("count", .integer(number))])
    }
    #expect(GeoJSONValidator().faults(in: writer.finish()).faults == [])
  }

  @Test(arguments: ["boroughs", "wards"])
  func `shipped with the package has no fault but long names`(name: String) throws {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let bytes = [UInt8](
      try Data(contentsOf: package.appending(path: "boundaries/\(name).geojson")))
    let report = GeoJSONValidator().faults(in: bytes)
    #expect(report.isClean, "\(report.counts)")
    #expect(report.summary.features == (try GeoJSONReader().read(bytes).features.count))
  }
}

@Suite struct `Validation` {
  @Test func `goes on after faults of every kind that is not syntax`() {
    let report = validate(
      #"""
      {"type": "FeatureCollection", "crs": null, "features": [
        {"type": "Feature", "id": true, "properties": null, "geometry": {"type": "Polygon",
         "coordinates": [[[0, 51], [0, 52], [1, 52]], [[0, 51], [NaN, 52], [1, 52], [0, 51]]]}},
        {"type": "Point", "coordinates": [0, 51]},
        {"type": "Feature", "geometry": {"type": "Circle"}, "properties": {"a": 1, "a": 2}},
        7
      ]}
      """#)
    #expect(
      report.faults.map { "\($0.rule.rawValue) \($0.position.map(\.description) ?? "")" } == [
        "crs-member line 1, column 31",
        "id-not-string-or-number line 2, column 29",
        "null-properties line 2, column 49",
        "ring-too-short line 3, column 20",
        "nan-or-infinity line 3, column 60",
        "unknown-type line 4, column 12",
        "unknown-type line 5, column 44",
        "duplicate-key line 5, column 78",
        "wrong-value-type line 6, column 3",
      ])
    #expect(report.faults.map(\.feature) == [nil, 0, 0, 0, 0, 1, 2, 2, 3])
    #expect(report.faults.map(\.ring) == [nil, nil, nil, 0, 1, nil, nil, nil, nil])
    #expect(report.summary.features == 4)
  }

  @Test func `says what, why and what to do in one line`() {
    let report = validate(#"{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,52]]]}"#)
    #expect(
      report.faults.map(\.description) == [
        "error[ring-not-closed] line 1, column 34, ring 0: The ring begins at (0, 51) and ends "
          + "at (0, 52). Programs refuse such a ring, or close it as they like. Write the first "
          + "position again at the end, digit for digit. (RFC 7946, section 3.1.6)"
      ])
  }

  @Test func `counts on when it keeps no more faults of a rule`() {
    let position = "[0.123456789,51.5]"
    let text =
      #"{"type":"MultiPoint","coordinates":["#
      + Array(repeating: position, count: 25).joined(separator: ",") + "]}"
    let report = GeoJSONValidator(faultLimit: 10).faults(in: Array(text.utf8))
    #expect(report.faults.count == 10)
    #expect(report.count(of: .tooManyDecimals) == 25)
    #expect(report.count(of: .warning) == 25)
    #expect(report.isValid)
    #expect(!report.isClean)
  }

  @Test func `recognises the British National Grid`() throws {
    let report = validate(#"{"type":"Point","coordinates":[530047,180422]}"#)
    #expect(
      report.counts.map(\.rule) == [.positionOutOfRange, .projectedCoordinatesSuspected])
    let fault = try #require(report.faults.last)
    #expect(fault.finding.contains("British National Grid"))
  }

  @Test func `recognises latitude before longitude beyond the poles`() {
    let report = validate(#"{"type":"MultiPoint","coordinates":[[-36.8,174.7],[-41.3,174.8]]}"#)
    #expect(report.counts.map(\.rule) == [.positionOutOfRange, .swappedOrderSuspected])
  }

  @Test func `does not take the Seychelles for Britain`() {
    #expect(validate(#"{"type":"Point","coordinates":[55.45,-4.62]}"#).faults == [])
  }

  @Test func `notes where positions begin to differ in their number of ordinates`() {
    let report = validate(#"{"type":"LineString","coordinates":[[0,51],[1,51,4],[1,52],[1,53,2]]}"#)
    #expect(report.counts.map(\.rule) == [.mixedDimensions, .thirdOrdinate])
    #expect(report.count(of: .mixedDimensions) == 1)
    #expect(report.faults[0].position?.column == 44)
  }

  @Test func `needs the ends of a ring to have the same height`() {
    let report = validate(
      #"{"type":"Polygon","coordinates":[[[0,51,1],[1,51,1],[1,52,1],[0,51,2]]]}"#)
    #expect(report.count(of: .ringNotClosed) == 1)
  }

  @Test func `tells UTF-16 and other encodings from UTF-8`() {
    let utf16: [UInt8] = [0xFF, 0xFE] + "{}".utf8.flatMap { [$0, 0] }
    let first = GeoJSONValidator().faults(in: utf16).faults
    #expect(first.map(\.rule) == [.notUTF8])
    #expect(first.first?.finding == "the file is in UTF-16")
    let latin1 = Array(#"{"type":"Feature","name":"Caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)
    #expect(GeoJSONValidator().faults(in: latin1).counts.map(\.rule) == [.notUTF8])
  }

  @Test func `keeps to the limits of the reader`() {
    let text = #"{"type":"MultiPoint","coordinates":[[0,51],[1,51],[2,51]]}"#
    for limits in [
      GeoJSONReader.Limits(bytes: 20), .init(vertices: 2), .init(stringBytes: 5),
    ] {
      #expect(validate(text, limits: limits).counts.map(\.rule) == [.limitExceeded])
    }
    #expect(validate(text, limits: .init(depth: 2)).counts.map(\.rule) == [.nestedTooDeep])
  }

  @Test func `names formats that are mistaken for GeoJSON`() {
    func finding(_ text: String) -> String { validate(text).faults.first?.finding ?? "" }
    let feature = #"{"type":"Feature","geometry":null,"properties":{}}"#
    #expect(finding(feature + "\n" + feature).contains("newline-delimited GeoJSON"))
    #expect(finding("\u{1E}" + feature + "\n").contains("text sequence"))
    #expect(finding(#"{"type":"Topology","objects":{}}"#).contains("TopoJSON"))
  }

  @Test func `shows no control characters of the document`() {
    let report = validate(#"{"type":"\u001b[31m\u202egpj","a":1}"#)
    let fault = report.faults[0]
    #expect(
      !fault.description.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(fault.finding.contains("<U+1B>[31m<U+202E>gpj"))
  }
}
