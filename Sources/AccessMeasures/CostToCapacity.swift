internal import Catchments

/// How far residents must go for support: to the closest site, or until they have met enough of it.
///
/// The closest site is the one of least cost among those with capacity. The cost of the n-th unit
/// is the smallest *c* with `Σ_{c_ij ≤ c} S_j ≥ n`; the two differ where a site has less than n.
/// In the unit of the costs; lower is better. Nobody's demand matters.
///
/// A place that can reach no site is `unreachable`; one whose sites have no capacity has
/// `noSupportInReach`; one whose sites together have less than n has `neverEnough`. All three
/// are without a number, never 0 or infinity. Peers: `accessibility::cost_to_closest` (Inf), and
/// `pandana`'s nearest points of interest (the search limit).
public struct CostToCapacity: Sendable {
  /// The cost for each place, or why there is none.
  public let readings: [Reading]

  /// The cost of the closest site that has capacity.
  ///
  /// - Complexity: O(pairs · log of the sites that a place reaches).
  public init(closestIn study: SupplyAndDemand) {
    readings = study.people.indices.map { place in
      study.leastCost(from: place) { $0 > 0 }
    }
  }

  /// The cost of the n-th unit of capacity.
  ///
  /// - Parameters:
  ///   - amount: n, more than 0.
  ///   - study: Supply, demand and costs.
  /// - Complexity: O(pairs · log of the sites that a place reaches).
  public init(of amount: Double, in study: SupplyAndDemand) {
    precondition(amount > 0 && amount.isFinite, "an amount of capacity is more than 0")
    let enough = amount * (1 - SupplyAndDemand.roundingOfSums)
    readings = study.people.indices.map { place in
      study.leastCost(from: place) { $0 >= enough }
    }
  }
}

extension SupplyAndDemand {
  /// What adding up capacities may be wrong by, relatively: ten tenths are enough for one.
  static let roundingOfSums = 1e-12

  /// The smallest cost at which all that can be reached for it is enough.
  ///
  /// - Parameters:
  ///   - place: The place's index.
  ///   - isEnough: Whether this much capacity is; where some is, more must be.
  /// - Returns: The cost of the site that makes it enough, or why there is none.
  func leastCost(from place: Int, until isEnough: (_ capacity: Double) -> Bool) -> Reading {
    // Ties in the order of capacity: their sum must not depend on the order of the sites.
    let sites = costs[place: place]
      .map { (cost: $0.value, capacity: capacities[$0.site]) }
      .filter { $0.capacity > 0 }
      .sorted { ($0.cost, $0.capacity) < ($1.cost, $1.capacity) }
    guard !sites.isEmpty else {
      return Reading(missing: wantOfSupport(at: place))
    }
    var sum = 0.0
    for site in sites {
      sum += site.capacity
      if isEnough(sum) { return Reading(site.cost) }
    }
    return Reading(missing: .neverEnough)
  }
}
