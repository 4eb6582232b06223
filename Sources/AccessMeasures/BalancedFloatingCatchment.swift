public import Catchments

/// The balanced floating catchment area (BFCA): nobody is counted twice, and no service either.
///
/// `D_j = Σ_k P_k w_kj / Σ_l w_kl`, so that each resident is shared out among the sites once, and
/// `A_i = Σ_j (w_ij / Σ_k w_kj) S_j / D_j`, so that the level of service of each site is shared
/// out among the places once. Σ D_j is the number of residents in reach of anything, and Σ A_i is
/// Σ R_j: see ``demandBalance`` and ``serviceBalance``. Capacity itself is not conserved.
///
/// A place without residents has the access of its position and changes that of no other; it has
/// no share in Σ_k w_kj. To split a place in two does change the result, as the measure shares
/// service among places and not among people.
///
/// Level of service, capacity per resident. Peer: `accessibility::floating_catchment_area` with
/// `method = "bfca"`, which becomes infinite for everybody near a site that reaches no resident.
///
/// - SeeAlso: A. Páez, C. D. Higgins, S. F. Vivona, "Demand and level of service inflation in
///   Floating Catchment Area (FCA) methods", *PLoS ONE* 14(6), 2019, e0218773.
public struct BalancedFloatingCatchment: Sendable {
  /// Level of service, one value per place; 0 where nothing is in reach.
  public let access: [Double]
  /// Residents in reach of a site, and those counted at the sites.
  public let demandBalance: MassBalance
  /// Σ R_j over the sites, and Σ A_i over the places with residents.
  public let serviceBalance: MassBalance

  /// Access of every place.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly.
  ///   - people: Residents, one value per place.
  ///   - capacities: S, one value per site.
  /// - Complexity: O(pairs).
  public init(weights: WeightMatrix, people: [Double], capacities: [Double]) {
    // Step 1: each resident is shared out among the sites that reach them.
    let placeTotals = weights.rowSums(of: Array(repeating: 1, count: weights.siteCount))
    let shared = zip(people, placeTotals).map { $1 > 0 ? $0 / $1 : 0 }
    let demand = weights.columnSums(of: shared)
    // Step 2: the level of service of each site.
    let service = LevelOfService(capacities: capacities, demand: demand)
    // Step 3: it is shared out among the places where people live.
    let siteTotals = weights.columnSums(of: people.map { $0 > 0 ? 1 : 0 })
    access = weights.rowSums(of: zip(service.ratios, siteTotals).map { $1 > 0 ? $0 / $1 : 0 })
    demandBalance = MassBalance(
      capacity: zip(people, placeTotals).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) },
      received: demand.reduce(0, +))
    serviceBalance = MassBalance(
      capacity: service.ratios.reduce(0, +),
      received: zip(people, access).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) })
  }
}
