public import Catchments

/// All capacity of a region, shared among its places in proportion to their potential.
///
/// `A_i = (Σ_j S_j w_ij / Σ_k Σ_j S_j w_kj) · K`, with K the capacity of the sites that can be
/// reached at all. It has the pattern of ``Potential`` and, unlike that, a unit that can be read:
/// the A_i add up to K. How many people live where does not matter.
///
/// In units of capacity. Peer: `accessibility::constrained_accessibility` with
/// `constraint = "total"`.
///
/// - SeeAlso: A. Soukhov, R. H. M. Pereira, C. D. Higgins, A. Páez, "A family of accessibility
///   measures derived from spatial interaction principles", *OSF Preprints* a9dxb, 2025;
///   A. G. Wilson, "A family of spatial interaction models, and associated developments",
///   *Environment and Planning A* 3(1), 1971, 1–32.
public struct TotalConstrainedAccess: Sendable {
  /// Share of the capacity, one value per place; 0 where nothing is in reach.
  public let access: [Double]
  /// What the measure must conserve: Σ A_i is K.
  ///
  /// Both sides are 0 where no capacity reaches any place.
  public let balance: MassBalance

  /// The share of every place.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly.
  ///   - capacities: S, one value per site.
  ///   - total: K, 0 or more.
  /// - Complexity: O(pairs).
  public init(weights: WeightMatrix, capacities: [Double], total: Double) {
    let potential = Potential(weights: weights, capacities: capacities).access
    let sum = potential.reduce(0, +)
    // Divided first: the product of two large numbers might not be one.
    access = potential.map { sum > 0 ? $0 / sum * total : 0 }
    balance = MassBalance(capacity: sum > 0 ? total : 0, received: access.reduce(0, +))
  }
}
