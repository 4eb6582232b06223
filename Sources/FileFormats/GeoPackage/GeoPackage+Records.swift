internal import GeoJSON

extension GeoPackage {
  /// The rows of a layer as a table of text.
  ///
  /// The first row has the names of the columns, the primary key among them; the column of the
  /// geometries is left out. Numbers are written in plain digits, the values of a BOOLEAN column
  /// as `true` and `false`; null, binary values and infinities are empty cells. Text that is not
  /// UTF-8 is read as Windows-1252. Rows are numbered from 1 for the header.
  ///
  /// - Parameter layer: One of ``layers``, of either kind.
  /// - Returns: The rows in the order of the primary key, or of the view.
  /// - Throws: ``FormatError``, for a table that is not there or broken, or a view that takes too
  ///   long.
  /// - Complexity: O(*n*) in the bytes of the layer.
  public func records(of layer: Layer) throws(FormatError) -> TextGrid {
    try SQLiteDatabase.read(bytes) { (database) throws(FormatError) in
      let rows = try TableRows(of: layer, in: database, byteCount: bytes.count)
      let columns = rows.names.indices.filter { $0 != rows.geometryColumn }
      var grid = TextGrid.Builder()
      for column in columns {
        grid.append(contentsOf: rows.names[column].utf8)
        grid.endCell()
      }
      grid.endRow(line: 1)
      var line = 1
      while try rows.step() {
        for column in columns {
          grid.append(contentsOf: cell(try rows.value(column), isBoolean: rows.isBoolean(column)))
          grid.endCell()
        }
        line += 1
        grid.endRow(line: line)
      }
      return grid.finished()
    }
  }

  private func cell(_ value: SQLiteStatement.Value, isBoolean: Bool) -> [UInt8] {
    switch value {
    case .integer(let integer) where isBoolean && (0...1).contains(integer):
      Array((integer == 1 ? "true" : "false").utf8)
    case .integer(let integer): Array(String(integer).utf8)
    case .real(let real) where real.isFinite: Array((JSONValue.number(real).text ?? "").utf8)
    case .text(let bytes): StoredText(bytes).utf8
    case .null, .real, .blob: []
    }
  }
}
