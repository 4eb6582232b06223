public import Catchments
public import ColdSpots
public import Places
public import SimpleFeatures

/// The sum behind one area's score, in numbers that can be checked with a calculator.
public struct Explanation: Sendable {
  /// One function's part in the lack.
  public struct Part: Sendable {
    /// The function's name.
    public let function: String
    /// v, its weight in the lack; the weights sum to 1.
    public let weight: Double
    /// The mean shortfall of the residents, 0…1.
    public let shortfall: Double
    /// The share of the area's lack that it makes up, 0…1; 0 where nothing lacks.
    public let shareOfLack: Double
    /// Whether any organisation provides it to any resident.
    public let hasProvider: Bool
  }

  /// One organisation that reaches the area.
  public struct Supporter: Sendable {
    /// Its name.
    public let name: String
    /// The share of residents that it reaches, 0…1.
    public let shareOfResidents: Double
    /// Its mean weight for those it reaches, 0…1.
    public let meanWeight: Double
    /// How it reaches them.
    public let route: ReachRoute
    /// What it provides.
    public let functions: [String]
    /// Its site nearest to where residents live on average; `nil` where none is known well enough.
    public let site: Site?
    /// How far that is.
    public let distance: Distance?
    /// Where the facts about it come from.
    public let provenance: Provenance
  }

  /// The area.
  public let found: FoundArea
  /// The name of the borough it belongs to; empty where unknown.
  public let borough: String
  /// The name of the need index.
  public let needName: String
  /// β, the exponent of need.
  public let needExponent: Double
  /// The mean of need and lack.
  public let aggregation: Aggregation
  /// The number of scenarios of method that the rank was tried in; 0 where none was.
  public let scenarioCount: Int
  /// The functions, in the order of their table; empty without residents.
  public let parts: [Part]
  /// The organisations, those that reach most residents first.
  public let supporters: [Supporter]
  /// The nearest located organisation, by name.
  public let nearest: (name: String, distance: Distance)?
  /// The reason, in words.
  public let reason: String
}

extension StudyResult {
  /// Explains an area's score.
  public func explanation(of found: FoundArea) -> Explanation {
    let data = analysis.data
    let summary = found.summary
    return Explanation(
      found: found, borough: boroughName(of: found.area), needName: study.settings.need.name,
      needExponent: study.settings.score.needExponent,
      aggregation: study.settings.score.aggregation,
      scenarioCount: stability?.grid.count ?? 0, parts: parts(of: summary),
      supporters: supporters(of: summary),
      nearest: summary.nearest.map { (data.organisations[$0.organisation].name, $0.distance) },
      reason: reason(for: summary))
  }

  private func parts(of summary: AreaSummary) -> [Explanation.Part] {
    guard let measures = summary.measures else { return [] }
    let functions = analysis.data.functions
    return functions.functions.indices.map { index in
      let part = functions.shares[index] * measures.shortfalls[index]
      return Explanation.Part(
        function: functions.functions[index].name, weight: functions.shares[index],
        shortfall: measures.shortfalls[index],
        shareOfLack: measures.lack > 0 ? part / measures.lack : 0,
        hasProvider: !summary.missing.contains(index))
    }
  }

  private func supporters(of summary: AreaSummary) -> [Explanation.Supporter] {
    let data = analysis.data
    let supporters = summary.organisations.map { index in
      var (people, weighted) = (0.0, 0.0)
      var route: ReachRoute = []
      for place in summary.places where data.places.people[place] > 0 {
        for entry in analysis.catchments.reach[place: place] where entry.organisation == index {
          people += data.places.people[place]
          weighted += data.places.people[place] * entry.weight
          route.formUnion(entry.route)
        }
      }
      let organisation = data.organisations[index]
      let nearest = organisation.nearestSite(
        to: summary.centre, knownAtLeast: analysis.catchments.rules.leastPrecision)
      return Explanation.Supporter(
        name: organisation.name, shareOfResidents: people / summary.people,
        meanWeight: weighted / people,
        route: route, functions: organisation.functions.map { data.functions.functions[$0].name },
        site: nearest?.site, distance: nearest?.distance, provenance: organisation.provenance)
    }
    return supporters.sorted {
      ($1.shareOfResidents, $0.name) < ($0.shareOfResidents, $1.name)
    }
  }
}
