import SpatialStatistics
import TestSupport
import Testing

@Suite struct `False discovery rates` {
  // The example of Benjamini and Hochberg (1995), section 4: fifteen p-values, of which the
  // procedure rejects the four smallest at 0.05, as 0.0095 ≤ 4 · 0.05 ∕ 15 = 0.0133.
  @Test func `agree with the example of Benjamini and Hochberg`() {
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000,
    ]
    let rate = FalseDiscoveryRate(of: values, rate: 0.05)
    #expect(rate.isRejected == values.map { $0 <= 0.0095 })
    #expect(rate.cutOff.matches(0.2 / 15))
    #expect(rate.testedCount == 15)
  }

  // 1 + ½ + ⅓ + ¼ = 25∕12: the lines are 0.006, 0.012, 0.018, 0.024.
  @Test func `are stricter under any dependence`() {
    let values = [0.03, 0.001, 0.013, 0.04]
    let independent = FalseDiscoveryRate(of: values, rate: 0.05)
    #expect(independent.isRejected == [true, true, true, true])
    #expect(independent.cutOff.matches(0.05))
    let dependent = FalseDiscoveryRate(of: values, rate: 0.05, procedure: .benjaminiYekutieli)
    #expect(dependent.isRejected == [false, true, false, false])
    #expect(dependent.cutOff.matches(0.006))
  }

  // 0.03 is above 0.025 and 0.05 at the last line: the largest rank decides for all below.
  @Test func `reject a value above its own line if a later one is below`() {
    let rate = FalseDiscoveryRate(of: [0.05, 0.03], rate: 0.05)
    #expect(rate.isRejected == [true, true])
  }

  @Test func `say when nothing is rejected`() {
    let rate = FalseDiscoveryRate(of: [0.06, nil, 0.9], rate: 0.05)
    #expect(rate.cutOff == nil)
    #expect(rate.isRejected == [false, false, false])
    for values in [[], [nil, nil]] as [[Double?]] {
      let empty = FalseDiscoveryRate(of: values, rate: 0.05, procedure: .benjaminiYekutieli)
      #expect(empty.testedCount == 0 && empty.cutOff == nil)
      #expect(empty.isRejected == values.map { _ in false })
    }
  }

  @Test func `leave out areas without a test`() {
    let rate = FalseDiscoveryRate(of: [nil, 0.024, nil, 0.8, nil], rate: 0.05)
    #expect(rate.testedCount == 2)
    #expect(rate.isRejected == [false, true, false, false, false])
    #expect(rate.cutOff.matches(0.025))
  }

  // 0.05 · 43 ∕ 43 comes out a digit below 0.05.
  @Test(arguments: [43, 81, 86, 91])
  func `reject a value on the line in spite of rounding`(count: Int) {
    let rate = FalseDiscoveryRate(of: Array(repeating: 0.05, count: count), rate: 0.05)
    #expect(!rate.isRejected.contains(false))
  }

  // p = m ∕ 1000 as permutations give it; p ≤ 0.05 k ∕ n is m n ≤ 50 k in whole numbers.
  @Test(arguments: UInt64(0)..<50)
  func `follow the definition on the line itself`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...120, using: &random)
    let thousandths = (0..<count).map { _ in Int.random(in: 1...60, using: &random) }
    let sorted = thousandths.sorted()
    let last = sorted.indices.last { sorted[$0] * count <= 50 * ($0 + 1) }
    let rate = FalseDiscoveryRate(of: thousandths.map { Double($0) / 1000 }, rate: 0.05)
    #expect(
      rate.isRejected == thousandths.map { value in last.map { value <= sorted[$0] } ?? false })
    #expect(rate.cutOff.matches(last.map { 0.05 * Double($0 + 1) / Double(count) }))
    // What is rejected is what lies up to the cut-off.
    let cutOff = rate.cutOff ?? 0
    #expect(
      rate.isRejected == thousandths.map { Double($0) / 1000 <= cutOff * (1 + 1e-12) })
  }
}
