internal import CSQLite

/// Makes GeoPackages in memory, with SQL.
@safe public final class GeoPackageMaker {
  private var handle: OpaquePointer?

  /// What SQLite refuses.
  public struct Failure: Error {
    /// Why.
    public let message: String
  }

  /// An empty GeoPackage, with the three reference systems that the standard asks for, and the
  /// National Grid.
  public init(before pragmas: String = "") throws {
    unsafe sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    if !pragmas.isEmpty { try run(pragmas) }
    try run(
      """
      PRAGMA application_id=0x47504B47; PRAGMA user_version=10300;
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
        organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
        definition TEXT NOT NULL, description TEXT);
      INSERT INTO gpkg_spatial_ref_sys VALUES
        ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
        ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
        ('WGS 84 geodetic', 4326, 'epsg', 4326, 'GEOGCS["WGS 84"]', NULL),
        ('OSGB36 / British National Grid', 27700, 'EPSG', 27700, 'PROJCS["BNG"]', NULL);
      CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL,
        identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME,
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
        geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
      """)
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs SQL.
  public func run(_ statements: String) throws {
    guard unsafe sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else {
      throw Failure(message: unsafe String(cString: sqlite3_errmsg(handle)))
    }
  }

  /// Lists a table that has been made as a layer.
  public func list(
    _ table: String, as type: String = "features", geometry: String? = "geom",
    kind: String = "GEOMETRY",
    system: Int = 4326
  ) throws {
    try run(
      """
      INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
        VALUES (\(table.quoted), \(type.quoted), \(table.quoted), \(system));
      """)
    guard let geometry else { return }
    try run(
      """
      INSERT INTO gpkg_geometry_columns
        VALUES (\(table.quoted), \(geometry.quoted), \(kind.quoted), \(system), 0, 0);
      """)
  }

  /// The bytes of the file as it would lie on the disk.
  public func bytes() -> [UInt8] {
    var size: Int64 = 0
    guard let start = unsafe sqlite3_serialize(handle, "main", &size, 0) else { return [] }
    defer { unsafe sqlite3_free(start) }
    return unsafe [UInt8](UnsafeBufferPointer(start: start, count: Int(size)))
  }

  /// A file with one layer, "layer", of one row with a geometry.
  public static func file(geometry: [UInt8]) throws -> [UInt8] {
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      CREATE TABLE layer (fid INTEGER PRIMARY KEY, geom BLOB);
      INSERT INTO layer VALUES (7, \(geometry.asSQL));
      """)
    try maker.list("layer")
    return maker.bytes()
  }
}

extension String {
  /// The text as a value in SQL.
  public var quoted: String { "'" + replacing("'", with: "''") + "'" }
}

extension [UInt8] {
  /// The bytes as a value in SQL.
  public var asSQL: String {
    "x'" + map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
  }
}
