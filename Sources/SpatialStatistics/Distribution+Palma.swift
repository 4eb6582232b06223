extension Distribution {
  /// How many times as much the best off have as the worst off, per head.
  ///
  /// The mean amount of the best-off tenth of the people over that of the worst-off two fifths, by
  /// a ranking of their own. Where a place straddles the line, or several of the same rank do, the
  /// people on either side are taken pro rata: nobody's share depends on the order of rows, and a
  /// ranking of few different values still has a ratio.
  ///
  /// - Parameters:
  ///   - advantage: As for ``concentrationCurve(rankedBy:)``.
  ///   - bestOff: The share of people that are the best off, more than 0 and at most 1.
  ///   - worstOff: The share of people that are the worst off, more than 0 and at most 1.
  /// - Returns: Not negative, 1 where rank makes no difference; undefined where the worst off have
  ///   nothing.
  /// - Throws: As ``concentrationCurve(rankedBy:)``.
  /// - Complexity: O(*n*).
  /// - SeeAlso: J. G. Palma, "Homogeneous middles vs. heterogeneous tails, and the end of the
  ///   'inverted-U'", *Development and Change* 42(1), 2011.
  public func palmaRatio(
    rankedBy advantage: [Double], bestOff: Double = 0.1, worstOff: Double = 0.4
  ) throws(SampleError) -> InequalityMeasure {
    precondition(bestOff > 0 && bestOff <= 1, "the best off are some of the people")
    precondition(worstOff > 0 && worstOff <= 1, "the worst off are some of the people")
    let ranks = try ranks(by: advantage)
    if let nothing { return .undefined(nothing) }
    let curve = ConcentrationCurve(ranks)
    let worst = curve.amount(ofFirst: worstOff) / worstOff
    let best = (1 - curve.amount(ofFirst: 1 - bestOff)) / bestOff
    let ratio = best / worst
    return ratio.isFinite ? .value(ratio) : .undefined(.nothingForWorstOff)
  }
}
