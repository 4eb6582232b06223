public import ColdSpots
public import Places

/// An area of a result, of either level.
public struct FoundArea: Sendable {
  /// The area.
  public let area: Area
  /// Its level.
  public let level: AreaLevel
  /// Its figures.
  public let summary: AreaSummary
  /// How many areas of its level have a rank.
  public let rankedCount: Int
  /// How firm its rank is; `nil` without residents, or where that was not asked for.
  public let interval: RankInterval?
  /// Whether it is part of a cluster of wards; `nil` for a borough, or where that was not asked for.
  public let cluster: ColdClusters.Ward?
}

extension StudyResult {
  /// The ward or borough with a code or a name.
  ///
  /// Case, full stops and apostrophes do not matter. A name that several areas share must be made
  /// plain with its borough: "Abbey, Merton".
  ///
  /// - Throws: ``StudyError/notFound(_:)``, with the areas that the name may mean.
  public func area(_ text: String) throws(StudyError) -> FoundArea {
    let parts = text.split(separator: ",", maxSplits: 1).map { Self.folded(String($0)) }
    guard let wanted = parts.first else { throw .notFound("An area needs a code or a name.") }
    let found = everyArea.filter { candidate in
      let area = candidate.area
      if Self.folded(area.code.description) == wanted { return true }
      guard Self.folded(area.name) == wanted else { return false }
      return parts.count == 1 || Self.folded(boroughName(of: area)) == parts[1]
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let names = Dictionary(
        everyArea.map { (Self.folded($0.area.name), $0.area.name) }, uniquingKeysWith: { $1 })
      let nearest = NearestWord.to(wanted, among: names.keys.sorted()).flatMap { names[$0] }
      throw .notFound(
        "No \(levels) has the code or the name \"\(text)\"."
          + (nearest.map { " Did you mean \"\($0)\"?" } ?? ""))
    }
    let list = found.map { "\($0.area.name), \(boroughName(of: $0.area)) (\($0.area.code))" }
    throw .notFound(
      "\"\(text)\" may mean \(list.joined(separator: "; ")). Give the code, or name and borough.")
  }

  /// A name without what people spell differently.
  private static func folded(_ text: String) -> String {
    text.filter { !".'’".contains($0) }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").lowercased()
  }

  /// The name of the borough that an area belongs to; empty where unknown.
  func boroughName(of area: Area) -> String {
    analysis.data.borough(of: area)?.name ?? ""
  }

  private var levels: String {
    let ward = analysis.data.wards.level.description
    return analysis.data.boroughs.map { "\(ward) or \($0.level)" } ?? ward
  }

  private var everyArea: [FoundArea] {
    func found(
      _ boundaries: Boundaries, _ summaries: [AreaSummary], _ stability: RankStability?,
      _ clusters: ColdClusters?
    ) -> [FoundArea] {
      let ranked = summaries.count { $0.rank != nil }
      return summaries.map {
        FoundArea(
          area: boundaries.areas[$0.area], level: boundaries.level, summary: $0,
          rankedCount: ranked, interval: stability?.intervals[$0.area],
          cluster: clusters?.wards[$0.area])
      }
    }
    let boroughs =
      analysis.data.boroughs.map { found($0, analysis.boroughs, stability?.boroughs, nil) } ?? []
    return boroughs + found(analysis.data.wards, analysis.wards, stability?.wards, clusters)
  }
}
