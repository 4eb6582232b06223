internal import Catchments

/// The residents whom sites can serve when each of them has room for only so many.
///
/// Capacities are residents here. Residents are real numbers: a place may be served in part, and
/// by several sites. A site serves nobody beyond the limit of cost.
///
/// ``init(in:within:)`` serves as many as possible. ``inOrder(_:in:within:)`` fills one site after
/// the other, as AccessMod does, and its result depends on the order.
///
/// - SeeAlso: N. Ray, S. Ebener, "AccessMod 3.0: computing geographic coverage and accessibility to
///   health care services using anisotropic movement of patients", *International Journal of
///   Health Geographics* 7, 2008, 63.
public struct CapacityLimitedCoverage: Sendable {
  /// Residents of a place whom a site serves.
  public struct Assignment: Hashable, Sendable {
    /// The place's index.
    public let place: Int
    /// The site's index.
    public let site: Int
    /// How many of them there are, more than 0.
    public let residents: Double
    /// What it costs each of them to get there.
    public let cost: Double
  }

  /// Who is served by whom, by place and then by site.
  public let assignments: [Assignment]
  /// The residents of each place who are served.
  public let servedByPlace: [Double]
  /// The residents whom each site serves.
  public let servedBySite: [Double]
  /// All residents who are served.
  public let served: Double
  /// What it costs all of them to get there: Σ residents · cost.
  public let totalCost: Double
  /// The share of each place's residents who are served, 0…1; none where nobody lives.
  public let readings: [Reading]

  /// Sums up who is served by whom.
  init(
    _ assignments: [Assignment], in study: SupplyAndDemand, within limit: Double?
  ) throws(CapacityLimitedError) {
    let people = study.people
    let capacities = study.capacities
    var byPlace = people.map { _ in 0.0 }
    var bySite = capacities.map { _ in 0.0 }
    for assignment in assignments {
      byPlace[assignment.place] += assignment.residents
      bySite[assignment.site] += assignment.residents
    }
    // Sums of parts may exceed the whole by rounding.
    for place in byPlace.indices { byPlace[place] = min(byPlace[place], people[place]) }
    for site in bySite.indices { bySite[site] = min(bySite[site], capacities[site]) }
    self.assignments = assignments
    servedByPlace = byPlace
    servedBySite = bySite
    served = byPlace.reduce(0, +)
    totalCost = assignments.reduce(0) { $0 + $1.residents * $1.cost }
    guard served.isFinite, totalCost.isFinite else { throw .outOfRange }
    readings = people.indices.map { place in
      guard people[place] > 0 else { return Reading(missing: .noResidents) }
      let supports = study.costs[place: place].contains {
        capacities[$0.site] > 0 && $0.value <= limit ?? .infinity
      }
      guard supports else { return Reading(zero: study.wantOfSupport(at: place)) }
      let share = byPlace[place] / people[place]
      return share > 0 ? Reading(share) : Reading(zero: .noRoom)
    }
  }
}

/// Why it cannot be said who is served.
public enum CapacityLimitedError: Error, Hashable, Sendable {
  /// People or costs are so large that their sum or product is infinite.
  case outOfRange
}
