internal import FileFormats
internal import GeoJSON
public import GeometryEngine

/// Layers as one GeoPackage, with styles for QGIS and the record of the run.
///
/// Each layer becomes a table in WGS 84 (EPSG:4326) and, where a metric system is given, another
/// one in that system beside it: `wards` and `wards_27700`, because whoever measures in QGIS needs
/// metres. Hyphens in the names of layers become underscores. A layer without geometries becomes a
/// table of attributes. As in the GeoJSON of the layer as GDAL reads it, the first column is `id`.
/// The rows keep the order of the layer, from `fid` 1.
public struct GeoPackageExport: Sendable {
  /// The layers, in the order in which programs list them.
  public let layers: [Layer]
  /// The classes in which styles show the scores.
  public let classes: ScoreClasses
  /// The record of the run, as JSON.
  public let manifest: [UInt8]
  /// The credits of the inputs.
  public let attribution: [String]

  /// An export of layers.
  ///
  /// - Parameters:
  ///   - layers: In the order in which programs list them.
  ///   - classes: The classes in which styles show the scores.
  ///   - manifest: The record of the run, as JSON.
  ///   - attribution: The credits of the inputs.
  public init(
    _ layers: [Layer], classes: ScoreClasses = .fixed, manifest: [UInt8], attribution: [String]
  ) {
    self.layers = layers
    self.classes = classes
    self.manifest = manifest
    self.attribution = attribution
  }

  /// The bytes of the file; the same layers give the same bytes.
  ///
  /// - Parameter metric: From WGS 84 to the metric system of the copies; `nil` for none. The
  ///   transform by which the layers were drawn, so that positions return to where they were.
  /// - Returns: The whole file.
  /// - Throws: ``GeoPackageExportError``.
  /// - Complexity: O(*n* log *n*) in the size of the layers.
  public func bytes(
    metric: CoordinateTransform? = nil
  ) throws(GeoPackageExportError) -> [UInt8] {
    let contents: GeoPackageWriter
    do {
      contents = try self.contents(metric: metric)
    } catch {
      throw .geometry(error)
    }
    do {
      return try contents.bytes()
    } catch {
      throw .file(error)
    }
  }

  private func contents(
    metric: CoordinateTransform?
  ) throws(GeometryEngineError) -> GeoPackageWriter {
    let system = try metric.map { (transform) throws(GeometryEngineError) in
      try GeoPackageWriter.System(transform.target)
    }
    var tables: [GeoPackageWriter.Table] = []
    var styles: [GeoPackageWriter.Style] = []
    for layer in layers {
      var copies = [Self.table(of: layer)]
      if let metric, let system, layer.geometryKind != nil {
        copies.append(try Self.table(of: layer, in: system, by: MetricCopy(metric)))
      }
      let style = QGISStyle(of: layer, classes: classes)
      styles += copies.map { table in
        GeoPackageWriter.Style(
          table: table.name, name: style.name, summary: style.summary, qml: style.qml)
      }
      tables += copies
    }
    return GeoPackageWriter(
      tables: tables, systems: system.map { [$0] } ?? [], metadata: metadata, styles: styles)
  }
}
