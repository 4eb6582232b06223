import Catchments
import Foundation
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Distance decay` {
  private let radius = Distance.metres(2000)

  @Test(arguments: Decay.allCases)
  func `is 1 at the door`(decay: Decay) {
    #expect(decay.weight(at: .metres(0), radius: radius) == 1)
  }

  @Test(arguments: Decay.allCases)
  func `is 0 beyond the radius, by however little`(decay: Decay) {
    for beyond in [radius.metres.nextUp, 2001, 1e9, .infinity] {
      #expect(decay.weight(at: .metres(beyond), radius: radius) == 0)
    }
  }

  @Test(arguments: [(Decay.step, 1.0), (.linear, 0), (.truncatedGaussian, 0)])
  func `has its edge value at the radius itself`(decay: Decay, edge: Double) {
    #expect(decay.weight(at: radius, radius: radius) == edge)
  }

  @Test(arguments: Decay.allCases)
  func `never increases and stays within 0 and 1`(decay: Decay) {
    var previous = 1.0
    for metres in stride(from: 0.0, through: 2100, by: 0.5) {
      let weight = decay.weight(at: .metres(metres), radius: radius)
      #expect((0...1).contains(weight))
      #expect(weight <= previous)
      previous = weight
    }
  }

  @Test(arguments: Decay.allCases, [2.0, 10, 1024])
  func `depends only on the share of the radius`(decay: Decay, scale: Double) {
    for share in [0, 0.25, 0.5, 0.75, 1] {
      let near = decay.weight(at: .metres(share * 2000), radius: radius)
      let far = decay.weight(
        at: .metres(share * 2000 * scale), radius: .metres(2000 * scale))
      #expect(near.agrees(with: far, within: 1e-15))
    }
  }

  @Test(arguments: [(0.25, 0.75), (0.5, 0.5), (0.75, 0.25)])
  func `of the linear kind falls in a straight line`(share: Double, weight: Double) {
    #expect(Decay.linear.weight(at: .metres(share * 2000), radius: radius) == weight)
  }

  @Test(arguments: [0.001, 0.5, 1])
  func `of the step kind is whole up to the radius`(share: Double) {
    #expect(Decay.step.weight(at: .metres(share * 2000), radius: radius) == 1)
  }

  @Test func `of the truncated Gaussian kind follows Dai (2010) at half the radius`() {
    // With q = exp(−1/8): exp(−½·½²) = q and exp(−½) = q⁴, so f = (q − q⁴) / (1 − q⁴).
    let q = exp(-0.125)
    let expected = (q - q * q * q * q) / (1 - q * q * q * q)
    let found = Decay.truncatedGaussian.weight(at: .metres(1000), radius: radius)
    #expect(found.agrees(with: expected))
    // The bell lies above the straight line near its top.
    #expect(found > 0.5)
  }

  @Test func `of the truncated Gaussian kind ends without a cliff`() {
    // The slope at the edge is −exp(−½) / (1 − exp(−½)) per radius: about −1.54.
    let slope = exp(-0.5) / (1 - exp(-0.5))
    let justInside = Decay.truncatedGaussian.weight(at: .metres(2000 - 0.002), radius: radius)
    #expect(justInside.agrees(with: slope * 1e-6, within: 1e-11))
  }
}
