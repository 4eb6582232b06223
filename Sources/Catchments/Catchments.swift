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
    let grid = PointGrid(places.positions)
    let placesByArea = PlacesByArea(places, wards: wards, boroughs: boroughs)
    let nearest = Self.nearestSites(organisations, participation, places: places, rules: rules)
    var scratch = ReachScratch(placeCount: places.count)
    var columns = [[ReachedPlace]](repeating: [], count: organisations.count)
    for (index, organisation) in organisations.enumerated()
    where participation[index] == .counted {
      if let site = organisation.site.measurablePosition {
        switch rules.reach {
        case .disc(let radius, let decay):
          let radius = organisation.radius ?? radius
          for place in grid.neighbours(of: site, within: radius) {
            let weight = decay.weight(at: place.distance, radius: radius)
            scratch.add(place.index, weight: weight, by: .distance)
          }
        case .nearest:
          for place in nearest[index] { scratch.add(place, weight: 1, by: .distance) }
        case .remitOnly: break
        }
      }
      for place in placesByArea.places(in: organisation.remit) {
        scratch.add(place, weight: rules.remitWeight, by: .remit)
      }
      if let zone = organisation.areaOfBenefit {
        for place in placesByArea.places(inside: zone) {
          scratch.add(place, weight: 1, by: .areaOfBenefit)
        }
      }
      columns[index] = scratch.taken()
    }
    reach = ReachMatrix(columns: columns, placeCount: places.count)
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

/// Collects the places that one organisation reaches, each once with its greatest weight.
private struct ReachScratch {
  private var weights: [Double]
  private var routes: [ReachRoute]
  private var touched: [Int] = []

  init(placeCount: Int) {
    weights = Array(repeating: 0, count: placeCount)
    routes = Array(repeating: [], count: placeCount)
  }

  mutating func add(_ place: Int, weight: Double, by route: ReachRoute) {
    guard weight > 0 else { return }
    if weights[place] == 0 { touched.append(place) }
    weights[place] = max(weights[place], weight)
    routes[place].formUnion(route)
  }

  /// The places collected; the scratch is as new afterwards.
  mutating func taken() -> [ReachedPlace] {
    let places = touched.map { place in
      ReachedPlace(place: place, weight: weights[place], route: routes[place])
    }
    for place in touched {
      weights[place] = 0
      routes[place] = []
    }
    touched.removeAll(keepingCapacity: true)
    return places
  }
}
