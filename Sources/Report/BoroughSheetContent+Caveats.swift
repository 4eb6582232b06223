internal import ColdSpotKit
internal import GeoJSON
internal import MapLayers

/// What to bear in mind, and where the sheet comes from.
extension BoroughSheetContent {
  /// How many caveats the sheet has room for; those that concern the borough alone come first.
  static let caveatCount = 6
  /// How many characters they may have together.
  static let caveatLength = 540
  /// How many characters of credits the sheet has room for.
  static let creditLength = 480

  var caveatList: BoroughSheetMarkup {
    var room = Self.caveatLength
    let items = (ownCaveats + commonCaveats).prefix(Self.caveatCount).prefix { caveat in
      room -= caveat.count
      return room >= 0
    }.map { "<li>\($0)</li>" as BoroughSheetMarkup }
    return "<ul>\n\(BoroughSheetMarkup(lines: items))\n</ul>"
  }

  /// What holds for this borough.
  private var ownCaveats: [String] {
    let words = BoroughSheetWords.self
    var caveats: [String] = []
    if let edge = boroughs.number("edge", row: row), edge >= 0.005 {
      caveats.append(
        "\(words.percent(edge)) of the surroundings lie outside the data; organisations there are not "
          + "counted, so that it may look colder than it is.")
    }
    if let low = boroughs.number("rank_lo", row: row),
      let high = boroughs.number("rank_hi", row: row),
      high - low >= 5
    {
      caveats.append(
        "The rank is not firm: reasonable methods place the \(boroughNoun) anywhere from "
          + "\(words.number(low)) to \(words.number(high)).")
    }
    let weak = reach.count { $0.confidence == "low" }
    if weak > 0 {
      caveats.append(
        "\(weak) of the \(words.count(reach.count, "organisation")) that \(reach.count == 1 ? "reaches" : "reach") it "
          + "\(weak == 1 ? "is" : "are") known with low confidence.")
    }
    let unranked = wardRows.count { wards.number("rank", row: $0) == nil }
    if unranked > 0 {
      caveats.append(
        "\(words.count(unranked, wardNoun)) without residents in the data: not ranked.")
    }
    let few = coldest.count { (wards.number("people", row: $0) ?? 0) < 1000 }
    if few > 0 {
      caveats.append("\(words.count(few, "listed \(wardNoun)")) with fewer than 1,000 residents.")
    }
    let ties = tied
    if ties > 0 {
      caveats.append(
        "\(words.count(ties, wardNoun)) \(ties == 1 ? "shares its rank" : "share their ranks") with others of the same score."
      )
    }
    return caveats
  }

  /// How many of its wards have a rank that another ward of the study has too.
  private var tied: Int {
    var counts: [Double: Int] = [:]
    for row in 0..<wards.rowCount {
      if let rank = wards.number("rank", row: row) { counts[rank, default: 0] += 1 }
    }
    return wardRows.count { wards.number("rank", row: $0).map { counts[$0] ?? 0 > 1 } ?? false }
  }

  /// What holds for every borough of the run.
  private var commonCaveats: [String] {
    let words = BoroughSheetWords.self
    var caveats: [String] = []
    let everywhere = run.count("organisations_pan_london_excluded")
    let inactive = run.count("organisations_status_not_counted")
    let left = [
      everywhere == 0
        ? nil : "\(everywhere) that serve all of \(study), lest they hide local absence",
      inactive == 0 ? nil : "\(inactive) not known to be active",
    ].compactMap(\.self)
    if !left.isEmpty {
      caveats.append("Organisations left out: \(words.list(left)).")
    }
    if let unplaced = run.run.layer("organisations-unplaced")?.features.count, unplaced > 0 {
      caveats.append(
        "\(words.count(unplaced, "organisation")) of \(study) \(unplaced == 1 ? "has" : "have") no known "
          + "place and \(unplaced == 1 ? "reaches" : "reach") people by remit, if at all.")
    }
    if let scenarios = run.scenarioCount {
      caveats.append(
        "Ranges span 90 % of \(words.number(Double(scenarios))) ways of computing; organisations that "
          + "nobody listed are not seen.")
    } else {
      caveats.append("How firm the ranks are was not computed in this run.")
    }
    return caveats
  }

  /// Sources and how to get the sheet again.
  var origin: BoroughSheetMarkup {
    var credits: [String] = []
    var length = 0
    for credit in run.run.attribution {
      length += credit.count
      guard length <= Self.creditLength else { break }
      credits.append(credit)
    }
    let isWhole = credits.count == run.run.attribution.count
    let program = run.run.manifest["program"]?.text ?? "coldspot"
    return """
      <p><b>Sources.</b> \(credits.joined(separator: " "))\
      \(isWhole ? "" : " All credits are in manifest.json.")</p>
      <p><b>To get these numbers again:</b> <code>coldspot verify RUN</code> computes them anew from \
      the inputs that manifest.json names, and <code>coldspot report RUN --borough \(code)</code> \
      writes this sheet. \(vintages) \(BoroughSheetWords.short(program, 40)).</p>
      """
  }

  private var vintages: String {
    let parts = [(wardNoun, wards), (boroughNoun, boroughs)].compactMap { noun, table in
      let vintage = BoroughSheetWords.short(table.text("vintage", row: 0), 24)
      return vintage.isEmpty ? nil : "\(noun)s of \(vintage)"
    }
    return parts.isEmpty ? "" : "Boundaries: \(parts.joined(separator: ", "))."
  }
}
