internal import CSQLite

/// An SQLite database that is made in memory.
///
/// Not `Sendable`: used by one thread of work.
@safe final class SQLiteBuilder {
  fileprivate let handle: OpaquePointer

  init() throws(GeoPackageWriteError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard unsafe sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK,
      let handle = unsafe opened
    else {
      unsafe sqlite3_close_v2(opened)
      throw .database("out of memory")
    }
    unsafe self.handle = handle
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func run(_ statements: String) throws(GeoPackageWriteError) {
    guard unsafe sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else {
      throw failure()
    }
  }

  /// A way to insert rows into a table, with a value for each of its columns.
  func insertion(
    into table: String, columns: Int
  ) throws(GeoPackageWriteError) -> SQLiteInsertion {
    let places = repeatElement("?", count: columns).joined(separator: ",")
    var statement: OpaquePointer?
    let query = "INSERT INTO \(table.asSQLIdentifier) VALUES (\(places))"
    guard unsafe sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK,
      let statement = unsafe statement
    else { throw failure() }
    return unsafe SQLiteInsertion(statement, columns: columns, in: self)
  }

  /// The bytes of the database as a file.
  func serialized() throws(GeoPackageWriteError) -> [UInt8] {
    var count: Int64 = 0
    guard let start = unsafe sqlite3_serialize(handle, "main", &count, 0) else {
      throw .database("out of memory")
    }
    defer { unsafe sqlite3_free(start) }
    // SQLite allocated as many bytes as it says.
    return unsafe [UInt8](UnsafeBufferPointer(start: start, count: Int(count)))
  }

  fileprivate func failure() -> GeoPackageWriteError {
    .database(
      unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "unknown error")
  }
}

/// A statement that inserts one row after the other.
@safe final class SQLiteInsertion {
  private let handle: OpaquePointer
  private let columns: Int
  private let database: SQLiteBuilder

  fileprivate init(_ handle: OpaquePointer, columns: Int, in database: SQLiteBuilder) {
    unsafe self.handle = handle
    self.columns = columns
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Inserts a row, with one value per column.
  func insert(_ values: [SQLiteStatement.Value]) throws(GeoPackageWriteError) {
    precondition(values.count == columns, "one value per column")
    // SQLite takes a missing pointer for a null, so that even the empty text needs an address.
    var content: [UInt8] = [0]
    for case .text(let bytes) in values { content += bytes }
    for case .blob(let bytes) in values { content += bytes }
    // The bytes stay where they are until the row is in the database and the values are let go.
    let result = unsafe content.withUnsafeBufferPointer { buffer in
      let result = unsafe bind(values, content: buffer)
      let done = result == SQLITE_OK ? unsafe sqlite3_step(handle) : result
      unsafe sqlite3_reset(handle)
      unsafe sqlite3_clear_bindings(handle)
      return done
    }
    guard result == SQLITE_DONE else { throw database.failure() }
  }

  /// Binds values whose texts, and then blobs, stand one after the other behind the first byte.
  private func bind(
    _ values: [SQLiteStatement.Value], content: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    var text = 1
    var blob = 1
    for case .text(let bytes) in values { blob += bytes.count }
    for (index, value) in values.enumerated() {
      let column = Int32(index + 1)
      let result =
        switch value {
        case .null: unsafe sqlite3_bind_null(handle, column)
        case .integer(let number): unsafe sqlite3_bind_int64(handle, column, Int64(number))
        case .real(let number): unsafe sqlite3_bind_double(handle, column, number)
        case .text(let bytes):
          // The bound: `text + bytes.count` is at most the start of the blobs.
          unsafe content.baseAddress.map { start in
            unsafe (start + text).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
              unsafe sqlite3_bind_text64(
                handle, column, $0, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
            }
          } ?? SQLITE_NOMEM
        case .blob(let bytes):
          unsafe content.baseAddress.map { start in
            unsafe sqlite3_bind_blob64(handle, column, start + blob, UInt64(bytes.count), nil)
          } ?? SQLITE_NOMEM
        }
      guard result == SQLITE_OK else { return result }
      switch value {
      case .text(let bytes): text += bytes.count
      case .blob(let bytes): blob += bytes.count
      default: break
      }
    }
    return SQLITE_OK
  }
}
