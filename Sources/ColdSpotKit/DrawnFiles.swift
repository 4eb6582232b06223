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
  private(set) var resources: [PackageDescriptor.Resource] = []
  /// The layers that the files show.
  private(set) var layers: [Layer] = []
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
    self.layers = layers.compactMap(\.self)
    for layer in self.layers {
      addMap(of: layer, attribution: result.loaded.attribution)
      if part == .areas { addTable(of: layer, named: "ranking-\(layer.name)") }
    }
    if part == .supply {
      let reach = builder.reach()
      self.layers.append(reach)
      addTable(of: reach, named: reach.name)
    }
    collapsedRings = projection.collapsedRings
    mendedShapes = projection.mendedShapes
  }

  private mutating func addMap(of layer: Layer, attribution: [String]) {
    add(
      "\(layer.name).geojson", layer.geoJSON(attribution: attribution), title: layer.title,
      mediaType: "application/geo+json", rows: layer.features.count, recorded: layer.columns,
      columns: layer.columns)
    guard layer.features.contains(where: { $0.geometry != nil }) else { return }
    addStyle(of: layer)
  }

  /// The style that QGIS takes by itself when it opens the layer.
  private mutating func addStyle(of layer: Layer) {
    add(
      "\(layer.name).qml", QGISStyle(of: layer).bytes, title: "Style of \(layer.name) for QGIS",
      mediaType: "application/xml")
  }

  private mutating func addTable(of layer: Layer, named name: String) {
    add(
      "\(name).csv", CSVTable(layer).csv, title: layer.title, mediaType: "text/csv",
      rows: layer.features.count, columns: layer.columns)
  }

  /// Keeps a file and its records; the manifest explains the columns `recorded`, the data package
  /// `columns`.
  private mutating func add(
    _ name: String, _ content: [UInt8], title: String, mediaType: String, rows: Int? = nil,
    recorded: [Column] = [], columns: [Column] = []
  ) {
    let record = Manifest.File(name: name, content: content, rows: rows, columns: recorded)
    files.append((name, content))
    records.append(record)
    resources.append(
      PackageDescriptor.Resource(
        record, title: title, mediaType: mediaType, columns: columns))
  }
}
