import AccessMeasures
import Catchments
import Foundation
import TestSupport
import Testing

/// PySAL's package access on a town of 300 places and 25 organisations.
///
/// It leaves NaN where nothing is in reach and infinity where nobody lives in reach; both are 0
/// here.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Floating catchment of PySAL` {
  /// The access of every place, by id, for a weight as a function of the distance in metres.
  private func access(weight: (Double) -> Double) throws -> [String: Double] {
    let town = try ReferenceCases.town()
    var weights = [String: [String: Double]]()
    for pair in try PlainTable(path: ReferenceCases.path("inputs/od.csv")).rows {
      weights[try pair.text("origin"), default: [:]][try pair.text("dest")] =
        weight(try pair.number("cost_m"))
    }
    let reach = ReachMatrix(
      weights: town.places.map { place in
        town.supporters.map { weights[place.id]?[$0.id] ?? 0 }
      })
    let people = town.places.map(\.people)
    let measure = FloatingCatchment(
      reach: reach, people: people,
      weightedPeople: FloatingCatchment.weightedPeople(in: reach, people: people),
      capacities: town.supporters.map(\.capacity))
    #expect(measure.balance.holds)
    return Dictionary(uniqueKeysWithValues: zip(town.places.map(\.id), measure.access))
  }

  private func expect(_ found: [String: Double], agreesWith column: String) throws {
    let rows = try PlainTable(path: ReferenceCases.path("access/fca.csv")).rows
    #expect(rows.count == found.count)
    for row in rows {
      let id = try row.text("id")
      let peer = try row.number(column)
      let ours = try #require(found[id])
      let expected = peer.isFinite ? peer : 0
      #expect(abs(ours - expected) <= 1e-12 * expected, "place \(id)")
    }
  }

  @Test(arguments: [1000, 2000, 3000, 5000])
  func `is reproduced with equal weights up to a distance`(metres: Int) throws {
    let found = try access { $0 <= Double(metres) ? 1 : 0 }
    try expect(found, agreesWith: "twosfca_\(metres)")
  }

  @Test func `is reproduced with weights in zones`() throws {
    // The weights of Luo and Qi (2009), with zones of 1000, 2000 and 3000 m.
    let found = try access { $0 <= 1000 ? 1 : $0 <= 2000 ? 0.68 : $0 <= 3000 ? 0.22 : 0 }
    try expect(found, agreesWith: "e2sfca_step_3000")
  }

  @Test func `is reproduced with a bell curve`() throws {
    let found = try access { $0 <= 5000 ? exp(-$0 * $0 / (2 * 1200 * 1200)) : 0 }
    try expect(found, agreesWith: "e2sfca_gauss_1200_5000")
  }
}
