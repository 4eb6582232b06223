import Foundation
import GeometryEngine
import SimpleFeatures

/// Files that are too large for the repository or not ours to pass on; tests that need one are
/// skipped where it is missing.
enum OutsideFiles {
  /// The folder with the grid OSTN15: the environment variable `COLDSPOT_TEST_GRIDS`, or a data
  /// folder beside the package.
  static let gridFolder: String? = {
    let named = ProcessInfo.processInfo.environment["COLDSPOT_TEST_GRIDS"]
    return ([named].compactMap { $0 } + [beside("shared/data/github")]).first { folder in
      exists(folder + "/uk_os_OSTN15_NTv2_OSGBtoETRS.tif")
    }
  }()

  /// Whether PROJ finds the grid by itself, so that nothing can be said about doing without.
  static let gridIsInstalled: Bool = {
    let transform = try? CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    _ = try? transform?.coordinate(of: LonLat(longitude: -0.13, latitude: 51.51))
    return transform?.lastOperation()?.usesGrid ?? false
  }()

  /// The lines of a table of recorded transformations without its header; `nil` when missing.
  static func rows(of table: String) -> [[Double]]? {
    let path = beside("shared/reference/cases/crs/" + table)
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",").compactMap { Double($0) }
    }
  }

  private static func beside(_ path: String) -> String {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: path).path(percentEncoded: false)
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
