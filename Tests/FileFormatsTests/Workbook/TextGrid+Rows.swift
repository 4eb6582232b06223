import FileFormats

extension TextGrid {
  /// All cells, row by row.
  var rows: [[String]] {
    (0..<rowCount).map { row in
      (0..<cellCount(ofRow: row)).map { text(row: row, cell: $0) }
    }
  }
}
