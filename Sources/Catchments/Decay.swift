internal import Foundation
public import SimpleFeatures

/// How the weight of support falls with the distance to it.
///
/// | | contract |
/// |---|---|
/// | domain | distance ≥ 0, radius > 0, both in metres |
/// | range | 0…1 |
/// | shape | never increasing with distance |
/// | at distance 0 | 1 |
/// | zero point | every function is 0 beyond the radius; a distance equal to it is inside |
public enum Decay: String, Hashable, Sendable, CaseIterable {
  /// 1 up to the radius.
  case step
  /// Falling in a straight line to 0 at the radius: `1 − d/R`.
  case linear
  /// A bell curve cut and lowered so that it is 1 at 0 and 0 at the radius, without a cliff:
  /// `[exp(−½(d/R)²) − exp(−½)] / [1 − exp(−½)]`.
  ///
  /// - SeeAlso: D. Dai, "Black residential segregation, disparities in spatial access to health
  ///   care facilities, and late-stage breast cancer diagnosis in metropolitan Detroit",
  ///   *Health & Place* 16(5), 2010, 1038–1052.
  case truncatedGaussian = "truncated-gaussian"

  /// The weight at a distance.
  ///
  /// - Complexity: O(1).
  public func weight(at distance: Distance, radius: Distance) -> Double {
    precondition(radius.metres > 0, "a radius is more than 0")
    guard distance <= radius else { return 0 }
    let share = distance.metres / radius.metres
    switch self {
    case .step: return 1
    case .linear: return 1 - share
    case .truncatedGaussian:
      return (exp(-0.5 * share * share) - Self.edge) / (1 - Self.edge)
    }
  }

  /// exp(−½), the bell curve at its radius.
  private static let edge = exp(-0.5)
}
