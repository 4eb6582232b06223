import ColdSpots
import Places
import TestSupport
import Testing

/// The score of the reference town of 300 places and 25 organisations, computed in another
/// language from the definition, and stored with twelve significant digits.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Score of the reference town` {
  private let analysis: ColdSpotAnalysis
  private let rows: [String: PlainTable.Row]

  init() throws {
    analysis = try ReferenceCases.town().studyOfPlaces().analysis()
    let table = try PlainTable(path: ReferenceCases.path("coldspot/places.csv"))
    rows = Dictionary(uniqueKeysWithValues: try table.rows.map { (try $0.text("id"), $0) })
  }

  private func expect(_ values: [Double], agreeWith column: String) throws {
    #expect(values.count == rows.count)
    for (id, value) in zip(analysis.data.places.ids, values) {
      let expected = try #require(rows[id]).number(column)
      #expect(value.agrees(with: expected, within: 1e-9), "place \(id)")
    }
  }

  @Test func `has the same need`() throws {
    try expect(analysis.scores.need, agreeWith: "need_pct")
  }

  @Test func `has the same shortfall in every function`() throws {
    let functions = analysis.data.functions.functions
    #expect(functions.map(\.key) == ["anchor", "cvs", "network", "specialist"])
    for (function, shortfalls) in zip(functions, analysis.scores.shortfalls) {
      try expect(shortfalls, agreeWith: "short_\(function.key)")
    }
  }

  @Test func `has the same lack`() throws {
    try expect(analysis.scores.lack, agreeWith: "lack")
  }

  @Test func `has the same score`() throws {
    try expect(analysis.scores.score, agreeWith: "score")
  }

  @Test func `has the same burden`() throws {
    try expect(analysis.scores.burden, agreeWith: "burden")
  }

  @Test func `has the same ranks, none where nobody lives`() throws {
    for (summary, area) in zip(analysis.wards, analysis.data.wards.areas) {
      let expected = try #require(rows[area.code.description]).number("rank")
      #expect(summary.rank.map(Double.init) == (expected.isNaN ? nil : expected))
    }
  }

  @Test func `holds every invariant`() {
    #expect(analysis.invariants.allSatisfy { $0.holds })
  }
}
