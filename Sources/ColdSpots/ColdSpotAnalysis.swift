public import AccessMeasures
public import Catchments
public import Places
internal import SimpleFeatures

/// The whole computation, from areas, people and organisations to ranked cold spots.
///
/// Each stage is a value made from the one before: catchments, coverage, scores, summaries.
public struct ColdSpotAnalysis: Sendable {
  /// What went in.
  public let data: StudyData
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
  /// - Complexity: O(pairs within reach · functions), plus sorting.
  public init(
    of data: StudyData, catchmentRules: CatchmentRules, scoreRules: ScoreRules,
    edgeExposure known: [Double]? = nil
  ) {
    let places = data.places
    let organisations = data.organisations
    self.data = data
    catchments = Catchments(
      of: organisations, over: places, wards: data.wards, boroughs: data.boroughs,
      rules: catchmentRules)
    coverage = Coverage(
      reach: catchments.reach, people: places.people, groups: organisations.map(\.group),
      supports: catchments.participation.map { $0 == .counted })
    scores = PlaceScores(
      of: places, organisations: organisations, reach: catchments.reach,
      functions: data.functions, rules: scoreRules)
    edgeExposure =
      known
      ?? places.positions.map(
        EdgeExposure(study: data.outline, radius: catchmentRules.reach.typicalRadius).share(at:))
    let summaries = AreaSummaries(
      places: places, organisations: organisations, catchments: catchments, scores: scores,
      edgeExposure: edgeExposure)
    wards = summaries.summaries(of: data.wards, homes: places.wards)
    boroughs = data.boroughs.map { summaries.summaries(of: $0, homes: places.boroughs) } ?? []
  }
}
