extension Distribution {
  /// How much the people with the least have together.
  ///
  /// - Returns: A curve on or below the diagonal; `nil` where there are no people or nothing to
  ///   share.
  /// - Complexity: O(*n*).
  /// - SeeAlso: M. O. Lorenz, "Methods of measuring the concentration of wealth",
  ///   *Publications of the American Statistical Association* 9(70), 1905.
  public var lorenzCurve: ConcentrationCurve? {
    nothing == nil ? ConcentrationCurve(levels) : nil
  }

  /// The Gini index: 0 where all have the same, towards 1 where one person has everything.
  ///
  /// `G = 1 − Σ (P_k − P_{k−1}) (L_k + L_{k−1})` over the Lorenz curve: the index of a whole
  /// population, without the factor *n* ∕ (*n* − 1) that is used for small samples.
  ///
  /// - Complexity: O(*n*).
  /// - SeeAlso: C. Gini, "Sulla misura della concentrazione e della variabilità dei caratteri",
  ///   *Atti del Reale Istituto Veneto di Scienze, Lettere ed Arti* 73, 1914.
  public var gini: InequalityMeasure {
    if let nothing { return .undefined(nothing) }
    // Equal shares may sum up to a digit more than 1.
    return .value(max(0, ConcentrationCurve(levels).index))
  }
}
