/// Rows of text cells, of whatever number each, as a file holds them.
///
/// All cells lie in one buffer as UTF-8 and become strings only when asked for, so that a table of
/// millions of cells costs little more than its bytes. Nothing is known here of headers.
public struct TextGrid: Sendable {
  /// The content of all cells, one after the other.
  public let content: [UInt8]
  /// Where each cell ends in ``content``, row by row.
  public let ends: [Int]
  /// The index in ``ends`` of the first cell of each row, and one entry more for the end.
  public let rowStarts: [Int]
  /// The line of the file, or the row of the sheet, on which each row begins, counted from 1.
  public let lines: [Int]

  /// The number of rows.
  public var rowCount: Int { lines.count }

  /// The number of cells in a row.
  public func cellCount(ofRow row: Int) -> Int { rowStarts[row + 1] - rowStarts[row] }

  /// The bytes of a cell; empty beyond the last cell of the row.
  public func bytes(row: Int, cell: Int) -> ArraySlice<UInt8> {
    guard cell < cellCount(ofRow: row) else { return [] }
    let index = rowStarts[row] + cell
    return content[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The text of a cell as it stands in the file; empty beyond the last cell of the row.
  public func text(row: Int, cell: Int) -> String {
    String(decoding: bytes(row: row, cell: cell), as: UTF8.self)
  }
}

extension TextGrid {
  /// Gathers cells row by row.
  public struct Builder {
    private var content: [UInt8] = []
    private var ends: [Int] = []
    private var rowStarts = [0]
    private var lines: [Int] = []

    /// A builder without rows.
    ///
    /// - Parameters:
    ///   - byteCount: About how much content is to come.
    ///   - cellCount: About how many cells are to come.
    ///   - rowCount: About how many rows are to come.
    public init(reserving byteCount: Int = 0, cells cellCount: Int = 0, rows rowCount: Int = 0) {
      content.reserveCapacity(byteCount)
      ends.reserveCapacity(cellCount)
      rowStarts.reserveCapacity(rowCount + 1)
      lines.reserveCapacity(rowCount)
    }

    /// The number of bytes in the cells so far.
    public var byteCount: Int { content.count }

    /// The number of rows that have ended.
    public var rowCount: Int { lines.count }

    /// The number of cells so far.
    public var cellCount: Int { ends.count }

    /// The number of cells in the row that has not ended yet.
    public var openCellCount: Int { ends.count - rowStarts[rowStarts.count - 1] }

    /// Adds a byte to the cell that has not ended yet.
    public mutating func append(_ byte: UInt8) { content.append(byte) }

    /// Adds bytes to the cell that has not ended yet.
    public mutating func append(contentsOf bytes: some Sequence<UInt8>) {
      content.append(contentsOf: bytes)
    }

    /// Ends a cell.
    public mutating func endCell() { ends.append(content.count) }

    /// Ends a row that began on a line.
    public mutating func endRow(line: Int) {
      rowStarts.append(ends.count)
      lines.append(line)
    }

    /// Takes back the cells of the row that has not ended yet.
    public mutating func discardRow() {
      let start = rowStarts[rowStarts.count - 1]
      content.removeLast(content.count - (start == 0 ? 0 : ends[start - 1]))
      ends.removeLast(ends.count - start)
    }

    /// The rows that have ended.
    public func finished() -> TextGrid {
      TextGrid(content: content, ends: ends, rowStarts: rowStarts, lines: lines)
    }
  }
}
