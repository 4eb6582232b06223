/// The values that a grid of methods tries beside a study's own.
///
/// As they stand, and with a study that keeps to them, they make 486 scenarios.
public struct MethodValues: Hashable, Sendable {
  /// Decays as they are written in study files, drawn to the study's radius.
  public var decays = ["truncated-gaussian", "linear", "step"]
  /// What radii are multiplied by.
  public var radiusScales = [0.75, 1, 1.25]
  /// ρ, the weight of a mandate without presence.
  public var remitWeights = [0.25, 0.5, 1]
  /// The quantiles that adequacy standards are set at.
  public var standardQuantiles = [0.4, 0.5, 0.6]
  /// β, the exponent of need.
  public var needExponents = [0.35, 0.5, 0.65]
  /// The means of need and lack.
  public var aggregations = Aggregation.allCases

  /// The standard values.
  public init() {}
}
