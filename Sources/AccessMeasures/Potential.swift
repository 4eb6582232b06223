public import Catchments

/// The capacity within reach, each unit weighted by what it costs to get there: Hansen's potential.
///
/// `A_i = Σ_j S_j w_ij`. With a step decay these are the cumulative opportunities: the capacity
/// that can be reached for at most R. Who else wants it does not matter.
///
/// In units of capacity, 0 or more; 0 where nothing is in reach. Nothing is conserved. Peers:
/// `access.weighted_catchment` (NaN where nothing is in reach), `accessibility::gravity` and
/// `accessibility::cumulative_cutoff` (0).
///
/// - SeeAlso: W. G. Hansen, "How accessibility shapes land use", *Journal of the American
///   Institute of Planners* 25(2), 1959, 73–76.
public struct Potential: Sendable {
  /// Weighted capacity, one value per place.
  public let access: [Double]

  /// The potential of every place.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly.
  ///   - capacities: S, one value per site.
  /// - Complexity: O(pairs).
  public init(weights: some CatchmentWeights, capacities: [Double]) {
    access = weights.rowSums(of: capacities)
  }
}
