internal import Foundation

extension Distribution {
  /// The Atkinson index: the share of the amount that could be given up, if the rest were shared
  /// evenly, without loss to a society with this aversion to inequality.
  ///
  /// `A = 1 − [Σ (P_i ∕ P) (a_i ∕ ā)^{1−ε}]^{1 ∕ (1−ε)}`, and for ε = 1 its limit,
  /// `A = 1 − Π (a_i ∕ ā)^{P_i ∕ P}`. For ε ≥ 1 the index is 1 as soon as anybody has nothing, so that
  /// it says no more of a town with cold spots; below 1 it still does.
  ///
  /// - Parameter aversion: ε, more than 0; the larger, the more the worst off count.
  /// - Returns: 0…1.
  /// - Complexity: O(*n*).
  /// - SeeAlso: A. B. Atkinson, "On the measurement of inequality", *Journal of Economic Theory*
  ///   2(3), 1970.
  public func atkinson(aversion: Double) -> InequalityMeasure {
    precondition(aversion > 0 && aversion.isFinite, "an aversion is more than 0")
    if let nothing { return .undefined(nothing) }
    let shares = levels.map { $0.people / whole.people }
    // ln (a ∕ ā), −∞ where there is nothing.
    let logarithms = zip(levels, shares).map { log($0.amount / whole.amount / $1) }
    let exponent = 1 - aversion
    guard exponent > 0 || logarithms[0] > -.infinity else { return .value(1) }
    // All relative to the largest power, so that no power of a small number overflows.
    let reference = exponent > 0 ? logarithms[logarithms.count - 1] : logarithms[0]
    func mean(_ function: (Double) -> Double) -> Double {
      zip(logarithms, shares).reduce(0) { $0 + $1.1 * function($1.0 - reference) }
    }
    let equivalent: Double
    if exponent == 0 {
      equivalent = mean { $0 }
    } else {
      // What powers have beyond 1 keeps its digits where ε is next to 1 or all have much the same;
      // where most powers are next to 0 their own mean does.
      let excess = mean { expm1(exponent * $0) }
      equivalent = (excess > -0.5 ? log1p(excess) : log(mean { exp(exponent * $0) })) / exponent
    }
    return .value(min(max(0, -expm1(reference + equivalent)), 1))
  }
}
