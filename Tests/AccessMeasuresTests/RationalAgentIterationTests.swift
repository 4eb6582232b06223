import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Rational agent iteration` {
  /// Four places and two sites of equal capacity; the second is 1 further from everywhere.
  private func town(residents: Double) throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: Array(repeating: residents, count: 4), capacities: [1, 1],
      costs: CostMatrix(table: (0..<4).map { [1 + 0.01 * Double($0), 2 + 0.01 * Double($0)] }))
  }

  private func numbers(residents: Double) throws -> [Double?] {
    try RationalAgentIteration(in: town(residents: residents), travelScale: 2).readings
      .map { reading in reading.number.map { ($0 * 10_000).rounded() / 10_000 } }
  }

  @Test func `moves nobody from places of four residents`() throws {
    // All stay at the first site: (1 + 0.01 i) ∕ 2 and 4 places to a strength of 2, which makes 2.
    #expect(try numbers(residents: 4) == [2.5, 2.505, 2.51, 2.515])
  }

  @Test func `depends on the unit in which residents are counted`() throws {
    // By PySAL's access itself. The equilibrium is 1.75 + 0.005 i whatever the unit.
    #expect(try numbers(residents: 40) == [1.75, 1.755, 1.76, 1.765])
    #expect(try numbers(residents: 4000) == [1.7526, 1.7576, 1.7626, 1.7676])
  }

  @Test func `takes the first of several nearest sites`() throws {
    let town = try SupplyAndDemand(
      people: [10], capacities: [1, 1], costs: CostMatrix(table: [[0, 0]]))
    let first = try RationalAgentIteration(in: town, travelScale: 1, cycles: 1)
    // ρ = 5. All 10 start at the first site, at a cost of 10 ∕ 5; the second costs 0. Two of them,
    // a fifth, move there, and both costs are still those from before: (8 · 2 + 2 · 0) ∕ 10.
    #expect(first.readings[0].number?.agrees(with: 1.6) == true)
  }

  @Test func `gives no cost to places without residents or capacity in reach`() throws {
    let town = try SupplyAndDemand(
      people: [0, 10, 10, 10], capacities: [1, 0],
      costs: CostMatrix(table: [[1, 1], [1, 1], [nil, 1], [nil, nil]]))
    let readings = try RationalAgentIteration(in: town, travelScale: 1).readings
    #expect(readings[0] == Reading(missing: .noResidents))
    #expect(readings[1].reason == nil)
    #expect(readings[2] == Reading(missing: .noSupportInReach))
    #expect(readings[3] == Reading(missing: .unreachable))
  }
}

/// PySAL's package access on a town of 300 places and 25 organisations.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Rational agents of PySAL` {
  struct Case: Sendable {
    let column: String
    let travelScale: Double
    var residentsPerCapacity: Double?
    var cycles = 150
  }

  static let cases = [
    Case(column: "raam_tau500", travelScale: 500),
    Case(column: "raam_tau2000", travelScale: 2000),
    Case(column: "raam_tau10000", travelScale: 10_000),
    Case(column: "raam_tau2000_rho500", travelScale: 2000, residentsPerCapacity: 500),
  ]
  static let oneCycle = Case(column: "raam_tau2000_cycles1", travelScale: 2000, cycles: 1)

  @Test(arguments: cases + [oneCycle])
  func `are reproduced exactly`(stored: Case) throws {
    let study = try ReferenceStudy()
    let found = study.byID(
      try RationalAgentIteration(
        in: study.supplyAndDemand, travelScale: stored.travelScale,
        residentsPerCapacity: stored.residentsPerCapacity, cycles: stored.cycles
      ).readings)
    let rows = try referenceColumn(stored.column, of: "access/raam.csv")
    #expect(rows.count == found.count)
    for (id, peer) in rows {
      let reading = try #require(found[id])
      if peer.isNaN {
        #expect(reading.number == nil, "place \(id)")
      } else {
        expectAgreement(reading.number, peer, id)
      }
    }
  }

  @Test(arguments: cases)
  func `come near the equilibrium on average`(stored: Case) throws {
    // Not at every place: the least move is of a two-hundredth of a place's residents, and all
    // places that prefer a site make it at once, so that crowds slosh from site to site.
    let study = try ReferenceStudy()
    let equilibrium = try RationalAgentAccess(
      in: study.supplyAndDemand, travelScale: stored.travelScale,
      residentsPerCapacity: stored.residentsPerCapacity)
    let found = study.byID(equilibrium.readings)
    let people = study.byID(study.supplyAndDemand.people)
    var (ours, peers) = (0.0, 0.0)
    for (id, peer) in try referenceColumn(stored.column, of: "access/raam.csv") where !peer.isNaN {
      let residents = try #require(people[id])
      ours += residents * (try #require(found[id]?.number))
      peers += residents * peer
    }
    #expect(abs(peers - ours) <= 0.02 * ours)
  }
}
