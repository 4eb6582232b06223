internal import ColdSpotKit
internal import Foundation
internal import GeoJSON
internal import MapLayers

/// What the sheets of a run have in common: its layers, read once, and its shapes, simplified once.
struct BoroughSheetRun {
  let run: PublishedRun
  let boroughs: LayerTable
  let wards: LayerTable
  let shapes: MapShapes
  /// The organisations with a location and those without; a row is a site.
  let sites: [LayerTable]
  /// The rows of the wards in each borough, by its row.
  let wardRows: [[Int]]
  /// Who reaches the people of each borough, by its row, the farthest-reaching first.
  let reach: [[BoroughSheetReach]]
  /// How many areas have a rank.
  let ranked: (boroughs: Int, wards: Int)

  init(_ run: PublishedRun) throws(ReportError) {
    guard let wards = run.layer("wards"), !wards.features.isEmpty else { throw .noAreas }
    guard let boroughs = run.layer("boroughs"), !boroughs.features.isEmpty else {
      throw .noBoroughs
    }
    shapes = try MapShapes([wards, boroughs])
    self.run = run
    self.boroughs = LayerTable(boroughs)
    self.wards = LayerTable(wards)
    for table in [self.wards, self.boroughs] { try PageLevel.requireColumns(of: table) }
    sites = ["organisations", "organisations-unplaced"].compactMap { run.layer($0) }
      .map(LayerTable.init)
    let rows = Dictionary(
      boroughs.features.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let home = wards.features.indices.map { [wards = self.wards] in
      rows[wards.text("boro_code", row: $0)]
    }
    var wardRows = [[Int]](repeating: [], count: boroughs.features.count)
    for (ward, borough) in home.enumerated() {
      if let borough { wardRows[borough].append(ward) }
    }
    self.wardRows = wardRows
    reach = BoroughSheetReach.byBorough(
      run.layer("reach-wards").map(LayerTable.init), sites: sites, wards: self.wards, home: home,
      boroughCount: boroughs.features.count)
    ranked = (Self.rankedCount(self.boroughs), Self.rankedCount(self.wards))
  }

  private static func rankedCount(_ table: LayerTable) -> Int {
    (0..<table.rowCount).count { table.number("rank", row: $0) != nil }
  }

  /// The number of ways in which the ranks were computed; `nil` where that was not asked for.
  var scenarioCount: Int? {
    run.manifest["parameters"]?["method_grid"]?["scenarios"]?.double.flatMap(Int.init(exactly:))
  }

  /// A number that the record counts.
  func count(_ name: String) -> Int {
    run.manifest["counts"]?[name]?.double.flatMap(Int.init(exactly:)) ?? 0
  }

  /// A setting of the run as text; empty for one that it does not have.
  func parameter(_ name: String) -> String { run.manifest["parameters"]?[name]?.text ?? "" }

  /// What an area of a level is called: "ward".
  func noun(_ table: LayerTable) -> String {
    let noun = table.text("level", row: 0)
    return noun.isEmpty ? "area" : BoroughSheetWords.short(noun, 24)
  }

  /// Whether an area is in the coldest tenth of its level, as the page counts it.
  func isInColdestTenth(_ table: LayerTable, row: Int) -> Bool {
    let total = table.layer.name == "wards" ? ranked.wards : ranked.boroughs
    return table.number("rank", row: row).map { $0 <= Double((total + 9) / 10) } ?? false
  }

  /// What the areas of a level measure need by: "borough" where every ward has that of its borough.
  var needUnit: String? {
    // The study file stands in the record as it was read; the unit is a line of its table of need.
    var isNeed = false
    for line in (run.manifest["settings"]?.text ?? "").split(whereSeparator: \.isNewline) {
      if line.hasPrefix("[") { isNeed = line == "[need]" }
      if isNeed, line.hasPrefix("unit = \""), line.hasSuffix("\"") {
        return String(line.dropFirst(8).dropLast())
      }
    }
    return nil
  }

  /// The row of the borough with a code or a name.
  func borough(_ codeOrName: String) throws(ReportError) -> Int {
    let wanted = Self.folded(codeOrName)
    let all = 0..<boroughs.rowCount
    let found = all.filter { row in
      ["code", "name"].contains { Self.folded(boroughs.text($0, row: row)) == wanted }
    }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      throw .unknownBorough(codeOrName, near: found.map { boroughs.text("code", row: $0) })
    }
    let near = all.map { boroughs.text("name", row: $0) }
      .map { (name: $0, edits: Self.edits(from: wanted, to: Self.folded($0))) }
      .filter { $0.edits <= max(2, $0.name.count / 3) }
      .sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }
    throw .unknownBorough(codeOrName, near: near.prefix(3).map(\.name))
  }

  /// A name without what people spell differently.
  private static func folded(_ text: String) -> String {
    text.filter { !".'’".contains($0) }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").lowercased()
  }

  /// How far two names are apart in letters; not at all where one is a part of the other.
  private static func edits(from a: String, to b: String) -> Int {
    if a.count > 3, b.contains(a) { return 0 }
    return NearestWord.edits(from: String(a.prefix(100)), to: String(b.prefix(100)))
  }
}
