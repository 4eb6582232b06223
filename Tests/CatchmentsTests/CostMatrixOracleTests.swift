import Catchments
import SimpleFeatures
import TestSupport
import Testing

/// The straight lines of the reference town: all pairs of at most 8 km, by NumPy.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Straight lines of the reference town` {
  private let town: ReferenceTown
  private let rows: [PlainTable.Row]

  init() throws {
    town = try ReferenceCases.town()
    rows = try PlainTable(path: ReferenceCases.path("inputs/od.csv")).rows
  }

  @Test func `are the same pairs with the same lengths, round ones to the last digit`() throws {
    let costs = CostMatrix(
      from: town.places.map(\.position), to: town.supporters.map(\.position),
      within: .kilometres(8))
    #expect(costs.pairCount == rows.count)
    let places = indices(town.places.map(\.id))
    let sites = indices(town.supporters.map(\.id))
    var exactHits = 0
    for row in rows {
      let place = try #require(places[try row.text("origin")])
      let site = try #require(sites[try row.text("dest")])
      let expected = try row.number("cost_m")
      let found = try #require(costs[place: place].first { $0.site == site }?.value)
      #expect(abs(found - expected) <= 1e-15 * expected)
      if [0, 1000, 2000, 3000, 5000, 6000].contains(expected) {
        #expect(found == expected)
        exactHits += 1
      }
    }
    #expect(exactHits > 0)
  }

  @Test(arguments: [1000.0, 2000, 3000, 5000])
  func `take in the pairs exactly as long as a limit`(limit: Double) throws {
    let costs = CostMatrix(
      from: town.places.map(\.position), to: town.supporters.map(\.position),
      within: .metres(limit))
    let lengths = try rows.map { try $0.number("cost_m") }
    #expect(costs.pairCount == lengths.count { $0 <= limit })
    #expect(costs.weights(.step(limit: limit)).pairCount == costs.pairCount)
  }

  private func indices(_ ids: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
  }
}
