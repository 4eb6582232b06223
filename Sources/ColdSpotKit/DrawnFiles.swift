internal import GeometryEngine
internal import MapLayers

/// Some of the files of a result, with their records for the manifest.
struct DrawnFiles: Sendable {
  /// What is drawn together, the longest work first.
  enum Part: CaseIterable, Sendable {
    /// The demand points.
    case places
    /// The areas, as maps and as tables.
    case areas
    /// The organisations and whom they reach.
    case supply
  }

  private(set) var files: [(name: String, content: [UInt8])] = []
  private(set) var records: [Manifest.File] = []
  private(set) var collapsedRings = 0
  private(set) var mendedShapes = 0

  static func drawing(
    _ part: Part, of result: StudyResult
  ) -> Result<DrawnFiles, GeometryEngineError> {
    do throws(GeometryEngineError) {
      return .success(try DrawnFiles(part, of: result))
    } catch {
      return .failure(error)
    }
  }

  private init(_ part: Part, of result: StudyResult) throws(GeometryEngineError) {
    let projection = LayerProjection(
      try CoordinateTransform(from: .wgs84, to: result.loaded.system))
    let builder = LayerBuilder(
      result.analysis, stability: result.stability, clusters: result.clusters,
      projection: projection)
    let layers: [Layer?] =
      switch part {
      case .places: [try builder.places()]
      case .areas: [try builder.wards(), try builder.boroughs()]
      case .supply:
        [
          try builder.organisations(), builder.unplacedOrganisations(), try builder.catchments(),
        ]
      }
    for layer in layers.compactMap(\.self) {
      let attribution = result.loaded.attribution
      add(
        "\(layer.name).geojson", layer.geoJSON(attribution: attribution),
        rows: layer.features.count, columns: layer.columns)
      guard part == .areas else { continue }
      add("ranking-\(layer.name).csv", CSVTable(layer).csv, rows: layer.features.count)
    }
    collapsedRings = projection.collapsedRings
    mendedShapes = projection.mendedShapes
  }

  private mutating func add(
    _ name: String, _ content: [UInt8], rows: Int, columns: [Column] = []
  ) {
    files.append((name, content))
    records.append(Manifest.File(name: name, content: content, rows: rows, columns: columns))
  }
}
