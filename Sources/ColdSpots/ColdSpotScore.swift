internal import Foundation

/// The cold-spot score: high only where need and lack of support are both high.
///
/// `C = 100 · N^β · L^(1−β)`, a weighted geometric mean on a scale of 0 to 100. For β between 0
/// and 1 it is 0 where there is no need or nothing lacks, and 100 only where both are extreme; at
/// β = 0 it is lack alone, at β = 1 need alone.
///
/// - SeeAlso: OECD and JRC, *Handbook on Constructing Composite Indicators*, 2008, on geometric
///   aggregation.
public enum ColdSpotScore {
  /// The score of a need and a lack.
  ///
  /// - Parameters:
  ///   - need: N, a percentile 0…1, higher for more need.
  ///   - lack: L, 0…1, higher for less support.
  ///   - exponent: β, 0…1.
  /// - Returns: 0…100.
  public static func value(need: Double, lack: Double, exponent: Double) -> Double {
    100 * pow(need, exponent) * pow(lack, 1 - exponent)
  }
}
