/// A table as text: rows of cells between delimiters.
///
/// Rows may have any number of cells. Both kinds of line end, lone carriage returns, quoted cells
/// with line breaks, and text behind a closing quote are taken as they come. Nothing is known here
/// of headers: the first row of the grid is the first of the file that is not blank.
///
/// - SeeAlso: RFC 4180, "Common format and MIME type for comma-separated values (CSV) files".
public struct DelimitedText: Sendable {
  /// The cells, without their quotes; its `lines` are those of the file on which each row begins.
  public let grid: TextGrid
  /// The character between the cells.
  public let delimiter: Delimiter
  /// The encoding of the file.
  public let encoding: TextEncoding
  /// Whether the file began with a byte order mark.
  public let hasByteOrderMark: Bool
  /// The first lines of a ``TextEncoding/mixed`` file that are not UTF-8.
  public let foreignLines: [Int]
  /// How many such lines there are.
  public let foreignLineCount: Int
  /// The number of rows passed over because nothing stands in them but blanks.
  public let blankRowCount: Int
  /// Whether the first line of the file names the delimiter (`sep=;`), which Excel understands.
  public let hasSeparatorLine: Bool

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, in any encoding that ``DecodedText`` reads.
  ///   - limits: Bounds on the size of the table.
  ///   - columns: Which cells of each row are wanted, and in which order, asked once with the texts
  ///     of the first row; `nil` for all. Where a row is shorter the cell is empty.
  /// - Throws: ``FormatError``, for a quoted cell that never ends, a table beyond the limits, or
  ///   text that cannot be decoded.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(
    _ bytes: [UInt8], limits: Limits = .default,
    keeping columns: ([String]) -> [Int]? = { _ in nil }
  ) throws(FormatError) {
    let text = try DecodedText(bytes)
    let separator = SeparatorLine(in: text.utf8)
    let start = separator?.byteCount ?? 0
    delimiter = separator?.delimiter ?? .sniffed(in: text.utf8, from: start)
    hasSeparatorLine = separator != nil
    encoding = text.encoding
    hasByteOrderMark = text.hasByteOrderMark
    foreignLines = text.foreignLines
    foreignLineCount = text.foreignLineCount
    let splitter = RowSplitter(
      text.utf8, delimiter: delimiter, range: start..<text.utf8.count, line: start == 0 ? 1 : 2,
      maximumCellCount: limits.cellsInRow)
    (grid, blankRowCount) = try Self.read(
      splitter, size: GridSize(of: text.utf8, delimiter: delimiter), limits: limits,
      keeping: columns)
  }

  private static func read(
    _ rows: RowSplitter, size: GridSize, limits: Limits, keeping columns: ([String]) -> [Int]?
  ) throws(FormatError) -> (TextGrid, blankRowCount: Int) {
    var rows = rows
    var cells: [RawCell] = []
    var blankRowCount = 0
    var wanted: [Int]?
    var grid = TextGrid.Builder()
    while let line = try rows.nextRow(into: &cells) {
      if rows.isBlank(cells) {
        blankRowCount += 1
        continue
      }
      if grid.rowCount == 0 {
        wanted = columns(rows.texts(cells))
        precondition(wanted?.allSatisfy { $0 >= 0 } ?? true, "a column is negative")
        grid = size.builder(columnCount: wanted?.count, limits: limits)
      }
      if let wanted {
        for column in wanted {
          if column < cells.count { rows.append(cells[column], to: &grid) }
          grid.endCell()
        }
      } else {
        for cell in cells {
          rows.append(cell, to: &grid)
          grid.endCell()
        }
      }
      grid.endRow(line: line)
      try limits.check(grid)
    }
    return (grid.finished(), blankRowCount)
  }
}
