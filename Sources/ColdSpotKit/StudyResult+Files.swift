internal import ColdSpots
public import Foundation
internal import GeometryEngine
internal import MapLayers

/// A file that was written.
public struct WrittenFile: Hashable, Sendable {
  /// Its name in the folder.
  public let name: String
  /// Its size.
  public let bytes: Int
}

extension StudyResult {
  /// The layers, the rankings and the manifest, ready to be written; the manifest comes last.
  ///
  /// - Throws: ``StudyError/geometry(_:)`` when a shape cannot be drawn.
  public func files() throws(StudyError) -> [(name: String, content: [UInt8])] {
    do {
      return try ResultFiles(self).files
    } catch {
      throw .geometry(error)
    }
  }

  /// The names of all files that ``write(to:overwriting:)`` may write.
  public static let fileNames = [
    "wards.geojson", "boroughs.geojson", "places.geojson", "organisations.geojson",
    "organisations-unplaced.geojson", "catchments.geojson", "ranking-wards.csv",
    "ranking-boroughs.csv", "reach-wards.csv", "wards.qml", "boroughs.qml", "places.qml",
    "organisations.qml", "catchments.qml", "datapackage.json", "manifest.json",
  ]

  /// Refuses a folder that cannot take the files, before anything is computed.
  ///
  /// - Parameters:
  ///   - names: The names of the files; those of a run, if not given.
  ///   - folder: The folder.
  ///   - overwriting: Whether files of an earlier run may be replaced.
  /// - Throws: ``StudyError/output(_:)`` with the first file in the way.
  public static func requireRoom(
    for names: [String] = fileNames, in folder: URL, overwriting: Bool
  ) throws(StudyError) {
    do {
      try OutputFolder(folder, overwrites: overwriting).requireFree(names)
    } catch {
      throw .output(error)
    }
  }

  /// Writes every layer, ranking and the manifest into a folder, each file whole or not at all.
  ///
  /// The manifest comes last: a folder that has one holds a complete run.
  ///
  /// - Parameters:
  ///   - folder: The folder; it is made if need be.
  ///   - overwriting: Whether files of an earlier run may be replaced.
  /// - Returns: What was written, in order.
  /// - Throws: ``StudyError/output(_:)``.
  @discardableResult
  public func write(
    to folder: URL, overwriting: Bool = false
  ) throws(StudyError) -> [WrittenFile] {
    try Self.requireRoom(in: folder, overwriting: overwriting)
    return try write(
      try files(), to: folder, overwriting: overwriting, removing: Self.fileNames)
  }

  /// Removes the temporary files of this process from a folder, as when a run is interrupted.
  public static func removeTemporaries(in folder: URL) {
    OutputFolder(folder, overwrites: true).removeTemporaries(of: fileNames)
  }

  /// Writes the layer of catchments alone.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - overwriting: Whether it may be replaced.
  /// - Throws: ``StudyError``.
  public func writeCatchments(to file: URL, overwriting: Bool = false) throws(StudyError) {
    let layer: Layer
    do {
      let transform = try CoordinateTransform(from: .wgs84, to: loaded.system)
      layer = try LayerBuilder(analysis, projection: LayerProjection(transform)).catchments()
    } catch {
      throw .geometry(error)
    }
    do {
      try OutputFolder(file.deletingLastPathComponent(), overwrites: overwriting)
        .write(file.lastPathComponent) { sink throws(OutputError) in
          try layer.writeGeoJSON(attribution: loaded.attribution, to: sink)
        }
    } catch {
      throw .output(error)
    }
  }

  func write(
    _ files: [(name: String, content: [UInt8])], to folder: URL, overwriting: Bool,
    removing obsolete: [String] = []
  ) throws(StudyError) -> [WrittenFile] {
    do {
      try OutputFolder(folder, overwrites: overwriting).write(files, removing: obsolete)
    } catch {
      throw .output(error)
    }
    return files.map { WrittenFile(name: $0.name, bytes: $0.content.count) }
  }
}
