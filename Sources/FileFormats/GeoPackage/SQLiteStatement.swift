internal import CSQLite

/// A query, and the row that it stands on.
@safe final class SQLiteStatement {
  private let database: SQLiteDatabase
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer, in database: SQLiteDatabase) {
    unsafe self.handle = handle
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// A value as SQLite holds it.
  enum Value {
    case null
    case integer(Int)
    case real(Double)
    /// Text in UTF-8, if the file keeps its promise.
    case text([UInt8])
    case blob([UInt8])
  }

  /// Moves to the next row; `false` behind the last.
  func step() throws(FormatError) -> Bool {
    let result = unsafe sqlite3_step(handle)
    guard result != SQLITE_ROW else { return true }
    guard result == SQLITE_DONE else { throw database.failure(result) }
    return false
  }

  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  func columnName(_ column: Int) -> String {
    let name = unsafe sqlite3_column_name(handle, Int32(column))
    return unsafe name.map { unsafe String(cString: $0) } ?? ""
  }

  /// The type with which the table declares a column; empty for what is computed.
  func declaredType(_ column: Int) -> String {
    let type = unsafe sqlite3_column_decltype(handle, Int32(column))
    return unsafe type.map { unsafe String(cString: $0) } ?? ""
  }

  /// A value of the row that it stands on.
  func value(_ column: Int) -> Value {
    let column = Int32(column)
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(Int(unsafe sqlite3_column_int64(handle, column)))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, column))
    case SQLITE_TEXT:
      let start = unsafe UnsafeRawPointer(sqlite3_column_text(handle, column))
      return .text(unsafe bytes(from: start, of: column))
    case SQLITE_BLOB:
      return .blob(unsafe bytes(from: sqlite3_column_blob(handle, column), of: column))
    default: return .null
    }
  }

  func text(_ column: Int) -> String? {
    if case .text(let bytes) = value(column) { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  func integer(_ column: Int) -> Int? {
    if case .integer(let integer) = value(column) { integer } else { nil }
  }

  private func bytes(from start: UnsafeRawPointer?, of column: Int32) -> [UInt8] {
    // SQLite's count belongs to the pointer that it gave last.
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    guard let start = unsafe start else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}

extension String {
  /// The text as the name of a table or column in a query.
  var asSQLIdentifier: String { "\"" + replacing("\"", with: "\"\"") + "\"" }

  /// The text as a value in a query.
  var asSQLText: String { "'" + replacing("'", with: "''") + "'" }
}
