import SpatialStatistics
import TestSupport
import Testing

@Suite struct `The concentration index` {
  // Half the people have nothing, the other half everything. In ranks ¼ and ¾ and deviations ∓½ of
  // the mean, C = 2 ∕ ½ · (½·½·¼ + ½·½·¼) = ½.
  @Test func `is positive where the better off have more`() throws {
    let distribution = try Distribution(of: [1, 0], weights: [5, 5])
    #expect(try distribution.concentrationIndex(rankedBy: [2, 1]) == .value(0.5))
    #expect(try distribution.concentrationIndex(rankedBy: [1, 2]) == .value(-0.5))
  }

  // Four places of ten people. Both ranks have a mean of 3, so rank makes no difference. Without a
  // rule for ties the rows in this order give −1/12, and with the two of each rank swapped 1/12.
  @Test func `treats people of the same rank alike`() throws {
    let distribution = try Distribution(of: [5, 1, 3, 3], weights: [10, 10, 10, 10])
    #expect(try distribution.concentrationIndex(rankedBy: [1, 1, 2, 2]) == .value(0))
    func byRows(_ values: [Double]) -> Double {
      zip(values, [1.0, 3, 5, 7]).reduce(0) { $0 + 2 / 3 * ($1.0 - 3) * ($1.1 / 8 - 0.5) / 4 }
    }
    #expect(byRows([5, 1, 3, 3]).agrees(with: -1.0 / 12))
    #expect(byRows([1, 5, 3, 3]).agrees(with: 1.0 / 12))
  }

  @Test(arguments: UInt64(0)..<20)
  func `is the covariance with the mid-rank`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(150, using: &random)
    let distribution = try table.distribution()
    let mean = try #require(distribution.mean)
    let ranks = WeightedPercentiles.midRanks(of: table.advantage, weights: table.weights)
    let sum = table.values.indices.reduce(0) {
      $0 + table.weights[$1] * (table.values[$1] - mean) * (ranks[$1] - 0.5)
    }
    let index = try #require(try distribution.concentrationIndex(rankedBy: table.advantage).value)
    #expect(index.agrees(with: 2 / mean * sum / distribution.people))
  }

  @Test(arguments: UInt64(0)..<20)
  func `is the Gini index by own rank, and turns over with the ranking`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(150, using: &random)
    let distribution = try table.distribution()
    #expect(try distribution.concentrationIndex(rankedBy: table.values) == distribution.gini)
    #expect(try distribution.concentrationCurve(rankedBy: table.values) == distribution.lorenzCurve)
    let index = try #require(try distribution.concentrationIndex(rankedBy: table.advantage).value)
    let opposite = try #require(
      try distribution.concentrationIndex(rankedBy: table.advantage.map { -$0 }).value)
    #expect(opposite.agrees(with: -index))
    // Only the order counts.
    let stretched = table.advantage.map { $0 * $0 * $0 - 7 }
    #expect(try distribution.concentrationIndex(rankedBy: stretched) == .value(index))
  }

  @Test func `is 0 where all have the same rank`() throws {
    let distribution = try Distribution(of: [1, 7, 2], weights: [1, 2, 3])
    #expect(try distribution.concentrationIndex(rankedBy: [4, 4, 4]) == .value(0))
    #expect(try distribution.palmaRatio(rankedBy: [4, 4, 4]).value?.agrees(with: 1) == true)
  }
}

@Suite struct `The Erreygers index` {
  // With C = ½ from above and ā = ½: 4 · ½ ∕ 1 · ½ within 0…1, half of that within 0…2.
  @Test func `is 1 where the better-off half has all that can be had`() throws {
    let distribution = try Distribution(of: [1, 0], weights: [5, 5])
    #expect(try distribution.erreygersIndex(rankedBy: [2, 1]) == .value(1))
    #expect(try distribution.erreygersIndex(rankedBy: [2, 1], bounds: 0...1) == .value(1))
    #expect(try distribution.erreygersIndex(rankedBy: [2, 1], bounds: 0...2) == .value(0.5))
  }

  @Test func `has no bounds to find where all have the same`() throws {
    let distribution = try Distribution(of: [2, 2, 9], weights: [1, 3, 0])
    #expect(try distribution.erreygersIndex(rankedBy: [1, 2, 3]) == .undefined(.constant))
    let index = try #require(
      try distribution.erreygersIndex(rankedBy: [1, 2, 3], bounds: 0...4).value)
    #expect(index.agrees(with: 0))
  }

  // What is lacking of the upper bound is as unequal, the other way round. C itself is not so.
  @Test(arguments: UInt64(0)..<20)
  func `mirrors between an amount and its lack`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(100, using: &random)
    let index = try #require(
      try table.distribution().erreygersIndex(rankedBy: table.advantage, bounds: 0...4).value)
    let lack = try Distribution(of: table.values.map { 4 - $0 }, weights: table.weights)
    let mirrored = try #require(
      try lack.erreygersIndex(rankedBy: table.advantage, bounds: 0...4).value)
    #expect(mirrored.agrees(with: -index))
  }
}
