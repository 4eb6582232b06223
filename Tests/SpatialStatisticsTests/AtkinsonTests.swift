import Foundation
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `The Atkinson index` {
  // 1 and 4, mean 2½. As good as an even ((1 + 2) ∕ 2)² = 2¼ for ε = ½, the geometric mean 2 for
  // ε = 1, the harmonic mean 1.6 for ε = 2, and (½ (1 + 1/16))^−½ for ε = 3.
  @Test(arguments: [
    (0.5, 2.25), (1.0, 2.0), (2.0, 1.6), (3.0, 1 / (17.0 / 32).squareRoot()),
  ])
  func `is what an even share could do without`(aversion: Double, even: Double) throws {
    let distribution = try Distribution(of: [1, 4], weights: [3, 3])
    let index = try #require(distribution.atkinson(aversion: aversion).value)
    #expect(index.agrees(with: 1 - even / 2.5, within: 1e-15))
  }

  // 0 and 4, mean 2: for ε = ½ as good as (0 + 2)² ∕ 4 = 1.
  @Test func `is 1 where anybody has nothing, unless the aversion is below 1`() throws {
    let distribution = try Distribution(of: [0, 4], weights: [1, 1])
    #expect(try #require(distribution.atkinson(aversion: 0.5).value).agrees(with: 0.5))
    for aversion in [1, 1.5, 20] {
      #expect(distribution.atkinson(aversion: aversion) == .value(1))
    }
    // Nobody lives where there is nothing.
    let empty = try Distribution(of: [0, 4], weights: [0, 1])
    #expect(empty.atkinson(aversion: 2) == .value(0))
  }

  @Test(arguments: UInt64(0)..<10)
  func `follows the formula`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<50).map { _ in Double.random(in: 0.1...5, using: &random) }
    let weights = values.map { _ in Double.random(in: 0...9, using: &random) }
    let distribution = try Distribution(of: values, weights: weights)
    let mean = try #require(distribution.mean)
    let people = weights.reduce(0, +)
    for aversion in [0.1, 0.5, 0.9, 1.1, 2, 6] {
      let powers = zip(values, weights).reduce(0) { $0 + $1.1 * pow($1.0 / mean, 1 - aversion) }
      let expected = 1 - pow(powers / people, 1 / (1 - aversion))
      let index = try #require(distribution.atkinson(aversion: aversion).value)
      #expect(index.agrees(with: expected))
    }
    let logarithms = zip(values, weights).reduce(0) { $0 + $1.1 * log($1.0 / mean) }
    let index = try #require(distribution.atkinson(aversion: 1).value)
    #expect(index.agrees(with: 1 - exp(logarithms / people)))
  }

  // Next to 1 the formula takes a huge power of a number next to 1.
  @Test func `does not jump where the aversion is next to 1`() throws {
    let distribution = try Distribution(of: [1, 2, 5, 9], weights: [4, 3, 2, 1])
    let index = try #require(distribution.atkinson(aversion: 1).value)
    for aversion in [1 - 1e-12, (1.0).nextDown, (1.0).nextUp, 1 + 1e-12] {
      let next = try #require(distribution.atkinson(aversion: aversion).value)
      #expect(next.agrees(with: index, within: 1e-11))
    }
  }

  // The worst off alone count in the end: 1 − a_min ∕ ā, here 1 − 1 ∕ 2½.
  @Test func `approaches the lack of the worst off for great aversion`() throws {
    let distribution = try Distribution(of: [1, 4], weights: [1, 1])
    #expect(
      try #require(distribution.atkinson(aversion: 1e6).value).agrees(with: 0.6, within: 1e-6))
    // As good as 2^(1 ∕ 49) times the smallest; its power overflows for numbers this small.
    let wide = try Distribution(of: [1e-10, 1], weights: [1, 1])
    let expected = 1 - pow(2, 1.0 / 49) * 1e-10 / 0.5
    #expect(try #require(wide.atkinson(aversion: 50).value).agrees(with: expected, within: 1e-15))
  }

  // Hardly anybody has next to nothing, and yet half of the sum of powers is theirs:
  // 10⁻²⁰ (10⁻¹⁰)⁻² + 1 = 2, as good as 1 ∕ √2 for each.
  @Test func `hears a few who have next to nothing`() throws {
    let distribution = try Distribution(of: [1e-10, 1], weights: [1e-20, 1])
    let index = try #require(distribution.atkinson(aversion: 3).value)
    #expect(index.agrees(with: 1 - 1 / (2.0).squareRoot()))
  }
}
