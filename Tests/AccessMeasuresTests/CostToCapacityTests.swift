import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Cost to capacity` {
  /// Four places; the first site has no capacity, the second and the third tie for the first place.
  private func study(capacities: [Double] = [0, 1, 2, 5]) throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: [1, 1, 0, 1], capacities: capacities,
      costs: CostMatrix(
        table: [[100, 300, 300, 900], [50, nil, 700, nil], [10], []], siteCount: 4)
    )
  }

  @Test func `is that of the closest site which has any`() throws {
    let found = CostToCapacity(closestIn: try study()).readings
    #expect(
      found
        == [
          Reading(300), Reading(700), Reading(missing: .noSupportInReach),
          Reading(missing: .unreachable),
        ])
  }

  @Test(arguments: [(0.5, 300.0), (3, 300), (3.5, 900), (8, 900)])
  func `adds up the nearest sites until there is enough, ties together`(
    amount: Double, cost: Double
  ) throws {
    #expect(CostToCapacity(of: amount, in: try study()).readings[0] == Reading(cost))
  }

  @Test func `is missing, never infinite, where there is not enough, for a reason each`() throws {
    let found = CostToCapacity(of: 9, in: try study()).readings
    #expect(
      found.map(\.reason) == [.neverEnough, .neverEnough, .noSupportInReach, .unreachable])
    #expect(found.map(\.number) == [nil, nil, nil, nil])
  }

  @Test func `takes ten tenths for one`() throws {
    // Added up, ten times 0.1 is 0.9999999999999999.
    let study = try SupplyAndDemand(
      people: [1], capacities: Array(repeating: 0.1, count: 10),
      costs: CostMatrix(table: [(1...10).map { Double($0) }]))
    #expect(CostToCapacity(of: 1, in: study).readings == [Reading(10)])
    #expect(CostToCapacity(of: 0.9, in: study).readings == [Reading(9)])
  }

  @Test func `gives the cost itself where a site is at the door`() throws {
    let study = try SupplyAndDemand(
      people: [0], capacities: [3], costs: CostMatrix(table: [[0]]))
    #expect(CostToCapacity(closestIn: study).readings == [Reading(0)])
  }
}

@Suite struct `Balancing cost` {
  private func readings(
    people: [Double], capacities: [Double], _ costs: [[Double?]], step: Double,
    peoplePerUnit: Double = 1
  ) throws -> [Reading] {
    let study = try SupplyAndDemand(
      people: people, capacities: capacities,
      costs: CostMatrix(table: costs, siteCount: capacities.count))
    return BalancingCost(in: study, step: step, peoplePerUnit: peoplePerUnit).readings
  }

  @Test func `is where there is more capacity than there are residents, on the grid`() throws {
    // 4 at 120 m, 9 at 250 m, 10 at 300 m.
    let found = try readings(
      people: [3, 4, 8, 9, 10], capacities: [4, 5, 1],
      Array(repeating: [120, 250, 300], count: 5), step: 100)
    #expect(found.map(\.number) == [200, 300, 300, 300, nil])
    #expect(found[4].reason == .neverEnough)
  }

  @Test func `keeps a cost that lies on the grid`() throws {
    let costs: [[Double?]] = [[0], [0.3], [0.7], [1]]
    let found = try readings(people: [1, 1, 1, 1], capacities: [2], costs, step: 0.1)
    // 3 · 0.1 is the number next above 0.3: the grid holds its multiples as they are.
    #expect(found.map(\.number) == [0, 3 * 0.1, 7 * 0.1, 1])
  }

  @Test func `serves as many residents by each unit as it is told`() throws {
    let found = try readings(
      people: [1999, 2000], capacities: [1], [[50], [50]], step: 10, peoplePerUnit: 2000)
    #expect(found == [Reading(50), Reading(missing: .neverEnough)])
  }

  @Test func `is 0 where nobody lives, reachable or not`() throws {
    let found = try readings(people: [0, 0], capacities: [1], [[50], []], step: 10)
    #expect(found == [Reading(zero: .noResidents), Reading(zero: .noResidents)])
  }

  @Test func `is missing for want of sites and of capacity`() throws {
    let found = try readings(people: [1, 1], capacities: [0], [[50], []], step: 10)
    #expect(found == [Reading(missing: .noSupportInReach), Reading(missing: .unreachable)])
  }

  @Test func `does not take equal sums for more because of rounding`() throws {
    // Three times 0.1 is 0.30000000000000004; strictly more than 0.3 it is not.
    let found = try readings(
      people: [0.3], capacities: [0.1, 0.1, 0.1, 0.1], [[1, 2, 3, 4]], step: 1)
    #expect(found == [Reading(4)])
  }

  @Test(arguments: UInt64(0)..<50)
  func `is on the grid, at least the exact cost and less than a step above it`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let cost = Double.random(in: 0...1e4, using: &random)
    let step = Double.random(in: 1e-3...500, using: &random)
    let found = try #require(
      try readings(people: [1], capacities: [2], [[cost]], step: step)[0].number)
    #expect(found >= cost)
    #expect(found - cost <= step)
    #expect((found / step).rounded() * step == found)
  }

  @Test func `leaves costs as they are on a grid finer than numbers`() throws {
    let found = try readings(
      people: [1], capacities: [2], [[1234.5]], step: .leastNonzeroMagnitude)
    #expect(found == [Reading(1234.5)])
  }
}
