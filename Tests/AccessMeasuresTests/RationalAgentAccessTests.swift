import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Rational agent access` {
  private func expect(_ access: RationalAgentAccess, costs: [Double]) {
    #expect(access.readings.count == costs.count)
    for (reading, cost) in zip(access.readings, costs) {
      #expect(reading.reason == nil)
      #expect(reading.number?.agrees(with: cost) == true)
    }
  }

  @Test func `lets a place split until two sites cost the same`() throws {
    // ρS = 10 and 20. The 6 residents of b use the second site. Of the 30 of a, D use the first:
    // D ∕ 10 = 1 + (36 − D) ∕ 20, so D = 56 ∕ 3, at a cost of 28 ∕ 15; b bears 1 less.
    let town = try SupplyAndDemand(
      people: [30, 6], capacities: [1, 2], costs: CostMatrix(table: [[0, 1], [2, 0]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1, residentsPerCapacity: 10)
    expect(access, costs: [28.0 / 15, 13.0 / 15])
    #expect(access.loads[0].agrees(with: 56.0 / 3))
    #expect(access.loads[1].agrees(with: 52.0 / 3))
    #expect(access.choices.map(\.place) == [0, 0, 1])
    #expect(access.choices.map(\.site) == [0, 1, 1])
  }

  @Test func `lets residents who have a choice make way for those who have none`() throws {
    // ρS = 10 and 10. Alone, the residents of b would all stay at the first site: 10 ∕ 10 = 1 + 0.
    // With those of a there, who have no other, x of b stay: (10 + x) ∕ 10 = 1 + (10 − x) ∕ 10.
    let town = try SupplyAndDemand(
      people: [10, 10], capacities: [1, 1], costs: CostMatrix(table: [[0, nil], [0, 1]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1, residentsPerCapacity: 10)
    expect(access, costs: [1.5, 1.5])
    #expect(access.loads.allSatisfy { $0.agrees(with: 15) || $0.agrees(with: 5) })
  }

  @Test func `passes crowding on along a chain of sites`() throws {
    // Three places in a row, each between two of four sites, with no travel to speak of. The last
    // site can have no more than the 6 residents of the last place, so it has them all; the other
    // 21 share three sites: 7 and 5 of the first place, 2 and 7 of the second.
    let town = try SupplyAndDemand(
      people: [12, 9, 6], capacities: [1, 1, 1, 1],
      costs: CostMatrix(table: [[0, 0, nil, nil], [nil, 0, 0, nil], [nil, nil, 0, 0]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1, residentsPerCapacity: 1)
    expect(access, costs: [7, 7, 6])
  }

  @Test(arguments: [0.004, 4, 40, 4000, 4e9])
  func `does not depend on the unit in which residents are counted`(residents: Double) throws {
    // Four places, two sites of equal capacity, the second 1 further from everywhere; τ = 2 and
    // ρS = 2 places. D₁ − D₂ = ½ · 2 places, so D₁ = 2.5 places: ½ + 2.5 ∕ 2 = 1.75.
    let town = try SupplyAndDemand(
      people: Array(repeating: residents, count: 4), capacities: [1, 1],
      costs: CostMatrix(table: (0..<4).map { [1 + 0.01 * Double($0), 2 + 0.01 * Double($0)] }))
    let access = try RationalAgentAccess(in: town, travelScale: 2)
    expect(access, costs: [1.75, 1.755, 1.76, 1.765])
    #expect(access.residentsPerCapacity == 2 * residents)
  }

  @Test func `counts all people and all capacity for the ordinary crowding`() throws {
    // The last place and the last site are out of reach of each other and of all else.
    let town = try SupplyAndDemand(
      people: [10, 0, 30], capacities: [1, 3],
      costs: CostMatrix(table: [[0, nil], [0, nil], [nil, nil]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1)
    // ρ = 40 ∕ 4, so that 10 residents make a cost of 1.
    #expect(access.residentsPerCapacity == 10)
    #expect(access.readings[0] == Reading(1))
    #expect(access.loads == [10, 0])
  }

  @Test func `gives a place without residents the cost that one would bear`() throws {
    let town = try SupplyAndDemand(
      people: [20, 0], capacities: [1, 1], costs: CostMatrix(table: [[0, nil], [1, 4]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1, residentsPerCapacity: 10)
    // At the first site 1 + 20 ∕ 10, at the second 4 and nobody there.
    expect(access, costs: [2, 3])
    #expect(access.choices.map(\.place) == [0])
  }

  @Test func `does not use sites without capacity, and says where there are no others`() throws {
    let town = try SupplyAndDemand(
      people: [10, 10, 10], capacities: [1, 0],
      costs: CostMatrix(table: [[5, 0], [nil, 0], [nil, nil]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1, residentsPerCapacity: 10)
    #expect(access.readings[0] == Reading(6))
    #expect(access.readings[1] == Reading(missing: .noSupportInReach))
    #expect(access.readings[2] == Reading(missing: .unreachable))
    #expect(access.loads == [10, 0])
  }

  @Test func `charges travel alone where nobody lives anywhere and crowding is given`() throws {
    let town = try SupplyAndDemand(
      people: [0, 0], capacities: [1], costs: CostMatrix(table: [[3], [nil]]))
    let given = try RationalAgentAccess(in: town, travelScale: 2, residentsPerCapacity: 10)
    #expect(given.readings == [Reading(1.5), Reading(missing: .unreachable)])
    let taken = try RationalAgentAccess(in: town, travelScale: 2)
    #expect(taken.readings == [Reading(missing: .noDemand), Reading(missing: .unreachable)])
    #expect(taken.residentsPerCapacity == nil)
  }

  @Test func `finds nothing where there is no capacity anywhere`() throws {
    let town = try SupplyAndDemand(
      people: [5, 0], capacities: [0, 0], costs: CostMatrix(table: [[1, 2], [nil, nil]]))
    let access = try RationalAgentAccess(in: town, travelScale: 1)
    #expect(
      access.readings == [Reading(missing: .noSupportInReach), Reading(missing: .unreachable)])
    #expect(access.loads == [0, 0])
    #expect(access.residentsPerCapacity == nil)
    let nothing = try SupplyAndDemand(
      people: [], capacities: [], costs: CostMatrix([], placeCount: 0, siteCount: 0))
    #expect(try RationalAgentAccess(in: nothing, travelScale: 1).readings.isEmpty)
  }

  @Test func `refuses parameters that mean nothing`() throws {
    let town = try SupplyAndDemand(
      people: [5], capacities: [1], costs: CostMatrix(table: [[1]]))
    for scale in [0, -1, Double.infinity] {
      #expect(throws: RationalAgentError.invalidTravelScale(scale)) {
        try RationalAgentAccess(in: town, travelScale: scale)
      }
      #expect(throws: RationalAgentError.invalidTravelScale(scale)) {
        try RationalAgentIteration(in: town, travelScale: scale)
      }
      #expect(throws: RationalAgentError.invalidResidentsPerCapacity(scale)) {
        try RationalAgentAccess(in: town, travelScale: 1, residentsPerCapacity: scale)
      }
    }
    #expect(throws: RationalAgentError.self) {
      try RationalAgentAccess(in: town, travelScale: .nan)
    }
  }

  @Test func `refuses numbers whose quotients cannot be held`() throws {
    func town(people: Double, capacity: Double, cost: Double) throws -> SupplyAndDemand {
      try SupplyAndDemand(
        people: [people], capacities: [capacity], costs: CostMatrix(table: [[cost]]))
    }
    let towns = [
      try town(people: 1e300, capacity: 1e-300, cost: 1),
      try town(people: 1, capacity: 1, cost: 1e300),
    ]
    for town in towns {
      #expect(throws: RationalAgentError.outOfRange) {
        try RationalAgentAccess(in: town, travelScale: 1e-10, residentsPerCapacity: 1)
      }
    }
  }
}
