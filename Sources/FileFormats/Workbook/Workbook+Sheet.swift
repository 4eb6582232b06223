extension Workbook {
  /// The cells of a worksheet, and what a reader of them should know.
  ///
  /// A value is text as it would be typed: numbers in plain decimal digits whatever their display
  /// (a percentage of 25 is `0.25`), dates as `2024-03-31` or `2024-03-31T14:30:00`, durations as
  /// `36:00:00`, truth values as `TRUE` and `FALSE`, errors as `#N/A`. Of a merged range only the
  /// first cell has a value.
  public struct Sheet: Sendable {
    /// The cells; its `lines` are the row numbers of the sheet.
    ///
    /// Rows without content are left out,
    /// and so are the empty cells behind the last one with content.
    public let grid: TextGrid
    /// The merged ranges of more than one cell, in the order of the file; of very many only the
    /// first ``maximumMergedRangeCount``.
    public let mergedRanges: [CellRange]
    /// How many merged ranges there are.
    public let mergedRangeCount: Int
    /// Formulas whose result the file does not hold; their cells are empty.
    public let formulasWithoutResult: CellTally
    /// Cells that show an error, such as `#N/A`.
    public let errors: CellTally
    /// Numbers that are shown as dates, times or durations, and were turned into those.
    public let dates: CellTally
    /// The number of rows with content that are hidden, for example by a filter; they are read.
    public let hiddenRowCount: Int

    /// How many merged ranges are listed.
    public static let maximumMergedRangeCount = 10_000
  }

  /// How many cells are of some kind, and the first of them.
  public struct CellTally: Hashable, Sendable {
    /// The number of cells.
    public private(set) var count = 0
    /// The reference of the first, such as `C5`; `nil` if there is none.
    public private(set) var first: String?

    mutating func add(_ position: CellPosition) {
      if first == nil { first = position.description }
      count += 1
    }
  }

  /// A rectangle of cells.
  public struct CellRange: Hashable, Sendable {
    /// The row numbers of the sheet, counted from 1, as in the grid's `lines`.
    public let rows: ClosedRange<Int>
    /// The columns, counted from 0, as the cells of the grid's rows are.
    public let columns: ClosedRange<Int>
  }
}

extension Workbook.CellRange: CustomStringConvertible {
  /// The range as Excel writes it, such as `A1:C1`.
  public var description: String {
    let first = CellPosition(row: rows.lowerBound, column: columns.lowerBound)
    let last = CellPosition(row: rows.upperBound, column: columns.upperBound)
    return "\(first):\(last)"
  }

  /// The range that a reference names; a single cell is a range too.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(corners.count), let first = CellPosition(corners[0].utf8),
      let last = CellPosition(corners[corners.count - 1].utf8)
    else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }
}
