/// How far residents must go until there is more capacity than there are residents.
///
/// The smallest *c* of the grid 0, δ, 2δ, … with `Σ_{c_ij ≤ c} m·S_j > P_i`, strictly, where *m* is
/// the number of residents that a unit of capacity is for. In the unit of the costs; lower is
/// better. Each place is taken alone: what it counts on, others may count on too.
///
/// A place without residents has 0. One whose sites together are not enough has no number, see
/// ``CostToCapacity`` for the reasons. Peer: `accessibility::balancing_cost`, whose grid ends
/// before the largest cost of the table if that is no multiple of δ, so that a place that balances
/// in this last step is left out; here it has the next value of the grid.
///
/// - SeeAlso: M. H. C. Barboza, M. S. Carneiro, C. Falavigna, G. Luz, R. Orrico, "Balancing time:
///   Using a new accessibility measure in Rio de Janeiro", *Journal of Transport Geography* 90,
///   2021, 102924.
public struct BalancingCost: Sendable {
  /// The cost for each place, or why there is none.
  public let readings: [Reading]

  /// The balancing cost of every place.
  ///
  /// - Parameters:
  ///   - study: Supply, demand and costs.
  ///   - step: δ, more than 0.
  ///   - peoplePerUnit: m, more than 0.
  /// - Complexity: O(pairs · log of the sites that a place reaches).
  public init(in study: SupplyAndDemand, step: Double, peoplePerUnit: Double = 1) {
    precondition(step > 0 && step.isFinite, "a step is more than 0")
    precondition(peoplePerUnit > 0 && peoplePerUnit.isFinite, "a unit is for more than nobody")
    readings = study.people.enumerated().map { place, people in
      guard people > 0 else { return Reading(zero: .noResidents) }
      let claim = people * (1 + SupplyAndDemand.roundingOfSums)
      let exact = study.leastCost(from: place) { $0 * peoplePerUnit > claim }
      return exact.number.map { Reading(Self.rounded($0, upTo: step)) } ?? exact
    }
  }

  /// The smallest multiple of a step that is not below a cost.
  static func rounded(_ cost: Double, upTo step: Double) -> Double {
    let count = (cost / step).rounded(.up)
    // A grid finer than numbers are has every cost on it.
    guard count < 0x1p53 else { return cost }
    // The quotient may have been rounded across a whole number, either way.
    if count >= 1, (count - 1) * step >= cost { return (count - 1) * step }
    return count * step >= cost ? count * step : (count + 1) * step
  }
}
