import SpatialStatistics
import TestSupport
import Testing

@Suite struct `The Gini index` {
  // One of n people has everything: the curve runs along the bottom to 1 − 1/n and jumps to 1.
  @Test(arguments: [2, 4, 64])
  func `is 1 − 1 ∕ n where one of n people has everything`(count: Int) throws {
    let values = [1.0] + Array(repeating: 0, count: count - 1)
    let distribution = try Distribution(of: values, weights: values.map { _ in 1 })
    #expect(distribution.gini == .value(1 - 1 / Double(count)))
  }

  // Four people have 1, four have 3 each: the poorer half has a quarter. The area under the curve
  // is ½·½·¼ + ½·½·(¼ + 1) = ⅜, so G = 1 − 2·⅜.
  @Test func `is read from the Lorenz curve`() throws {
    let distribution = try Distribution(of: [3, 1, 3], weights: [1, 4, 3])
    let curve = try #require(distribution.lorenzCurve)
    #expect(curve.points.map(\.people) == [0, 0.5, 1])
    #expect(curve.points.map(\.amount) == [0, 0.25, 1])
    #expect(distribution.gini == .value(0.25))
  }

  @Test func `curve is straight between its points`() throws {
    let curve = try #require(try Distribution(of: [1, 3], weights: [4, 4]).lorenzCurve)
    for (people, amount) in [(0, 0), (0.25, 0.125), (0.5, 0.25), (0.75, 0.625), (1, 1.0)] {
      #expect(curve.amount(ofFirst: people) == amount)
    }
  }

  // The curve is convex and lies on or below the diagonal.
  @Test(arguments: UInt64(0)..<20)
  func `curve gives the first people no more than their share`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let curve = try #require(
      try RandomDistribution(200, using: &random).distribution().lorenzCurve)
    let (first, last) = (try #require(curve.points.first), try #require(curve.points.last))
    #expect(first.people == 0 && first.amount == 0)
    #expect(last.people == 1 && last.amount == 1)
    #expect(curve.points.allSatisfy { $0.amount <= $0.people + 1e-15 })
    let slopes = zip(curve.points, curve.points.dropFirst()).map {
      ($1.amount - $0.amount) / ($1.people - $0.people)
    }
    #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 < $1 })
  }

  // Half the mean difference between two people, relative to the mean.
  @Test(arguments: UInt64(0)..<20)
  func `is half the relative mean difference`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(60, using: &random)
    let distribution = try table.distribution()
    var difference = 0.0
    for (a, p) in zip(table.values, table.weights) {
      for (b, q) in zip(table.values, table.weights) { difference += p * q * abs(a - b) }
    }
    let people = table.weights.reduce(0, +)
    let mean = try #require(distribution.mean)
    let expected = difference / (2 * people * people * mean)
    #expect(try #require(distribution.gini.value).agrees(with: expected))
  }
}
