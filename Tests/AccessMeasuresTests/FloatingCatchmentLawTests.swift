import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Laws of floating catchments` {
  private func measure(_ town: RandomTown) -> FloatingCatchment {
    FloatingCatchment(
      weights: WeightMatrix(table: town.weights), people: town.people,
      capacities: town.capacities)
  }

  private func expect(_ found: [Double], agreeWith expected: [Double]) {
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      // Relative: accesses are small numbers.
      #expect(abs(one - other) <= 1e-12 * abs(other))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `residents receive exactly the capacity that reaches them`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    let measure = measure(town)
    // Both sides summed anew here, from the definition.
    let reaching = town.capacities.indices.filter { organisation in
      town.people.indices.contains { place in
        town.people[place] > 0 && town.weights[place][organisation] > 0
      }
    }
    let capacity = reaching.reduce(0) { $0 + town.capacities[$1] }
    let received = zip(town.people, measure.access).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(received.agrees(with: capacity, within: 1e-9))
    #expect(measure.balance.capacity == capacity)
    #expect(measure.balance.holds)
  }

  @Test(arguments: UInt64(0)..<50)
  func `access is finite and not negative`(seed: UInt64) {
    #expect(measure(RandomTown(seed: seed)).access.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test(arguments: UInt64(0)..<50)
  func `twice the people halve the access`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    var crowded = town
    crowded.people = town.people.map { $0 * 2 }
    expect(measure(crowded).access, agreeWith: measure(town).access.map { $0 / 2 })
  }

  @Test(arguments: UInt64(0)..<50)
  func `twice the capacity doubles the access`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    var generous = town
    generous.capacities = town.capacities.map { $0 * 2 }
    expect(measure(generous).access, agreeWith: measure(town).access.map { $0 * 2 })
  }

  @Test(arguments: UInt64(0)..<50)
  func `access to two kinds of capacity adds up`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    var (one, other) = (town, town)
    for organisation in town.capacities.indices {
      if organisation.isMultiple(of: 2) {
        one.capacities[organisation] = 0
      } else {
        other.capacities[organisation] = 0
      }
    }
    let sum = zip(measure(one).access, measure(other).access).map { $0 + $1 }
    expect(sum, agreeWith: measure(town).access)
  }

  @Test(arguments: UInt64(0)..<50)
  func `the order of organisations does not matter`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let order = town.capacities.indices.shuffled(using: &random)
    var shuffled = town
    shuffled.capacities = order.map { town.capacities[$0] }
    shuffled.weights = town.weights.map { row in order.map { row[$0] } }
    expect(measure(shuffled).access, agreeWith: measure(town).access)
  }

  @Test(arguments: UInt64(0)..<50)
  func `another organisation takes access from nobody`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    var richer = town
    richer.capacities.append(5)
    richer.weights = town.weights.map { $0 + [Double.random(in: 0...1, using: &random)] }
    for (more, less) in zip(measure(richer).access, measure(town).access) {
      #expect(more >= less)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `splitting a place in two changes the access of none`(seed: UInt64) {
    let town = RandomTown(seed: seed)
    var split = town
    split.people[0] /= 2
    split.people.append(split.people[0])
    split.weights.append(town.weights[0])
    let before = measure(town).access
    expect(measure(split).access, agreeWith: before + [before[0]])
  }
}
