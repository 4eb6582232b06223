/// The choices that turn access and need into a score.
public struct ScoreRules: Hashable, Sendable {
  /// β, the exponent of need, 0…1; lack has 1 − β.
  public var needExponent: Double
  /// The mean of need and lack.
  public var aggregation: Aggregation
  /// The share of residents with support that the adequacy standard is set at; ½ for the median.
  public var standardQuantile: Double
  /// Standards declared as policy, by function key, in capacity per resident.
  ///
  /// They stand before the quantile: freeze them at a baseline to compare years.
  public var declaredStandards: [String: Double]

  /// Rules; the defaults are those of the published London results.
  public init(
    needExponent: Double = 0.5, aggregation: Aggregation = .geometric,
    standardQuantile: Double = 0.5, declaredStandards: [String: Double] = [:]
  ) {
    self.needExponent = needExponent
    self.aggregation = aggregation
    self.standardQuantile = standardQuantile
    self.declaredStandards = declaredStandards
  }
}
