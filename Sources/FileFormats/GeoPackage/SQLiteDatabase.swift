internal import CSQLite

/// An SQLite database in memory that is only read, and not trusted.
///
/// The file may have been made to harm: its views are programs. So nothing in its schema may call
/// a function with effects, nothing is written, no file is opened, no extension loaded, and a
/// budget of steps and of memory ends a query that would run for ever.
///
/// Not `Sendable`: used by one thread of work, within the call of ``read(_:_:)`` that made it.
@safe final class SQLiteDatabase {
  let handle: OpaquePointer
  private let budget: Budget

  /// What all queries together may use.
  ///
  /// A table is read in fewer steps than it has bytes, and with little more memory than its
  /// longest row; a view may sort or join some.
  private final class Budget {
    let steps: Int
    let bytes: Int
    private var used = 0
    private let before = sqlite3_memory_used()

    init(byteCount: Int) {
      steps = 5_000_000 + 4 * byteCount
      bytes = 256 << 20 + 4 * byteCount
    }

    /// How many steps pass between two looks at the budget.
    static let stride: Int32 = 10_000

    /// Whether nothing is left after as many steps more.
    func isSpent() -> Bool {
      used += Int(Self.stride)
      return used > steps || sqlite3_memory_used() - before > Int64(bytes)
    }
  }

  /// Opens a database for as long as `body` runs.
  ///
  /// - Throws: ``FormatError`` for bytes that are no database, and whatever `body` throws.
  static func read<Result>(
    _ bytes: [UInt8], _ body: (SQLiteDatabase) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    // SQLite reads within the count given to it, for as long as the connection is open: it is
    // closed when `database` goes, before the bytes can.
    try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(FormatError) -> Result in
      let database = try unsafe SQLiteDatabase(buffer)
      return try body(database)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    guard unsafe sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK,
      let handle = unsafe opened
    else {
      unsafe sqlite3_close_v2(opened)
      throw .limitExceeded(what: "bytes of memory for the database", limit: bytes.count)
    }
    unsafe self.handle = handle
    budget = Budget(byteCount: bytes.count)
    restrict(toLength: bytes.count)
    // The flag makes SQLite refuse to write, so that the bytes may be those of a constant.
    let result = unsafe sqlite3_deserialize(
      handle, "main", UnsafeMutablePointer(mutating: bytes.baseAddress), Int64(bytes.count),
      Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_READONLY))
    guard result == SQLITE_OK else { throw failure(result) }
    for pragma in [
      "trusted_schema=OFF", "query_only=ON", "temp_store=MEMORY", "cell_size_check=ON",
    ] {
      _ = try prepare("PRAGMA \(pragma)").step()
    }
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Takes away what reading does not need, and bounds the rest.
  private func restrict(toLength byteCount: Int) {
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    ] {
      _ = unsafe csqlite_configure(handle, option, Int32(value))
    }
    // No value is longer than the file, but for a change of encoding from UTF-16.
    let length = min(max(2 * byteCount, 1 << 20), 1_000_000_000)
    for (limit, value) in [
      (SQLITE_LIMIT_LENGTH, length), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_COMPOUND_SELECT, 50),
      (SQLITE_LIMIT_VDBE_OP, 100_000), (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
      _ = unsafe sqlite3_limit(handle, limit, Int32(value))
    }
    // The budget lives as long as the connection, so an unretained pointer to it is enough.
    unsafe sqlite3_progress_handler(
      handle, Budget.stride,
      { budget in
        guard let budget = unsafe budget else { return 1 }
        return unsafe Unmanaged<Budget>.fromOpaque(budget).takeUnretainedValue().isSpent() ? 1 : 0
      }, Unmanaged.passUnretained(budget).toOpaque())
  }

  /// A query that has not begun.
  ///
  /// - Throws: ``FormatError``, also for a table or column that is not there.
  func prepare(_ query: String) throws(FormatError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let result = unsafe sqlite3_prepare_v2(handle, query, -1, &statement, nil)
    guard result == SQLITE_OK, let statement = unsafe statement else { throw failure(result) }
    return unsafe SQLiteStatement(statement, in: self)
  }

  /// What went wrong in the last call.
  func failure(_ result: Int32) -> FormatError {
    switch result & 0xFF {
    case SQLITE_INTERRUPT:
      return .limitExceeded(what: "steps of the database in one reading", limit: budget.steps)
    case SQLITE_TOOBIG: return .limitExceeded(what: "bytes in one value", limit: 1_000_000_000)
    case SQLITE_NOMEM:
      return .limitExceeded(what: "bytes of memory for the database", limit: budget.bytes)
    case SQLITE_NOTADB:
      return .corrupt(what: "this is not an SQLite database", where: "the first bytes")
    default:
      let message = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) }
      return .corrupt(what: message ?? "unknown error", where: "the database")
    }
  }
}
