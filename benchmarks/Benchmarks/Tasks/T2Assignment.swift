import Foundation
import GeometryEngine
import Intake
import Places
import SimpleFeatures
import SpatialIndex
import SpatialStatistics

/// Points to wards: 702 wards with 1.7 million corners, 1 or 10 million points.
enum T2Assignment: BenchmarkTask {
  static let name = "T2"
  static let sizes = ["1m", "10m", "10m_sorted"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let threads = Threads(stopwatch.threads)
    let file = try AreaFile(InputFile(URL(fileURLWithPath: input.file("wards_m.geojson"))))
    let wards = try AreaReader(level: "ward")
      .rows(of: file, in: StudyProjection(to: file.metricSystem())).rows.map(\.shape)
    let positions = try positions(in: "points_\(stopwatch.size).f64", of: input)
    let locator = AreaLocator(wards)

    stopwatch.measure("build index") { (locator: AreaLocator) in
      ["first": Double(locator.area(at: positions[0]) ?? -1)]
    } _: {
      AreaLocator(wards)
    }
    stopwatch.measure("query", checks: checks) { locator.areas(at: positions, threads: threads) }
    stopwatch.measure("index and query", checks: checks) {
      AreaLocator(wards).areas(at: positions, threads: threads)
    }
  }

  private static func positions(in name: String, of input: InputFolder) throws -> [Coordinate] {
    let values = try input.doubles(name)
    return stride(from: 0, to: values.count, by: 2).map { index in
      Coordinate(x: values[index], y: values[index + 1])
    }
  }

  /// The same as the peers': how many points lie in a ward, and the sum of the wards' numbers
  /// from 1.
  private static func checks(of areas: AreaAssignment) -> [String: Double] {
    let wards = areas.lazy.compactMap(\.self)
    return ["matches": Double(wards.count), "sum": Double(wards.reduce(0) { $0 + $1 + 1 })]
  }
}
