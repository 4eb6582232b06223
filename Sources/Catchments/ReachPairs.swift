public import Places
internal import SimpleFeatures
internal import SpatialIndex

/// Every way by which organisations could reach places, found once and weighed as often as wanted.
///
/// The search for who lies near whom, and in whose remit, does not depend on decay or remit
/// weight; a grid of method choices weighs the same pairs in each of its scenarios.
public struct ReachPairs: Sendable {
  /// How each organisation takes part, in the order of the organisations.
  public let participation: [Participation]
  /// The number of places.
  public let placeCount: Int

  /// Where each place's pairs begin.
  private let starts: [Int]
  private let organisations: [Int32]
  /// Metres from the nearest site; infinite where the place is not within reach of any.
  private let distances: [Double]
  private let routes: [ReachRoute]
  /// How far each organisation reaches from its sites, in metres, at scale 1.
  private let radii: [Double]
  private let rule: ReachRule

  /// Finds the pairs.
  ///
  /// - Parameters:
  ///   - organisations: The supply.
  ///   - places: The demand.
  ///   - wards: The wards that the places' `wards` point into.
  ///   - boroughs: The boroughs that the places' `boroughs` point into.
  ///   - rules: Who takes part, and how far they reach.
  ///   - widest: The largest scale of the radii that pairs will be weighed at.
  /// - Complexity: O(pairs of a place and a site within reach), with index look-ups of
  ///   O(log *n*).
  public init(
    of organisations: [Organisation], over places: PlaceTable, wards: Boundaries?,
    boroughs: Boundaries?, rules: CatchmentRules, widest: Double = 1
  ) {
    let participation = organisations.map { Participation(of: $0, under: rules) }
    let radii = organisations.map { ($0.radius ?? rules.reach.typicalRadius).metres }
    let grid = PointGrid(places.positions)
    let placesByArea = PlacesByArea(places, wards: wards, boroughs: boroughs)
    let nearest = Self.nearestSites(organisations, participation, places: places, rules: rules)
    var found = FoundPairs(placeCount: places.count)
    for (index, organisation) in organisations.enumerated()
    where participation[index] == .counted {
      switch rules.reach {
      case .disc:
        for site in organisation.positions(knownAtLeast: rules.leastPrecision) {
          for place in grid.neighbours(of: site, within: .metres(radii[index] * widest)) {
            found.add(place.index, distance: place.distance.metres, by: .distance)
          }
        }
      case .nearest:
        for place in nearest[index] { found.add(place, distance: 0, by: .distance) }
      case .remitOnly: break
      }
      for place in placesByArea.places(in: organisation.remit) { found.add(place, by: .remit) }
      if let zone = organisation.areaOfBenefit {
        for place in placesByArea.places(inside: zone) { found.add(place, by: .areaOfBenefit) }
      }
      found.finish(organisation: index)
    }
    let rows = found.rows()
    self.participation = participation
    placeCount = places.count
    starts = rows.starts
    self.organisations = rows.order.map { found.organisations[$0] }
    distances = rows.order.map { found.distances[$0] }
    routes = rows.order.map { found.routes[$0] }
    self.radii = radii
    rule = rules.reach
  }

  /// The number of pairs.
  public var count: Int { organisations.count }

  /// Who reaches whom, and how: the pairs that weigh anything.
  ///
  /// - Complexity: O(pairs).
  public func reach(remitWeight: Double) -> ReachMatrix {
    let (starts, entries) = weighed(rule, radiusScale: 1, remitWeight: remitWeight) {
      ReachMatrix.Entry(organisation: Int($0), weight: $1, route: $2)
    }
    return ReachMatrix(starts: starts, entries: entries, organisationCount: radii.count)
  }

  /// The weights under another decay, with all radii scaled.
  ///
  /// - Parameters:
  ///   - decay: In metres, of the study's own radius; stretched for organisations with another.
  ///     Not used where organisations do not reach by distance.
  ///   - radiusScale: What to multiply radii by, at most the `widest` that pairs were found at.
  ///   - remitWeight: ρ, 0…1.
  /// - Returns: The pairs that weigh anything.
  /// - Complexity: O(pairs).
  public func weights(
    decay: Decay?, radiusScale: Double, remitWeight: Double
  ) -> WeightMatrix {
    let rule = decay.map(ReachRule.disc) ?? rule
    let (starts, entries) = weighed(rule, radiusScale: radiusScale, remitWeight: remitWeight) {
      organisation, weight, _ in (organisation, weight)
    }
    return WeightMatrix(
      SparseMatrix(
        rowCount: placeCount, columnCount: radii.count, starts: starts,
        columns: entries.map(\.0), values: entries.map(\.1)))
  }

  /// The weight of a pair is the largest of three: the decay of the distance to the nearest site,
  /// ρ in the remit, and 1 inside the declared area of benefit.
  private func weighed<Entry>(
    _ rule: ReachRule, radiusScale: Double, remitWeight: Double,
    _ entry: (_ organisation: Int32, _ weight: Double, _ route: ReachRoute) -> Entry
  ) -> (starts: [Int], entries: [Entry]) {
    let decays: [Decay]? =
      if case .disc(let decay) = rule {
        radii.map { decay.stretched(to: $0 * radiusScale) }
      } else {
        nil
      }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    var newStarts = [0]
    newStarts.reserveCapacity(placeCount + 1)
    for place in 0..<placeCount {
      for pair in starts[place]..<starts[place + 1] {
        let organisation = organisations[pair]
        var weight = 0.0
        var route: ReachRoute = []
        func add(_ other: Double, by way: ReachRoute) {
          guard other > 0 else { return }
          weight = max(weight, other)
          route.formUnion(way)
        }
        let ways = routes[pair]
        if ways.contains(.distance) {
          add(decays?[Int(organisation)].weight(at: distances[pair]) ?? 1, by: .distance)
        }
        if ways.contains(.remit) { add(remitWeight, by: .remit) }
        if ways.contains(.areaOfBenefit) { add(1, by: .areaOfBenefit) }
        if weight > 0 { entries.append(entry(organisation, weight, route)) }
      }
      newStarts.append(entries.count)
    }
    return (newStarts, entries)
  }

  /// For each organisation, the places that have it among their nearest; empty under other rules.
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

/// Collects the pairs of one organisation after another, each place once.
private struct FoundPairs {
  private(set) var places: [Int] = []
  private(set) var organisations: [Int32] = []
  private(set) var distances: [Double] = []
  private(set) var routes: [ReachRoute] = []
  private let placeCount: Int
  /// Where the organisation at hand has its pair with each place; -1 for none.
  private var slots: [Int]
  private var first = 0

  init(placeCount: Int) {
    self.placeCount = placeCount
    slots = Array(repeating: -1, count: placeCount)
  }

  mutating func add(_ place: Int, distance: Double = .infinity, by route: ReachRoute) {
    if slots[place] < 0 {
      slots[place] = places.count
      places.append(place)
      distances.append(.infinity)
      routes.append([])
    }
    distances[slots[place]] = min(distances[slots[place]], distance)
    routes[slots[place]].formUnion(route)
  }

  /// The pairs collected since the last call are those of an organisation.
  mutating func finish(organisation: Int) {
    for place in places[first...] { slots[place] = -1 }
    organisations += Array(repeating: Int32(organisation), count: places.count - first)
    first = places.count
  }

  /// The pairs in the order of their places, those of a place in the order of organisations.
  func rows() -> (starts: [Int], order: [Int]) {
    var starts = [Int](repeating: 0, count: placeCount + 1)
    for place in places { starts[place + 1] += 1 }
    for place in 0..<placeCount { starts[place + 1] += starts[place] }
    var next = starts
    var order = Array(places.indices)
    for (pair, place) in places.enumerated() {
      order[next[place]] = pair
      next[place] += 1
    }
    return (starts, order)
  }
}
