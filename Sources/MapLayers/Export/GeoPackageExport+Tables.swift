internal import FileFormats
internal import GeoJSON
internal import GeometryEngine

extension GeoPackageExport {
  /// The layer as it is, in WGS 84.
  static func table(of layer: Layer) -> GeoPackageWriter.Table {
    GeoPackageWriter.Table(
      name: layer.tableName, summary: layer.title,
      geometry: layer.geometryKind.map { .init($0, system: 4326) }, columns: columns(of: layer),
      rows: layer.features.map { row(of: $0, geometry: $0.geometry) })
  }

  /// The layer in another system.
  static func table(
    of layer: Layer, in system: GeoPackageWriter.System, by copy: MetricCopy
  ) throws(GeometryEngineError) -> GeoPackageWriter.Table {
    var rows: [GeoPackageWriter.Row] = []
    for feature in layer.features {
      let geometry = try feature.geometry.map { (geometry) throws(GeometryEngineError) in
        try copy.geometry(geometry)
      }
      rows.append(row(of: feature, geometry: geometry ?? nil))
    }
    return GeoPackageWriter.Table(
      name: "\(layer.tableName)_\(system.code)", summary: "\(layer.title) (\(system.name))",
      geometry: layer.geometryKind.map { .init($0, system: system.number) },
      columns: columns(of: layer), rows: rows)
  }

  private static func row(
    of feature: LayerFeature, geometry: Geometry?
  ) -> GeoPackageWriter.Row {
    GeoPackageWriter.Row(geometry: geometry, values: [.text(feature.id)] + feature.values)
  }

  private static func columns(of layer: Layer) -> [GeoPackageWriter.Column] {
    let id = Column("id", .text, "identifier of the feature, unique in its layer")
    return ([id] + layer.columns).map { column in
      GeoPackageWriter.Column(
        name: column.name, kind: column.kind.stored, title: column.name, summary: column.meaning)
    }
  }

  /// The record of the run and the credits.
  var metadata: [GeoPackageWriter.Metadata] {
    [
      GeoPackageWriter.Metadata(
        standard: "coldspot/manifest/1", mediaType: "application/json",
        text: String(decoding: manifest, as: UTF8.self)),
      GeoPackageWriter.Metadata(
        standard: "http://purl.org/dc/terms/rights", mediaType: "text/plain",
        text: attribution.joined(separator: " ")),
    ]
  }
}

extension GeoPackageWriter.System {
  /// A reference system with what PROJ knows about it.
  init(_ system: ReferenceSystem) throws(GeometryEngineError) {
    let parts = system.code.split(separator: ":", maxSplits: 1).map(String.init)
    // Registers whose codes are words get a number of the file's own.
    let number = parts.last.flatMap { Int($0) } ?? 100_000
    self.init(
      number: number, name: try system.name(), organisation: parts.first ?? "NONE", code: number,
      definition: try system.wellKnownText() ?? "undefined")
  }
}

extension Layer {
  fileprivate var tableName: String { name.replacing("-", with: "_") }

  /// The type of the geometries; `nil` for a layer without any.
  var geometryKind: GeoPackageWriter.GeometryKind? {
    guard features.contains(where: { $0.geometry != nil }) else { return nil }
    switch geometryType {
    case "Point": return .point
    case "MultiPolygon": return .multiPolygon
    default: return .any
    }
  }
}

extension Column.Kind {
  fileprivate var stored: GeoPackageWriter.Column.Kind {
    switch self {
    case .text: .text
    case .integer: .integer
    case .decimal: .real
    }
  }
}
