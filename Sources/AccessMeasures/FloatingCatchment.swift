public import Catchments

/// The two-step floating catchment area with distance decay and remit (2SFCA, E2SFCA).
///
/// Step 1 gives each organisation's capacity per weighted resident, step 2 sums those ratios over
/// the organisations that reach a place:
/// `R_j = S_j / Σ_k w_kj P_k` and `A_i = Σ_j w_ij R_j`.
/// The decay makes the variant: a step is the 2SFCA of Radke and Mu, zones are the E2SFCA of Luo
/// and Qi, bell curves the Gaussian and kernel-density variants of Dai.
///
/// Residents receive exactly the capacity that reaches them, see ``balance``. Peers:
/// `access.two_stage_fca` and `access.enhanced_two_stage_fca` (which leave NaN where nothing is in
/// reach and infinity where nobody lives in reach), `accessibility::floating_catchment_area`.
///
/// - SeeAlso: W. Luo, Y. Qi, "An enhanced two-step floating catchment area (E2SFCA) method for
///   measuring spatial accessibility to primary care physicians", *Health & Place* 15(4), 2009,
///   1100–1107; J. Radke, L. Mu, "Spatial decompositions, modeling and mapping of service regions
///   to predict access to social programs", *Geographic Information Sciences* 6(2), 2000, 105–112.
public struct FloatingCatchment: Sendable {
  /// Capacity per resident, one value per place; 0 where nothing is in reach, never NaN.
  public let access: [Double]
  /// What the measure must conserve: Σ P_i A_i is the capacity that reaches a resident.
  public let balance: MassBalance

  /// Access to one kind of capacity.
  ///
  /// An organisation that reaches no resident gives nothing: its ratio is 0, not infinite.
  ///
  /// - Parameters:
  ///   - weights: Who reaches whom, and how strongly: pairs that are held, or `DistanceWeights`,
  ///     which hold none, for plain distances.
  ///   - people: Residents, one value per place.
  ///   - weightedPeople: `Σ_k w_kj P_k`, one value per organisation, where several kinds of
  ///     capacity share it; worked out here otherwise.
  ///   - capacities: S, one value per organisation, 0 for those that have none of this kind.
  /// - Complexity: That of the two sums over the weights.
  public init(
    weights: some CatchmentWeights, people: [Double], weightedPeople: [Double]? = nil,
    capacities: [Double]
  ) {
    let service = LevelOfService(
      capacities: capacities, demand: weightedPeople ?? weights.columnSums(of: people))
    access = weights.rowSums(of: service.ratios)
    balance = MassBalance(
      capacity: service.sharedCapacity,
      received: zip(people, access).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
