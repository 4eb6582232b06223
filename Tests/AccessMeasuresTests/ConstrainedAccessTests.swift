import AccessMeasures
import Catchments
import Foundation
import TestSupport
import Testing

@Suite struct `Spatial availability` {
  /// Three towns and three places of work, with minutes between them and f = exp(−0.1·c).
  ///
  /// The example of A. Soukhov et al., "Introducing spatial availability", *PLoS ONE* 18(1), 2023.
  private func example() throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: [50_000, 150_000, 10_000], capacities: [100_000, 100_000, 10_000],
      costs: CostMatrix(table: [[15, 30, 100], [30, 15, 100], [100, 100, 15]]))
  }

  @Test func `gives the towns of the paper 66 833, 133 203 and 9 963 jobs`() throws {
    let study = try example()
    let measure = SpatialAvailability(
      weights: study.costs.weights(.exponential(rate: 0.1)), people: study.people,
      capacities: study.capacities)
    #expect(measure.availability.map { $0.rounded() } == [66_833, 133_203, 9963])
    #expect(measure.balance == MassBalance(capacity: 210_000, received: measure.balance.received))
    #expect(measure.balance.holds)
    // Jobs per resident, to two digits: 1.34, 0.89 and 1.00.
    #expect(measure.perResident.map { (($0 ?? 0) * 100).rounded() } == [134, 89, 100])
  }

  @Test func `shares by the exponent of demand`() {
    // Claims of 4 and 1 to the power of α: ½ makes 2 : 1, 2 makes 16 : 1, 0 makes 1 : 1.
    func shares(_ exponent: Double) -> [Double] {
      SpatialAvailability(
        weights: WeightMatrix(table: [[1], [1], [1]]), people: [400, 100, 0], capacities: [34],
        demandExponent: exponent
      ).availability
    }
    let expected: [(Double, [Double])] = [
      (0, [17, 17, 0]), (0.5, [68.0 / 3, 34.0 / 3, 0]), (1, [27.2, 6.8, 0]), (2, [32, 2, 0]),
      (1000, [34, 0, 0]),
    ]
    for (exponent, shares_) in expected {
      for (one, other) in zip(shares(exponent), shares_) { #expect(one.agrees(with: other)) }
    }
  }

  @Test func `keeps a site that reaches nobody from spoiling the others`() {
    let measure = SpatialAvailability(
      weights: WeightMatrix(table: [[1, 0], [1, 1]]), people: [10, 0], capacities: [3, 5])
    #expect(measure.availability == [3, 0])
    #expect(measure.perResident == [0.3, nil])
    #expect(measure.balance == MassBalance(capacity: 3, received: 3))
  }

  @Test func `is nothing where nobody lives at all`() {
    let measure = SpatialAvailability(
      weights: WeightMatrix(table: [[1], [1]]), people: [0, 0], capacities: [3])
    #expect(measure.availability == [0, 0])
    #expect(measure.balance.holds)
  }
}

@Suite struct `Total-constrained access` {
  @Test func `shares all there is in proportion to the potential`() {
    let weights = WeightMatrix(table: [[1, 0.5], [0, 0.5], [0, 0]])
    // Potentials 2 + 2 = 4 and 2: two thirds and one third of 9.
    let measure = TotalConstrainedAccess(weights: weights, capacities: [2, 4], total: 9)
    #expect(measure.access.map { $0.rounded() } == [6, 3, 0])
    #expect(measure.balance.capacity == 9)
    #expect(measure.balance.holds)
  }

  @Test func `counts sites that can be reached, within the limit or not`() throws {
    // The second site is too far to weigh, the third cannot be reached.
    let study = try SupplyAndDemand(
      people: [1, 1], capacities: [2, 4, 8],
      costs: CostMatrix(table: [[100, 9000, nil], [100, nil, nil]]))
    let found = try AccessMeasure.totalConstrained.readings(of: study, decay: .step(limit: 1000))
    #expect(found.readings == [Reading(3), Reading(3)])
    #expect(found.balance == MassBalance(capacity: 6, received: 6))
  }

  @Test func `is 0 everywhere where nothing reaches anybody`() {
    let measure = TotalConstrainedAccess(
      weights: WeightMatrix(table: [[0], [0]]), capacities: [2], total: 2)
    #expect(measure.access == [0, 0])
    #expect(measure.balance == MassBalance(capacity: 0, received: 0))
  }
}

@Suite struct `Doubly constrained access` {
  private func measure(
    _ weights: [[Double]], _ people: [Double], _ capacities: [Double], peoplePerUnit: Double = 1
  ) throws -> DoublyConstrainedAccess {
    try DoublyConstrainedAccess(
      weights: WeightMatrix(table: weights), people: people, capacities: capacities,
      peoplePerUnit: peoplePerUnit)
  }

  private func flows(_ measure: DoublyConstrainedAccess) -> [[Double]] {
    (0..<measure.flows.placeCount).map { place in
      measure.flows[place: place].map(\.value)
    }
  }

  @Test func `fits both totals by factors of rows and columns`() throws {
    // Margins 1 and 1 on both sides: T = [[t, 1−t], [1−t, t]] keeps the ratio of the weights,
    // t²/(1−t)² = 4·4/(1·1), so t = 4/5.
    let found = try measure([[4, 1], [1, 4]], [1, 1], [1, 1])
    #expect(found.hasConverged)
    let expected = [[0.8, 0.2], [0.2, 0.8]]
    for (row, others) in zip(flows(found), expected) {
      for (one, other) in zip(row, others) { #expect(one.agrees(with: other, within: 1e-9)) }
    }
  }

  @Test func `fills in what only one solution has`() throws {
    // B reaches only Y: 3 of the 5 of Y are B's, the other 2 are A's, and 4 of A's go to X.
    let found = try measure([[1, 0.1], [0, 0.7]], [6, 3], [2, 2.5], peoplePerUnit: 2)
    #expect(found.hasConverged)
    let expected = [[4.0, 2], [3]]
    for (row, others) in zip(flows(found), expected) {
      for (one, other) in zip(row, others) { #expect(one.agrees(with: other, within: 1e-8)) }
    }
    let costs = try CostMatrix(table: [[10, 40], [nil, 5]])
    let mean = found.meanCosts(costs)
    // (4·10 + 2·40) / 6.
    #expect(try #require(mean[0]).agrees(with: 20, within: 1e-8))
    #expect(try #require(mean[1]).agrees(with: 5, within: 1e-8))
  }

  @Test func `says when there is no solution`() throws {
    // A's 4 residents reach only X, which has room for 1.
    let found = try measure([[1, 0], [1, 1]], [4, 1], [1, 4])
    #expect(!found.hasConverged)
    #expect(found.relativeError > 0.01)
    #expect(found.relativeError.isFinite)
    #expect(flows(found).allSatisfy { $0.allSatisfy(\.isFinite) })
    let study = try SupplyAndDemand(
      people: [4, 1], capacities: [1, 4], costs: CostMatrix(table: [[0, nil], [0, 0]]))
    let readings = try AccessMeasure.doublyConstrained.readings(
      of: study, decay: .step(limit: 1))
    #expect(
      readings.readings == [Reading(missing: .notConverged), Reading(missing: .notConverged)])
    #expect(readings.convergence?.hasConverged == false)
  }

  @Test func `refuses totals that differ, and who is left out`() {
    #expect(throws: DoublyConstrainedError.totalsDiffer(people: 2, capacity: 3)) {
      try measure([[1]], [2], [3])
    }
    #expect(throws: DoublyConstrainedError.unservedPlace(1)) {
      try measure([[1], [0]], [2, 1], [3])
    }
    #expect(throws: DoublyConstrainedError.unservedPlace(0)) {
      try measure([[1, 0], [0, 1]], [1, 1], [0, 2])
    }
    #expect(throws: DoublyConstrainedError.unusedSite(1)) {
      try measure([[1, 0], [0, 1]], [3, 0], [2, 1])
    }
  }

  @Test func `has nothing to do where there is nothing`() throws {
    let found = try measure([[1]], [0], [0])
    #expect(found.hasConverged)
    #expect(found.iterations == 0)
    #expect(found.meanCosts(try CostMatrix(table: [[7]])) == [nil])
  }

  @Test(arguments: UInt64(0)..<30)
  func `fits the totals of random towns`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let weights = (0..<12).map { _ in
      (0..<7).map { _ in Double.random(in: 0.01...1, using: &random) }
    }
    let people = (0..<12).map { _ in Double(Int.random(in: 0...500, using: &random)) }
    let parts = (0..<7).map { _ in Double(Int.random(in: 1...9, using: &random)) }
    let scale = people.reduce(0, +) / parts.reduce(0, +)
    let found = try measure(weights, people, parts, peoplePerUnit: scale)
    #expect(found.hasConverged)
    for (place, row) in flows(found).enumerated() {
      #expect(row.reduce(0, +).agrees(with: people[place], within: 1e-7))
    }
    let columns = found.flows.columnSums(of: Array(repeating: 1, count: 12))
    for (site, sum) in columns.enumerated() {
      #expect(sum.agrees(with: parts[site] * scale, within: 1e-9))
    }
  }
}
