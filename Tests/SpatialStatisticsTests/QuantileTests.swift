import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Weighted quantiles` {
  // One person each at 1, 2, 3 and 4: the cumulative shares are ¼, ½, ¾ and 1.
  @Test(arguments: [
    (0.0, 1.0), (0.1, 1), (0.25, 1), (0.26, 2), (0.5, 2), (0.51, 3), (0.75, 3), (0.76, 4), (1, 4),
  ])
  func `are the first value to reach a share`(share: Double, value: Double) {
    let quantile = WeightedPercentiles.quantile(
      share, of: [3, 1, 4, 2], weights: [1, 1, 1, 1])
    #expect(quantile == value)
  }

  // Ten people: 1 at 10; 5 at 20; 4 at 30.
  @Test(arguments: [(0.1, 10.0), (0.11, 20), (0.5, 20), (0.6, 20), (0.61, 30), (1, 30)])
  func `count the people at each value`(share: Double, value: Double) {
    let quantile = WeightedPercentiles.quantile(
      share, of: [30, 20, 10, 20], weights: [4, 2, 1, 3])
    #expect(quantile == value)
  }

  @Test func `pass over values without weight unless nothing is asked for`() {
    let (values, weights) = ([1.0, 2, 3, 4], [0.0, 1, 0, 0])
    for share in [0.001, 0.5, 1] {
      #expect(WeightedPercentiles.quantile(share, of: values, weights: weights) == 2)
    }
    // Nobody at all reaches a share of nothing.
    #expect(WeightedPercentiles.quantile(0, of: values, weights: weights) == 1)
  }

  @Test func `are none of no values`() {
    #expect(WeightedPercentiles.quantile(0.5, of: [], weights: []) == nil)
    #expect(WeightedPercentiles.quantile(0.5, of: [7], weights: [0]) == 7)
  }

  // A hundred values with the same weight each: a share of k hundredths is reached by the k-th,
  // although k ∕ 100 times the total need not come out as a whole number.
  @Test(arguments: [1, 7, 420_050, 349_532, 670_000, 79_000_001] as [Double])
  func `hit hundredths exactly, however many people there are`(weight: Double) {
    let values = (1...100).map(Double.init)
    let weights = Array(repeating: weight, count: 100)
    for hundredths in 1...100 {
      let quantile = WeightedPercentiles.quantile(
        Double(hundredths) / 100, of: values, weights: weights)
      #expect(quantile == Double(hundredths))
    }
  }

  @Test func `hit hundredths exactly for shares of a whole`() {
    let values = (1...100).map(Double.init)
    for weight in [0.01, 1e-12, 0.1] {
      for hundredths in 1...100 {
        let quantile = WeightedPercentiles.quantile(
          Double(hundredths) / 100, of: values, weights: Array(repeating: weight, count: 100))
        #expect(quantile == Double(hundredths))
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `follow the definition, in any row order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<40).map { _ in Double(Int.random(in: 0...15, using: &random)) }
    let weights = values.map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let total = weights.reduce(0, +)
    let order = values.indices.shuffled(using: &random)
    for share in stride(from: 0.0, through: 1, by: 1 / 64) {
      let expected = values.filter { value in
        zip(values, weights).filter { $0.0 <= value }.reduce(0) { $0 + $1.1 } >= share * total
      }.min()
      #expect(WeightedPercentiles.quantile(share, of: values, weights: weights) == expected)
      let shuffled = WeightedPercentiles.quantile(
        share, of: order.map { values[$0] }, weights: order.map { weights[$0] })
      #expect(shuffled == expected)
    }
  }
}
