internal import Catchments

extension CapacityLimitedCoverage {
  /// Fills one site after the other, as AccessMod does.
  ///
  /// Each site takes residents whom nobody has taken yet, those with the least cost first. Those of
  /// the last band, who all have the same cost, are taken in equal shares of each place.
  ///
  /// The result depends on the order: a site that comes early takes residents whom others could
  /// have served, and its room is missing for those whom it alone could serve. It never serves
  /// more residents than ``init(in:within:)``.
  ///
  /// - Parameters:
  ///   - order: The sites to fill, each once; by default all of them, the largest capacity first
  ///     and equal ones as they are listed.
  ///   - study: People, costs, and capacities in residents.
  ///   - limit: The highest cost at which residents are served; a cost equal to it is inside.
  /// - Returns: Who is served by whom.
  /// - Throws: ``CapacityLimitedError``.
  /// - Complexity: O(pairs · log of the places that a site reaches).
  public static func inOrder(
    _ order: [Int]? = nil, in study: SupplyAndDemand, within limit: Double? = nil
  ) throws(CapacityLimitedError) -> CapacityLimitedCoverage {
    let capacities = study.capacities
    let order =
      order
      ?? capacities.indices.sorted {
        capacities[$0] == capacities[$1] ? $0 < $1 : capacities[$0] > capacities[$1]
      }
    precondition(Set(order).count == order.count, "a site is filled once")
    var reached = capacities.map { _ in [(place: Int, cost: Double)]() }
    for place in study.people.indices {
      for (site, cost) in study.costs[place: place] where cost <= limit ?? .infinity {
        reached[site].append((place, cost))
      }
    }
    var left = study.people
    var assignments: [Assignment] = []
    for site in order {
      var room = capacities[site]
      // Places of equal cost are one band; they stay in their order.
      let places = reached[site].sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }
      var band = places[...]
      while room > 0, let cost = band.first?.cost {
        let end = band.firstIndex { $0.cost > cost } ?? band.endIndex
        let waiting = band[..<end].reduce(0) { $0 + left[$1.place] }
        let share = waiting > room ? room / waiting : 1
        for (place, cost) in band[..<end] where left[place] > 0 {
          let residents = left[place] * share
          left[place] = share < 1 ? left[place] - residents : 0
          if residents > 0 {
            assignments.append(
              Assignment(place: place, site: site, residents: residents, cost: cost))
          }
        }
        room = waiting > room ? 0 : room - waiting
        band = band[end...]
      }
    }
    assignments.sort { ($0.place, $0.site) < ($1.place, $1.site) }
    return try CapacityLimitedCoverage(assignments, in: study, within: limit)
  }
}
