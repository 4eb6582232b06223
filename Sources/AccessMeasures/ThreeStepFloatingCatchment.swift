public import Catchments

/// The three-step floating catchment area (3SFCA): residents choose among the sites they reach.
///
/// `G_ij = w_ij / Σ_l w_il`, `R_j = S_j / Σ_k G_kj w_kj P_k` and `A_i = Σ_j G_ij w_ij R_j`.
/// G keeps residents with many sites to choose from from being counted in full at each of them.
///
/// The weights behind G may differ from those of reach, because the choice may be made over a
/// wider circle than the catchment. Peer: `access.three_stage_fca`, in which `max_cost` limits
/// reach but not the choice: with a `max_cost` of 3000 and zones up to 6000, the selection has the
/// zones as they are, and reach has them limited to 3000. A place that chooses nothing gets 0; the
/// peer divides 0 by 0 there.
///
/// Capacity per resident, and conserved as in ``FloatingCatchment``. Sites without capacity are
/// chosen too: residents who go there in vain do not crowd the others.
///
/// - SeeAlso: N. Wan, B. Zou, T. Sternberg, "A three-step floating catchment area method for
///   analyzing spatial access to health services", *International Journal of Geographical
///   Information Science* 26(6), 2012, 1073–1089.
public struct ThreeStepFloatingCatchment: Sendable {
  /// Capacity per resident, one value per place; 0 where nothing is in reach.
  public let access: [Double]
  /// What the measure must conserve: Σ P_i A_i is the capacity that reaches a resident.
  public let balance: MassBalance
  /// `G_ij w_ij`, the weights of choice and reach together.
  public let weights: WeightMatrix

  /// Access of every place.
  ///
  /// - Parameters:
  ///   - selection: The weights by which residents choose.
  ///   - reach: The weights of steps 2 and 3; the same, if nothing else is given.
  ///   - people: Residents, one value per place.
  ///   - capacities: S, one value per site.
  /// - Complexity: O(pairs).
  public init(
    selection: WeightMatrix, reach: WeightMatrix? = nil, people: [Double], capacities: [Double]
  ) {
    weights = selection.rowShares.multiplied(by: reach ?? selection)
    let catchment = FloatingCatchment(weights: weights, people: people, capacities: capacities)
    access = catchment.access
    balance = catchment.balance
  }
}
