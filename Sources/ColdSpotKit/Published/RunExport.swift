public import Foundation
internal import GeoJSON
internal import GeometryEngine
internal import MapLayers
internal import SimpleFeatures

/// The layers of a run in other formats.
public struct RunExport: Sendable {
  /// A file of an export.
  public struct File: Sendable {
    /// Its name.
    public let name: String
    /// Its content.
    public let content: [UInt8]

    let title: String
    let mediaType: String
    let columns: [Column]
  }

  /// The run.
  public let run: PublishedRun
  /// Whether tables begin with a byte order mark, by which Excel knows UTF-8.
  public let marksTables: Bool

  /// An export of a run.
  public init(_ run: PublishedRun, marksTables: Bool = false) {
    self.run = run
    self.marksTables = marksTables
  }

  /// The names of all files that formats can have, `datapackage.json` among them.
  public static func fileNames(_ formats: [ExportFormat]) -> [String] {
    let layers = [
      "wards", "boroughs", "places", "organisations", "organisations-unplaced", "catchments",
      "reach-wards",
    ]
    let names = formats.flatMap { format -> [String] in
      if format == .geoPackage { return [packageName] }
      let names = layers.map { "\($0).\(format.rawValue)" }
      return format == .geoJSON ? names + layers.map { "\($0).qml" } : names
    }
    return names + [descriptorName]
  }

  private static let packageName = "coldspot.gpkg"
  private static let descriptorName = "datapackage.json"

  /// The files of some formats, and the data package that describes them last.
  ///
  /// The same run gives the same bytes.
  ///
  /// - Throws: ``StudyError/geometry(_:)`` or ``StudyError/export(format:reason:)``.
  public func files(_ formats: [ExportFormat]) throws(StudyError) -> [File] {
    var files: [File] = []
    for format in ExportFormat.allCases where formats.contains(format) {
      if format == .geoPackage {
        files.append(try file(format))
      } else {
        for layer in run.layers { files += try self.files(of: layer, format) }
      }
    }
    let package = PackageDescriptor(
      title: "Cold spots of support: \(run.study)",
      description: "Layers of a run of coldspot, in other formats.",
      attribution: run.attribution,
      resources: files.map {
        PackageDescriptor.Resource(
          file: $0.name, title: $0.title, mediaType: $0.mediaType, content: $0.content,
          columns: $0.columns)
      })
    files.append(
      File(
        name: Self.descriptorName, content: package.json, title: package.title,
        mediaType: "application/json", columns: []))
    return files
  }

  /// The one file of a format that has every layer in one.
  public func geoPackage() throws(StudyError) -> File { try file(.geoPackage) }

  private func file(_ format: ExportFormat) throws(StudyError) -> File {
    do {
      let system = run.manifest["reference_system"]?["computation"]?.text
      let metric = try system.map { try CoordinateTransform(from: .wgs84, to: ReferenceSystem($0)) }
      let package = GeoPackageExport(
        run.layers, manifest: JSONWriter().write(run.manifest), attribution: run.attribution)
      return File(
        name: Self.packageName, content: try package.bytes(metric: metric),
        title: "All layers, with styles for QGIS", mediaType: format.mediaType, columns: [])
    } catch {
      throw StudyError(exporting: error, to: format)
    }
  }

  private func files(of layer: Layer, _ format: ExportFormat) throws(StudyError) -> [File] {
    let hasShapes = layer.features.contains { $0.geometry != nil }
    let isTable = layer.name == "reach-wards"
    var content: [UInt8]
    var columns = layer.columns
    do {
      switch format {
      case .geoJSON where !isTable: content = layer.geoJSON(attribution: run.attribution)
      case .geoJSONLines where !isTable: content = layer.geoJSONLines
      case .csv:
        let table = CSVTable(withPositionsOf: layer)
        content = marksTables ? table.csvForExcel : table.csv
        columns = layer.columnsWithPositions
      case .topoJSON where layer.isRanked:
        content = try layer.topoJSON(
          attribution: run.attribution, byteLimit: Layer.shapeMapByteLimit)
        columns = columns.filter { Layer.shapeMapColumns.contains($0.name) }
      case .flatGeobuf where hasShapes:
        content = try layer.flatGeobuf(attribution: run.attribution)
      default: return []
      }
    } catch {
      throw StudyError(exporting: error, to: format)
    }
    let file = File(
      name: "\(layer.name).\(format.rawValue)", content: content, title: layer.title,
      mediaType: format.mediaType, columns: columns)
    guard format == .geoJSON, hasShapes else { return [file] }
    return [
      file,
      File(
        name: "\(layer.name).qml", content: QGISStyle(of: layer).bytes,
        title: "Style of \(layer.name) for QGIS", mediaType: "application/xml", columns: []),
    ]
  }
}

extension RunExport {
  /// Writes the files of some formats into a folder, each whole or not at all, and those of an
  /// earlier export with the same formats away.
  ///
  /// - Parameters:
  ///   - formats: The formats.
  ///   - folder: The folder; it is made if need be.
  ///   - overwriting: Whether files of an earlier export may be replaced.
  /// - Returns: What was written, in order.
  /// - Throws: ``StudyError``.
  @discardableResult
  public func write(
    _ formats: [ExportFormat], to folder: URL, overwriting: Bool = false
  ) throws(StudyError) -> [WrittenFile] {
    let names = Self.fileNames(formats)
    try StudyResult.requireRoom(for: names, in: folder, overwriting: overwriting)
    let files = try files(formats)
    do {
      try OutputFolder(folder, overwrites: overwriting).write(
        files.map { ($0.name, $0.content) }, removing: names)
    } catch {
      throw .output(error)
    }
    return files.map { WrittenFile(name: $0.name, bytes: $0.content.count) }
  }
}

extension Layer {
  /// Whether its features are areas with a score.
  fileprivate var isRanked: Bool { name == "wards" || name == "boroughs" }

  fileprivate var isOfPoints: Bool {
    features.contains { feature in
      guard case .point = feature.geometry else { return false }
      return true
    }
  }

  /// The columns, and those of longitude and latitude where features are points.
  fileprivate var columnsWithPositions: [Column] {
    guard isOfPoints else { return columns }
    return columns + [
      Column("lon", .decimal(places: 7), "longitude in degrees, WGS 84"),
      Column("lat", .decimal(places: 7), "latitude in degrees, WGS 84"),
    ]
  }
}

extension CSVTable {
  /// The table of a layer, with the longitudes and latitudes of points.
  fileprivate init(withPositionsOf layer: Layer) {
    let isOfPoints = layer.isOfPoints
    self.init(
      header: layer.columnsWithPositions.map(\.name),
      rows: layer.features.map { feature in
        guard isOfPoints else { return feature.values }
        guard case .point(let position) = feature.geometry else {
          return feature.values + [.null, .null]
        }
        return feature.values
          + [.decimal(position.x, places: 7), .decimal(position.y, places: 7)]
      })
  }
}

extension StudyError {
  fileprivate init(exporting error: any Error, to format: ExportFormat) {
    switch error {
    case let error as StudyError: self = error
    case let error as GeometryEngineError: self = .geometry(error)
    default: self = .export(format: format, reason: "\(error)")
    }
  }
}
