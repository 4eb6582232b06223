public import Catchments

/// The modified two-step floating catchment area (M2SFCA): poor layout loses capacity.
///
/// `A_i = Σ_j w_ij² S_j / Σ_k w_kj P_k`: the weight counts once for the share of a site that
/// residents claim and once more for what the way leaves of it. Where everybody lives at the door
/// it is the E2SFCA; the farther a site is from its people, the more of it stays unused. So, unlike
/// in the E2SFCA, a weight that all share does not cancel.
///
/// Capacity per resident, 0 or more. Weights must be at most 1.
///
/// - SeeAlso: P. L. Delamater, "Spatial accessibility in suboptimally configured health care
///   systems: A modified two-step floating catchment area (M2SFCA) metric", *Health & Place* 24,
///   2013, 30–43.
public struct ModifiedFloatingCatchment: Sendable {
  /// Capacity per resident, one value per place; 0 where nothing is in reach.
  public let access: [Double]
  /// `Σ S_j − Σ P_i A_i` over the sites that reach a resident: what the layout wastes, 0 or more.
  public let unusedCapacity: Double

  /// Access of every place.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly; each at most 1.
  ///   - people: Residents, one value per place.
  ///   - capacities: S, one value per site.
  /// - Complexity: O(pairs).
  public init(weights: WeightMatrix, people: [Double], capacities: [Double]) {
    let service = LevelOfService(capacities: capacities, demand: weights.columnSums(of: people))
    access = weights.mapped { _, _, weight in weight * weight }.rowSums(of: service.ratios)
    let used = zip(people, access).reduce(0) { $0 + $1.0 * $1.1 }
    // Rounding may use a little more than there is.
    unusedCapacity = max(0, service.sharedCapacity - used)
  }
}
