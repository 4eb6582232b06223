public import GeoJSON

/// Rows of values as a table for spreadsheets and statistics programs.
public struct CSVTable: Sendable {
  /// The names of the columns.
  public let header: [String]
  /// The rows, one value per column.
  public let rows: [[PropertyValue]]

  /// A table from its parts.
  public init(header: [String], rows: [[PropertyValue]]) {
    precondition(rows.allSatisfy { $0.count == header.count }, "one value per column")
    self.header = header
    self.rows = rows
  }

  /// The table as CSV with a header (RFC 4180), line ends LF, UTF-8 without a byte order mark.
  ///
  /// A null is an empty cell. Text that a spreadsheet would take for a formula gets an apostrophe
  /// in front.
  public var csv: [UInt8] { csv(guardingFormulas: true) }

  /// The table as ``csv`` is, with a byte order mark in front, without which Excel takes the text
  /// for that of another time.
  public var csvForExcel: [UInt8] { [0xEF, 0xBB, 0xBF] + csv }

  /// The table as CSV, its text as it stands: for a copy of somebody's own data.
  public var unguardedCSV: [UInt8] { csv(guardingFormulas: false) }

  private func csv(guardingFormulas isGuarded: Bool) -> [UInt8] {
    var encoder = PlainTextEncoder()
    Self.append(header.map(PropertyValue.text), isGuarded: isGuarded, to: &encoder)
    for row in rows { Self.append(row, isGuarded: isGuarded, to: &encoder) }
    return encoder.finish()
  }

  private static func append(
    _ row: [PropertyValue], isGuarded: Bool, to encoder: inout PlainTextEncoder
  ) {
    for (column, value) in row.enumerated() {
      if column > 0 { encoder.append(UInt8(ascii: ",")) }
      if case .text(let text) = value {
        append(text, isGuarded: isGuarded, to: &encoder)
      } else {
        encoder.append(value)
      }
    }
    encoder.append(UInt8(ascii: "\n"))
  }

  private static func append(
    _ text: String, isGuarded: Bool, to encoder: inout PlainTextEncoder
  ) {
    let isFormula = isGuarded && isFormula(text)
    let isQuoted = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { encoder.append(UInt8(ascii: "\"")) }
    if isFormula { encoder.append(UInt8(ascii: "'")) }
    encoder.append(isQuoted ? text.replacing("\"", with: "\"\"") : text)
    if isQuoted { encoder.append(UInt8(ascii: "\"")) }
  }

  /// Whether a spreadsheet would run the text.
  private static func isFormula(_ text: String) -> Bool {
    // By bytes: a mark that combines with the sign must not hide it.
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return false }
    // An identifier such as "-1" runs nothing, and must join to where it came from.
    return Double(text) == nil
  }
}

extension CSVTable {
  /// The table of a layer, without its shapes; its rows keep the layer's order.
  public init(_ layer: Layer) {
    self.init(header: layer.columns.map(\.name), rows: layer.features.map(\.values))
  }
}
