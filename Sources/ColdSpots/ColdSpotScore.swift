internal import Foundation

/// The cold-spot score: high only where need and lack of support are both high.
///
/// `C = 100 · N^β · L^(1−β)`, a weighted geometric mean on a scale of 0 to 100. For β between 0
/// and 1 it is 0 where there is no need or nothing lacks, and 100 only where both are extreme; at
/// β = 0 it is lack alone, at β = 1 need alone. An arithmetic mean, `C = 100 · [βN + (1−β)L]`, is
/// there to see what the choice of the mean does.
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
  ///   - aggregation: The mean.
  /// - Returns: 0…100.
  public static func value(
    need: Double, lack: Double, exponent: Double, aggregation: Aggregation = .geometric
  ) -> Double {
    switch aggregation {
    case .geometric: 100 * pow(need, exponent) * pow(lack, 1 - exponent)
    case .arithmetic: 100 * (exponent * need + (1 - exponent) * lack)
    }
  }
}

extension ScoreRules {
  /// The score of a need and a lack under these rules, 0…100.
  public func score(need: Double, lack: Double) -> Double {
    ColdSpotScore.value(
      need: need, lack: lack, exponent: needExponent, aggregation: aggregation)
  }
}
