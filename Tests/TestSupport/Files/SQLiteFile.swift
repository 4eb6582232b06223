internal import CSQLite

/// The bytes of an SQLite file, opened as any program would open them.
@safe public final class SQLiteFile {
  private var handle: OpaquePointer?

  /// What SQLite refuses.
  public struct Failure: Error {
    /// Why.
    public let message: String
  }

  /// A file that is changed only in memory.
  public init(_ bytes: [UInt8]) throws {
    unsafe sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nil)
    // SQLite frees the copy, which is as long as it is told, with the connection.
    let copy = unsafe sqlite3_malloc64(UInt64(bytes.count))
    unsafe copy?.copyMemory(from: bytes, byteCount: bytes.count)
    let result = unsafe sqlite3_deserialize(
      handle, "main", copy?.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
      Int64(bytes.count),
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
    guard result == SQLITE_OK else { throw failure }
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Gives SQL a function of one argument that always has this value.
  public func define(_ function: String, as value: Int) {
    let application = unsafe UnsafeMutableRawPointer(bitPattern: value)
    unsafe sqlite3_create_function(
      handle, function, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, application,
      { context, _, _ in
        unsafe sqlite3_result_int64(context, Int64(Int(bitPattern: sqlite3_user_data(context))))
      }, nil, nil)
  }

  /// The rows that a statement gives, their values as text; `nil` for null.
  @discardableResult
  public func rows(_ query: String) throws -> [[String?]] {
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK else {
      throw failure
    }
    defer { unsafe sqlite3_finalize(statement) }
    var rows: [[String?]] = []
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<(unsafe sqlite3_column_count(statement))).map { column in
            unsafe sqlite3_column_text(statement, column).map { unsafe String(cString: $0) }
          })
      case SQLITE_DONE: return rows
      default: throw failure
      }
    }
  }

  /// The only value of the only row.
  public func value(_ query: String) throws -> String? {
    let rows = try rows(query)
    return rows.count == 1 && rows[0].count == 1 ? rows[0][0] : nil
  }

  private var failure: Failure {
    Failure(message: unsafe String(cString: sqlite3_errmsg(handle)))
  }
}
