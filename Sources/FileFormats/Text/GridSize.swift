/// About how many rows and cells a text holds, judged by its beginning, so that a grid need not
/// grow: growing needs twice the memory for a while.
struct GridSize {
  private let byteCount: Int
  private let rowCount: Int
  private let cellCount: Int

  /// How much of the text is looked at.
  private static let sampleSize = 1 << 20

  init(of bytes: [UInt8], delimiter: Delimiter) {
    let sample = bytes.prefix(Self.sampleSize)
    let rows = max(sample.count { $0 == 0x0A }, sample.count { $0 == 0x0D }) + 1
    let cells = sample.count { $0 == delimiter.byte } + rows
    // A sixteenth more than expected, because growing after all would double the room.
    let scale = Double(bytes.count) / Double(max(sample.count, 1)) * 17 / 16
    byteCount = bytes.count
    rowCount = Int(Double(rows) * scale) + 1
    cellCount = Int(Double(cells) * scale) + 1
  }

  /// A builder with room for all columns, or for so many.
  func builder(columnCount: Int?, limits: DelimitedText.Limits) -> TextGrid.Builder {
    let rows = min(rowCount, limits.rows)
    guard let columnCount else {
      return TextGrid.Builder(
        reserving: byteCount, cells: min(cellCount, limits.cells), rows: rows)
    }
    let (cells, overflow) = rows.multipliedReportingOverflow(by: columnCount)
    return TextGrid.Builder(cells: overflow ? 0 : min(cells, limits.cells), rows: rows)
  }
}
