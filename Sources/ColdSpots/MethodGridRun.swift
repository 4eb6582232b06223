internal import Catchments
internal import Foundation
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
    let data = analysis.data
    let zonings = Zoning.levels(of: data)
    let scenarios = ScenarioRanks(analysis: analysis, grid: grid, zonings: zonings)
    let parts = concurrently(Array(0..<scenarios.reachCount), threads: threads) {
      scenarios.ranks(ofReach: $0)
    }
    let stabilities = zonings.indices.map { level in
      RankStability(
        ranks: parts.flatMap { $0[level] }, ranked: zonings[level].ranked, grid: grid,
        hasEffects: level > 0, threads: threads)
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
  private let zonings: [Zoning]
  private let pairs: ReachPairs
  /// `100 · N^β`, and N itself: `[level][exponent][unit]` and `[level][unit]`.
  private let hundredNeedPowers: [[[Double]]]
  private let needs: [[Double]]

  init(analysis: ColdSpotAnalysis, grid: MethodGrid, zonings: [Zoning]) {
    let data = analysis.data
    self.analysis = analysis
    self.grid = grid
    self.zonings = zonings
    pairs = ReachPairs(
      of: data.organisations, over: data.places, wards: data.wards, boroughs: data.boroughs,
      rules: analysis.catchments.rules, widest: grid.radiusScales.all.max() ?? 1)
    let needs = zonings.map { $0.means(of: analysis.scores.need) }
    self.needs = needs
    hundredNeedPowers = needs.map { needs in
      grid.needExponents.all.map { exponent in needs.map { 100 * pow($0, exponent) } }
    }
  }

  /// The number of combinations of decay, radius and remit weight.
  var reachCount: Int {
    grid.decays.all.count * grid.radiusScales.all.count * grid.remitWeights.all.count
  }

  /// The ranks of every scenario with one combination of reach: `[level][scenario][unit]`, in the
  /// order of the grid.
  func ranks(ofReach reach: Int) -> [[[Int32]]] {
    let data = analysis.data
    let first = reach * (grid.count / reachCount)
    func value(_ axis: MethodGrid.Axis) -> Int { grid.value(of: axis, in: first) }
    let access = FunctionAccess(
      weights: pairs.weights(
        decay: grid.decays.all[value(.decay)],
        radiusScale: grid.radiusScales.all[value(.radius)],
        remitWeight: grid.remitWeights.all[value(.remitWeight)]),
      people: data.places.people, organisations: data.organisations, functions: data.functions)
    let standards = access.standards(
      quantiles: grid.standardQuantiles.all,
      declared: analysis.scores.rules.declaredStandards)
    var ranks = [[[Int32]]](repeating: [], count: zonings.count)
    for standards in standards {
      let lack = access.lack(from: standards)
      for (level, zoning) in zonings.enumerated() {
        let lack = zoning.means(of: lack)
        ranks[level] += scores(level: level, lack: lack).map(zoning.ranks(of:))
      }
    }
    return ranks
  }

  /// The scores of the units of a level for every exponent and every mean.
  private func scores(level: Int, lack: [Double]) -> [[Double]] {
    grid.needExponents.all.enumerated().flatMap { index, exponent -> [[Double]] in
      let powers = hundredNeedPowers[level][index]
      return grid.aggregations.all.map { aggregation in
        switch aggregation {
        // The powers of need are the same in many scenarios, and half the work.
        case .geometric: zip(powers, lack).map { $0 * pow($1, 1 - exponent) }
        case .arithmetic:
          zip(needs[level], lack).map {
            ColdSpotScore.value(
              need: $0, lack: $1, exponent: exponent, aggregation: .arithmetic)
          }
        }
      }
    }
  }
}
