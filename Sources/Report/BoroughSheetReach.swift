internal import MapLayers

/// An organisation that reaches people of a borough.
struct BoroughSheetReach {
  let name: String
  /// How far to trust what is known of it.
  let confidence: String
  /// The ways in which it reaches them: "distance", "remit", "area of benefit".
  var ways: Set<String> = []
  /// The residents whom it reaches, over all wards.
  var people = 0.0

  /// The organisations that reach each borough, the one that reaches most people first.
  ///
  /// What reaches a borough is what reaches its wards, the people added up.
  static func byBorough(
    _ table: LayerTable?, sites: [LayerTable], wards: LayerTable, home: [Int?], boroughCount: Int
  ) -> [[BoroughSheetReach]] {
    guard let table else { return Array(repeating: [], count: boroughCount) }
    let wardRows = Dictionary(
      wards.layer.features.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var known: [String: (name: String, confidence: String)] = [:]
    for sites in sites {
      for row in 0..<sites.rowCount {
        known[sites.text("org_id", row: row)] = (
          sites.text("name", row: row), sites.text("confidence", row: row)
        )
      }
    }
    var sums = [[String: BoroughSheetReach]](repeating: [:], count: boroughCount)
    for row in 0..<table.rowCount {
      guard let ward = wardRows[table.text("code", row: row)], let borough = home[ward] else {
        continue
      }
      let id = table.text("org_id", row: row)
      let ways = table.text("route", row: row).split(separator: "+").map(String.init)
      sums[borough][
        id,
        default: BoroughSheetReach(
          name: known[id]?.name ?? table.text("org_name", row: row),
          confidence: known[id]?.confidence ?? "")
      ].add(table.number("people", row: row) ?? 0, by: ways)
    }
    return sums.map { sums in
      sums.sorted { ($1.value.people, $0.key) < ($0.value.people, $1.key) }.map(\.value)
    }
  }

  private mutating func add(_ people: Double, by ways: [String]) {
    self.people += people
    self.ways.formUnion(ways)
  }

  /// How it reaches people, in words.
  var route: String {
    let words = [("distance", "near"), ("remit", "remit"), ("area of benefit", "area of benefit")]
    return words.filter { ways.contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
