import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Coverage after closures` {
  /// Four places and three organisations; X and Y share a host.
  ///
  ///     place   people   reached by
  ///     a       10       X Y Z
  ///     b       20       X Y
  ///     c       40       Z
  ///     d       80       nobody
  private func coverage(supports: [Bool] = [true, true, true]) -> Coverage {
    Coverage(
      reach: ReachMatrix(weights: [[1, 0.5, 0.1], [0.2, 1, 0], [0, 0, 0.01], [0, 0, 0]]),
      people: [10, 20, 40, 80], groups: ["host", "host", "Z"], supports: supports)
  }

  @Test func `needs one organisation to survive if each closes by itself`() throws {
    // a: 1 − 0.5 · 0.8 · 0.9; b: 1 − 0.5 · 0.8; c: 0.1.
    let expected = try coverage().expectation(survival: [0.5, 0.2, 0.1])
    for (chance, other) in zip(expected.chances, [0.64, 0.6, 0.1, 0]) {
      #expect(chance.agrees(with: other))
    }
    #expect(expected.people.agrees(with: 10 * 0.64 + 20 * 0.6 + 40 * 0.1))
  }

  @Test func `needs one group to survive if a group closes as one`() throws {
    // a: 1 − 0.5 · 0.9; b: 0.5, with two organisations that stand and fall together; c: 0.1.
    let expected = try coverage().expectation(groupSurvival: ["host": 0.5, "Z": 0.1, "other": 1])
    for (chance, other) in zip(expected.chances, [0.55, 0.5, 0.1, 0]) {
      #expect(chance.agrees(with: other))
    }
    #expect(expected.people.agrees(with: 10 * 0.55 + 20 * 0.5 + 40 * 0.1))
  }

  @Test func `does not hope for organisations that give no support`() throws {
    let coverage = coverage(supports: [true, true, false])
    #expect(try coverage.expectation(survival: [0.5, 0.5, 1]).chances == [0.75, 0.75, 0, 0])
    #expect(
      try coverage.expectation(groupSurvival: ["host": 0.5, "Z": 1]).chances == [0.5, 0.5, 0, 0])
  }

  @Test func `keeps chances that are next to nothing`() throws {
    let expected = try coverage().expectation(survival: [1e-30, 0, 1e-30])
    #expect(expected.chances[0].agrees(with: 2e-30, within: 1e-40))
    #expect(expected.chances[1] == 1e-30)
  }

  @Test func `refuses what is no chance`() {
    for chance in [-0.1, 1.1, Double.infinity] {
      #expect(throws: CoverageError.invalidChance(organisation: 1, chance: chance)) {
        try coverage().expectation(survival: [1, chance, 1])
      }
      #expect(throws: CoverageError.invalidGroupChance(group: "Z", chance: chance)) {
        try coverage().expectation(groupSurvival: ["host": 1, "Z": chance])
      }
    }
    #expect(throws: CoverageError.self) {
      try coverage().expectation(survival: [1, .nan, 1])
    }
    #expect(throws: CoverageError.noChance(group: "Z")) {
      try coverage().expectation(groupSurvival: ["host": 1])
    }
  }
}

@Suite struct `Functions and redundancy of places` {
  @Test func `counts a function once, whoever provides it`() {
    // X does 0 and 2, Y does 2, Z does 1 twice over and gives no support.
    let coverage = Coverage(
      reach: ReachMatrix(weights: [[1, 1, 1], [0, 1, 1], [0, 0, 1], [0, 0, 0], [1, 0, 0]]),
      people: [1, 1, 1, 1, 0], groups: ["X", "Y", "Z"], supports: [true, true, false])
    #expect(coverage.functionCounts(of: [[0, 2], [2], [1, 1]]) == [2, 1, 0, 0, 2])
    #expect(coverage.functionCounts(of: [[], [], []]) == [0, 0, 0, 0, 0])
  }

  @Test func `takes shares and means of people, not of places`() {
    let coverage = Coverage(
      reach: ReachMatrix(weights: [[1, 1], [1, 0], [0, 0]]), people: [10, 20, 70],
      groups: ["X", "Y"], supports: [true, true])
    #expect((0...3).map { coverage.share(reachedByAtLeast: $0) } == [1, 0.3, 0.1, 0])
    #expect(coverage.meanRedundancy == 0.4)
  }

  @Test func `has no share of nobody`() {
    let coverage = Coverage(
      reach: ReachMatrix(weights: [[1]]), people: [0], groups: ["X"], supports: [true])
    #expect(coverage.share(reachedByAtLeast: 1) == nil)
    #expect(coverage.meanRedundancy == nil)
    #expect(coverage.functionCounts(of: [[0]]) == [1])
  }
}

@Suite struct `Laws of redundancy` {
  private func coverage(_ town: RandomTown) -> Coverage {
    Coverage(
      reach: town.reach, people: town.people,
      groups: town.capacities.indices.map { "group \($0 % 3)" },
      supports: town.capacities.map { $0 > 0 })
  }

  @Test(arguments: UInt64(0)..<50)
  func `certain survival is coverage, certain closure is none`(seed: UInt64) throws {
    let town = RandomTown(seed: seed)
    let coverage = coverage(town)
    let groups = ["group 0", "group 1", "group 2"]
    func all(_ chance: Double) throws -> [Coverage.Expectation] {
      [
        try coverage.expectation(survival: town.capacities.map { _ in chance }),
        try coverage.expectation(
          groupSurvival: Dictionary(uniqueKeysWithValues: groups.map { ($0, chance) })),
      ]
    }
    for expected in try all(1) {
      #expect(expected.chances == coverage.organisations.map { $0 > 0 ? 1 : 0 })
      #expect(expected.people == coverage.people(reachedByAtLeast: 1))
    }
    for expected in try all(0) {
      #expect(expected.chances.allSatisfy { $0 == 0 })
      #expect(expected.people == 0)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `more survival covers no fewer, and groups are no safer than their members`(
    seed: UInt64
  ) throws {
    let town = RandomTown(seed: seed)
    let coverage = coverage(town)
    var random = SeededGenerator(seed: seed + 1000)
    let chances = town.capacities.map { _ in Double.random(in: 0...1, using: &random) }
    let better = chances.map { Double.random(in: $0...1, using: &random) }
    let one = try coverage.expectation(survival: chances)
    let other = try coverage.expectation(survival: better)
    for (more, less) in zip(other.chances, one.chances) {
      #expect(more >= less - 1e-15)
      #expect((0...1).contains(more))
    }
    #expect(other.people >= one.people * (1 - 1e-12))
    // With the same chance for everyone, members that close apart leave somebody more often.
    let chance = Double.random(in: 0...1, using: &random)
    let apart = try coverage.expectation(survival: chances.map { _ in chance })
    let together = try coverage.expectation(
      groupSurvival: ["group 0": chance, "group 1": chance, "group 2": chance])
    for (group, member) in zip(together.chances, apart.chances) { #expect(group <= member + 1e-15) }
  }

  @Test(arguments: UInt64(0)..<20)
  func `expected coverage is the mean over all ways to close`(seed: UInt64) throws {
    var town = RandomTown(seed: seed)
    town.weights = town.weights.map { Array($0.prefix(6)) }
    town.capacities = Array(town.capacities.prefix(6))
    var random = SeededGenerator(seed: seed + 1000)
    let chances = town.capacities.map { _ in Double.random(in: 0...1, using: &random) }
    var mean = 0.0
    for state in 0..<(1 << chances.count) {
      let open = chances.indices.map { state >> $0 & 1 == 1 }
      let probability = zip(open, chances).reduce(1.0) { $0 * ($1.0 ? $1.1 : 1 - $1.1) }
      let covered = Coverage(
        reach: town.reach, people: town.people, groups: chances.map { _ in "" },
        supports: zip(open, town.capacities).map { $0 && $1 > 0 })
      mean += probability * covered.people(reachedByAtLeast: 1)
    }
    let expected = try coverage(town).expectation(survival: chances)
    #expect(expected.people.agrees(with: mean, within: 1e-9))
  }

  @Test(arguments: UInt64(0)..<50)
  func `shares fall with the count, and add up to the mean redundancy`(seed: UInt64) {
    let coverage = coverage(RandomTown(seed: seed))
    let shares = (0...13).compactMap { coverage.share(reachedByAtLeast: $0) }
    guard let redundancy = coverage.meanRedundancy else {
      #expect(shares.isEmpty)
      return
    }
    #expect(shares.count == 14)
    #expect(shares.first == 1)
    #expect(shares.last == 0)
    for (more, less) in zip(shares, shares.dropFirst()) { #expect(less <= more) }
    // Everybody counts in as many shares as there are organisations that reach them.
    #expect(redundancy.agrees(with: shares.dropFirst().reduce(0, +)))
  }
}
