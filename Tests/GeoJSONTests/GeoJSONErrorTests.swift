import GeoJSON
import Testing

/// In the documents of this suite `¦` marks where the error is expected, and is taken out.
@Suite struct `Errors of the reader` {
  private struct Marked {
    let bytes: [UInt8]
    let place: TextPosition

    init(_ text: String) {
      let parts = text.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
      let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
      place = TextPosition(
        offset: parts[0].utf8.count, line: lines.count,
        column: (lines.last?.unicodeScalars.count ?? 0) + 1)
      bytes = Array(parts.joined().utf8)
    }
  }

  /// A collection whose third feature, on line 4, has this geometry.
  private func third(_ geometry: String) -> Marked {
    let sound = #"{"type":"Feature","properties":{"n":"é"},"geometry":null},"#
    return Marked(
      """
      {"type":"FeatureCollection","features":[
      \(sound)
      \(sound)
      {"type":"Feature","properties":{"n":"é"},"geometry":\(geometry)}
      ]}
      """)
  }

  @Test func `name the feature and the ring that is not closed`() {
    let document = third(
      #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],¦[[1,1],[2,1],[2,2],[1,2]]]}"#)
    let error = errorReading(document.bytes)
    #expect(error == .unclosedRing(at: document.place, feature: 2, ring: 1))
    #expect(error?.position?.line == 4)
    #expect(
      error?.description
        == "\(document.place): feature 2, ring 1: the last position differs from the first")
  }

  @Test func `count rings through a whole MultiPolygon`() {
    let document = third(
      #"{"coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[¦[[1,1],[2,1],[1,1]]]],"#
        + #""type":"MultiPolygon"}"#)
    #expect(
      errorReading(document.bytes)
        == .tooFewPositions(at: document.place, feature: 2, ring: 1, count: 3))
  }

  @Test func `refuse a line of one position`() {
    let document = third(#"{"type":"LineString","coordinates":¦[[1,1]]}"#)
    #expect(
      errorReading(document.bytes)
        == .tooFewPositions(at: document.place, feature: 2, ring: 0, count: 1))
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "nan", "-inf", "+Infinity"])
  func `have their own case for numbers that JSON does not have`(token: String) {
    let ordinate = third(#"{"type":"Point","coordinates":[1,¦\#(token)]}"#)
    #expect(errorReading(ordinate.bytes) == .notANumber(at: ordinate.place, token: token))
    let property = Marked(
      #"{"type":"Feature","geometry":null,"properties":{"a":¦\#(token)}}"#)
    #expect(errorReading(property.bytes) == .notANumber(at: property.place, token: token))
  }

  @Test(arguments: [
    #"{"type":"Point","coordinates":[¦[1,2]]}"#,
    #"{"type":"Point","coordinates":¦5}"#,
    #"{"type":"Point","coordinates":[1¦]}"#,
    #"{"type":"Point","coordinates":[1,¦"2"]}"#,
    #"{"type":"Point","coordinates":[1,¦null]}"#,
    #"{"type":"LineString","coordinates":[¦1,2]}"#,
    #"{"type":"MultiPoint","coordinates":[[¦[1,2]]]}"#,
    #"{"type":"Polygon","coordinates":[[¦0,0],[1,0],[1,1],[0,0]]}"#,
    #"{"type":"Polygon","coordinates":[[[¦[0,0],[1,0],[1,1],[0,0]]]]}"#,
    #"{"type":"MultiPolygon","coordinates":[[[¦0,0],[1,0],[1,1],[0,0]]]}"#,
    #"{"type":"MultiPolygon","coordinates":¦{}}"#,
  ])
  func `say when coordinates have the wrong shape`(geometry: String) {
    let document = third(geometry)
    guard case .wrongCoordinateShape(let place, feature: 2)? = errorReading(document.bytes) else {
      Issue.record("\(String(describing: errorReading(document.bytes)))")
      return
    }
    #expect(place.line == 4)
    // A position that is too short is reported where it begins.
    if !geometry.contains("1¦]") { #expect(place == document.place) }
  }

  @Test func `say what is missing and where`() {
    let type = third(#"¦{"coordinates":[1,2]}"#)
    #expect(
      errorReading(type.bytes) == .missingMember(at: type.place, feature: 2, name: "type"))
    let coordinates = third(#"¦{"type":"Point"}"#)
    #expect(
      errorReading(coordinates.bytes)
        == .missingMember(at: coordinates.place, feature: 2, name: "coordinates"))
    let features = Marked(#"¦{"type":"FeatureCollection"}"#)
    #expect(
      errorReading(features.bytes)
        == .missingMember(at: features.place, feature: nil, name: "features"))
    let geometry = Marked(
      #"{"type":"FeatureCollection","features":[¦{"type":"Feature","properties":{}}]}"#)
    #expect(
      errorReading(geometry.bytes)
        == .missingMember(at: geometry.place, feature: 0, name: "geometry"))
  }

  @Test func `tell what is not GeoJSON from what is not JSON`() {
    let topology = Marked(#"¦{"type":"Topology","objects":{}}"#)
    #expect(errorReading(topology.bytes) == .notGeoJSON(at: topology.place, type: "Topology"))
    #expect(
      errorReading(Array("[1]".utf8))
        == .notGeoJSON(at: TextPosition(offset: 0, line: 1, column: 1), type: nil))
    let page = Marked("\n ¦<html>")
    #expect(
      errorReading(page.bytes)
        == .unexpectedCharacter(at: page.place, found: "<", expected: .object))
    let curve = third(#"¦{"type":"CircularString","coordinates":[]}"#)
    #expect(
      errorReading(curve.bytes)
        == .unknownType(at: curve.place, feature: 2, type: "CircularString"))
    let nested = Marked(
      #"{"type":"FeatureCollection","features":[{"type":¦"Point","coordinates":[1,2]}]}"#)
    #expect(
      errorReading(nested.bytes) == .unknownType(at: nested.place, feature: 0, type: "Point"))
  }

  @Test(arguments: [
    (#"{"a":1¦"b":2}"#, "\"" as Unicode.Scalar, GeoJSONError.Expected.commaOrEndOfObject),
    (#"{"a":1,¦}"#, "}", .memberName),
    (#"{¦,"a":1}"#, ",", .memberName),
    (#"{"a"¦ 1}"#, "1", .colon),
    (#"{¦'a':1}"#, "'", .memberName),
    (#"{"a":[1,2,¦]}"#, "]", .value),
    (#"{"a":[¦,1]}"#, ",", .value),
    (#"{"a":[1¦;2]}"#, ";", .commaOrEndOfArray),
    (#"{"a":¦+1}"#, "+", .value),
    (#"{"a":¦.5}"#, ".", .value),
    (#"{"a":¦“b”}"#, "“", .value),
    (#"{"a":¦nil}"#, "n", .value),
    (#"{"a":¦True}"#, "T", .value),
    (#"{"a":0}¦{"a":1}"#, "{", .endOfText),
    ("{\"a\":\"b¦\nc\"}", "\n", .endOfString),
    ("{\"a\":1}¦\u{0}", "\u{0}", .endOfText),
  ])
  func `point at the character that breaks the grammar`(
    text: String, found: Unicode.Scalar, expected: GeoJSONError.Expected
  ) {
    let document = Marked(text)
    var place = document.place
    if text.contains(#""a"¦ 1"#) {
      place = TextPosition(offset: place.offset + 1, line: 1, column: place.column + 1)
    }
    let error = #expect(throws: GeoJSONError.self) { try JSONReader().read(document.bytes) }
    #expect(error == .unexpectedCharacter(at: place, found: found, expected: expected))
    #expect(error?.description.hasPrefix("\(place): expected \(expected), found ") == true)
  }

  @Test(arguments: ["01", "-", "-01", "1.", "1.e5", "1e", "1e+", "00", "-a", "1e999", "-1e400"])
  func `refuse numbers that break the rules of JSON or overflow`(number: String) {
    let document = third(#"{"type":"Point","coordinates":[¦\#(number),1]}"#)
    guard case .invalidNumber(let place, let text)? = errorReading(document.bytes) else {
      Issue.record("\(String(describing: errorReading(document.bytes)))")
      return
    }
    #expect(place == document.place)
    #expect(number.hasPrefix(text))
  }

  @Test func `give the offset of a byte that is not UTF-8`() {
    let sequences: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE2, 0x82, 0x20], [0xF0, 0x9F, 0x98, 0x20], [0x92],
    ]
    let before = Array("{\"é\":\"é".utf8)
    let place = TextPosition(offset: 9, line: 1, column: 8)
    for sequence in sequences {
      let error = #expect(throws: GeoJSONError.self) {
        try JSONReader().read(before + sequence + Array("\"} ".utf8))
      }
      #expect(error == .invalidUTF8(at: place), "\(sequence)")
    }
    // What a spreadsheet saves as "Unicode text".
    #expect(
      errorReading([0xFF, 0xFE, 0x7B, 0x00])
        == .invalidUTF8(at: TextPosition(offset: 0, line: 1, column: 1)))
  }

  @Test func `do not count the byte order mark as a column`() {
    #expect(
      errorReading([0xEF, 0xBB, 0xBF] + Array("x".utf8))
        == .unexpectedCharacter(
          at: TextPosition(offset: 3, line: 1, column: 1), found: "x", expected: .object))
  }

  @Test func `call a file of white space empty`() {
    for bytes in [[], Array(" \r\n\t".utf8), [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      #expect(errorReading(bytes) == .emptyFile)
    }
    #expect(GeoJSONError.emptyFile.position == nil)
  }

  @Test func `refuse the sixty-fifth level of nesting`() throws {
    func nested(_ levels: Int) -> [UInt8] {
      let open = String(repeating: "[", count: levels)
      return Array("\(open)\(String(repeating: "]", count: levels))".utf8)
    }
    #expect(try JSONReader().read(nested(64)) != .null)
    let error = #expect(throws: GeoJSONError.self) { try JSONReader().read(nested(65)) }
    #expect(
      error == .depthExceeded(at: TextPosition(offset: 64, line: 1, column: 65), limit: 64))
    // In a document the outermost object is the first level, also where a value is passed over.
    for member in ["x", "bbox", "features"] {
      func document(_ levels: Int) -> [UInt8] {
        Array("{\"\(member)\":".utf8) + nested(levels) + Array(#","type":"Topology"}"#.utf8)
      }
      guard case .notGeoJSON? = errorReading(document(63)) else {
        Issue.record("63 levels in \"\(member)\"")
        continue
      }
      guard case .depthExceeded? = errorReading(document(64)) else {
        Issue.record("64 levels in \"\(member)\"")
        continue
      }
    }
    let collections = String(
      repeating: #"{"type":"GeometryCollection","geometries":["#, count: 3000)
    guard case .depthExceeded? = errorReading(Array(collections.utf8)) else {
      Issue.record("geometry collections nest without end")
      return
    }
  }

  @Test func `name the limit that a document exceeds`() {
    let text = #"{"type":"MultiPoint","coordinates":[[1,2],[3,4],[5,6]],"note":"longer"}"#
    let bytes = Array(text.utf8)
    #expect(
      errorReading(bytes, limits: .init(bytes: bytes.count - 1))
        == .limitExceeded(at: nil, kind: .bytes, value: bytes.count - 1))
    guard case .limitExceeded(_, .vertices, 2)? = errorReading(bytes, limits: .init(vertices: 2))
    else {
      Issue.record("three positions pass a limit of two")
      return
    }
    guard
      case .limitExceeded(_, .stringBytes, 10)? = errorReading(
        bytes, limits: .init(stringBytes: 10))
    else {
      Issue.record("a string of 11 passes")
      return
    }
    #expect(
      errorReading(bytes, limits: .init(bytes: bytes.count, vertices: 3, stringBytes: 11)) == nil)
  }
}
