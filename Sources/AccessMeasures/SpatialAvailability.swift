internal import Foundation
public import Catchments

/// Spatial availability: the capacity of each site, shared among the places that compete for it.
///
/// `V_i = Σ_j S_j · P_i^α w_ij / Σ_k P_k^α w_kj`. With α = 1, `V_i / P_i` is the E2SFCA, and V is
/// the supply-constrained ("singly constrained", active) member of Wilson's family. An α below 1
/// favours small places, one above 1 large ones; with 0 all places count alike.
///
/// In units of capacity, which are conserved: Σ V_i is the capacity that reaches a resident. A
/// place without residents has 0, whatever α. Peers: `accessibility::spatial_availability`, in
/// which one site that reaches no resident turns every place paired with it into NaN, and
/// `accessibility::constrained_accessibility` with `constraint = "singly"`.
///
/// - SeeAlso: A. Soukhov, A. Páez, C. D. Higgins, M. Mohamed, "Introducing spatial availability, a
///   singly-constrained measure of competitive accessibility", *PLoS ONE* 18(1), 2023, e0278468;
///   A. G. Wilson, "A family of spatial interaction models, and associated developments",
///   *Environment and Planning A* 3(1), 1971, 1–32.
public struct SpatialAvailability: Sendable {
  /// V, the capacity available to all residents of a place together, one value per place.
  public let availability: [Double]
  /// `V_i / P_i`, the capacity available to one resident; `nil` where nobody lives.
  public let perResident: [Double?]
  /// What the measure must conserve: Σ V_i is the capacity that reaches a resident.
  public let balance: MassBalance

  /// Availability at every place.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly.
  ///   - people: Residents, one value per place.
  ///   - capacities: S, one value per site.
  ///   - demandExponent: α, finite and 0 or more.
  /// - Complexity: O(pairs).
  public init(
    weights: WeightMatrix, people: [Double], capacities: [Double], demandExponent: Double = 1
  ) {
    precondition(demandExponent >= 0 && demandExponent.isFinite, "an exponent is 0 or more")
    // Only ratios of demand matter; those to the largest place cannot overflow.
    let most = people.max() ?? 0
    let claims = people.map { $0 > 0 ? pow($0 / most, demandExponent) : 0 }
    let service = LevelOfService(capacities: capacities, demand: weights.columnSums(of: claims))
    availability = zip(claims, weights.rowSums(of: service.ratios)).map { $0 == 0 ? 0 : $0 * $1 }
    perResident = zip(availability, people).map { $1 > 0 ? $0 / $1 : nil }
    balance = MassBalance(
      capacity: service.sharedCapacity, received: availability.reduce(0, +))
  }
}
