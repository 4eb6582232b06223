public import Catchments

/// Capacity around a place for each resident around it: the plain floating catchment ratio.
///
/// `A_i = Σ_j S_j w_ij / Σ_k P_k v_ik`, where v weighs the places around *i*, itself among them, by
/// what it costs to get from *i* to them. One circle around the place counts both sides, so a site
/// that residents outside the circle use as well is counted here in full: capacity is not conserved.
///
/// Capacity per resident; 0 where no support is in reach, and where nobody lives around, which
/// has a reason of its own. Peer: `access.fca_ratio`, which becomes infinite there.
public struct CatchmentRatio: Sendable {
  /// Capacity per resident, one value per place.
  public let access: [Double]
  /// Σ_k P_k v_ik, the residents around each place.
  public let peopleAround: [Double]

  /// The ratio of every place.
  ///
  /// - Parameters:
  ///   - sites: The weights of sites for places, w.
  ///   - neighbours: The weights of places for places, v: row and column are both places.
  ///   - people: Residents, one value per place.
  ///   - capacities: S, one value per site.
  /// - Complexity: O(pairs of both matrices).
  public init(
    sites: WeightMatrix, neighbours: WeightMatrix, people: [Double], capacities: [Double]
  ) {
    precondition(neighbours.placeCount == sites.placeCount, "the same places in both")
    precondition(neighbours.siteCount == neighbours.placeCount, "places in rows and columns")
    peopleAround = neighbours.rowSums(of: people)
    let service = LevelOfService(
      capacities: sites.rowSums(of: capacities), demand: peopleAround)
    access = service.ratios
  }
}
