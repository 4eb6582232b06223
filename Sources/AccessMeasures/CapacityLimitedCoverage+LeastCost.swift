internal import Catchments

extension CapacityLimitedCoverage {
  /// Serves as many residents as possible and, of all ways to serve so many, chooses one that
  /// costs least.
  ///
  /// A transportation problem, solved exactly but for rounding: the residents served and the total
  /// cost do not depend on any order. Where several assignments are as good, so that two sites
  /// could change places without a loss, it depends on the order of places and sites which of them
  /// is given.
  ///
  /// - Parameters:
  ///   - study: People, costs, and capacities in residents.
  ///   - limit: The highest cost at which residents are served; a cost equal to it is inside.
  /// - Throws: ``CapacityLimitedError``.
  /// - Complexity: O(steps · (sites² + pairs within two sites' reach)); a few steps a place, each
  ///   about few sites while sites have room, and about many once they are full.
  /// - SeeAlso: F. L. Hitchcock, "The distribution of a product from several sources to numerous
  ///   localities", *Journal of Mathematics and Physics* 20, 1941, 224–230.
  public init(in study: SupplyAndDemand, within limit: Double? = nil) throws(CapacityLimitedError) {
    let capacities = study.capacities
    var rows: [[(site: Int, value: Double)]] = []
    for place in study.people.indices {
      rows.append(
        study.costs[place: place].filter {
          capacities[$0.site] > 0 && $0.value <= limit ?? .infinity
        })
    }
    // Those who are not served go to a last site of unlimited room. It costs more than all that
    // can be saved along a chain of residents who make way for each other, so that nobody goes
    // there who could be served.
    let highest = rows.lazy.joined().map(\.value).max() ?? 0
    let unserved = (
      site: capacities.count, value: highest > 0 ? 2 * Double(capacities.count) * highest : 1
    )
    guard study.totalPeople.isFinite, (2 * unserved.value).isFinite else { throw .outOfRange }
    var pairs = RationalAgentAssignment.Pairs()
    for row in rows { pairs.append(row.isEmpty ? row : row + [unserved]) }
    let assignment = RationalAgentAssignment(
      people: study.people,
      sites: capacities.map { .init(room: $0) } + [.init(room: .infinity)], pairs: pairs)
    var assignments: [Assignment] = []
    for (pair, residents) in assignment.residents.enumerated()
    where residents > 0 && pairs.sites[pair] < capacities.count {
      assignments.append(
        Assignment(
          place: pairs.places[pair], site: pairs.sites[pair], residents: residents,
          cost: pairs.costs[pair]))
    }
    try self.init(assignments, in: study, within: limit)
  }
}
