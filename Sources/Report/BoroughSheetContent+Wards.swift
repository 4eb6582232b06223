internal import ColdSpotKit

/// The coldest wards, and the list of all that the numbers on the map refer to.
extension BoroughSheetContent {
  /// How many of the coldest wards the sheet tells more of.
  static let coldestCount = 5
  /// How many wards the list under the map has room for in print; on the screen it has all.
  static let keyCount = 28

  /// The coldest wards that have a rank.
  var coldest: [Int] {
    Array(wardRows.filter { wards.number("rank", row: $0) != nil }.prefix(Self.coldestCount))
  }

  var coldestWards: BoroughSheetMarkup {
    let those = coldest.count > 1 ? "\(coldest.count) coldest \(wardNoun)s" : "coldest \(wardNoun)"
    let title: BoroughSheetMarkup = "<h2 id=\"coldest\">The \(those)</h2>"
    guard !coldest.isEmpty else {
      return
        "\(title)<p>No residents of its \(wardNoun)s are in the data, so that none has a rank.</p>"
    }
    let rows = coldest.enumerated().map { index, ward -> BoroughSheetMarkup in
      let number = { wards.number($0, row: ward) }
      let words = BoroughSheetWords.self
      return """
        <tr><td class="number">\(index + 1)</td><th scope="row">\(wardName(ward))</th>\
        <td class="number"><b>\(words.number(number("rank")))</b>\(rankRange(ward))</td>\
        <td class="number">\(words.number(number("score"), decimals: 1))</td>\
        <td class="number">\(words.number(number("need").map { 100 * $0 }))</td>\
        <td class="number">\(words.number(number("n_orgs") ?? 0))</td>\
        <td>\(missing(ward))</td></tr>
        """
    }
    return """
      \(title)
      <table class="five">
      <thead><tr><th scope="col" class="number">Map</th><th scope="col">\
      \(BoroughSheetWords.capital(wardNoun))</th><th scope="col" class="number">Rank of \
      \(run.ranked.wards) <small>and range</small></th><th scope="col" class="number">Score</th>\
      <th scope="col" class="number">Need</th>\
      <th scope="col" class="number">Reached by</th><th scope="col">What nobody provides</th></tr></thead>
      <tbody>
      \(BoroughSheetMarkup(lines: rows))
      </tbody>
      </table>\(tieNote)
      """
  }

  /// Where more wards share a rank than the table shows, it is chance which of them it shows.
  private var tieNote: BoroughSheetMarkup {
    guard let last = coldest.last.flatMap({ wards.number("rank", row: $0) }) else { return "" }
    let equal = wardRows.filter { wards.number("rank", row: $0) == last }
    guard equal.contains(where: { !coldest.contains($0) }) else { return "" }
    return """
      <p class="more">\(equal.count) \(wardNoun)s of \(name) share rank \
      \(BoroughSheetWords.number(last)): which of them stand here says nothing.</p>
      """
  }

  /// The range of the rank of a ward and its class; nothing where that was not computed.
  private func rankRange(_ ward: Int) -> BoroughSheetMarkup {
    guard let low = wards.number("rank_lo", row: ward),
      let high = wards.number("rank_hi", row: ward)
    else { return "" }
    let firm = wards.text("class", row: ward).replacing("_", with: " ")
    let words = BoroughSheetWords.self
    return " <small>\(words.number(low))–\(words.number(high)), \(words.short(firm, 12))</small>"
  }

  /// What nobody provides in a ward; of more than half, what somebody does.
  private func missing(_ ward: Int) -> String {
    let all = run.run.functions.map(\.key)
    let missing = Set(wards.list("missing", row: ward)).intersection(all)
    if missing.isEmpty { return "somebody provides each function" }
    if missing.count == all.count { return "all \(all.count) functions" }
    let given = all.filter { !missing.contains($0) }
    if given.count <= 2, missing.count > 3 {
      return "all \(all.count) but " + BoroughSheetWords.list(functionNames(given))
    }
    return BoroughSheetWords.list(functionNames(missing), within: 62)
  }

  /// Every ward with its number on the map, its score and its rank: the map in words.
  var key: BoroughSheetMarkup {
    let items = wardRows.enumerated().map { index, ward -> BoroughSheetMarkup in
      let late: BoroughSheetMarkup = index < Self.keyCount ? "" : " class=\"late\""
      let score = wards.number("score", row: ward)
      guard let rank = wards.number("rank", row: ward), let score else {
        return "<li\(late)><b>\(index + 1)</b> <span>\(keyName(ward))</span> <i>no score</i></li>"
      }
      return """
        <li\(late)><b>\(index + 1)</b> <span>\(keyName(ward))</span> \
        <i>\(BoroughSheetWords.number(score)) <small>(\(BoroughSheetWords.number(rank)))</small></i></li>
        """
    }
    let left = wardRows.count - Self.keyCount
    let more: BoroughSheetMarkup =
      left <= 0 ? "" : "<p class=\"more\">and \(left) more in ranking-wards.csv</p>"
    return """
      <ol class="key">
      \(BoroughSheetMarkup(lines: items))
      </ol>\(more)
      """
  }

  private func keyName(_ ward: Int) -> String {
    BoroughSheetWords.short(wards.text("name", row: ward), 26)
  }
}
