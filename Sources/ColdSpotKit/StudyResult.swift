public import ColdSpots
public import Places
internal import SimpleFeatures

/// What a study found.
public struct StudyResult: Sendable {
  /// The study that was run.
  public let study: Study
  /// What was read.
  public let loaded: LoadedStudy
  /// What was computed.
  public let analysis: ColdSpotAnalysis
  /// How firm the ranks are over the scenarios of method; `nil` where that was not asked for.
  public let stability: MethodGridRun?
  /// Which wards are part of a cluster; `nil` where the above was not asked for.
  public let clusters: ColdClusters?

  /// An area with its rank and the reason for it.
  public struct RankedArea: Sendable {
    /// 1 is the coldest.
    public let rank: Int
    /// The area's code.
    public let code: AreaCode
    /// The area's name.
    public let name: String
    /// The name of the borough it belongs to; its own for a borough.
    public let borough: String
    /// Its residents.
    public let people: Double
    /// The figures.
    public let measures: AreaSummary.Measures
    /// Where its rank lies over the scenarios; `nil` where that was not asked for.
    public let interval: RankInterval?
    /// Why it has this rank.
    public let reason: String
  }

  /// The wards with residents, the coldest first.
  public var coldestWards: [RankedArea] {
    ranked(analysis.wards, in: analysis.data.wards, stability?.wards)
  }

  /// The boroughs with residents, the coldest first; empty for a study without boroughs.
  public var coldestBoroughs: [RankedArea] {
    analysis.data.boroughs.map { ranked(analysis.boroughs, in: $0, stability?.boroughs) } ?? []
  }

  private func ranked(
    _ summaries: [AreaSummary], in boundaries: Boundaries, _ stability: RankStability?
  ) -> [RankedArea] {
    let ranked = summaries.compactMap { summary -> RankedArea? in
      guard let rank = summary.rank, let measures = summary.measures else { return nil }
      let area = boundaries.areas[summary.area]
      return RankedArea(
        rank: rank, code: area.code, name: area.name,
        borough: analysis.data.borough(of: area)?.name ?? area.name,
        people: summary.people, measures: measures,
        interval: stability?.intervals[summary.area], reason: reason(for: summary))
    }
    return ranked.sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }
  }

  /// The reason for an area's score, in words.
  public func reason(for summary: AreaSummary) -> String {
    Reason(
      for: summary, organisations: analysis.data.organisations,
      functions: analysis.data.functions
    ).description
  }
}
