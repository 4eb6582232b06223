internal import Foundation

/// How far a statistic lies from what chance would give, by the normal distribution.
public struct NormalTest: Hashable, Sendable {
  /// The variance of the statistic under the hypothesis.
  public let variance: Double
  /// The standard score: the statistic less its expectation, in standard deviations.
  public let z: Double

  /// A test, where the statistic varies at all.
  ///
  /// - Parameters:
  ///   - deviation: The statistic less its expectation.
  ///   - variance: The variance, as it was computed.
  ///   - scale: The size of the terms whose difference the variance is: what is smaller by twelve
  ///     digits is rounding.
  ///   - unit: What the statistic is counted in.
  init?(deviation: Double, variance: Double, scale: Double, unit: Double = 1) {
    guard variance > 1e-12 * scale else { return nil }
    self.variance = variance * unit * unit
    z = deviation / variance.squareRoot()
  }

  /// The upper-tail p-value, 1 − Φ(z): small where the statistic is high.
  public var upper: Double { erfc(z / 2.0.squareRoot()) / 2 }

  /// The lower-tail p-value, Φ(z): small where the statistic is low.
  public var lower: Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// The two-sided p-value, twice the smaller tail.
  public var twoSided: Double { erfc(abs(z) / 2.0.squareRoot()) }
}
