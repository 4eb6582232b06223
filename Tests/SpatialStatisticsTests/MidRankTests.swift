import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Mid-rank percentiles` {
  /// Values with many ties, and whole numbers of people.
  private static func sample(
    _ count: Int, using random: inout SeededGenerator
  ) -> (values: [Double], weights: [Double]) {
    (
      (0..<count).map { _ in Double(Int.random(in: -5...5, using: &random)) / 8 },
      (0..<count).map { _ in Double(Int.random(in: 0...900, using: &random)) }
    )
  }

  // Ten people: 1 at 10; 2 + 3 at 20; 4 at 30. Below and half of those at: ½, 1 + 2½, 6 + 2.
  @Test func `are the people below and half of those alike`() {
    let ranks = WeightedPercentiles.midRanks(of: [30, 20, 10, 20], weights: [4, 2, 1, 3])
    #expect(ranks == [0.8, 0.35, 0.05, 0.35])
  }

  // The relative rank of N. C. Kakwani, A. Wagstaff, E. van Doorslaer, "Socioeconomic inequalities
  // in health", Journal of Econometrics 77, 1997: (i − ½) ∕ n for the i-th of n persons.
  @Test(arguments: [1, 2, 4, 64])
  func `are (i − ½) ∕ n for n different persons`(count: Int) {
    let values = (1...count).map { Double($0 * $0) }
    let ranks = WeightedPercentiles.midRanks(
      of: values, weights: Array(repeating: 1, count: count))
    #expect(ranks == (1...count).map { (Double($0) - 0.5) / Double(count) })
  }

  @Test func `count nobody for a weight of zero, but rank it`() {
    let ranks = WeightedPercentiles.midRanks(of: [1, 2, 2, 3, 4], weights: [0, 0, 1, 1, 0])
    #expect(ranks == [0, 0.25, 0.25, 0.75, 1])
  }

  @Test func `are a half where there is nobody, or only one value`() {
    #expect(WeightedPercentiles.midRanks(of: [], weights: []) == [])
    #expect(WeightedPercentiles.midRanks(of: [3, 1, 2], weights: [0, 0, 0]) == [0.5, 0.5, 0.5])
    #expect(WeightedPercentiles.midRanks(of: [7, 7, 7], weights: [1, 0, 5]) == [0.5, 0.5, 0.5])
    #expect(WeightedPercentiles.midRanks(of: [0.0, -0.0], weights: [1, 3]) == [0.5, 0.5])
  }

  // A total that is a power of two keeps every step exact.
  @Test(arguments: UInt64(0)..<20)
  func `have a weighted mean of exactly a half`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (values, weights) = Self.sample(100, using: &random)
    values.append(0.3)
    weights.append(0x1p20 - weights.reduce(0, +))
    let ranks = WeightedPercentiles.midRanks(of: values, weights: weights)
    #expect(zip(ranks, weights).reduce(0) { $0 + $1.0 * $1.1 } == 0x1p19)
  }

  @Test(arguments: UInt64(0)..<20)
  func `have a weighted mean of a half for any weights`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<500).map { _ in Double(Int.random(in: 0...99, using: &random)) }
    let weights = values.map { _ in Double.random(in: 0...1e4, using: &random) }
    let ranks = WeightedPercentiles.midRanks(of: values, weights: weights)
    let mean = zip(ranks, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    #expect(abs(mean - 0.5) < 1e-12)
    #expect(ranks.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test(arguments: UInt64(0)..<20)
  func `follow the formula, in any row order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (values, weights) = Self.sample(60, using: &random)
    let ranks = WeightedPercentiles.midRanks(of: values, weights: weights)
    let total = weights.reduce(0, +)
    for (value, rank) in zip(values, ranks) {
      let below = values.indices.filter { values[$0] < value }.reduce(0) { $0 + weights[$1] }
      let alike = values.indices.filter { values[$0] == value }.reduce(0) { $0 + weights[$1] }
      #expect(rank == (below + alike / 2) / total)
    }
    let order = values.indices.shuffled(using: &random)
    let shuffled = WeightedPercentiles.midRanks(
      of: order.map { values[$0] }, weights: order.map { weights[$0] })
    #expect(shuffled == order.map { ranks[$0] })
  }

  @Test(arguments: UInt64(0)..<20)
  func `turn over with the values and ignore their scale`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (values, weights) = Self.sample(60, using: &random)
    let ranks = WeightedPercentiles.midRanks(of: values, weights: weights)
    let opposite = WeightedPercentiles.midRanks(of: values.map { -$0 }, weights: weights)
    for (rank, other) in zip(ranks, opposite) { #expect(abs(rank + other - 1) < 1e-15) }
    let stretched = values.map { $0 * $0 * $0 + 1e3 }
    #expect(WeightedPercentiles.midRanks(of: stretched, weights: weights) == ranks)
    // Twice the people leave every share as it is.
    #expect(WeightedPercentiles.midRanks(of: values, weights: weights.map { $0 * 2 }) == ranks)
  }
}
