import FileFormats

extension TextGrid {
  /// A grid of lines of cells with commas between them and no quotes.
  static func lines(_ text: String) -> TextGrid {
    var builder = TextGrid.Builder(reserving: text.utf8.count)
    var line = 1
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ","): builder.endCell()
      case UInt8(ascii: "\n"):
        builder.endCell()
        builder.endRow(line: line)
        line += 1
      default: builder.append(byte)
      }
    }
    if builder.openCellCount > 0 || !(text.isEmpty || text.hasSuffix("\n")) {
      builder.endCell()
      builder.endRow(line: line)
    }
    return builder.finished()
  }
}
