import FileFormats
import TestSupport
import Testing

@Suite struct `Hostile workbook` {
  private static let sample: SampleWorkbook = {
    var sample = SampleWorkbook(
      rows:
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45382</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c></row>")
    sample.strings = ["<si><t>Abbey</t></si>"]
    sample.styles = [0, 14]
    return sample
  }()

  @Test func `ends in a truncation at every length`() throws {
    let bytes = Self.sample.bytes
    #expect(try read(bytes) == [["Abbey", "2024-03-31"], ["a & b"]])
    for length in stride(from: 30, to: bytes.count, by: 7) {
      #expect(throws: FormatError.self) { try read(Array(bytes.prefix(length))) }
    }
    for sixteenth in 1..<16 {
      #expect(throws: FormatError.truncated(what: "the zip archive", line: nil)) {
        try read(Array(bytes.prefix(bytes.count * sixteenth / 16)))
      }
    }
  }

  @Test func `ends in its values or an error whatever byte is changed`() {
    let bytes = Self.sample.bytes
    var random = SeededGenerator(seed: 7)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= UInt8.random(in: 1...255, using: &random)
      _ = try? read(damaged)
    }
  }

  /// Changed content no longer fits its checksum, so changes are made before it is computed.
  @Test(arguments: UInt64(0)..<300)
  func `ends in values or an error whatever the parts say`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "<row r=\"1\">", "</row>", "<c>", "<c t=\"s\">", "<c r=\"XFD1\">", "</c>", "<v>", "</v>", "9",
      "-1", "1e400",
      "<is>", "<t>", "</t>", "</is>", "<f>", "</f>", "<rPh>", "</rPh>", "_x0000_",
      "<row r=\"99999999999999999999\">",
      "<mergeCell ref=\"A1:XFD1048576\"/>", "<c r=\"A0\">",
      "<c r=\"ZZZZZZZZZZZZ99999999999999999999\">", "&amp;", "é",
    ]
    let xml = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    _ = try? read(SampleWorkbook(rows: xml).bytes)
    _ = try? read(SampleWorkbook(rows: "<row r=\"1\"><c>\(xml)</c></row>").bytes)
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet>", "<!DOCTYPE w [<!ENTITY a \"b\">]>",
    "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE w SYSTEM \"http://example.org/a.dtd\">",
    "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
  ])
  func `refuses every document type`(doctype: String) {
    var sample = Self.sample
    sample.preamble += doctype
    let error = #expect(throws: FormatError.self) { try read(sample.bytes) }
    #expect(error?.description == "_rels/.rels with a document type is not read")
  }

  @Test func `knows no entities but those of XML`() {
    let error = #expect(throws: FormatError.self) {
      try read(SampleWorkbook(rows: "<row r=\"1\"><c t=\"str\"><v>&lol;</v></c></row>").bytes)
    }
    #expect(error?.description == "xl/worksheets/sheet1.xml, line 2: undefined entity")
  }

  /// 26 MB of spaces packed into 160 kB.
  @Test func `refuses a part that unpacks to more than a hundred times its size`() {
    var zip = Self.sample.archive
    let runs = 100_000
    let content = [UInt8](repeating: 0x20, count: 1 + 258 * runs)
    var book = SampleWorkbook(rows: "")
    book.sheets = []
    zip = book.archive
    zip.add("xl/workbook2.xml", deflated: DeflatedBytes.run(of: 0x20, runs: runs), of: content)
    var bomb = ZipBytes()
    bomb.add("[Content_Types].xml", "<Types/>")
    bomb.add("xl/workbook.xml", deflated: DeflatedBytes.run(of: 0x20, runs: runs), of: content)
    #expect(throws: Never.self) { try Workbook(zip.bytes) }
    #expect(
      throws: FormatError.limitExceeded(
        what: "times its packed size in xl/workbook.xml", limit: 100)
    ) {
      try Workbook(bomb.bytes)
    }
  }

  @Test func `is not deceived about the size of a part`() {
    var zip = ZipBytes()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("xl/workbook.xml", deflated: DeflatedBytes.run(of: 0x20, runs: 1_000), of: [0x20])
    #expect(throws: FormatError.self) { try Workbook(zip.bytes) }
  }

  @Test func `refuses to unpack more than the limit`() throws {
    let rows = (1...200).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    let bytes = SampleWorkbook(rows: rows).bytes
    #expect(
      try Workbook(bytes, limits: .init(expandedBytes: 20_000)).sheet(at: 0).grid.rowCount == 200)
    #expect(throws: FormatError.limitExceeded(what: "bytes when unpacked", limit: 5_000)) {
      try Workbook(bytes, limits: .init(expandedBytes: 5_000)).sheet(at: 0)
    }
  }

  @Test func `refuses cells that repeat a long text beyond the limit`() {
    var sample = SampleWorkbook(
      rows: (1...100).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined())
    sample.strings = ["<si><t>\(String(repeating: "x", count: 1_000))</t></si>"]
    #expect(
      throws: FormatError.limitExceeded(
        what: "bytes of text in xl/worksheets/sheet1.xml", limit: 20_000)
    ) {
      try Workbook(sample.bytes, limits: .init(expandedBytes: 20_000)).sheet(at: 0)
    }
  }

  @Test func `counts the empty cells before the last one against the limit`() {
    let rows = (1...100).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    #expect(
      throws: FormatError.limitExceeded(what: "cells in xl/worksheets/sheet1.xml", limit: 1_000_000)
    ) {
      try Workbook(SampleWorkbook(rows: rows).bytes, limits: .init(cells: 1_000_000)).sheet(at: 0)
    }
  }

  @Test func `limits its files, sheets and shared strings`() {
    var sample = SampleWorkbook(sheets: (1...3).map { .init(name: "S\($0)", xml: "<sheetData/>") })
    sample.strings = ["<si><t>a</t></si>", "<si><t>b</t></si>"]
    let bytes = sample.bytes
    #expect(throws: FormatError.limitExceeded(what: "files in the workbook", limit: 8)) {
      try Workbook(bytes, limits: .init(entries: 8))
    }
    #expect(throws: FormatError.limitExceeded(what: "sheets", limit: 2)) {
      try Workbook(bytes, limits: .init(sheets: 2))
    }
    #expect(throws: FormatError.limitExceeded(what: "shared strings", limit: 1)) {
      try Workbook(bytes, limits: .init(sharedStrings: 1))
    }
    #expect(throws: Never.self) {
      try Workbook(bytes, limits: .init(entries: 9, sheets: 3, sharedStrings: 2))
    }
  }

  @Test(arguments: [
    (
      "<row r=\"1048577\"><c><v>1</v></c></row>",
      "more than 1048576 rows in xl/worksheets/sheet1.xml"
    ),
    ("<row r=\"2\"/><row r=\"2\"/>", "xl/worksheets/sheet1.xml: row \"2\" follows row 2"),
    ("<row r=\"0\"/>", "xl/worksheets/sheet1.xml: row \"0\" follows row 0"),
    ("<row r=\"x\"/>", "xl/worksheets/sheet1.xml: row \"x\" follows row 0"),
    (
      "<row r=\"1\"><c r=\"XFE1\"/></row>",
      "xl/worksheets/sheet1.xml: cell \"XFE1\" is out of place"
    ),
    (
      "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
      "xl/worksheets/sheet1.xml: cell \"A1\" is out of place"
    ),
    (
      "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>",
      "xl/worksheets/sheet1.xml: cell A1 refers to no shared string"
    ),
    (
      "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
      "xl/worksheets/sheet1.xml: cell A1 refers to no shared string"
    ),
    ("<row r=\"1\"><c></row>", "xl/worksheets/sheet1.xml, line 2: mismatched tag"),
  ])
  func `names what contradicts the format`(rows: String, message: String) {
    let error = #expect(throws: FormatError.self) { try read(SampleWorkbook(rows: rows).bytes) }
    #expect(error?.description == message)
  }

  @Test func `refuses elements nested without end`() {
    let xml = String(repeating: "<a>", count: 100_000)
    let error = #expect(throws: FormatError.self) { try read(SampleWorkbook(rows: xml).bytes) }
    #expect(error?.exceedsLimit == true)
  }

  /// Expat reads an unfinished tag anew with each piece, so that time would grow with the square.
  @Test func `refuses a tag without end`() {
    let xml = "<row r=\"1\" a=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"
    #expect(
      throws: FormatError.limitExceeded(
        what: "bytes in one tag of xl/worksheets/sheet1.xml", limit: 1 << 20)
    ) {
      try read(SampleWorkbook(rows: xml).bytes)
    }
  }

  @Test func `knows a file of another kind, whatever it is called`() {
    let page = Array("<html><body><table><tr><td>Name</td></tr></table></body></html>".utf8)
    let error = #expect(throws: FormatError.self) { try Workbook(page) }
    #expect(
      error?.description
        == "a web page (HTML), where a workbook is expected, is not read")
    #expect(error?.remedy == "Open it in Excel and save it as .xlsx or as \"CSV UTF-8\".")
    #expect(throws: FormatError.self) { try Workbook([]) }
    #expect(throws: FormatError.self) { try Workbook(Array("a,b\n".utf8)) }
  }

  @Test func `knows a workbook with a password`() {
    let name = "EncryptedPackage".utf16.flatMap(\.littleEndianBytes)
    let container: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      + [UInt8](repeating: 0, count: 504) + name + [UInt8](repeating: 0, count: 96)
    #expect(throws: FormatError.encrypted) { try Workbook(container) }
    var zip = ZipBytes()
    zip.addEncrypted("xl/workbook.xml")
    #expect(throws: FormatError.encrypted) { try Workbook(zip.bytes) }
  }

  @Test func `names a part that is missing`() {
    var zip = ZipBytes()
    zip.add("[Content_Types].xml", "<Types/>")
    #expect(throws: FormatError.corrupt(what: "there is no xl/workbook.xml", where: "the workbook"))
    {
      try Workbook(zip.bytes)
    }
    zip.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"a\"/></sheets></workbook>")
    #expect(
      throws: FormatError.corrupt(
        what: "the sheet \"A\" refers to no part", where: "xl/workbook.xml")
    ) {
      try Workbook(zip.bytes)
    }
  }

  private func read(_ bytes: [UInt8]) throws -> [[String]] {
    let book = try Workbook(bytes)
    return try book.tabs.indices.flatMap { try book.sheet(at: $0).grid.rows }
  }
}
