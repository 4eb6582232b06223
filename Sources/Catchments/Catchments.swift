public import Places
internal import SpatialIndex

/// The catchments of all organisations of a study: who each of them reaches.
public struct Catchments: Sendable {
  /// The choices behind them.
  public let rules: CatchmentRules
  /// How each organisation takes part, in the order of the organisations.
  public let participation: [Participation]
  /// Who reaches whom.
  public let reach: ReachMatrix

  /// Works out whom each organisation reaches.
  ///
  /// The weight of an organisation for a place is the largest of three: the decay of the distance
  /// from its site, ρ where the place lies in its remit, and 1 inside the polygon that it declares
  /// as its area of benefit. A borough's middle point is no site.
  ///
  /// - Parameters:
  ///   - organisations: The supply.
  ///   - places: The demand.
  ///   - wards: The wards that the places' `wards` point into.
  ///   - boroughs: The boroughs that the places' `boroughs` point into.
  ///   - rules: The choices.
  /// - Complexity: O(pairs within reach), with index look-ups of O(log *n*).
  public init(
    of organisations: [Organisation], over places: PlaceTable, wards: Boundaries?,
    boroughs: Boundaries?, rules: CatchmentRules
  ) {
    participation = organisations.map { Participation(of: $0, under: rules) }
    self.rules = rules
    var rows = [[ReachMatrix.Entry]](repeating: [], count: places.count)
    let grid = PointGrid(places.positions)
    let residents = Residents(places, wards: wards, boroughs: boroughs)
    let nearest = Self.nearestSites(organisations, participation, places: places, rules: rules)
    for (index, organisation) in organisations.enumerated()
    where participation[index] == .counted {
      var reached: [Int: (weight: Double, route: ReachRoute)] = [:]
      func add(_ place: Int, weight: Double, by route: ReachRoute) {
        guard weight > 0 else { return }
        let before = reached[place] ?? (0, [])
        reached[place] = (max(before.weight, weight), before.route.union(route))
      }
      if let site = organisation.site.measurablePosition {
        switch rules.reach {
        case .disc(let radius, let decay):
          let radius = organisation.radius ?? radius
          for place in grid.neighbours(of: site, within: radius) {
            let weight = decay.weight(at: place.distance, radius: radius)
            add(place.index, weight: weight, by: .distance)
          }
        case .nearest:
          for place in nearest[index] { add(place, weight: 1, by: .distance) }
        case .remitOnly: break
        }
      }
      for place in residents.places(in: organisation.remit) {
        add(place, weight: rules.remitWeight, by: .remit)
      }
      if let zone = organisation.areaOfBenefit {
        for place in residents.places(inside: zone) { add(place, weight: 1, by: .areaOfBenefit) }
      }
      // Organisations come in ascending order, so every row ends up sorted by organisation.
      for (place, found) in reached {
        rows[place].append(
          ReachMatrix.Entry(organisation: index, weight: found.weight, route: found.route))
      }
    }
    reach = ReachMatrix(rows: rows, organisationCount: organisations.count)
  }

  /// For each organisation, the places that have it among their nearest; empty under other rules.
  private static func nearestSites(
    _ organisations: [Organisation], _ participation: [Participation], places: PlaceTable,
    rules: CatchmentRules
  ) -> [[Int]] {
    var result = [[Int]](repeating: [], count: organisations.count)
    guard case .nearest(let count) = rules.reach else { return result }
    let sites = NearestSites(of: organisations, participation: participation)
    for (place, position) in places.positions.enumerated() {
      for organisation in sites.nearest(count, to: position) { result[organisation].append(place) }
    }
    return result
  }
}
