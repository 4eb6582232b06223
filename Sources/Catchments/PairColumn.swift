internal import Places
internal import SimpleFeatures
internal import SpatialIndex

/// The places that one organisation could reach, and how: a column of ``ReachPairs``.
struct PairColumn: Sendable {
  /// Each place once.
  private(set) var places: [Int32] = []
  /// Metres from the nearest site; infinite where the place is not within reach of any.
  private(set) var distances: [Double] = []
  private(set) var routes: [ReachRoute] = []

  var count: Int { places.count }

  fileprivate mutating func append(_ place: Int, distance: Double, by route: ReachRoute) {
    places.append(Int32(truncatingIfNeeded: place))
    distances.append(distance)
    routes.append(route)
  }

  fileprivate mutating func widen(_ pair: Int, distance: Double, by route: ReachRoute) {
    distances[pair] = min(distances[pair], distance)
    routes[pair].formUnion(route)
  }
}

/// Finds the places that organisations could reach, one organisation after the other.
struct PairSearch {
  private let index: PlaceIndex
  private let rules: CatchmentRules
  private let widest: Double
  /// For each organisation, the places that have it among their nearest; empty under other rules.
  private let nearest: [[Int]]
  /// Where the column at hand has its pair with each place; -1 for none.
  private var slots: [Int32]

  init(
    of organisations: [Organisation], _ participation: [Participation], over index: PlaceIndex,
    rules: CatchmentRules, widest: Double
  ) {
    self.index = index
    self.rules = rules
    self.widest = widest
    nearest = Self.nearestSites(organisations, participation, places: index.places, rules: rules)
    slots = Array(repeating: -1, count: index.count)
  }

  /// The places that an organisation could reach.
  mutating func column(of organisation: Organisation, number: Int) -> PairColumn {
    var column = PairColumn()
    switch rules.reach {
    case .disc:
      let radius = (organisation.radius ?? rules.reach.typicalRadius).metres * widest
      for site in organisation.positions(knownAtLeast: rules.leastPrecision) {
        for place in index.grid.neighbours(of: site, within: .metres(radius)) {
          add(place.index, distance: place.distance.metres, by: .distance, to: &column)
        }
      }
    case .nearest:
      for place in nearest[number] { add(place, distance: 0, by: .distance, to: &column) }
    case .remitOnly: break
    }
    index.forEach(in: organisation.remit) { add($0, by: .remit, to: &column) }
    if let zone = organisation.areaOfBenefit {
      index.forEach(inside: zone) { add($0, by: .areaOfBenefit, to: &column) }
    }
    for place in column.places { slots[Int(place)] = -1 }
    return column
  }

  private mutating func add(
    _ place: Int, distance: Double = .infinity, by route: ReachRoute, to column: inout PairColumn
  ) {
    let slot = slots[place]
    if slot < 0 {
      slots[place] = Int32(truncatingIfNeeded: column.count)
      column.append(place, distance: distance, by: route)
    } else {
      column.widen(Int(slot), distance: distance, by: route)
    }
  }

  private static func nearestSites(
    _ organisations: [Organisation], _ participation: [Participation], places: PlaceTable,
    rules: CatchmentRules
  ) -> [[Int]] {
    var result = [[Int]](repeating: [], count: organisations.count)
    guard case .nearest(let count) = rules.reach else { return result }
    let sites = NearestSites(
      of: organisations, participation: participation, knownAtLeast: rules.leastPrecision)
    for (place, position) in places.positions.enumerated() {
      for organisation in sites.nearest(count, to: position) { result[organisation].append(place) }
    }
    return result
  }
}
