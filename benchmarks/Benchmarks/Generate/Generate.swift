import Foundation

/// Writes the data of the benchmarks, the same on any machine.
///
/// Usage: Generate FOLDER [SET…]
///
/// A set is a kind and a size, `wards_m` or `points_10m` for example; without any, the usual ones are
/// written. Files that are there already are kept.
@main
struct Generate {
  /// A kind of set: its sizes by their names, and what writes one to a path without its ending.
  private struct Kind: Sendable {
    let sizes: [String: Int]
    let endings: [String]
    let write: @Sendable (Int, String) throws -> Void
  }

  private static let kinds: [String: Kind] = [
    "points": Kind(
      sizes: [
        "156k": 156_250, "625k": 625_000, "1m": 1_000_000, "2500k": 2_500_000,
        "10m": 10_000_000,
      ], endings: [".f64"]
    ) { try PointSets.points($0, to: $1 + ".f64") },
    "sorted": Kind(sizes: ["10m": 10_000_000], endings: ["_sorted.f64"]) {
      try PointSets.sortedPoints($0, to: $1 + "_sorted.f64")
    },
    "demand": Kind(
      sizes: [
        "27k": 26_562, "106k": 106_250, "180k": 180_000, "425k": 425_000,
        "1700k": 1_700_000,
      ], endings: [".csv", ".f64"], write: { try PointSets.demand($0, to: $1) }),
    "supply": Kind(
      sizes: ["2000": 2000], endings: [".csv", ".f64"], write: { try PointSets.supply($0, to: $1) }),
    "areas": Kind(
      sizes: ["3k": 2812, "5k": 5000, "11k": 11_250, "45k": 45_000, "180k": 180_000],
      endings: [".csv", ".f64", "_knn8.csv", "_knn8.f64"], write: { try AreaSets.areas($0, to: $1) }
    ),
    "export": Kind(
      sizes: ["11k": 11_250, "45k": 45_000, "180k": 180_000, "720k": 720_000], endings: [".csv"]
    ) { try ExportTable.places($0, to: $1 + ".csv") },
  ]

  private static let usual = [
    "wards_s", "wards_m", "wards_o", "points_1m", "points_10m", "sorted_10m", "demand_180k",
    "demand_1700k", "supply_2000", "areas_5k", "areas_180k", "export_180k",
  ]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else { stop("usage: Generate FOLDER [SET…]") }
    let folder = arguments[1]
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for set in arguments.count > 2 ? Array(arguments[2...]) : usual {
      let parts = set.split(separator: "_").map(String.init)
      guard parts.count == 2 else { stop("\(set): a set is a kind and a size, as in wards_m") }
      if parts[0] == "wards", WardFile.kinds[parts[1]] != nil {
        let path = "\(folder)/\(set).geojson"
        if !exists(path) { try WardFile.write(parts[1], to: path) }
      } else if let kind = kinds[parts[0]], let count = kind.sizes[parts[1]] {
        let path = "\(folder)/\(parts[0] == "sorted" ? "points" : parts[0])_\(parts[1])"
        let isWhole = kind.endings.allSatisfy { exists(path + $0) }
        if !isWhole { try kind.write(count, path) }
      } else {
        stop("\(set): there is no such set")
      }
    }
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
