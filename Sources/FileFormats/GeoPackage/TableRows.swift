/// The rows of a layer's table, one after the other, within a bound on what they hold.
struct TableRows {
  /// The names of the columns; where two are equal as text, the later has a number behind it.
  let names: [String]
  /// The column that is the whole primary key.
  let keyColumn: Int?
  /// The column with the geometries.
  let geometryColumn: Int?
  private let booleans: [Bool]
  private let statement: SQLiteStatement
  private let contentLimit: Int
  private let content = Content()

  /// What has been read.
  private final class Content {
    var bytes = 0
    var cells = 0
  }

  /// The most cells that are read of one layer.
  static let cellLimit = 100_000_000

  /// - Throws: ``FormatError``, also for a table that is not there.
  init(
    of layer: GeoPackage.Layer, in database: SQLiteDatabase, byteCount: Int
  ) throws(FormatError) {
    guard !layer.name.utf8.contains(0) else {
      throw .corrupt(what: "the name of a layer holds a zero byte", where: "gpkg_contents")
    }
    let key = try Self.key(of: layer.name, in: database)
    // SQLite keeps rows in the order of a key that is a whole number, so that this costs nothing.
    let order = key.map { $0.isInteger ? " ORDER BY \($0.name.asSQLIdentifier)" : "" } ?? ""
    statement = try database.prepare("SELECT * FROM \(layer.name.asSQLIdentifier)\(order)")
    let columns = 0..<statement.columnCount
    let found = columns.map { [statement] in statement.columnName($0) }
    names = DistinctNames(found).names
    keyColumn = key.flatMap { key in found.firstIndex(of: key.name) }
    geometryColumn = layer.geometryColumn.flatMap { column in
      found.firstIndex { $0.lowercased() == column.lowercased() }
    }
    if let column = layer.geometryColumn, geometryColumn == nil {
      throw .corrupt(what: "there is no column \(column)", where: "layer \(layer.name)")
    }
    booleans = columns.map { [statement] in
      statement.declaredType($0).uppercased().hasPrefix("BOOL")
    }
    // A view may repeat what the tables hold, but not without bound.
    contentLimit = max(8 * byteCount, 64 << 20)
  }

  func isBoolean(_ column: Int) -> Bool { booleans[column] }

  /// Moves to the next row; `false` behind the last.
  func step() throws(FormatError) -> Bool {
    guard try statement.step() else { return false }
    content.cells += names.count
    guard content.cells <= Self.cellLimit else {
      throw .limitExceeded(what: "cells in one layer", limit: Self.cellLimit)
    }
    return true
  }

  func value(_ column: Int) throws(FormatError) -> SQLiteStatement.Value {
    let value = statement.value(column)
    switch value {
    case .text(let bytes), .blob(let bytes):
      content.bytes += bytes.count
      guard content.bytes <= contentLimit else {
        throw .limitExceeded(what: "bytes in the rows of one layer", limit: contentLimit)
      }
    case .null, .integer, .real: break
    }
    return value
  }

  /// The column that is the primary key; `nil` where there is none, or it is several.
  private static func key(
    of table: String, in database: SQLiteDatabase
  ) throws(FormatError) -> (name: String, isInteger: Bool)? {
    let query = try database.prepare(
      "SELECT name, type FROM pragma_table_info(\(table.asSQLText)) WHERE pk > 0")
    guard try query.step(), let name = query.text(0) else { return nil }
    let isInteger = query.text(1)?.uppercased() == "INTEGER"
    return try query.step() ? nil : (name, isInteger)
  }
}
