import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct `JSON records` {
  private func read(_ text: String) throws -> JSONRecords {
    try JSONRecords(Array(text.utf8))
  }

  private func error(_ text: String) -> FormatError? {
    do throws(FormatError) {
      _ = try JSONRecords(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `of 360Giving have paths for columns`() throws {
    let records = try read(
      """
      {"version": "1.3", "license": "https://creativecommons.org/licenses/by/4.0/", "grants": [
        {"id": "360G-x-1", "amountAwarded": 25000, "isRegranted": false,
         "recipientOrganization": [{"id": "GB-CHC-1", "postalCode": "SE1 7PB"}],
         "beneficiaryLocation": [{"geoCode": "E09000022", "geoCodeType": "LONB"},
                                 {"geoCode": "E09000028"}]},
        {"beneficiaryLocation": [], "id": "360G-x-2", "amountAwarded": 1.5e3, "note": null,
         "recipientOrganization": [{"name": "Łódź \\"Club\\""}]}
      ]}
      """)
    #expect(records.member == "grants")
    #expect(
      rows(records.grid) == [
        [
          "id", "amountAwarded", "isRegranted", "recipientOrganization/0/id",
          "recipientOrganization/0/postalCode", "beneficiaryLocation/0/geoCode",
          "beneficiaryLocation/0/geoCodeType", "beneficiaryLocation/1/geoCode", "note",
          "recipientOrganization/0/name",
        ],
        [
          "360G-x-1", "25000", "false", "GB-CHC-1", "SE1 7PB", "E09000022", "LONB", "E09000028",
        ],
        ["360G-x-2", "1500", "", "", "", "", "", "", "", "Łódź \"Club\""],
      ])
    #expect(records.grid.lines == [0, 1, 2])
  }

  @Test func `of Open Referral are the contents of a page`() throws {
    let records = try read(
      """
      {"totalItems": 2, "pageNumber": 1, "first": true, "empty": false, "links": [], "contents": [
        {"id": "a", "locations": [{"latitude": 51.5, "longitude": -0.1}]}, {"id": "b"}]}
      """)
    #expect(records.member == "contents")
    #expect(
      rows(records.grid) == [
        ["id", "locations/0/latitude", "locations/0/longitude"], ["a", "51.5", "-0.1"], ["b"],
      ])
  }

  @Test func `of the Charity Commission are an array`() throws {
    let records = try read(
      "\u{FEFF}"
        + #"[{"organisation_number":1,"linked_charity_number":0,"charity_name":"A"},{}]"#)
    #expect(records.member == nil)
    #expect(
      rows(records.grid) == [
        ["organisation_number", "linked_charity_number", "charity_name"], ["1", "0", "A"], [],
      ])
  }

  @Test func `keep the last of two values at one path`() throws {
    #expect(
      rows(try read(#"[{"a":{"b":1},"a/b":2},{"a/b":3}]"#).grid) == [["a/b"], ["2"], ["3"]])
  }

  @Test func `begin with an empty row where there is nothing`() throws {
    #expect(rows(try read("[]").grid) == [[]])
    #expect(try read(#"{"grants":[],"x":1}"#).member == "grants")
    #expect(rows(try read("[{}, {}]").grid) == [[], [], []])
  }

  @Test func `are not found where there is no list of objects, or several`() {
    for text in ["{}", #"{"a":1}"#, #"{"a":[1,2]}"#, #"{"a":[],"b":[]}"#] {
      #expect(
        error(text)
          == .unsupported(
            what: "JSON without a list of objects", remedy: "Save the table as CSV or .xlsx."))
    }
    guard
      case .unsupported("JSON with several lists of objects (a, b)", _) = error(
        #"{"a":[{}],"c":[1],"b":[{"x":1}]}"#)
    else {
      Issue.record("of two lists one was read")
      return
    }
  }

  @Test func `say where the text is wrong`() {
    #expect(
      error("[{\"a\":1},\n  7]")
        == .corrupt(what: "expected an object, found \"7\"", where: "line 2, column 3"))
    #expect(
      error("[{\"a\":01}]") == .corrupt(what: "\"01\" is not a number", where: "line 1, column 7"))
    #expect(error("\"a\"")?.description == "line 1, column 1: expected an array, found \"\"\"")
    #expect(error(" ") == .corrupt(what: "the file is empty", where: "the JSON text"))
    #expect(error("[{}] x")?.description.contains("expected the end of the file") == true)
    #expect(error("{\"a\":[{}]} x")?.description.contains("expected the end of the file") == true)
  }

  @Test(arguments: [#"[{"a":{"b":[1,{"c":"Łódź"}]}},{"d":true}]"#, #"{"x":1,"c":[{"a":[null]}]}"#])
  func `are truncated wherever they are cut`(text: String) {
    let bytes = Array(text.utf8)
    for length in 1..<bytes.count {
      #expect(throws: FormatError.truncated(what: "the JSON text", line: 1)) {
        try JSONRecords(Array(bytes.prefix(length)))
      }
    }
  }

  @Test func `keep to limits of columns and depth`() throws {
    let widest = (0..<4096).map { "\"c\($0)\":\($0)" }.joined(separator: ",")
    #expect(try read("[{\(widest)}]").grid.cellCount(ofRow: 1) == 4096)
    let wider = error("[{\(widest),\"one\":1}]")
    #expect(
      wider == .limitExceeded(what: "columns, of which the last is one", limit: 4096))
    let deep = String(repeating: "{\"a\":[", count: 40)
    #expect(error("[" + deep) == .limitExceeded(what: "levels of nesting", limit: 64))
    #expect(
      throws: FormatError.limitExceeded(what: "bytes", limit: 3)
    ) { try JSONRecords(Array("[{}]".utf8), limits: GeoJSONReader.Limits(bytes: 3)) }
  }

  /// Its name would be repeated for each element: gigabytes out of a megabyte.
  @Test func `may not have a long name for a long list`() throws {
    let list = String(repeating: "[],", count: 4000) + "1"
    let name = String(repeating: "n", count: 1000)
    #expect(try read("[{\"\(name)\":1}]").grid.cellCount(ofRow: 0) == 1)
    let error = error("[{\"\(String(repeating: name, count: 1000))\":[\(list)]}]")
    guard case .limitExceeded(_, 1000) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func `end with a value or an error when bytes are flipped`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Array(
      #"{"p":1,"grants":[{"id":"a","b":[{"c":1.5}]},{"id":null,"e":{"f":true}}]}"#.utf8)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if let error = error(String(decoding: bytes, as: UTF8.self)) {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
