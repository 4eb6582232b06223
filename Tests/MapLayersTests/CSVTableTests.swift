import GeoJSON
import Intake
import MapLayers
import Testing

@Suite struct `Table of a layer` {
  @Test func `has a header and a row a feature, in the layer's order`() throws {
    let layer = try DrawnTown().builder.wards()
    let table = try TableReader().read(
      InputFile(name: "ranking.csv", bytes: CSVTable(layer).csv))
    #expect(table.header == layer.columns.map(\.name))
    let code = try table.requiredColumn(named: "code")
    #expect(
      (0..<table.rowCount).map { table.text(row: $0, column: code) } == layer.features.map(\.id))
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("two\rlines", "\"two\rlines\""),
    ("semi;colon", "semi;colon"),
    ("É, Ł", "\"É, Ł\""),
  ])
  func `quotes as RFC 4180 asks`(text: String, cell: String) {
    #expect(csv([.text(text)]) == "a\n\(cell)\n")
  }

  /// - SeeAlso: OWASP, "CSV Injection": the signs with which spreadsheets begin a formula.
  @Test(arguments: [
    "=1+1", "+1+1", "-A1", "@SUM(A1)", "\tx", "=cmd|'/C calc'!A0", "-", "=\u{301}1",
  ])
  func `puts an apostrophe before what a spreadsheet would run`(text: String) {
    #expect(csv([.text(text)]) == "a\n'\(text)\n")
  }

  @Test(arguments: ["-1", "+1", "-0.5e3"])
  func `leaves text that is a number as it is`(text: String) {
    #expect(csv([.text(text)]) == "a\n\(text)\n")
  }

  @Test func `guards a formula inside quotes too`() {
    #expect(csv([.text("=A1,B1")]) == "a\n\"'=A1,B1\"\n")
    #expect(csv([.text("\r=A1")]) == "a\n\"'\r=A1\"\n")
  }

  @Test func `leaves numbers as they are and nulls empty`() {
    #expect(
      csv([.integer(-3), .null, .decimal(-0.5, places: 4), .decimal(1e7, places: 1)])
        == "a,b,c,d\n-3,,-0.5,10000000\n1,2,3,4\n")
  }

  @Test func `begins without a byte order mark and ends with a line feed`() {
    let bytes = table([.text("x")]).csv
    #expect(bytes.first == UInt8(ascii: "a"))
    #expect(bytes.last == 0x0A)
    #expect(!bytes.contains(0x0D))
  }

  @Test func `has a byte order mark where Excel is to read it, and is the same otherwise`() throws {
    let table = table([.text("=1+1"), .text("Ł")])
    #expect(table.csvForExcel.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(table.csvForExcel.dropFirst(3).elementsEqual(table.csv))
    let read = try TableReader().read(InputFile(name: "t.csv", bytes: table.csvForExcel))
    #expect(read.header == ["a", "b"])
  }

  private static let full: [PropertyValue] = [1, 2, 3, 4].map(PropertyValue.integer)

  private func csv(_ values: [PropertyValue]) -> String {
    String(decoding: table(values).csv, as: UTF8.self)
  }

  /// A table of this row first; a second row keeps a column from being empty throughout.
  private func table(_ values: [PropertyValue]) -> CSVTable {
    let names = ["a", "b", "c", "d"].prefix(values.count)
    let layer = Layer(
      name: "l", title: "t", columns: names.map { Column($0, .text, "m") },
      features: [LayerFeature(id: "1", geometry: nil, values: values)]
        + (values.contains(.null) ? [LayerFeature(id: "2", geometry: nil, values: Self.full)] : []))
    return CSVTable(layer)
  }
}
