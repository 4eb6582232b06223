import AccessMeasures
import Foundation
import Intake
import Places
import SimpleFeatures
import SpatialStatistics

/// The area of every ward within 1 km of one of 2,000 sites.
///
/// Peers put polygons of 64 sides in place of circles, and so find 0.16 % less per disc.
enum T8CoveredArea: BenchmarkTask {
  static let name = "T8"
  static let sizes = ["m", "s"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let url = URL(fileURLWithPath: input.file("wards_\(stopwatch.size).geojson"))
    let file = try AreaFile(InputFile(url))
    let wards = try AreaReader(level: "ward").rows(
      of: file, in: StudyProjection(to: file.metricSystem())
    ).rows.map(\.shape)
    // Each site has an easting, a northing and a capacity.
    let sites = try input.doubles("supply_2000.f64")
    let discs = stride(from: 0, to: sites.count, by: 3).map { start in
      Disc(
        centre: Coordinate(x: sites[start], y: sites[start + 1]), radius: .kilometres(1))
    }
    let threads = Threads(stopwatch.threads)
    stopwatch.measure("covered area per ward, true circles") { (areas: [Double]) in
      [
        "area": (areas.reduce(0, +) * 10).rounded() / 10,
        "shares": (zip(areas, wards).reduce(0) { $0 + $1.0 / $1.1.area } * 1e6).rounded() / 1e6,
      ]
    } _: {
      DiscCoverage(of: discs).coveredAreas(of: wards, threads: threads)
    }
  }
}
