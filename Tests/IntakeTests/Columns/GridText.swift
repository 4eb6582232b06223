import FileFormats

extension TextGrid {
  /// A grid of cells written out.
  init(rows: [[String]]) {
    var builder = Builder()
    for (line, cells) in rows.enumerated() {
      for cell in cells {
        builder.append(contentsOf: cell.utf8)
        builder.endCell()
      }
      builder.endRow(line: line + 1)
    }
    self = builder.finished()
  }

  /// A grid from comma-separated text, in which cells may stand in double quotes.
  init(text: String) {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      let last = rows.count - 1
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[last].append("")
      case "\n" where !isQuoted: rows.append([""])
      default: rows[last][rows[last].count - 1].append(character)
      }
    }
    if rows.last == [""] { rows.removeLast() }
    self.init(rows: rows)
  }
}
