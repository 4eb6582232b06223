/// The general G of Getis and Ord: whether high values, or low ones, stand together.
///
/// `G = Σ_ij w_ij x_i x_j ∕ Σ_{i≠j} x_i x_j`. Its z is positive where high values are neighbours and
/// negative where low ones are; Moran's I cannot tell these apart. Weights are binary as a rule.
/// Islands count among the *n* areas.
///
/// - SeeAlso: A. Getis, J. K. Ord, "The analysis of spatial association by use of distance
///   statistics", *Geographical Analysis* 24(3), 1992, 189–206.
public struct GeneralG: Hashable, Sendable {
  /// G; `nil` where fewer than two areas have a value above 0, or no area has a neighbour.
  public let value: Double?
  /// Σ_ij w_ij ∕ (n (n − 1)); `nil` where the value is.
  public let expectation: Double?
  /// The test if the values at hand are shuffled over the areas; `nil` where the value is, for
  /// fewer than four areas, and where G cannot vary.
  public let randomisation: NormalTest?

  /// The statistic of a map.
  ///
  /// - Parameters:
  ///   - values: One per area, 0 or more.
  ///   - neighbours: The weights.
  /// - Throws: ``VariableError`` for a value that is negative or not finite.
  /// - Complexity: O(areas + pairs).
  public init(of values: [Double], neighbours: Neighbours) throws(VariableError) {
    precondition(values.count == neighbours.count, "one value per area")
    let variable = try Variable(values, allowsNegative: false)
    // Each value times the sum of the others, and not a difference of squares: with one value
    // above 0 this is exactly 0.
    let pairs = values.indices.reduce(0) { sum, area in
      let others = variable.moments(without: area)
      return sum + variable.values[area] * (others.mean * others.count)
    }
    guard pairs > 0, let sums = WeightSums(neighbours) else {
      (value, expectation, randomisation) = (nil, nil, nil)
      return
    }
    let n = Double(values.count)
    let products = neighbours.sum(in: sums.unit) { variable.values[$0] * variable.values[$1] }
    value = sums.unit * products / pairs
    expectation = sums.unit * sums.s0 / (n * (n - 1))
    guard n > 3, let deviations = Deviations(variable) else {
      randomisation = nil
      return
    }
    // With x = x̄ + d the numerator is a constant, x̄ A and B: A = Σ_i c_i d_i with the margins c of
    // the weights, B = Σ_ij w_ij d_i d_j, the numerator of Moran's I. So its variance is a sum of
    // three parts; the usual difference of fourth powers of the values would cancel.
    let (s0, mean) = (sums.s0, variable.whole.mean)
    let (m2, m3) = (deviations.secondMoment, deviations.thirdMoment)
    let a = zip(sums.margins, deviations.values).reduce(0) { $0 + $1.0 * $1.1 }
    let b = neighbours.sum(in: sums.unit) { deviations.values[$0] * deviations.values[$1] }
    let spread = sums.margins.reduce(0) { $0 + ($1 - 2 * s0 / n) * ($1 - 2 * s0 / n) }
    let second = GlobalMoran.secondMoment(sums, count: n, kurtosis: deviations.kurtosis)
    let ofA = spread * m2 * n / (n - 1)
    let ofAB = -spread * m3 * n / ((n - 1) * (n - 2))
    let ofB = s0 * s0 * m2 * m2 * (second - 1 / ((n - 1) * (n - 1)))
    randomisation = NormalTest(
      deviation: mean * a + b + s0 * m2 / (n - 1),
      variance: mean * mean * ofA + 2 * mean * ofAB + ofB,
      scale: mean * mean * ofA + s0 * s0 * m2 * m2 * second, unit: sums.unit / pairs)
  }
}
