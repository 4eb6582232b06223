/// Geary's c: how much neighbours differ over the whole map.
///
/// `c = (n − 1) Σ_ij w_ij (x_i − x_j)² ∕ (2 S₀ Σ_i (x_i − x̄)²)`, with S₀ = Σ_ij w_ij: below 1
/// where neighbours are alike (z is negative there), above 1 where they alternate. Islands count
/// among the *n* areas.
///
/// - SeeAlso: R. C. Geary, "The contiguity ratio and statistical mapping", *The Incorporated
///   Statistician* 5(3), 1954, 115–145; A. D. Cliff, J. K. Ord, *Spatial Processes: Models and
///   Applications*, Pion, 1981.
public struct Geary: Hashable, Sendable {
  /// c; `nil` where all values are alike (to 10⁻¹² of the largest) or no area has a
  /// neighbour.
  public let value: Double?
  /// 1; `nil` where the value is.
  public let expectation: Double?
  /// The test if the values are draws from a normal distribution; `nil` where the value is, and
  /// where c cannot vary.
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
    let variable = try Variable(values)
    guard let deviations = Deviations(variable), let sums = WeightSums(neighbours) else {
      (value, expectation, normality, randomisation) = (nil, nil, nil, nil)
      return
    }
    let (n, b2) = (Double(values.count), deviations.kurtosis)
    let differences = neighbours.sum(in: sums.unit) { area, neighbour in
      let difference = variable.values[area] - variable.values[neighbour]
      return difference * difference
    }
    let value = (n - 1) / n * differences / (2 * sums.s0 * deviations.secondMoment)
    self.value = value
    expectation = 1
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let normal = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
    normality = NormalTest(deviation: value - 1, variance: normal, scale: 1)
    guard n > 3 else {
      randomisation = nil
      return
    }
    let ofS1 = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * b2)
    let ofS2 = (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * b2) / 4
    let ofS0 = s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * b2)
    let shuffled = (ofS1 - ofS2 + ofS0) / (n * (n - 2) * (n - 3) * s0 * s0)
    randomisation = NormalTest(deviation: value - 1, variance: shuffled, scale: 1)
  }
}
