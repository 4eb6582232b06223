import GeoJSON
import Testing

@Suite struct `JSON record reader` {
  private func records(_ text: String) throws -> [JSONValue] {
    var reader = try JSONRecordReader(Array(text.utf8))
    var records: [JSONValue] = []
    while let record = try reader.next() { records.append(record) }
    #expect(try reader.next() == nil)
    return records
  }

  private func source(_ text: String) throws -> JSONRecordReader.Source {
    try JSONRecordReader(Array(text.utf8)).source
  }

  private static let two: [JSONValue] = [
    .object([JSONValue.Member("a", .integer(1))]), .object([JSONValue.Member("b", .array([]))]),
  ]

  @Test(arguments: [
    #"[{"a":1},{"b":[]}]"#, " [ {\"a\" : 1 }\n,{ \"b\" : [ ] } ] \n",
    "\u{FEFF}[{\"a\":1},{\"b\":[]}]",
    #"{"x":[{"a":1},{"b":[]}]}"#,
    #"{"n":[1,{}],"p":1,"x":[{"a":1},{"b":[]}],"e":[],"o":{"y":[{}]}}"#,
  ])
  func `gives the objects of a table one by one`(text: String) throws {
    #expect(try records(text) == Self.two)
  }

  @Test func `says where the objects are`() throws {
    #expect(try source("[]") == .array)
    #expect(try source(#"{"x":[{}],"y":[]}"#) == .member("x"))
    #expect(try source(#"{"x":[]}"#) == .member("x"))
    #expect(try source(#"{"x":[],"y":[]}"#) == .none)
    #expect(try source(#"{"x":1}"#) == .none)
    #expect(try source(#"{"x":[{}],"y":[{}]}"#) == .several(["x", "y"]))
    #expect(try records(#"{"x":[{}],"y":[{}]}"#) == [])
  }

  @Test(arguments: [
    "", "1", "\"a\"", "[1]", "[{},]", "[{} {}]", "[{}]]", #"{"x":[{}]"#, #"{"x":[{}]} 1"#,
    #"{"x":[{},1]}"#, "[{},null]", "{\"x\":[",
  ])
  func `is in error where the text is no table`(text: String) {
    #expect(throws: GeoJSONError.self) { try records(text) }
  }
}
