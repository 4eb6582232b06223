internal import Catchments

/// What places and sites are to the model: travel in units of τ, and crowding alike.
struct RationalAgentCosts {
  /// The pairs of places and sites with capacity, at their cost of travel.
  let pairs: RationalAgentAssignment.Pairs
  /// ρS_j, the residents who add 1 to the cost of a site; 0 for sites without capacity.
  let strengths: [Double]
  /// ρ; `nil` where there is no capacity, or no people to take it from.
  let residentsPerCapacity: Double?

  init(
    in study: SupplyAndDemand, travelScale: Double, residentsPerCapacity: Double?
  ) throws(RationalAgentError) {
    guard travelScale > 0, travelScale.isFinite else { throw .invalidTravelScale(travelScale) }
    if let residentsPerCapacity {
      guard residentsPerCapacity > 0, residentsPerCapacity.isFinite else {
        throw .invalidResidentsPerCapacity(residentsPerCapacity)
      }
    }
    let (people, capacity) = (study.totalPeople, study.totalCapacity)
    let ratio = residentsPerCapacity ?? (people > 0 && capacity > 0 ? people / capacity : nil)
    let strengths = study.capacities.map { $0 * (ratio ?? 0) }
    var pairs = RationalAgentAssignment.Pairs()
    for place in study.people.indices {
      pairs.append(
        study.costs[place: place].lazy.filter { study.capacities[$0.site] > 0 }
          .map { (site: $0.site, value: $0.value / travelScale) })
    }
    var highest = pairs.costs.max() ?? 0
    if ratio != nil, capacity > 0 {
      let supporting = strengths.indices.filter { study.capacities[$0] > 0 }.map { strengths[$0] }
      let weakest = supporting.min() ?? 0
      guard weakest > 0 else { throw .outOfRange }
      // Everybody at the site of least capacity: nothing costs more, travel aside.
      highest = (highest + people / weakest) * supporting.reduce(1, +)
    }
    guard highest.isFinite else { throw .outOfRange }
    self.pairs = pairs
    self.strengths = strengths
    self.residentsPerCapacity = capacity > 0 ? ratio : nil
  }
}
