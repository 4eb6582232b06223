internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

/// What a file is, by its content.
public struct FileDescription: Sendable {
  /// The kinds of file that are known.
  public enum Kind: String, Sendable {
    /// GeoJSON.
    case geoJSON = "GeoJSON"
    /// A table with a header.
    case table = "table"
  }

  /// The file's name.
  public let file: String
  /// What it is.
  public let kind: Kind
  /// Its size.
  public let bytes: Int
  /// The number of features or rows.
  public let rows: Int
  /// The properties or columns, in order.
  public let columns: [String]
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
  /// What it is is decided by its first character, not by its name.
  ///
  /// - Throws: ``IntakeError`` when it cannot be read as what it is.
  public init(_ input: InputFile) throws(IntakeError) {
    file = input.name
    bytes = input.bytes.count
    let first = input.bytes.drop { byte in
      [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains(byte)
    }.first
    if first == UInt8(ascii: "{") {
      let areas = try AreaFile(input)
      kind = .geoJSON
      rows = areas.collection.features.count
      var seen: Set<String> = []
      columns = areas.collection.features.flatMap { feature in
        feature.properties.keys.filter { seen.insert($0).inserted }
      }
      let types = areas.collection.features.map { $0.geometry?.typeName ?? "none" }
      geometries = Dictionary(grouping: types, by: \.self).map { ($0.key, $0.value.count) }
        .sorted { $0.type < $1.type }
      system =
        areas.collection.crs == nil
        ? "\(areas.system) (as RFC 7946 says)" : "\(areas.system) (named by the file)"
      let box = areas.bounds
      extent = box.isEmpty ? nil : (box.minX, box.minY, box.maxX, box.maxY)
      findings = areas.findings
    } else {
      let table = try CSVReader().read(input)
      kind = .table
      rows = table.rowCount
      columns = table.header
      geometries = []
      system = ""
      extent = nil
      findings = []
    }
  }
}
