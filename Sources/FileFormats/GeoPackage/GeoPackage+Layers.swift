extension GeoPackage {
  /// What a GeoPackage says of one of its tables.
  public struct Layer: Hashable, Sendable {
    /// The name of the table, unique in the file.
    public let name: String
    /// The name for people; `nil` if there is none.
    public let identifier: String?
    /// What the layer is, in words; `nil` if there is none.
    public let summary: String?
    /// Whether its rows have a place.
    public let kind: Kind
    /// The column with the geometries; `nil` for attributes.
    public let geometryColumn: String?
    /// The type of the geometries, in capitals: `MULTIPOLYGON`, or `GEOMETRY` for any.
    public let geometryType: String?
    /// The number of rows; `nil` where it cannot be counted in a reasonable time, or at all.
    public let rowCount: Int?
    /// The reference system: its code like `EPSG:27700`, or its definition as well-known text;
    /// `nil` if it is not known.
    public let system: String?

    /// The kinds of layers that are read.
    public enum Kind: Hashable, Sendable {
      /// Things with a place and properties.
      case features
      /// A table without places.
      case attributes
    }
  }

  /// The layer of a name, case ignored as in SQLite; `nil` if there is none.
  public func layer(named name: String) -> Layer? {
    layers.first { $0.name == name }
      ?? layers.first { $0.name.lowercased() == name.lowercased() }
  }

  static func layers(in database: SQLiteDatabase) throws(FormatError) -> [Layer] {
    let systems = try systems(in: database)
    let geometries = try geometryColumns(in: database)
    let query = try database.prepare(
      "SELECT table_name, data_type, identifier, description FROM gpkg_contents")
    func words(_ column: Int) -> String? { query.text(column).flatMap { $0.isEmpty ? nil : $0 } }
    var rows: [(name: String, kind: Layer.Kind, identifier: String?, summary: String?)] = []
    while try query.step() {
      guard let name = query.text(0), let type = query.text(1)?.lowercased() else { continue }
      guard rows.count < layerLimit else { throw .limitExceeded(what: "layers", limit: layerLimit) }
      switch type {
      case "features": rows.append((name, .features, words(2), words(3)))
      // The second is what GDAL wrote before the standard had a word for it.
      case "attributes", "aspatial": rows.append((name, .attributes, words(2), words(3)))
      default: break
      }
    }
    return rows.map { row in
      let geometry = row.kind == .features ? geometries[row.name.lowercased()] : nil
      return Layer(
        name: row.name, identifier: row.identifier, summary: row.summary, kind: row.kind,
        geometryColumn: geometry?.column, geometryType: geometry?.type,
        rowCount: rowCount(of: row.name, in: database),
        system: geometry.flatMap { systems[$0.system] })
    }
  }

  private static func rowCount(of table: String, in database: SQLiteDatabase) -> Int? {
    guard let query = try? database.prepare("SELECT count(*) FROM \(table.asSQLIdentifier)"),
      (try? query.step()) == true
    else { return nil }
    return query.integer(0)
  }

  private typealias GeometryColumn = (column: String, type: String, system: Int)

  /// The geometry columns by the names of their tables in lower case.
  private static func geometryColumns(
    in database: SQLiteDatabase
  ) throws(FormatError) -> [String: GeometryColumn] {
    guard try hasTable("gpkg_geometry_columns", in: database) else { return [:] }
    let query = try database.prepare(
      "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns")
    var columns: [String: GeometryColumn] = [:]
    while try query.step() {
      guard let table = query.text(0)?.lowercased(), let column = query.text(1) else { continue }
      guard columns.count < layerLimit else {
        throw .limitExceeded(what: "layers", limit: layerLimit)
      }
      columns[table] = (column, query.text(2)?.uppercased() ?? "GEOMETRY", query.integer(3) ?? -1)
    }
    return columns
  }

  /// The reference systems by their numbers in the file.
  private static func systems(in database: SQLiteDatabase) throws(FormatError) -> [Int: String] {
    guard try hasTable("gpkg_spatial_ref_sys", in: database) else { return [:] }
    let query = try database.prepare(
      "SELECT srs_id, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys")
    var systems: [Int: String] = [:]
    while try query.step() {
      guard let number = query.integer(0) else { continue }
      guard systems.count < layerLimit else {
        throw .limitExceeded(what: "reference systems", limit: layerLimit)
      }
      systems[number] = system(
        organisation: query.text(1)?.uppercased() ?? "", code: query.integer(2),
        definition: query.text(3) ?? "")
    }
    // -1 and 0 stand for undefined systems, whatever else the row says.
    systems[-1] = nil
    systems[0] = nil
    return systems
  }

  /// A reference system by its code, in registers that are public, or else by its definition.
  private static func system(organisation: String, code: Int?, definition: String) -> String? {
    if ["EPSG", "ESRI"].contains(organisation), let code { return "\(organisation):\(code)" }
    let definition = definition.drop(while: \.isWhitespace)
    return definition.isEmpty || definition.lowercased() == "undefined" ? nil : String(definition)
  }

  private static func hasTable(
    _ name: String, in database: SQLiteDatabase
  ) throws(FormatError) -> Bool {
    let query = try database.prepare(
      "SELECT 1 FROM sqlite_master WHERE lower(name) = \(name.asSQLText)")
    return try query.step()
  }
}
