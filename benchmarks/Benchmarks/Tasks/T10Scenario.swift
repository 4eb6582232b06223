import ColdSpotKit

/// One change to the embedded London, from the settings to every figure of every ward and borough.
///
/// No files are read: `LiveStudy` holds them. Each round moves or opens at another position, or tries
/// another reach, so that no round finds what the one before has left but for what stays the same.
/// A radius that was not tried before needs the exposure of places to the edge of the study anew.
enum T10Scenario: BenchmarkTask {
  static let name = "T10"
  static let sizes = ["london"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let live = try LiveStudy(try Study.london())
    let own = live.study.settings
    let base = try live.result(with: own).analysis
    guard
      let counted = base.catchments.participation.indices.first(where: { index in
        base.catchments.participation[index] == .counted
          && base.data.organisations[index].site.position != nil
      })
    else { return }
    let organisation = base.data.organisations[counted].id
    var round = 0
    func position() -> LonLat {
      round += 1
      return LonLat(longitude: -0.1 - 0.001 * Double(round), latitude: 51.5)
    }
    let variants: [(name: String, change: (inout StudySettings) -> Void)] = [
      ("move one organisation", { $0.scenario.moved = [.init(organisation, to: position())] }),
      ("close one", { $0.scenario.closed = [organisation] }),
      ("add one", { $0.scenario.added = [.init("New hub", at: position())] }),
      ("change the weight of need", { $0.score.needExponent = 0.4 }),
      (
        "change the reach, tried before",
        { $0.catchment.reach = .disc(radius: .metres(2500), decay: .truncatedGaussian) }
      ),
      (
        "change the reach, for the first time",
        {
          round += 1
          $0.catchment.reach = .disc(
            radius: .metres(2500 - Double(round)), decay: .truncatedGaussian)
        }
      ),
    ]
    for (name, change) in variants {
      try stopwatch.measure(name) {
        checks(of: $0, against: base)
      } _: {
        var settings = own
        change(&settings)
        return try live.result(with: settings).analysis
      }
    }
  }

  private static func checks(
    of analysis: ColdSpotAnalysis, against base: ColdSpotAnalysis
  ) -> [String: Double] {
    let full = ColdSpotAnalysis(
      of: analysis.data, catchmentRules: analysis.catchments.rules,
      scoreRules: analysis.scores.rules)
    let scores = analysis.wards.map { $0.measures?.score ?? 0 }
    let isEqual =
      analysis.scores.access == full.scores.access && analysis.scores.score == full.scores.score
      && analysis.edgeExposure == full.edgeExposure
      && scores == full.wards.map { $0.measures?.score ?? 0 }
      && analysis.wards.map(\.rank) == full.wards.map(\.rank)
      && analysis.boroughs.map(\.rank) == full.boroughs.map(\.rank)
    return [
      "changed": Double(zip(scores, base.wards).count { $0 != $1.measures?.score ?? 0 }),
      "sum": (scores.reduce(0, +) * 1e6).rounded() / 1e6,
      "equal_to_full": isEqual ? 1 : 0,
    ]
  }
}
