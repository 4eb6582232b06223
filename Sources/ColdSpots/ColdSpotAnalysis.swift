public import AccessMeasures
public import Catchments
public import Places
internal import SimpleFeatures
public import SpatialStatistics

/// The whole computation, from areas, people and organisations to ranked cold spots.
///
/// Each stage is a value made from the one before: catchments, coverage, scores, summaries.
public struct ColdSpotAnalysis: Sendable {
  /// What went in.
  public let data: StudyData
  /// The part of it that no organisation changes.
  public let demand: DemandSide
  /// Who reaches whom.
  public let catchments: Catchments
  /// How many organisations reach each place, and what each is needed for.
  public let coverage: Coverage
  /// Need, lack and score of each place.
  public let scores: PlaceScores
  /// The share of each place's surroundings outside the data, 0…1.
  public let edgeExposure: [Double]
  /// One summary per ward, in the order of the wards.
  public let wards: [AreaSummary]
  /// One summary per borough, in the order of the boroughs; empty for a study without any.
  public let boroughs: [AreaSummary]

  /// Computes everything.
  ///
  /// - Parameters:
  ///   - data: Areas, people and organisations.
  ///   - catchmentRules: How organisations reach places.
  ///   - scoreRules: How access and need become a score.
  ///   - known: The exposure of each place where it is known already, from an analysis of
  ///     the same places and outline with the same radius.
  ///   - threads: How many exposures to work out at the same time; no result depends on it.
  /// - Complexity: O(pairs within reach · functions), plus sorting.
  public init(
    of data: StudyData, catchmentRules: CatchmentRules, scoreRules: ScoreRules,
    edgeExposure known: [Double]? = nil, threads: Threads = .all
  ) {
    let demand = DemandSide(of: data)
    self.init(
      of: data, demand: demand,
      pairs: ReachPairs(of: data.organisations, over: demand.index, rules: catchmentRules),
      catchmentRules: catchmentRules, scoreRules: scoreRules, edgeExposure: known,
      threads: threads)
  }

  /// Computes what follows from a demand side and pairs that are there already.
  ///
  /// - Parameters:
  ///   - data: Areas, people and organisations.
  ///   - demand: The demand side of these areas and people.
  ///   - pairs: Who could reach whom, of these organisations, over `demand`, under these rules.
  ///   - catchmentRules: How organisations reach places.
  ///   - scoreRules: How access and need become a score.
  ///   - known: As in ``init(of:catchmentRules:scoreRules:edgeExposure:threads:)``.
  ///   - threads: As there.
  /// - Complexity: O(pairs within reach · functions + places).
  public init(
    of data: StudyData, demand: DemandSide, pairs: ReachPairs, catchmentRules: CatchmentRules,
    scoreRules: ScoreRules, edgeExposure known: [Double]? = nil, threads: Threads = .all
  ) {
    let places = data.places
    let organisations = data.organisations
    self.data = data
    self.demand = demand
    catchments = Catchments(pairs, rules: catchmentRules)
    coverage = Coverage(
      reach: catchments.reach, people: places.people, groups: organisations.map(\.group),
      supports: catchments.participation.map { $0 == .counted })
    scores = PlaceScores(
      of: places, need: demand.need, organisations: organisations, reach: catchments.reach,
      functions: data.functions, rules: scoreRules)
    edgeExposure =
      known ?? Self.exposures(of: data, within: catchmentRules.reach.typicalRadius, threads)
    let summaries = AreaSummaries(
      places: places, organisations: organisations, catchments: catchments, scores: scores,
      edgeExposure: edgeExposure)
    wards = summaries.summaries(of: data.wards, members: demand.index.byWard)
    boroughs =
      data.boroughs.map { summaries.summaries(of: $0, members: demand.index.byBorough) } ?? []
  }
  private static func exposures(
    of data: StudyData, within radius: Distance, _ threads: Threads
  ) -> [Double] {
    let exposure = EdgeExposure(study: data.outline, radius: radius)
    return concurrently(over: data.places.count, threads: threads) { places in
      places.map { exposure.share(at: data.places.positions[$0]) }
    }
  }
}
