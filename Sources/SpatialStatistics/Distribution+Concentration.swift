extension Distribution {
  /// How much the worst-off people have together, by a ranking of their own.
  ///
  /// - Parameter advantage: How well off the people of each place are, higher for better; one
  ///   number per row of the table. For a measure of need give its negative.
  /// - Returns: `nil` where there are no people or nothing to share.
  /// - Throws: ``SampleError`` when a number is not finite or beyond 2⁵⁰⁰, also where nobody lives.
  /// - Complexity: O(*n*).
  public func concentrationCurve(
    rankedBy advantage: [Double]
  ) throws(SampleError) -> ConcentrationCurve? {
    let ranks = try ranks(by: advantage)
    return nothing == nil ? ConcentrationCurve(ranks) : nil
  }

  /// The people of each rank and what they have, the worst off first.
  func ranks(by advantage: [Double]) throws(SampleError) -> [Portion] {
    for index in advantage.indices { try WeightedUnit.check(advantage[index], index: index) }
    return groups(by: advantage).map(Portion.init)
  }

  /// The concentration index: whether those who are better off have more.
  ///
  /// `C = 2 ∕ ā Σ (P_i ∕ P) (a_i − ā) (R_i − ½)` with `R_i` the share of people ranked below, and half of
  /// those ranked alike. That is twice the area between the diagonal and the concentration curve,
  /// so people of the same rank are treated alike in any row order.
  ///
  /// - Parameter advantage: As for ``concentrationCurve(rankedBy:)``.
  /// - Returns: −1…1, positive where the better off have more than their share, 0 where rank makes
  ///   no difference.
  /// - Throws: As ``concentrationCurve(rankedBy:)``.
  /// - Complexity: O(*n*).
  /// - SeeAlso: N. C. Kakwani, A. Wagstaff, E. van Doorslaer, "Socioeconomic inequalities in
  ///   health", *Journal of Econometrics* 77(1), 1997.
  public func concentrationIndex(
    rankedBy advantage: [Double]
  ) throws(SampleError) -> InequalityMeasure {
    let ranks = try ranks(by: advantage)
    if let nothing { return .undefined(nothing) }
    return .value(ConcentrationCurve(ranks).index)
  }

  /// The concentration index corrected for an amount that has a lower and an upper bound.
  ///
  /// `E = 4 ā ∕ (b − a) C` for the bounds *a* and *b*. Unlike *C* it does not change sign or size
  /// between an amount and what is lacking of it.
  ///
  /// - Parameters:
  ///   - advantage: As for ``concentrationCurve(rankedBy:)``.
  ///   - bounds: The smallest and the largest amount there can be, not equal; if not given, those
  ///     that anybody has.
  /// - Returns: −1…1; undefined where there is no bound above another.
  /// - Throws: As ``concentrationCurve(rankedBy:)``, and for the first amount outside `bounds`
  ///   among the places where people live.
  /// - Complexity: O(*n*).
  /// - SeeAlso: G. Erreygers, "Correcting the concentration index", *Journal of Health Economics*
  ///   28(2), 2009.
  public func erreygersIndex(
    rankedBy advantage: [Double], bounds: ClosedRange<Double>? = nil
  ) throws(SampleError) -> InequalityMeasure {
    if let bounds {
      precondition(bounds.lowerBound < bounds.upperBound, "bounds are apart")
      let outside = units.filter { !bounds.contains($0.value) }
      if let first = outside.min(by: { $0.index < $1.index }) {
        throw .outsideBounds(first.value, index: first.index)
      }
    }
    let index = try concentrationIndex(rankedBy: advantage)
    guard let value = index.value, let range, let mean else { return index }
    let (lower, upper) = ((bounds ?? range).lowerBound, (bounds ?? range).upperBound)
    return lower < upper ? .value(mean / (upper - lower) * 4 * value) : .undefined(.constant)
  }
}
