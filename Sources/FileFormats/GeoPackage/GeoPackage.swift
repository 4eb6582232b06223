// GeoPackage and its layers: an SQLite file that says in tables of its own what it holds.
internal import GeoJSON

/// A GeoPackage: layers of features and tables of attributes in one SQLite file.
///
/// Only read. A file in write-ahead mode opens too, but changes that are still in a `-wal` file
/// beside it are not seen. Names of layers and columns are taken as they are, whatever characters
/// they have.
///
/// - SeeAlso: OGC 12-128r18, *GeoPackage Encoding Standard 1.3.1*, 2021.
public struct GeoPackage: Sendable {
  /// The layers that can be read, in the order of the file; those of tiles are left out.
  public let layers: [Layer]
  let bytes: [UInt8]

  /// The most layers a file may have.
  public static let layerLimit = 10_000

  /// Opens a GeoPackage.
  ///
  /// - Parameter bytes: The whole file.
  /// - Throws: ``FormatError/unsupported(what:remedy:)`` for a SpatiaLite or other SQLite
  ///   database, ``FormatError/truncated(what:line:)`` or ``FormatError/corrupt(what:where:)`` for
  ///   what is none, or broken.
  /// - Complexity: O(*n*) in the number of bytes at worst, for counting rows.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    self.bytes = try Self.openable(bytes)
    layers = try SQLiteDatabase.read(self.bytes) { (database) throws(FormatError) in
      try Self.requireGeoPackage(database)
      return try Self.layers(in: database)
    }
  }

  /// The bytes as a database in memory can hold them.
  ///
  /// Bytes 18 and 19 of the header tell of write-ahead logging, which needs a second file; 1 in
  /// both stands for a database that is whole by itself.
  ///
  /// - SeeAlso: SQLite documentation, "Database File Format", section 1.3.3.
  private static func openable(_ bytes: [UInt8]) throws(FormatError) -> [UInt8] {
    let signature = Array("SQLite format 3\0".utf8)
    guard bytes.starts(with: signature) else {
      if signature.starts(with: bytes) { throw .truncated(what: "the database", line: nil) }
      throw .corrupt(what: "this is not an SQLite database", where: "the first bytes")
    }
    // The least page, of which there is at least one.
    guard bytes.count >= 512 else { throw .truncated(what: "the database", line: nil) }
    guard bytes[18] != 1 || bytes[19] != 1 else { return bytes }
    var copy = bytes
    copy[18] = 1
    copy[19] = 1
    return copy
  }

  private static func requireGeoPackage(_ database: SQLiteDatabase) throws(FormatError) {
    let known = ["gpkg_contents", "geometry_columns", "spatial_ref_sys"]
    let list = known.map(\.asSQLText).joined(separator: ",")
    let query = try database.prepare(
      "SELECT DISTINCT lower(name) FROM sqlite_master WHERE lower(name) IN (\(list))")
    var found: Set<String> = []
    while try query.step() { found.insert(query.text(0) ?? "") }
    guard !found.contains("gpkg_contents") else { return }
    let isSpatiaLite = found.count == 2
    throw .unsupported(
      what: isSpatiaLite ? "a SpatiaLite database" : "an SQLite database without layers",
      remedy: "Save it as a GeoPackage, for example in QGIS or with ogr2ogr.")
  }
}
