internal import Catchments
internal import Places
public import SpatialStatistics

/// The ranks of all levels over every scenario of a grid.
public struct MethodGridRun: Sendable {
  /// The scenarios.
  public let grid: MethodGrid
  /// The places.
  public let places: RankStability
  /// The wards.
  public let wards: RankStability
  /// The boroughs; `nil` for a study without any.
  public let boroughs: RankStability?

  /// Ranks everything in every scenario.
  ///
  /// - Parameters:
  ///   - analysis: The study; its own choices are one of the scenarios.
  ///   - grid: The scenarios.
  ///   - threads: How many scenarios to compute at the same time; the result does not depend on it.
  /// - Complexity: O(scenarios · units), and O(*f* · pairs) for each scenario of reach.
  public init(of analysis: ColdSpotAnalysis, over grid: MethodGrid, threads: Threads = .all) {
    let scenarios = ScenarioRanks(of: analysis, over: grid)
    let parts = concurrently(Array(0..<scenarios.reachCount), threads: threads) {
      scenarios.ranks(ofReach: $0)
    }
    let stabilities = scenarios.levels.enumerated().map { number, level in
      RankStability(
        ranks: RankTable(
          parts: parts.map { $0[number] }, rowsPerPart: grid.count / scenarios.reachCount,
          unitCount: level.unitCount),
        level: level, grid: grid, hasEffects: number > 0, threads: threads)
    }
    self.grid = grid
    places = stabilities[0]
    wards = stabilities[1]
    boroughs = stabilities.count > 2 ? stabilities[2] : nil
  }
}

/// Computes the ranks of scenarios, a group at a time that shares its decay, radius and remit
/// weight.
private struct ScenarioRanks: Sendable {
  private let analysis: ColdSpotAnalysis
  private let grid: MethodGrid
  let levels: [ScenarioLevel]
  private let pairs: ReachPairs
  private let capacities: FunctionCapacities

  init(of analysis: ColdSpotAnalysis, over grid: MethodGrid) {
    let need = analysis.scores.need
    let pairs = ReachPairs(
      of: analysis.data.organisations, over: analysis.demand.index,
      rules: analysis.catchments.rules, widest: grid.radiusScales.all.max() ?? 1)
    let people = analysis.data.places.people
    let kinds = PlaceKinds(of: people.indices.filter { people[$0] > 0 }, need: need, pairs: pairs)
    self.analysis = analysis
    self.grid = grid
    self.pairs = pairs
    capacities = FunctionCapacities(of: analysis.data)
    levels = Zoning.levels(of: analysis.data).enumerated().map { number, zoning in
      ScenarioLevel(zoning, kinds: number == 0 ? kinds : nil, need: need, grid: grid)
    }
  }

  /// The number of combinations of decay, radius and remit weight.
  var reachCount: Int {
    grid.decays.all.count * grid.radiusScales.all.count * grid.remitWeights.all.count
  }

  /// The ranks of every scenario with one combination of reach: for each level, one scenario after
  /// the other, in the order of the grid.
  func ranks(ofReach reach: Int) -> [[Int32]] {
    let data = analysis.data
    let count = grid.count / reachCount
    func value(_ axis: MethodGrid.Axis) -> Int { grid.value(of: axis, in: reach * count) }
    let access = FunctionAccess(
      weights: pairs.weights(
        decay: grid.decays.all[value(.decay)],
        radiusScale: grid.radiusScales.all[value(.radius)],
        remitWeight: grid.remitWeights.all[value(.remitWeight)]),
      people: data.places.people, capacities: capacities, functions: data.functions)
    let standards = access.standards(
      quantiles: grid.standardQuantiles.all,
      declared: analysis.scores.rules.declaredStandards)
    let lacks = standards.map(access.lack(from:))
    var sorting = Sorting()
    return levels.map { level in
      var ranks = [Int32](repeating: 0, count: count * level.unitCount)
      var row = 0
      for lack in lacks {
        level.forEachScore(lack: lack) { scores in
          CompetitionRanks.descending(
            scores, counts: level.counts, to: &ranks, at: row * scores.count, sorting: &sorting)
          row += 1
        }
      }
      return ranks
    }
  }
}
