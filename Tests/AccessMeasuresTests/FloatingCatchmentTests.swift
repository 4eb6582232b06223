import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Floating catchment` {
  private func measure(
    _ weights: [[Double]], people: [Double], capacities: [Double]
  ) -> FloatingCatchment {
    FloatingCatchment(
      weights: WeightMatrix(table: weights), people: people, capacities: capacities)
  }

  private func expectAccess(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) { #expect(one.agrees(with: other, within: 1e-15)) }
  }

  @Test func `shares capacity among weighted residents, then sums what reaches a place`() {
    // X reaches 1000 people wholly and 500 by half: R = 3 / 1250 = 0.0024.
    // Y reaches 500 people wholly, and nobody else lives in its reach: R = 2 / 500 = 0.004.
    let town = measure(
      [[1, 0], [0.5, 1], [0, 1]], people: [1000, 500, 0], capacities: [3, 2])
    expectAccess(town.access, [0.0024, 0.5 * 0.0024 + 0.004, 0.004])
    // 1000 · 0.0024 + 500 · 0.0052 = 2.4 + 2.6.
    #expect(town.balance.capacity == 5)
    #expect(town.balance.received.agrees(with: 5))
    #expect(town.balance.holds)
  }

  @Test func `divides one capacity equally among equals`() {
    let town = measure([[1], [1], [1], [1]], people: [10, 20, 30, 40], capacities: [5])
    expectAccess(town.access, [0.05, 0.05, 0.05, 0.05])
  }

  @Test func `gives the same to all when every weight is the same fraction`() {
    // Only differences of weight matter: a fraction of everybody is divided out again.
    let people = [10.0, 20, 30, 40]
    let whole = measure([[1], [1], [1], [1]], people: people, capacities: [5])
    let half = measure([[0.5], [0.5], [0.5], [0.5]], people: people, capacities: [5])
    expectAccess(half.access, whole.access)
  }

  @Test func `gives nothing, never infinity, where nobody lives within reach`() {
    let town = measure([[1, 0], [0, 1]], people: [0, 100], capacities: [7, 1])
    #expect(town.access == [0, 0.01])
    #expect(town.balance.capacity == 1)
    #expect(town.balance.holds)
  }

  @Test func `gives nothing where an organisation reaches no place`() {
    let town = measure([[0], [0]], people: [100, 100], capacities: [5])
    #expect(town.access == [0, 0])
    #expect(town.balance == MassBalance(capacity: 0, received: 0))
    #expect(town.balance.holds)
  }

  @Test func `gives a place without residents the access of its position`() {
    let town = measure([[1], [0.5]], people: [100, 0], capacities: [2])
    expectAccess(town.access, [0.02, 0.01])
  }

  @Test func `ignores an organisation without capacity`() {
    let alone = measure([[1], [0.5]], people: [100, 300], capacities: [2])
    let joined = measure([[1, 1], [0.5, 1]], people: [100, 300], capacities: [2, 0])
    #expect(alone.access == joined.access)
  }

  @Test func `weighs residents in every organisation's reach once for all capacities`() {
    let weights = WeightMatrix(table: [[1, 0.25], [0.5, 0], [0.125, 1]])
    let people: [Double] = [100, 50, 0]
    let weighted = weights.columnSums(of: people)
    #expect(weighted == [125, 25])
    let shared = FloatingCatchment(
      weights: weights, people: people, weightedPeople: weighted, capacities: [5, 1])
    let alone = FloatingCatchment(weights: weights, people: people, capacities: [5, 1])
    #expect(shared.access == alone.access)
    #expect(shared.balance == alone.balance)
  }

  @Test func `stays finite where the residents in reach are too few to divide by`() {
    // 7 divided by the smallest number of all is more than any number.
    let town = measure([[.leastNonzeroMagnitude], [1]], people: [1, 0], capacities: [7])
    #expect(town.access == [0, 0])
    #expect(town.balance == MassBalance(capacity: 0, received: 0))
  }
}

@Suite struct `Mass balance` {
  @Test func `holds up to rounding and no further`() {
    #expect(MassBalance(capacity: 1000, received: 1000).relativeError == 0)
    #expect(MassBalance(capacity: 1000, received: 1000 + 5e-7).holds)
    #expect(!MassBalance(capacity: 1000, received: 1000 + 5e-6).holds)
    #expect(!MassBalance(capacity: 1000, received: 1000 - 5e-6).holds)
  }

  @Test func `does not hold when something comes from nothing or is not a number`() {
    #expect(MassBalance(capacity: 0, received: 0).holds)
    #expect(!MassBalance(capacity: 0, received: 1).holds)
    #expect(!MassBalance(capacity: 1, received: .nan).holds)
    #expect(!MassBalance(capacity: 1, received: .infinity).holds)
  }
}
