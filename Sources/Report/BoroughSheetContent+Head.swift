internal import ColdSpotKit

/// The head of the sheet: the verdict in a sentence, and the figures that it rests on.
extension BoroughSheetContent {
  var head: BoroughSheetMarkup {
    let figures = figures.map { figure -> BoroughSheetMarkup in
      "<div><dt>\(figure.term)</dt><dd><strong>\(figure.value)</strong> \(figure.more)</dd></div>"
    }
    let long: BoroughSheetMarkup = name.count > 26 ? " class=\"long\"" : ""
    return """
      <p class="over">Cold spots of support for civil society · \(study)</p>
      <h1\(long)>\(name)</h1>
      <p class="verdict">\(verdict)</p>
      <dl class="figures">
      \(BoroughSheetMarkup(lines: figures))
      </dl>
      """
  }

  /// How cold the borough is, where in it, and why, in one sentence.
  var verdict: String {
    guard let rank = boroughs.number("rank", row: row).flatMap(Int.init(exactly:)) else {
      return "No residents of \(name) are in the data, so that it has no score and no rank."
    }
    return "\(name) is \(place(rank)) of \(run.ranked.boroughs) \(boroughNoun)s\(firmness); "
      + "\(coldWards), and \(support)."
  }

  private func place(_ rank: Int) -> String {
    switch rank {
    case 1: "the coldest"
    case run.ranked.boroughs: "the least cold"
    default: "the \(BoroughSheetWords.ordinal(rank)) coldest"
    }
  }

  /// What the class of the rank means for the borough.
  private var firmness: String {
    let ways = run.scenarioCount.map { "the \($0) ways" } ?? "the ways"
    return switch boroughs.text("class", row: row) {
    case "confirmed":
      " and a cold spot however that is computed, in the coldest tenth in at least 90 % of "
        + "\(ways) of doing so"
    case "likely":
      " and likely a cold spot, in the coldest tenth in most, though not all, of \(ways) of "
        + "computing it"
    case "possible":
      " and possibly a cold spot, in the coldest tenth in some, but fewer than half, of \(ways) "
        + "of computing it"
    case "not_cold": " and, taken as a whole, no cold spot in any of \(ways) of computing it"
    default: ""
    }
  }

  private var coldWards: String {
    let ranked = wardRows.filter { wards.number("rank", row: $0) != nil }
    let cold = coldestTenth.count
    let tenth = "among the coldest tenth of \(study)’s \(wardNoun)s"
    return switch cold {
    case 0: "none of its \(wardNoun)s is \(tenth)"
    case ranked.count: "every one of its \(wardNoun)s is \(tenth)"
    default: "\(cold) of its \(ranked.count) \(wardNoun)s \(cold == 1 ? "is" : "are") \(tenth)"
    }
  }

  private var support: String {
    let all = run.run.functions.count
    let missing = Set(boroughs.list("missing", row: row)).count
    let organisations = whole("n_orgs")
    if organisations == 0 { return "no organisation that counts reaches its people" }
    let reach =
      BoroughSheetWords.count(organisations, "organisation")
      + (organisations == 1 ? " reaches its people" : " reach its people")
    return switch missing {
    case 0: "\(reach), each of the \(all) functions of support from somebody"
    case 1:
      "\(reach), but nobody provides \(functionNames(boroughs.list("missing", row: row)).first ?? "one function")"
    default: "\(reach), but nobody provides \(missing) of the \(all) functions of support"
    }
  }

  private var figures: [(term: String, value: String, more: String)] {
    let words = BoroughSheetWords.self
    let number = { boroughs.number($0, row: row) }
    let firm = [
      "confirmed": "confirmed", "likely": "likely", "possible": "possible",
      "not_cold": "not cold",
    ]
    let rank = number("rank").map { words.number($0) }
    let range = number("rank_lo").flatMap { low in
      number("rank_hi").map { "\(words.number(low)) to \(words.number($0))" }
    }
    let score = number("score")
    let all = run.run.functions.count
    let missing = Set(boroughs.list("missing", row: row)).count
    return [
      (
        "Rank, 1 is coldest", rank.map { "\($0) of \(run.ranked.boroughs)" } ?? "–",
        range.map { "\($0) in 90 % of ways" } ?? ""
      ),
      ("Class", firm[boroughs.text("class", row: row)] ?? "–", "as a cold spot"),
      ("Cold-spot score", words.number(score, decimals: 1), "of 100, higher is colder"),
      ("Residents", words.number(number("people")), "in \(words.count(wardRows.count, wardNoun))"),
      (
        "Reached by", words.count(whole("n_orgs"), "organisation"),
        "\(whole("n_indep")) independent"
      ),
      ("Nobody provides", "\(missing) of \(all)", "functions"),
    ]
  }
}
