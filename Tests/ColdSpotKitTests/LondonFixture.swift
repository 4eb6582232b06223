import ColdSpotKit

/// The embedded study, read and run once for all tests.
enum London {
  static let result = Result { try Study.london().run(stability: false) }

  /// The same data under other rules of reach.
  static func analysis(_ rules: CatchmentRules) throws -> ColdSpotAnalysis {
    ColdSpotAnalysis(
      of: try result.get().loaded.data, catchmentRules: rules, scoreRules: ScoreRules())
  }

  /// The names of the boroughs, from the greatest lack of support to the least.
  static func boroughsByLack(_ analysis: ColdSpotAnalysis) -> [String] {
    let boroughs = analysis.data.boroughs?.areas ?? []
    return analysis.boroughs
      .compactMap { summary in
        summary.measures.map { (name: boroughs[summary.area].name, lack: $0.lack) }
      }
      .sorted { $0.lack > $1.lack }
      .map(\.name)
  }

  /// The names of the boroughs in which no organisation reaches anyone.
  static func boroughsWithout(_ analysis: ColdSpotAnalysis) -> Set<String> {
    let boroughs = analysis.data.boroughs?.areas ?? []
    return Set(
      analysis.boroughs.filter(\.organisations.isEmpty).map { boroughs[$0.area].name })
  }
}
