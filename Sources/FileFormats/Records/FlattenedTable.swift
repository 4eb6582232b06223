internal import GeoJSON

/// Nested objects as rows of cells, whose columns become known on the way.
struct FlattenedTable {
  private var columns: [String] = []
  private var places: [String: Int] = [:]
  private var rows = TextGrid.Builder()
  private var recordCount = 0
  /// The cells of the row at work, as many as there are columns, and which of them are filled.
  private var cells: [[UInt8]] = []
  private var filled: [Int] = []

  /// Adds an object as a row.
  mutating func append(_ record: JSONValue) throws(FormatError) {
    try flatten(record, path: "")
    let width = (filled.max() ?? -1) + 1
    guard rows.cellCount + width <= JSONRecords.cellLimit else {
      throw .limitExceeded(what: "cells", limit: JSONRecords.cellLimit)
    }
    for cell in cells.prefix(width) {
      rows.append(contentsOf: cell)
      rows.endCell()
    }
    recordCount += 1
    rows.endRow(line: recordCount)
    for column in filled { cells[column] = [] }
    filled.removeAll(keepingCapacity: true)
  }

  private mutating func flatten(_ value: JSONValue, path: String) throws(FormatError) {
    guard path.utf8.count <= JSONRecords.nameLimit else {
      throw .limitExceeded(
        what: "bytes in the name of a column (\(path.prefix(20))…)", limit: JSONRecords.nameLimit)
    }
    let start = path.isEmpty ? "" : path + "/"
    switch value {
    case .object(let members):
      for member in members { try flatten(member.value, path: start + member.name) }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        try flatten(element, path: start + String(index))
      }
    case .null: _ = try column(path)
    case .bool(let truth): try fill(path, truth ? "true" : "false")
    case .integer, .number, .string: try fill(path, value.text ?? "")
    }
  }

  private mutating func fill(_ path: String, _ text: String) throws(FormatError) {
    let column = try column(path)
    cells[column] = Array(text.utf8)
    filled.append(column)
  }

  /// The column of a path, new if it has not occurred.
  private mutating func column(_ path: String) throws(FormatError) -> Int {
    if let place = places[path] { return place }
    guard columns.count < JSONRecords.columnLimit else {
      throw .limitExceeded(
        what: "columns, of which the last is \(path.prefix(80))", limit: JSONRecords.columnLimit)
    }
    places[path] = columns.count
    columns.append(path)
    cells.append([])
    return columns.count - 1
  }

  /// The rows so far below their header.
  func grid() -> TextGrid {
    let body = rows.finished()
    var header = TextGrid.Builder(reserving: body.content.count)
    for column in columns {
      header.append(contentsOf: column.utf8)
      header.endCell()
    }
    header.endRow(line: 0)
    let head = header.finished()
    return TextGrid(
      content: head.content + body.content,
      ends: head.ends + body.ends.map { $0 + head.content.count },
      rowStarts: head.rowStarts + body.rowStarts.dropFirst().map { $0 + head.ends.count },
      lines: head.lines + body.lines)
  }
}
