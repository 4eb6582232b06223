import AccessMeasures
import Catchments
import SimpleFeatures
import SpatialStatistics

/// Two-step floating catchments of 5 km around 2,000 sites: capacity per resident of every place.
enum T3Access: BenchmarkTask {
  static let name = "T3"
  static let sizes = ["180k", "1700k"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let (places, people) = try points(input, "demand_\(stopwatch.size).f64")
    let (sites, capacities) = try points(input, "supply_2000.f64")
    let decays = [
      ("2SFCA", Decay.step(limit: 5000)), ("E2SFCA", Decay.truncatedGaussian(limit: 5000)),
    ]
    for (variant, decay) in decays {
      stopwatch.measure(variant, checks: { ["sum": $0.access.reduce(0, +)] }) {
        FloatingCatchment(
          weights: DistanceWeights(
            from: places, to: sites, decay: decay, threads: Threads(stopwatch.threads)),
          people: people, capacities: capacities)
      }
    }
  }

  /// Positions and what is there, from a file of three numbers a row.
  private static func points(
    _ input: InputFolder, _ file: String
  ) throws -> (positions: [Coordinate], amounts: [Double]) {
    let numbers = try input.doubles(file)
    let starts = stride(from: 0, to: numbers.count, by: 3)
    return (
      starts.map { Coordinate(x: numbers[$0], y: numbers[$0 + 1]) },
      starts.map { numbers[$0 + 2] }
    )
  }
}
