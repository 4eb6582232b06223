internal import Places

/// Ranks the wards of a study by its own rules, from whatever access their places have.
struct WardRanking: Sendable {
  let zoning: Zoning
  private let need: [Double]
  private let rules: ScoreRules

  init(of analysis: ColdSpotAnalysis) {
    let data = analysis.data
    zoning = Zoning(
      homes: data.places.wards, unitCount: data.wards.count, placePeople: data.places.people)
    need = analysis.scores.need
    rules = analysis.scores.rules
  }

  /// The rank of each ward, 0 without residents; standards that are quantiles are set anew.
  func ranks(_ access: FunctionAccess) -> [Int32] {
    let standards = access.standards(
      quantiles: [rules.standardQuantile], declared: rules.declaredStandards)[0]
    return zoning.ranks(
      of: zoning.scores(need: need, lack: access.lack(from: standards), rules: rules))
  }
}
