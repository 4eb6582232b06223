// What a GeoPackage says about its tables.
extension GeoPackageWriter {
  /// A reference system.
  public struct System: Hashable, Sendable {
    /// Its number in the file, by custom the code of the register; positive.
    public let number: Int
    /// Its name.
    public let name: String
    /// Who keeps the register: "EPSG".
    public let organisation: String
    /// Its code in the register.
    public let code: Int
    /// Its definition as well-known text in the form of 2001.
    public let definition: String

    /// A reference system from its parts.
    public init(number: Int, name: String, organisation: String, code: Int, definition: String) {
      self.number = number
      self.name = name
      self.organisation = organisation
      self.code = code
      self.definition = definition
    }
  }

  /// A text about the whole file.
  public struct Metadata: Hashable, Sendable {
    /// The address, or another identifier, of the rules that the text follows.
    public let standard: String
    /// What kind of text it is: `text/plain`, `application/json`.
    public let mediaType: String
    /// The text.
    public let text: String

    /// A text about the file, from its parts.
    public init(standard: String, mediaType: String, text: String) {
      self.standard = standard
      self.mediaType = mediaType
      self.text = text
    }
  }

  /// How QGIS draws a table when it is added to a map.
  public struct Style: Hashable, Sendable {
    /// The name of the table.
    public let table: String
    /// The name of the style.
    public let name: String
    /// What it shows.
    public let summary: String
    /// The style in the language of QGIS.
    public let qml: String

    /// A style from its parts.
    public init(table: String, name: String, summary: String, qml: String) {
      self.table = table
      self.name = name
      self.summary = summary
      self.qml = qml
    }
  }
}

extension GeoPackageWriter {
  func insertSystems(into database: SQLiteBuilder) throws(GeoPackageWriteError) {
    let insertion = try database.insertion(into: "gpkg_spatial_ref_sys", columns: 6)
    for (number, kind) in [(-1, "Cartesian"), (0, "geographic")] {
      try insertion.insert([
        .text("Undefined \(kind) SRS"), .integer(number), .text("NONE"), .integer(number),
        .text("undefined"), .text("undefined \(kind) coordinate reference system"),
      ])
    }
    let standard = systems.contains { $0.number == 4326 } ? [] : [System.wgs84]
    for system in standard + systems {
      try insertion.insert([
        .text(system.name), .integer(system.number), .text(system.organisation),
        .integer(system.code), .text(system.definition), .null,
      ])
    }
  }

  func insertMetadata(into database: SQLiteBuilder) throws(GeoPackageWriteError) {
    let texts = try database.insertion(into: "gpkg_metadata", columns: 5)
    let references = try database.insertion(into: "gpkg_metadata_reference", columns: 7)
    for (index, entry) in metadata.enumerated() {
      try texts.insert([
        .integer(index + 1), .text("dataset"), .text(entry.standard), .text(entry.mediaType),
        .text(entry.text),
      ])
      try references.insert([
        .text("geopackage"), .null, .null, .null, .text(timestamp), .integer(index + 1), .null,
      ])
    }
  }

  /// Writes the styles into the table in which QGIS looks for them, listed as QGIS lists it.
  func insertStyles(into database: SQLiteBuilder) throws(GeoPackageWriteError) {
    try database.run(Self.styleTable)
    let insertion = try database.insertion(into: "layer_styles", columns: 13)
    for (index, style) in styles.enumerated() {
      guard let table = tables.first(where: { $0.name == style.table }) else {
        throw .unknownTable(style.table)
      }
      try insertion.insert([
        .integer(index + 1), .text(""), .text(""), .text(style.table),
        .text(table.geometry == nil ? "" : "geom"), .text(style.name), .text(style.qml),
        .text(""), .integer(1), .text(style.summary), .text(""), .null, .text(timestamp),
      ])
    }
    try database.insertion(into: "gpkg_contents", columns: 10).insert([
      .text("layer_styles"), .text("attributes"), .text("layer_styles"), .text(""),
      .text(timestamp), .null, .null, .null, .null, .integer(0),
    ])
  }

  func insertExtensions(into database: SQLiteBuilder) throws(GeoPackageWriteError) {
    let insertion = try database.insertion(into: "gpkg_extensions", columns: 5)
    let specification = "http://www.geopackage.org/spec131/#extension_"
    func register(
      _ table: String, _ column: String?, _ name: String, scope: String
    ) throws(GeoPackageWriteError) {
      try insertion.insert([
        .text(table), column.map { .text($0) } ?? .null, .text("gpkg_\(name)"),
        .text(specification + (name == "rtree_index" ? "rtree" : name)), .text(scope),
      ])
    }
    for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
      try register(table, nil, "schema", scope: "read-write")
    }
    for table in ["gpkg_metadata", "gpkg_metadata_reference"] {
      try register(table, nil, "metadata", scope: "read-write")
    }
    for table in tables where table.geometry != nil {
      try register(table.name, "geom", "rtree_index", scope: "write-only")
    }
  }
}

extension GeoPackageWriter.System {
  /// WGS 84, which every file has.
  static let wgs84 = Self(
    number: 4326, name: "WGS 84", organisation: "EPSG", code: 4326,
    definition: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
      """)
}
