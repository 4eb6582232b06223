public import AccessMeasures
public import Catchments
public import Places
internal import SpatialStatistics

/// Need, lack of support and score of every place.
public struct PlaceScores: Sendable {
  /// The choices behind the figures.
  public let rules: ScoreRules
  /// N, the population-weighted mid-rank percentile of the need index, 0…1.
  public let need: [Double]
  /// The standard of each function.
  public let standards: [Standard]
  /// Capacity per resident: `access[f][i]` for function *f* and place *i*.
  public let access: [[Double]]
  /// The shortfall against the standard, 0…1: `shortfalls[f][i]`.
  public let shortfalls: [[Double]]
  /// L, the shortfalls weighed together, 0…1.
  public let lack: [Double]
  /// C, 0…100.
  public let score: [Double]
  /// B = P·N·L, resident-equivalents without adequate support; it adds up over places.
  public let burden: [Double]
  /// Whether capacity was conserved, per function.
  public let balances: [MassBalance]

  /// Scores every place.
  ///
  /// - Parameters:
  ///   - places: The demand.
  ///   - need: N of each place, where it is known already.
  ///   - organisations: The supply, in the order of the matrix's columns.
  ///   - reach: Who reaches whom.
  ///   - functions: The functions and their weights.
  ///   - rules: The choices.
  /// - Complexity: O(*f* · pairs + *f* · *n* log *n*) for *f* functions and *n* places.
  public init(
    of places: PlaceTable, need: [Double]? = nil, organisations: [Organisation], reach: ReachMatrix,
    functions: FunctionTable, rules: ScoreRules
  ) {
    let people = places.people
    let access = FunctionAccess(
      weights: reach.weights, people: people,
      capacities: FunctionCapacities(of: organisations, functions: functions),
      functions: functions)
    let standards = access.standards(
      quantiles: [rules.standardQuantile], declared: rules.declaredStandards)[0]
    let shortfalls = access.shortfalls(from: standards)
    let lack = access.lack(ofShortfalls: shortfalls)
    let need = need ?? WeightedPercentiles.midRanks(of: places.needIndex, weights: people)
    self.rules = rules
    self.need = need
    self.standards = standards
    self.access = access.measures.map(\.access)
    self.shortfalls = shortfalls
    self.lack = lack
    balances = access.measures.map(\.balance)
    score = zip(need, lack).map { rules.score(need: $0, lack: $1) }
    burden = people.indices.map { people[$0] * need[$0] * lack[$0] }
  }
}
