/// Moran's I: whether neighbours are alike over the whole map.
///
/// `I = n ∕ S₀ · Σ_ij w_ij (x_i − x̄)(x_j − x̄) ∕ Σ_i (x_i − x̄)²`, with S₀ = Σ_ij w_ij: above its
/// expectation −1 ∕ (n − 1) where neighbours are alike, below it where they alternate. Islands
/// count among the *n* areas.
///
/// - SeeAlso: P. A. P. Moran, "Notes on continuous stochastic phenomena", *Biometrika* 37, 1950,
///   17–23; A. D. Cliff, J. K. Ord, *Spatial Processes: Models and Applications*, Pion, 1981.
public struct GlobalMoran: Hashable, Sendable {
  /// I; `nil` where all values are alike (to 10⁻¹² of the largest) or no area has a
  /// neighbour.
  public let value: Double?
  /// −1 ∕ (n − 1); `nil` where the value is.
  public let expectation: Double?
  /// The test if the values are draws from a normal distribution; `nil` where the value is, and
  /// where I cannot vary.
  public let normality: NormalTest?
  /// The test if the values at hand are shuffled over the areas; `nil` also for fewer than four
  /// areas.
  public let randomisation: NormalTest?

  /// The statistic of a map.
  ///
  /// - Parameters:
  ///   - values: One finite number per area.
  ///   - neighbours: The weights, row-standardised as a rule.
  /// - Throws: ``VariableError`` for a value that is not finite.
  /// - Complexity: O(areas + pairs).
  public init(of values: [Double], neighbours: Neighbours) throws(VariableError) {
    precondition(values.count == neighbours.count, "one value per area")
    guard let deviations = Deviations(try Variable(values)), let sums = WeightSums(neighbours)
    else {
      (value, expectation, normality, randomisation) = (nil, nil, nil, nil)
      return
    }
    let n = Double(values.count)
    let products = neighbours.sum(in: sums.unit) { deviations.values[$0] * deviations.values[$1] }
    let value = products / (sums.s0 * deviations.secondMoment)
    let expectation = -1 / (n - 1)
    self.value = value
    self.expectation = expectation
    normality = NormalTest(
      deviation: value - expectation, second: Self.secondMoment(sums, count: n),
      expectation: expectation)
    randomisation =
      n < 4
      ? nil
      : NormalTest(
        deviation: value - expectation,
        second: Self.secondMoment(sums, count: n, kurtosis: deviations.kurtosis),
        expectation: expectation)
  }

  /// E(I²) of draws from a normal distribution.
  private static func secondMoment(_ sums: WeightSums, count n: Double) -> Double {
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    return (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n - 1) * (n + 1) * s0 * s0)
  }

  /// E(I²) of the values at hand, shuffled over at least four areas.
  static func secondMoment(_ sums: WeightSums, count n: Double, kurtosis: Double) -> Double {
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    let second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    return (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0)
  }
}

extension NormalTest {
  fileprivate init?(deviation: Double, second: Double, expectation: Double) {
    self.init(
      deviation: deviation, variance: second - expectation * expectation, scale: second)
  }
}
