import TestSupport
import Testing

@testable import SpatialStatistics

@Suite struct `Variables` {
  @Test(arguments: UInt64(0)..<5)
  func `have the moments of the others for each area`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // A largest value that stands alone, and one that does not.
    let values = [Double].random(30, in: -5...5, using: &random) + [-6.5, 5, seed < 2 ? 6.5 : 0]
    let variable = Variable(finite: values)
    for area in values.indices {
      var others = variable.values
      others.remove(at: area)
      let (mean, variance) = others.moments
      let moments = variable.moments(without: area)
      #expect(moments.count == Double(others.count))
      #expect(moments.mean.agrees(with: mean, within: 1e-12))
      #expect(moments.variance.agrees(with: variance, within: 1e-12))
      #expect(moments.largest == others.map(abs).max())
    }
  }

  @Test func `may have no other values`() {
    #expect(Variable(finite: [3]).moments(without: 0) == .none)
    #expect(Variable(finite: []).whole == .none)
  }

  // From the smallest number there is to the largest.
  @Test(arguments: [-1074, -1050, -1023, -1022, -1, 0, 1, 52, 1022, 1023])
  func `are scaled by a power of two, without rounding`(exponent: Int) {
    let largest = Double(sign: .plus, exponent: exponent, significand: 1)
    let variable = Variable(finite: [largest, 0, -largest])
    #expect(variable.values == [1, 0, -1])
    #expect(variable.whole.largest == 1)
  }
}
