import FileFormats
import Intake
import TestSupport

/// Reads any bytes as a table: text, a workbook, something packed, records.
///
/// `XLSX`, a sheet, a shared string, a format of numbers and the name of a sheet are packed to a
/// workbook, `GZIP` and a content to a packed file.
func test(_ input: [UInt8]) {
  let bytes = packed(input)
  _ = try? DecodedText(bytes)
  _ = try? DelimitedText(bytes)
  switch FileFormat.of(bytes) {
  case .gzip: _ = try? Gzip.decompressed(bytes, limit: 1 << 20)
  case .workbook:
    if let workbook = try? Workbook(bytes) {
      for index in workbook.tabs.indices { _ = try? workbook.sheet(at: index) }
    }
  default: break
  }
  guard let file = try? InputFile(name: "table", bytes: bytes) else { return }
  do {
    read(try TableReader().survey(file).table)
  } catch {
    require(!"\(error)".isEmpty, "an error says what it is")
  }
  _ = try? PostcodeDirectoryReader().read([file])
}

private func packed(_ input: [UInt8]) -> [UInt8] {
  let parts = Parts(input)
  switch parts.text(0) {
  case "XLSX":
    var workbook = SampleWorkbook(sheets: [
      .init(name: parts.text(4), xml: parts.text(1)), .init(name: "Other", xml: "<sheetData/>"),
    ])
    workbook.strings = [parts.text(2)]
    workbook.formatCodes = [parts.text(3)]
    workbook.styles = [0, 14, 164]
    return workbook.bytes
  case "GZIP": return GzipBytes.member(parts.bytes(1) ?? [])
  default: return input
  }
}

/// Every cell as what it may be.
private func read(_ table: Table) {
  let positions = PositionReader()
  for row in 0..<min(table.rowCount, 20) {
    require(table.line(ofRow: row) >= 0, "a row has a line")
    for column in table.header.indices.prefix(10) {
      let text = table.text(row: row, column: column)
      _ = try? table.number(row: row, column: column)
      _ = positions.read(text)
      _ = positions.read(x: text, y: table.text(row: row, column: 0))
      _ = GridReference(text)
      _ = try? OrganisationIdentifier(text)
      _ = OrganisationName.folded(text)
    }
  }
}
