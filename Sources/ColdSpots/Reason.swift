public import Places
internal import SimpleFeatures

/// Says in one sentence or two why an area has the score it has.
public struct Reason: Sendable, CustomStringConvertible {
  /// The sentences, short enough for a Shapefile's 254 bytes in all but extreme cases.
  public let description: String

  /// The most functions that a reason lists by name.
  private static let listLimit = 3

  /// The reason for an area's score.
  ///
  /// - Parameters:
  ///   - summary: The area.
  ///   - organisations: The supply, in the order that the summary points into.
  ///   - functions: The functions.
  public init(
    for summary: AreaSummary, organisations: [Organisation], functions: FunctionTable
  ) {
    guard let measures = summary.measures else {
      description =
        summary.places.isEmpty
        ? "Not scored: no demand point falls in this area."
        : "Not scored: nobody lives here according to the data."
      return
    }
    var sentences = [
      Self.support(summary, organisations) + Self.functions(summary, measures, functions) + "."
    ]
    if let nearest = summary.nearest, nearest.organisation != summary.sole,
      summary.organisations.isEmpty || measures.lack > 0.5
    {
      sentences.append(
        "Nearest: \(organisations[nearest.organisation].name), "
          + "\(Self.kilometres(nearest.distance)) km.")
    }
    sentences.append("Need percentile \(Self.percent(measures.need)).")
    description = sentences.joined(separator: " ")
  }

  private static func support(_ summary: AreaSummary, _ organisations: [Organisation]) -> String {
    switch (summary.organisations.count, summary.independentCount) {
    case (0, _): "No organisation reaches anyone here"
    case (2..., 1):
      "Only \(summary.sole.map { organisations[$0].name } ?? "one group") and others of its group "
        + "reach people here"
    case (_, 1):
      "Only \(summary.sole.map { organisations[$0].name } ?? "one organisation") reaches people here"
    case (let count, let independent) where count > independent:
      "\(count) organisations (\(independent) independent) reach people here"
    case (let count, _): "\(count) organisations reach people here"
    }
  }

  private static func functions(
    _ summary: AreaSummary, _ measures: AreaSummary.Measures, _ table: FunctionTable
  ) -> String {
    let missing = summary.missing.map { table.functions[$0].name.lowercased() }
    if summary.organisations.isEmpty { return "" }
    guard missing.isEmpty else {
      let rest = missing.count - listLimit
      let listed = missing.prefix(listLimit).joined(separator: ", ")
      let others = rest == 1 ? " and 1 more function" : " and \(rest) more functions"
      return "; nobody provides \(listed)" + (rest > 0 ? others : "")
    }
    guard let worst = measures.shortfalls.max(), percent(worst) > 0,
      let function = measures.shortfalls.firstIndex(of: worst)
    else { return "; every function is adequate" }
    return "; the greatest shortfall is in \(table.functions[function].name.lowercased()) "
      + "(\(percent(worst)) %)"
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private static func kilometres(_ distance: Distance) -> String {
    let hundredMetres = Int((distance.metres / 100).rounded())
    return "\(hundredMetres / 10).\(hundredMetres % 10)"
  }
}
