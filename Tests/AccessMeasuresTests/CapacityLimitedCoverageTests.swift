import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Capacity-limited coverage` {
  private typealias Served = (place: Int, site: Int, residents: Double)

  private func expect(_ coverage: CapacityLimitedCoverage, serves expected: [Served]) {
    #expect(coverage.assignments.map(\.place) == expected.map(\.place))
    #expect(coverage.assignments.map(\.site) == expected.map(\.site))
    for (found, expected) in zip(coverage.assignments, expected) {
      #expect(found.residents.agrees(with: expected.residents))
    }
  }

  /// Two places of 10 residents and two sites for 10.
  ///
  /// The first site reaches both places, the second only the first place, at the same cost.
  private func town() throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: [10, 10], capacities: [10, 10], costs: CostMatrix(table: [[1, 1], [2, nil]]))
  }

  @Test func `sends residents to another site to make room for those who have none`() throws {
    let coverage = try CapacityLimitedCoverage(in: town())
    expect(coverage, serves: [(0, 1, 10), (1, 0, 10)])
    #expect(coverage.served == 20)
    #expect(coverage.totalCost == 30)
    #expect(coverage.servedBySite == [10, 10])
    #expect(coverage.servedByPlace == [10, 10])
    #expect(coverage.readings == [Reading(1), Reading(1)])
  }

  @Test func `depends on the order if sites are filled one after the other`() throws {
    // The first site takes the nearer place, which leaves nobody for the second.
    let first = try CapacityLimitedCoverage.inOrder([0, 1], in: town())
    expect(first, serves: [(0, 0, 10)])
    #expect(first.readings == [Reading(1), Reading(zero: .noRoom)])
    let second = try CapacityLimitedCoverage.inOrder([1, 0], in: town())
    expect(second, serves: [(0, 1, 10), (1, 0, 10)])
  }

  @Test func `fills the largest site first unless another order is given`() throws {
    let town = try SupplyAndDemand(
      people: [12], capacities: [4, 5, 5], costs: CostMatrix(table: [[1, 1, 1]]))
    let coverage = try CapacityLimitedCoverage.inOrder(in: town)
    expect(coverage, serves: [(0, 0, 2), (0, 1, 5), (0, 2, 5)])
    #expect(try CapacityLimitedCoverage.inOrder([0], in: town).servedBySite == [4, 0, 0])
  }

  @Test func `takes equal shares of places at the same cost`() throws {
    // 5 nearby, then 15 places for 30 and 10 residents, half of each.
    let town = try SupplyAndDemand(
      people: [30, 5, 10], capacities: [25], costs: CostMatrix(table: [[2], [1], [2]]))
    let coverage = try CapacityLimitedCoverage.inOrder(in: town)
    expect(coverage, serves: [(0, 0, 15), (1, 0, 5), (2, 0, 5)])
    #expect(coverage.totalCost == 45)
    #expect(coverage.readings == [Reading(0.5), Reading(1), Reading(0.5)])
  }

  @Test func `costs the least that serves as many as possible`() throws {
    // Both sites for 10 serve all 20. Straight lines cost 10 · 1 + 10 · 8, crossed 10 · 2 + 10 · 5:
    // the first place must leave its nearer site.
    let town = try SupplyAndDemand(
      people: [10, 10], capacities: [10, 10], costs: CostMatrix(table: [[1, 2], [5, 8]]))
    let coverage = try CapacityLimitedCoverage(in: town)
    expect(coverage, serves: [(0, 1, 10), (1, 0, 10)])
    #expect(coverage.totalCost == 70)
  }

  @Test func `serves those for whom it costs least where not all can be served`() throws {
    let town = try SupplyAndDemand(
      people: [10, 10, 10], capacities: [15], costs: CostMatrix(table: [[3], [1], [2]]))
    let coverage = try CapacityLimitedCoverage(in: town)
    expect(coverage, serves: [(1, 0, 10), (2, 0, 5)])
    #expect(coverage.totalCost == 20)
  }

  @Test func `serves many at a high cost rather than few at a low one`() throws {
    // The only site of the first place is full if the second place uses it at no cost.
    let town = try SupplyAndDemand(
      people: [10, 10], capacities: [10, 10],
      costs: CostMatrix(table: [[0, nil], [0, 1e9]]))
    #expect(try CapacityLimitedCoverage(in: town).served == 20)
  }

  @Test func `serves people in parts`() throws {
    let town = try SupplyAndDemand(
      people: [1], capacities: [0.25, 0.5], costs: CostMatrix(table: [[1, 2]]))
    let coverage = try CapacityLimitedCoverage(in: town)
    expect(coverage, serves: [(0, 0, 0.25), (0, 1, 0.5)])
    #expect(coverage.readings == [Reading(0.75)])
  }

  @Test func `serves up to the limit, a cost equal to it included`() throws {
    let town = try SupplyAndDemand(
      people: [1, 1], capacities: [5], costs: CostMatrix(table: [[30], [30.1]]))
    for coverage in [
      try CapacityLimitedCoverage(in: town, within: 30),
      try CapacityLimitedCoverage.inOrder(in: town, within: 30),
    ] {
      expect(coverage, serves: [(0, 0, 1)])
      #expect(coverage.readings == [Reading(1), Reading(zero: .noSupportInReach)])
    }
  }

  @Test func `says why a place is not served`() throws {
    // Nobody there; nothing to reach; only a site without capacity; a site that others fill.
    let town = try SupplyAndDemand(
      people: [0, 5, 5, 5, 5], capacities: [5, 0],
      costs: CostMatrix(table: [[1, 1], [nil, nil], [nil, 1], [2, nil], [1, nil]]))
    for coverage in [
      try CapacityLimitedCoverage(in: town), try CapacityLimitedCoverage.inOrder(in: town),
    ] {
      #expect(
        coverage.readings == [
          Reading(missing: .noResidents), Reading(zero: .unreachable),
          Reading(zero: .noSupportInReach), Reading(zero: .noRoom), Reading(1),
        ])
      #expect(coverage.servedBySite == [5, 0])
    }
  }

  @Test func `serves nobody where there is nobody or no capacity`() throws {
    for (people, capacity) in [(0.0, 5.0), (5, 0), (0, 0)] {
      let town = try SupplyAndDemand(
        people: [people], capacities: [capacity], costs: CostMatrix(table: [[1]]))
      #expect(try CapacityLimitedCoverage(in: town).assignments.isEmpty)
      #expect(try CapacityLimitedCoverage.inOrder(in: town).assignments.isEmpty)
    }
    let nothing = try SupplyAndDemand(
      people: [], capacities: [], costs: CostMatrix([], placeCount: 0, siteCount: 0))
    #expect(try CapacityLimitedCoverage(in: nothing).served == 0)
  }

  @Test func `refuses costs whose sum cannot be held`() throws {
    let town = try SupplyAndDemand(
      people: [1e10], capacities: [1e10], costs: CostMatrix(table: [[1e300]]))
    #expect(throws: CapacityLimitedError.outOfRange) { try CapacityLimitedCoverage(in: town) }
    #expect(throws: CapacityLimitedError.outOfRange) {
      try CapacityLimitedCoverage.inOrder(in: town)
    }
  }
}
