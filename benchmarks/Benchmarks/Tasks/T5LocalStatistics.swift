import SpatialStatistics

/// Gi* and the local Moran statistic of areas with eight nearest neighbours, each tested with 999
/// conditional permutations; the draws are made anew each time, the neighbours are given.
enum T5LocalStatistics: BenchmarkTask {
  static let name = "T5"
  static let sizes = ["5k", "180k"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let areas = try input.doubles("areas_\(stopwatch.size).f64")
    let nearest = try input.doubles("areas_\(stopwatch.size)_knn8.f64")
    let values = stride(from: 2, to: areas.count, by: 3).map { areas[$0] }
    let lists = stride(from: 0, to: nearest.count, by: 8).map { start in
      nearest[start..<start + 8].map { Int($0) }
    }
    let neighbours = Neighbours(lists).rowStandardised()
    let threads = Threads(stopwatch.threads)

    stopwatch.measure("neighbours from lists") { (neighbours: Neighbours) in
      ["pairs": Double(neighbours.pairCount)]
    } _: {
      Neighbours(lists).rowStandardised()
    }
    try stopwatch.measure("Gi* with 999 permutations") { (statistic: GetisOrd) in
      checks(of: statistic.areas.map(\.permutation))
    } _: {
      try GetisOrd(
        of: values, neighbours: neighbours, isStarred: true,
        permutations: PermutationTable(for: neighbours, seed: 1), threads: threads)
    }
    try stopwatch.measure("local Moran with 999 permutations") { (statistic: LocalMoran) in
      checks(of: statistic.areas.map(\.permutation))
    } _: {
      try LocalMoran(
        of: values, neighbours: neighbours,
        permutations: PermutationTable(for: neighbours, seed: 1), threads: threads)
    }
  }

  /// Of p by the rule of esda's peers' runs: one tail, the smaller, and ties on the upper side.
  private static func checks(of tests: [PermutationTest?]) -> [String: Double] {
    let directed = tests.lazy.compactMap(\.self).map { test in
      Double(min(test.atLeast, test.drawCount - test.atLeast) + 1) / Double(test.drawCount + 1)
    }
    return [
      "p": (directed.reduce(0, +) * 1e6).rounded() / 1e6,
      "significant": Double(directed.count { $0 <= 0.05 }),
      "two-sided significant": Double(tests.count { $0.map { $0.twoSided <= 0.05 } ?? false }),
    ]
  }
}
