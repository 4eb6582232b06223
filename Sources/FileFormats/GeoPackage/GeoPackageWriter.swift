/// A GeoPackage to be written: tables with or without places, and what is said about them.
///
/// The file follows version 1.3 of the standard. Each table of features has an index of its
/// geometries (an R-tree) with the triggers that keep it true in a program that edits the file,
/// each column its title and description, and each style is where QGIS looks for it. It holds no
/// time but ``timestamp``: the same content gives the same bytes with the same version of SQLite.
///
/// - SeeAlso: OGC 12-128r18, *GeoPackage Encoding Standard 1.3.1*, 2021.
public struct GeoPackageWriter: Sendable {
  /// The tables, in the order in which programs list them.
  public let tables: [Table]
  /// The reference systems that tables use, beside WGS 84.
  public let systems: [System]
  /// Texts about the whole file: its lineage, its credits.
  public let metadata: [Metadata]
  /// How QGIS draws the tables.
  public let styles: [Style]
  /// The time that the file states as its last change.
  public let timestamp: String

  /// The time of no particular moment, so that files can be compared byte by byte.
  public static let noTime = "1970-01-01T00:00:00.000Z"

  /// A GeoPackage from its parts.
  ///
  /// - Parameters:
  ///   - tables: In the order in which programs list them.
  ///   - systems: Those that tables use, beside WGS 84 with the number 4326 and the undefined ones
  ///     with 0 and −1.
  ///   - metadata: Texts about the whole file.
  ///   - styles: How QGIS draws the tables.
  ///   - timestamp: The time of the last change, in the form of ISO 8601 with milliseconds, UTC.
  public init(
    tables: [Table], systems: [System] = [], metadata: [Metadata] = [], styles: [Style] = [],
    timestamp: String = noTime
  ) {
    self.tables = tables
    self.systems = systems
    self.metadata = metadata
    self.styles = styles
    self.timestamp = timestamp
  }

  /// The bytes of the file.
  ///
  /// Names are kept as they are, whatever characters they have. A zero byte inside a text, which
  /// SQLite takes for its end, becomes U+FFFD.
  ///
  /// - Throws: ``GeoPackageWriteError``.
  /// - Complexity: O(*n* log *n*) in the number of rows; the file is held in memory twice.
  public func bytes() throws(GeoPackageWriteError) -> [UInt8] {
    try checkNames()
    let database = try SQLiteBuilder()
    // What cannot be finished is thrown away, so nothing need be kept to undo it.
    try database.run("PRAGMA journal_mode=OFF; BEGIN")
    try database.run(Self.coreTables + Self.describingTables)
    try insertSystems(into: database)
    for table in tables {
      try insert(table, into: database)
    }
    try insertExtensions(into: database)
    try insertMetadata(into: database)
    if !styles.isEmpty { try insertStyles(into: database) }
    try database.run("COMMIT")
    return try database.serialized()
  }
}

extension GeoPackageWriter {
  /// Writes a table and its rows, lists it, and indexes it if it has places.
  private func insert(_ table: Table, into database: SQLiteBuilder) throws(GeoPackageWriteError) {
    let geometry = table.geometry.map { [("geom", $0.kind.rawValue)] } ?? []
    let columns = geometry + table.columns.map { ($0.name, $0.kind.rawValue) }
    let definitions = columns.map { "\($0.0.asSQLIdentifier) \($0.1)" }
    let name = table.name.asSQLIdentifier
    let key = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    try database.run("CREATE TABLE \(name) (\(([key] + definitions).joined(separator: ", ")))")
    if table.geometry != nil { try createIndex(of: table, in: database) }
    let bounds = try insertRows(of: table, into: database)
    // The triggers call functions that only editing programs have, so they come last.
    if table.geometry != nil { try createTriggers(of: table, in: database) }
    try list(table, bounds: bounds, in: database)
  }

  /// - Returns: The bounds of all geometries; `nil` if there are none.
  private func insertRows(
    of table: Table, into database: SQLiteBuilder
  ) throws(GeoPackageWriteError) -> Envelope? {
    let width = 1 + (table.geometry == nil ? 0 : 1) + table.columns.count
    let insertion = try database.insertion(into: table.name, columns: width)
    let index =
      table.geometry == nil
      ? nil : try database.insertion(into: table.indexName, columns: 5)
    var bounds: Envelope?
    for (number, row) in table.rows.enumerated() {
      precondition(row.values.count == table.columns.count, "one value per column")
      var values: [SQLiteStatement.Value] = [.integer(number + 1)]
      if let column = table.geometry {
        let stored = try StoredGeometry(row.geometry, in: column, of: table.name, row: number)
        values.append(stored.bytes.map(SQLiteStatement.Value.blob) ?? .null)
        if let envelope = stored.envelope {
          bounds = bounds?.union(envelope) ?? envelope
          try index?.insert([.integer(number + 1)] + envelope.ordinates.map { .real($0) })
        }
      }
      for (column, value) in zip(table.columns, row.values) {
        guard let value = column.kind.stored(value) else {
          throw .wrongValue(table: table.name, row: number, column: column.name)
        }
        values.append(value)
      }
      try insertion.insert(values)
    }
    return bounds
  }

  private func list(
    _ table: Table, bounds: Envelope?, in database: SQLiteBuilder
  ) throws(GeoPackageWriteError) {
    let system = table.geometry?.system ?? 0
    try database.insertion(into: "gpkg_contents", columns: 10).insert(
      [
        .text(table.name), .text(table.geometry == nil ? "attributes" : "features"),
        .text(table.identifier), .text(table.summary), .text(timestamp),
      ]
        + (bounds.map { [.real($0.minX), .real($0.minY), .real($0.maxX), .real($0.maxY)] }
          ?? [.null, .null, .null, .null])
        + [.integer(system)])
    if let geometry = table.geometry {
      try database.insertion(into: "gpkg_geometry_columns", columns: 6).insert([
        .text(table.name), .text("geom"), .text(geometry.kind.rawValue), .integer(system),
        .integer(0), .integer(0),
      ])
    }
    let descriptions = try database.insertion(into: "gpkg_data_columns", columns: 7)
    for column in table.columns {
      try descriptions.insert([
        .text(table.name), .text(column.name), .null, .text(column.title), .text(column.summary),
        .null, .null,
      ])
    }
  }
}

extension SQLiteStatement.Value {
  /// A text as SQLite can hold it.
  static func text(_ text: String) -> Self {
    // A search by bytes, because a zero that a mark combines with is no character of its own.
    guard text.utf8.contains(0) else { return .text(Array(text.utf8)) }
    return .text(text.utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] })
  }
}
