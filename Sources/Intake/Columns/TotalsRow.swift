public import FileFormats

/// Rows at the end of a table that add up the rows above them.
public enum TotalsRow {
  private static let words: Set<String> = [
    "total", "totals", "grand total", "grand totals", "sum", "sub total", "subtotal",
  ]

  /// Whether a row adds up others.
  ///
  /// Its first filled cell says so, and it has no key of its own: an organisation called "Total"
  /// has an identifier or a postcode beside its name.
  ///
  /// - Parameters:
  ///   - grid: The grid.
  ///   - row: A row of the grid.
  ///   - key: The column that identifies rows, if known; the word may stand in it.
  /// - Returns: `false` for a blank row.
  public static func isTotals(_ grid: TextGrid, row: Int, key: Int?) -> Bool {
    for cell in 0..<grid.cellCount(ofRow: row) {
      let bytes = grid.bytes(row: row, cell: cell)
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      guard bytes.count <= ColumnName.byteLimit else { return false }
      var text = ColumnName(grid.text(row: row, cell: cell)).text
      guard !text.isEmpty else { continue }
      if text.hasSuffix(":") { text.removeLast() }
      guard words.contains(text) else { return false }
      guard let key, key != cell else { return true }
      return ColumnName(grid.text(row: row, cell: key)).text.isEmpty
    }
    return false
  }

  /// The totals rows at the end of a grid; blank rows among them are passed over.
  ///
  /// - Parameters:
  ///   - grid: The grid.
  ///   - header: The row with the names of the columns; no row up to it is looked at.
  ///   - key: The column that identifies rows, if known.
  /// - Returns: The rows in order; empty where the last filled row is no totals row.
  public static func trailing(in grid: TextGrid, below header: Int, key: Int?) -> [Int] {
    var rows: [Int] = []
    for row in stride(from: grid.rowCount - 1, to: header, by: -1) {
      if isTotals(grid, row: row, key: key) {
        rows.append(row)
      } else if !isBlank(grid, row: row) {
        break
      }
    }
    return rows.reversed()
  }

  private static func isBlank(_ grid: TextGrid, row: Int) -> Bool {
    (0..<grid.cellCount(ofRow: row)).allSatisfy { cell in
      ColumnName(grid.text(row: row, cell: cell)).text.isEmpty
        && grid.bytes(row: row, cell: cell).count <= ColumnName.byteLimit
    }
  }
}
