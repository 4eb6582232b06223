extension DelimitedText {
  /// Bounds that a table must keep to, so that a hostile one cannot exhaust the machine.
  public struct Limits: Hashable, Sendable {
    /// The largest number of cells; each costs eight bytes beside its text.
    public let cells: Int
    /// The largest number of rows.
    public let rows: Int
    /// The largest number of cells in one row.
    public let cellsInRow: Int

    /// Makes limits; what is not named keeps its default.
    ///
    /// - Precondition: No limit is negative.
    public init(cells: Int = 200_000_000, rows: Int = 20_000_000, cellsInRow: Int = 16_384) {
      precondition(cells >= 0 && rows >= 0 && cellsInRow >= 0, "a limit is negative")
      self.cells = cells
      self.rows = rows
      self.cellsInRow = cellsInRow
    }

    /// 200 million cells, 20 million rows, 16,384 cells in a row.
    public static let `default` = Limits()

    func check(_ grid: TextGrid.Builder) throws(FormatError) {
      guard grid.cellCount <= cells else { throw .limitExceeded(what: "cells", limit: cells) }
      guard grid.rowCount <= rows else { throw .limitExceeded(what: "rows", limit: rows) }
    }
  }
}
