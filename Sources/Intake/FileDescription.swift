internal import FileFormats
internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

/// What a file is, by its content.
public struct FileDescription: Sendable {
  /// A column, and what it is taken for.
  public struct Column: Hashable, Sendable {
    /// The name.
    public let name: String
    /// What it means, such as `ward_code`; empty where no source has a column of this name.
    public let role: String
    /// The year that the name carries.
    public let vintage: Int?
    /// Why it is taken for that.
    public let reason: String
  }

  /// The file's name.
  public let file: String
  /// What it is: "GeoJSON", "GeoPackage", "Excel workbook", "text".
  public let kind: String
  /// Its size.
  public let bytes: Int
  /// The sheet or layer described; empty where there is but one.
  public let sheet: String
  /// The number of features or rows.
  public let rows: Int
  /// Whether its rows have shapes.
  public let hasShapes: Bool
  /// The properties or columns, in order.
  public let columns: [Column]
  /// Where the file seems to come from, and the names that tell.
  public let source: String
  /// The edition of the areas, by the years in column names and the numbers of codes; empty where
  /// neither tells.
  public let edition: String
  /// The types of geometry and how often each occurs, in alphabetical order; empty for tables.
  public let geometries: [(type: String, count: Int)]
  /// The reference system that a reader will assume, and why; empty for tables.
  public let system: String
  /// West, south, east, north of all geometries, in the file's own units; `nil` for tables.
  public let extent: (west: Double, south: Double, east: Double, north: Double)?
  /// What was noticed.
  public let findings: [Finding]

  /// Describes a file.
  ///
  /// What it is is decided by its content, not by its name.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - layer: The sheet or layer; the first that fits if not given.
  /// - Throws: ``IntakeError`` when it cannot be read as what it is.
  public init(_ input: InputFile, layer: String? = nil) throws(IntakeError) {
    let attributes = try AttributeFile(input, layer: layer)
    let table = attributes.table
    file = input.name
    bytes = input.bytes.count
    kind = Self.kind(of: try input.unpacked(), isPacked: FileFormat.of(input.bytes) == .gzip)
    sheet = table.sheet
    rows = table.rowCount
    columns = table.recognised.columns.map {
      Column(
        name: $0.name, role: $0.role?.rawValue ?? "", vintage: $0.vintage, reason: $0.reason)
    }
    source = table.recognised.sourceReason
    edition = CodeEdition.description(of: table)
    guard let areas = attributes.areas else {
      hasShapes = false
      geometries = []
      system = ""
      extent = nil
      findings = table.findings
      return
    }
    hasShapes = true
    let types = areas.collection.features.map { $0.geometry?.typeName ?? "none" }
    geometries = Dictionary(grouping: types, by: \.self).map { ($0.key, $0.value.count) }
      .sorted { $0.type < $1.type }
    system =
      areas.collection.crs == nil
      ? "\(areas.system) (as RFC 7946 says)" : "\(areas.system) (named by the file)"
    let box = areas.bounds
    extent = box.isEmpty ? nil : (box.minX, box.minY, box.maxX, box.maxY)
    findings = areas.findings
  }

  private static func kind(of bytes: [UInt8], isPacked: Bool) -> String {
    let kind =
      switch FileFormat.of(bytes) {
      case .jsonSequence: "GeoJSON sequence"
      case .jsonObject where GeoJSONReader.isSequence(bytes): "GeoJSON sequence"
      case .jsonObject where GeoJSONReader.isGeoJSON(bytes): "GeoJSON"
      case .jsonObject, .jsonArray: "JSON records"
      case .geoPackage: "GeoPackage"
      case .shapefile: "Shapefile"
      case .workbook: "Excel workbook"
      default: "table"
      }
    return isPacked ? "\(kind), packed with gzip" : kind
  }
}
