public import ArgumentParser
public import ColdSpotKit
import Foundation

extension StatisticsQuery.Statistic: ExpressibleByArgument {}

/// `coldspot stats`: clusters and outliers of a variable over areas.
struct ShowStatistics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Find clusters of a variable over areas: Getis-Ord, Moran, Geary, join counts.",
    discussion: """
      Neighbours are areas that share a border (queen, rook), the K nearest (nearest:K), those \
      within a distance of each other's centroids (within:METRES), or the pairs of --neighbours.
      """)

  @Argument(help: "The statistic.")
  var statistic: StatisticsQuery.Statistic

  @Argument(help: "The areas: GeoJSON, or a table if --neighbours is given.")
  var areas: String

  @Option(help: "The column or property with the variable.")
  var variable: String

  @Option(help: "The column or property with the areas' identifiers.")
  var id = "code"

  @Option(help: "queen, rook, nearest:K or within:METRES; queen without.")
  var weights: String?

  @Option(help: "Gaps between borders up to this many metres are bridged; 1 without.")
  var tolerance: Double?

  @Option(help: "Table of neighbours, a row per pair.")
  var neighbours: String?

  @Option(help: "Its column with the area.")
  var focal = "focal"

  @Option(help: "Its column with the neighbour.")
  var neighbour = "neighbor"

  @Option(help: "Its column with the weight; all alike without.")
  var weight: String?

  @Flag(help: "Make the weights of an area's neighbours sum to 1.")
  var rowStandardised = false

  @Option(help: "Number of shuffles for p, 0 for none; 999 without.")
  var permutations: Int?

  @Option(help: "Seed of the shuffles; 1 without.")
  var seed: UInt64?

  @Option(help: "Table of shuffles to use instead of drawing them.")
  var permutationTable: String?

  @Option(help: "Share of false discoveries among those called significant; 0.05 without.")
  var fdr: Double?

  @OptionGroup var system: SystemOption
  @OptionGroup var parallel: ParallelOptions
  @OptionGroup var output: TableOutput

  mutating func validate() throws {
    if let permutations, !(0...1_000_000).contains(permutations) {
      throw ValidationError("--permutations is 0 to 1000000.")
    }
    if let fdr, !(fdr > 0 && fdr < 1) { throw ValidationError("--fdr is above 0 and below 1.") }
    if let tolerance, !(tolerance >= 0 && tolerance.isFinite) {
      throw ValidationError("--tolerance is 0 or more metres.")
    }
    if neighbours != nil, weights != nil || tolerance != nil {
      throw ValidationError("--neighbours says who neighbours whom: no --weights, no --tolerance.")
    }
    let hasShuffles = permutations != nil || seed != nil || permutationTable != nil || fdr != nil
    if !statistic.isLocal, hasShuffles {
      throw ValidationError("\(statistic.rawValue) is tested without shuffles.")
    }
    if permutationTable != nil, permutations != nil || seed != nil {
      throw ValidationError("--permutation-table has its own shuffles.")
    }
    _ = try source()
  }

  mutating func run() throws {
    var query = StatisticsQuery(
      statistic, of: variable, in: URL(filePath: areas), id: id, neighbours: try source())
    query.isRowStandardised = rowStandardised
    query.permutations =
      permutationTable.map { .table(URL(filePath: $0)) }
      ?? (permutations == 0 ? .none : .drawn(count: permutations ?? 999, seed: seed ?? 1))
    query.falseDiscoveryRate = fdr ?? 0.05
    query.system = try system.system()
    query.threads = parallel.threads
    try output.show(try query.answer())
  }

  private func source() throws -> NeighbourSource {
    if let neighbours {
      return .table(
        URL(filePath: neighbours), focal: focal, neighbour: neighbour, weight: weight)
    }
    let weights = weights ?? "queen"
    let tolerance = tolerance ?? 1
    let parts = weights.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("queen", nil): return .contiguity(.queen, tolerance: .metres(tolerance))
    case ("rook", nil): return .contiguity(.rook, tolerance: .metres(tolerance))
    case ("nearest", let count?):
      if let count = Int(count), count >= 1 { return .proximity(.nearest(count)) }
    case ("within", let metres?):
      if let metres = Double(metres), metres > 0, metres.isFinite {
        return .proximity(.within(.metres(metres)))
      }
    default: break
    }
    throw ValidationError(
      "\"\(weights)\" is none of queen, rook, nearest:K and within:METRES.")
  }
}
