internal import ColdSpotKit
internal import MapLayers

/// Who reaches the borough, and what is missing.
extension BoroughSheetContent {
  /// How many organisations the table has room for.
  static let reachCount = 6
  /// How many functions the bars have room for.
  static let functionCount = 8

  var reachTable: BoroughSheetMarkup {
    guard !reach.isEmpty else {
      return "<p>No organisation that counts reaches anybody here, by distance or by remit.</p>"
    }
    let people = boroughs.number("people", row: row) ?? 0
    let rows = reach.prefix(Self.reachCount).map { one -> BoroughSheetMarkup in
      let share = people > 0 ? min(1, one.people / people) : nil
      let trust = BoroughSheetWords.short(one.confidence, 12)
      return """
        <tr><th scope="row">\(BoroughSheetWords.short(one.name, 56))</th>\
        <td class="number">\(BoroughSheetWords.number(one.people))\
         <small>\(BoroughSheetWords.percent(share))</small></td>\
        <td>\(one.route)</td><td>\(trust.isEmpty ? "not stated" : trust)</td></tr>
        """
    }
    let left = reach.count - Self.reachCount
    let more: BoroughSheetMarkup =
      left <= 0 ? "" : "<p class=\"more\">and \(left) more in reach-wards.csv</p>"
    return """
      <table class="reached">
      <thead><tr><th scope="col">Organisation</th><th scope="col" class="number">Residents</th>\
      <th scope="col">Route</th><th scope="col">Confidence</th></tr></thead>
      <tbody>
      \(BoroughSheetMarkup(lines: rows))
      </tbody>
      </table>\(more)
      """
  }

  /// The shortfall of each function as a bar, the greatest first.
  var gaps: BoroughSheetMarkup {
    let missing = Set(boroughs.list("missing", row: row))
    let functions = run.run.functions.enumerated().map { index, function in
      (
        index: index, function: function,
        shortfall: boroughs.number(function.column, row: row).map { min(1, max(0, $0)) },
        isMissing: missing.contains(function.key)
      )
    }
    .sorted { ($1.shortfall ?? -1, $0.index) < ($0.shortfall ?? -1, $1.index) }
    let rows = functions.prefix(Self.functionCount).map { one -> BoroughSheetMarkup in
      let percent = one.shortfall.map { 100 * $0 }
      let width = BoroughSheetWords.number(percent ?? 0, decimals: 1)
      let colour = ScoreClasses.fixed.colour(of: percent).hex
      return """
        <tr><th scope="row">\(BoroughSheetWords.short(one.function.name, 36))</th>\
        <td class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
        <rect class="track" width="100" height="8"/>\
        <rect width="\(width)" height="8" fill="\(colour)"/></svg></td>\
        <td class="number">\(BoroughSheetWords.percent(one.shortfall))</td>\
        <td>\(one.isMissing ? "nobody" : "")</td></tr>
        """
    }
    let left = functions.count - Self.functionCount
    let more: BoroughSheetMarkup = left <= 0 ? "" : "<p class=\"more\">and \(left) more</p>"
    return """
      <table class="bars">
      <thead><tr><th scope="col">Function</th><td></td><th scope="col" class="number">Short</th>\
      <th scope="col">Who</th></tr></thead>
      <tbody>
      \(BoroughSheetMarkup(lines: rows))
      </tbody>
      </table>\(more)
      """
  }

  /// The need of the borough, on what index, and how finely that is known.
  var need: BoroughSheetMarkup {
    guard let need = boroughs.number("need", row: row) else {
      return "<p>The need of the \(boroughNoun) is not known.</p>"
    }
    let percentile = BoroughSheetWords.number(100 * need)
    var notes: [String] = []
    let index = BoroughSheetWords.short(run.parameter("need"), 80)
    if !index.isEmpty { notes.append("Index: \(index).") }
    if isNeedOfBorough {
      notes.append(
        "It is a \(boroughNoun) average: differences of need within the \(boroughNoun) are not seen."
      )
    }
    return """
      <p><strong>Percentile \(percentile)</strong> of the residents of \(study): 0 is the least need, \
      50 the middle, 100 the most. \(notes.joined(separator: " "))</p>
      """
  }

  /// Whether every ward has the need of its borough.
  var isNeedOfBorough: Bool { run.needUnit == "borough" }
}
