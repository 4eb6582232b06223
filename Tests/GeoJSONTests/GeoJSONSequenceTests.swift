import GeoJSON
import TestSupport
import Testing

@Suite struct `GeoJSON sequence` {
  static let lines = [
    #"{"type":"Feature","id":7,"properties":{"WD24CD":"E05000026"},"#
      + #""geometry":{"type":"Point","coordinates":[0.1,51.5]}}"#,
    #"{"properties":{"WD24NM":"Łódź \u001e {\"}"},"geometry":null,"type":"Feature"}"#,
    #"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#,
  ]

  static let features = [
    Feature(
      id: .integer(7), geometry: .point(Position(x: 0.1, y: 51.5)),
      properties: ["WD24CD": .string("E05000026")]),
    Feature(geometry: nil, properties: ["WD24NM": .string("Łódź \u{1E} {\"}")]),
    Feature(geometry: .lineString(positions((0, 0), (1, 1)))),
  ]

  static let forms: [String] = {
    let joined = lines.joined(separator: "\n")
    let spread = lines.map { "\u{1E}" + $0.replacing(",\"", with: "\n,\"") }
    return [
      joined, joined + "\n", "\u{FEFF}" + joined,
      lines.joined(separator: "\r\n") + "\r\n",
      "\n\n" + lines.joined(separator: "\n \t\n") + "\n\n",
      lines.map { "\u{1E}" + $0 + "\n" }.joined(),
      // Separators without a record between them, records over several lines, no last line feed.
      "\u{1E}\u{1E}\n" + spread.joined(),
    ]
  }()

  @Test(arguments: forms)
  func `is one collection whatever its form`(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(GeoJSONReader.isSequence(bytes))
    let collection = try GeoJSONReader().readSequence(bytes)
    #expect(collection.features == Self.features)
    #expect(
      collection.warnings == (text.hasPrefix("\u{FEFF}") ? [.byteOrderMark] : []))
  }

  @Test(arguments: [
    "", " \n", lines[0], lines[0] + "\n\n", "[1]\n[2]", "1\n2", "{", #"{"a":"}"#, #"{"a":"\"}"#,
    // One object over several lines, and two on one line.
    "{\"type\":\"FeatureCollection\",\n\"features\":[]}\n{}", "{}{}", "{}\n[]",
    #"{"type":"FeatureCollection","features":[{},"# + "\n{}]}",
  ])
  func `is not seen where there is a document, or nothing`(text: String) {
    #expect(!GeoJSONReader.isSequence(Array(text.utf8)))
  }

  @Test func `says which line of the file is wrong`() {
    let text = Self.lines[0] + "\n\n" + Self.lines[1] + "\n  {\"type\":\"Feature\",}\n"
    #expect(
      error(text)
        == .unexpectedCharacter(
          at: TextPosition(offset: text.utf8.count - 2, line: 4, column: 21), found: "}",
          expected: .memberName))
    #expect(error("{}\n")?.position?.line == 1)
    #expect(
      error(Self.lines[0] + "\n{\"type\":\"Topology\"}")?.description
        == #"line 2, column 1: feature 1: the type "Topology" does not belong here"#)
    #expect(
      error(Self.lines[0] + "\n[]")?.description
        == #"line 2, column 1: expected an object, found "[""#)
  }

  @Test(arguments: [",\n", " ", "\t", "]"])
  func `wants its records apart by line feeds alone`(separator: String) {
    let text = Self.lines[0] + separator + Self.lines[2]
    guard case .unexpectedCharacter(_, _, .endOfRecord) = error(text) else {
      Issue.record("\(String(describing: error(text)))")
      return
    }
  }

  @Test func `of lines is in error where the last line breaks off`() {
    let text = Self.lines[0] + "\n" + Self.lines[1].prefix(20)
    #expect(
      error(text) == .truncated(at: TextPosition(offset: text.utf8.count, line: 2, column: 21)))
  }

  @Test func `of the RFC goes on behind records that break off, and says so`() throws {
    let whole = Self.lines.map { Array("\u{1E}\($0)\n".utf8) }
    for length in 1..<Self.lines[1].utf8.count {
      // Cut at any byte, also amid a character.
      let broken = [0x1E] + Array(Self.lines[1].utf8.prefix(length))
      let orders: [(bytes: [UInt8], line: Int)] = [
        (whole[0] + broken + whole[2], 2), (whole[0] + whole[2] + broken, 3),
      ]
      for (bytes, line) in orders {
        let collection = try GeoJSONReader().readSequence(bytes)
        #expect(collection.features == [Self.features[0], Self.features[2]])
        #expect(collection.warnings == [.truncatedRecords(count: 1, firstLine: line)])
      }
    }
  }

  @Test func `says in words what it left out`() {
    let warning = GeoJSONWarning.truncatedRecords(count: 2, firstLine: 7)
    #expect(
      warning.description == "records that break off and were left out: 2, the first on line 7")
  }

  @Test func `of the RFC is in error where a whole record is wrong`() {
    #expect(
      error("\u{1E}\(Self.lines[0])\n\u{1E}{\"type\":\"Feature\"}\n")
        == .missingMember(
          at: TextPosition(offset: Self.lines[0].utf8.count + 3, line: 2, column: 2), feature: 1,
          name: "geometry"))
    guard case .unexpectedCharacter(_, "x", .endOfRecord) = error("\u{1E}\(Self.lines[0]) x") else {
      Issue.record("text after the record was passed over")
      return
    }
  }

  @Test(arguments: ["", "\n \n", "\u{1E}", "\u{1E}\n\u{1E}\n"])
  func `needs a record`(text: String) {
    #expect(error(text) == .emptyFile)
  }

  @Test func `keeps to the limits of the file as a whole`() {
    let text = Self.lines[2] + "\n" + Self.lines[2]
    let limits = GeoJSONReader.Limits(vertices: 3)
    #expect(throws: GeoJSONError.self) {
      try GeoJSONReader(limits: limits).readSequence(Array(text.utf8))
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `ends with a value or an error when bytes are flipped`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let separator = seed % 2 == 0 ? "\u{1E}" : ""
    let whole = Array(Self.lines.map { separator + $0 + "\n" }.joined().utf8)
    for _ in 0..<100 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      _ = GeoJSONReader.isSequence(bytes)
      if let error = error(bytes) { #expect(!error.description.isEmpty) }
    }
  }

  private func error(_ text: String) -> GeoJSONError? { error(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> GeoJSONError? {
    do throws(GeoJSONError) {
      _ = try GeoJSONReader().readSequence(bytes)
      return nil
    } catch {
      return error
    }
  }
}
