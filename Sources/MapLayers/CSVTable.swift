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
    var bytes: [UInt8] = []
    for row in [header.map(PropertyValue.text)] + rows {
      for (column, value) in row.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += Self.cell(value, isGuarded: isGuarded).utf8
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func cell(_ value: PropertyValue, isGuarded: Bool) -> String {
    guard case .text(let text) = value else { return value.plainText }
    guard isGuarded else { return quoted(text) }
    // By scalars: a mark that combines with the sign must not hide it.
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    // An identifier such as "-1" runs nothing, and must join to where it came from.
    return quoted(isFormula == true && Double(text) == nil ? "'" + text : text)
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension CSVTable {
  /// The table of a layer, without its shapes; its rows keep the layer's order.
  public init(_ layer: Layer) {
    self.init(header: layer.columns.map(\.name), rows: layer.features.map(\.values))
  }
}
