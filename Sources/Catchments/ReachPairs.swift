public import Places
internal import SimpleFeatures

/// Every way by which organisations could reach places, found once and weighed as often as wanted.
///
/// The search for who lies near whom, and in whose remit, does not depend on decay or remit
/// weight; a grid of method choices weighs the same pairs in each of its scenarios. Nor does it
/// depend, for one organisation, on any other; where one moves, only its own pairs are looked for.
public struct ReachPairs: Sendable {
  /// How each organisation takes part, in the order of the organisations.
  public let participation: [Participation]
  /// The number of places.
  public let placeCount: Int
  /// The number of pairs.
  public let count: Int

  private let organisations: [Organisation]
  private let rules: CatchmentRules
  private let widest: Double
  /// How far each organisation reaches from its sites, in metres, at scale 1.
  private let radii: [Double]
  private let columns: [PairColumn]

  /// Finds the pairs.
  ///
  /// - Parameters:
  ///   - organisations: The supply.
  ///   - index: The demand.
  ///   - rules: Who takes part, and how far they reach.
  ///   - widest: The largest scale of the radii that pairs will be weighed at.
  ///   - known: Pairs over the same places, whose organisations, those that are the same and
  ///     under the same rules, need not be looked for again. The result does not depend on them.
  /// - Complexity: O(pairs of a place and a site within reach).
  public init(
    of organisations: [Organisation], over index: PlaceIndex, rules: CatchmentRules,
    widest: Double = 1, reusing known: ReachPairs? = nil
  ) {
    let participation = organisations.map { Participation(of: $0, under: rules) }
    var search = PairSearch(
      of: organisations, participation, over: index, rules: rules, widest: widest)
    let known = known.flatMap { $0.hasColumns(for: rules, widest: widest, over: index) ? $0 : nil }
    let knownColumns = known?.columnsByOrganisation() ?? [:]
    columns = organisations.enumerated().map { number, organisation in
      guard participation[number] == .counted else { return PairColumn() }
      if let known, let place = knownColumns[organisation.id],
        known.organisations[place] == organisation
      {
        return known.columns[place]
      }
      return search.column(of: organisation, number: number)
    }
    self.participation = participation
    placeCount = index.count
    count = columns.reduce(0) { $0 + $1.count }
    radii = organisations.map { ($0.radius ?? rules.reach.typicalRadius).metres }
    self.organisations = organisations
    self.rules = rules
    self.widest = widest
  }

  /// Finds the pairs of places that are looked at once only.
  ///
  /// - Parameters:
  ///   - organisations: The supply.
  ///   - places: The demand.
  ///   - wards: The wards that the places' `wards` point into.
  ///   - boroughs: The boroughs that the places' `boroughs` point into.
  ///   - rules: Who takes part, and how far they reach.
  ///   - widest: The largest scale of the radii that pairs will be weighed at.
  public init(
    of organisations: [Organisation], over places: PlaceTable, wards: Boundaries?,
    boroughs: Boundaries?, rules: CatchmentRules, widest: Double = 1
  ) {
    self.init(
      of: organisations, over: PlaceIndex(places, wards: wards, boroughs: boroughs), rules: rules,
      widest: widest)
  }

  /// Whether the column of an organisation here is what a search would find.
  private func hasColumns(
    for rules: CatchmentRules, widest: Double, over index: PlaceIndex
  ) -> Bool {
    // Whether an organisation is among the nearest depends on the others.
    if case .nearest = rules.reach { return false }
    var alike = self.rules
    alike.remitWeight = rules.remitWeight
    return alike == rules && self.widest == widest && placeCount == index.count
  }

  private func columnsByOrganisation() -> [String: Int] {
    Dictionary(organisations.indices.map { (organisations[$0].id, $0) }) { first, _ in first }
  }

  /// Who reaches whom, and how: the pairs that weigh anything.
  ///
  /// - Complexity: O(places + pairs).
  public func reach(remitWeight: Double) -> ReachMatrix {
    ReachMatrix(
      weighed(decay: nil, radiusScale: 1, remitWeight: remitWeight), placeCount: placeCount)
  }

  /// The weights under another decay, with all radii scaled.
  ///
  /// - Parameters:
  ///   - decay: In metres, of the study's own radius; stretched for organisations with another.
  ///     Not used where organisations do not reach by distance.
  ///   - radiusScale: What to multiply radii by, at most the `widest` that pairs were found at.
  ///   - remitWeight: ρ, 0…1.
  /// - Returns: The pairs that weigh anything.
  /// - Complexity: O(places + pairs).
  public func weights(
    decay: Decay?, radiusScale: Double, remitWeight: Double
  ) -> WeightMatrix {
    ReachMatrix(
      weighed(decay: decay, radiusScale: radiusScale, remitWeight: remitWeight),
      placeCount: placeCount
    ).weights
  }

  /// Tells places apart that organisations reach in different ways.
  ///
  /// - Parameter classes: A number for each place, from 0 and below the number of places: places
  ///   with different ones are apart already.
  /// - Returns: A number for each place. Places with the same one are reached by the same
  ///   organisations in the same ways, each from as far, under every decay, scale and remit weight.
  ///   A place within reach of a site, but not at it, is told apart from all others.
  /// - Complexity: O(places + pairs).
  package func classes(refining classes: [Int]) -> [Int] {
    var classes = classes
    var next = placeCount
    // What became of a class in the column at hand, by the ways in which it is reached.
    var heirs: [Int: Int] = [:]
    for column in columns {
      heirs.removeAll(keepingCapacity: true)
      for pair in 0..<column.count {
        let place = Int(column.places[pair])
        let (distance, ways) = (column.distances[pair], Int(column.routes[pair].rawValue))
        if distance > 0, distance < .infinity {
          classes[place] = next
          next += 1
        } else {
          // Of the distances that are left, the routes tell 0 and infinity apart.
          let key = classes[place] << 3 | ways
          let heir = heirs[key] ?? next
          if heir == next { next += 1 }
          heirs[key] = heir
          classes[place] = heir
        }
      }
    }
    return classes
  }

  /// The weight of a pair is the largest of three: the decay of the distance to the nearest site,
  /// ρ in the remit, and 1 inside the declared area of benefit.
  private func weighed(
    decay: Decay?, radiusScale: Double, remitWeight: Double
  ) -> [WeighedColumn] {
    let rule = decay.map(ReachRule.disc) ?? rules.reach
    return zip(columns, radii).map { column, radius in
      guard case .disc(let own) = rule else {
        return WeighedColumn(column, remitWeight: remitWeight) { _ in 1 }
      }
      let decay = own.stretched(to: radius * radiusScale)
      return WeighedColumn(column, remitWeight: remitWeight, decay.weight(at:))
    }
  }
}

/// What an organisation weighs for each place of its column; 0 where it does not reach after all.
struct WeighedColumn {
  let places: [Int32]
  private(set) var weights: [Double]
  private(set) var routes: [ReachRoute]

  init(places: [Int32], weights: [Double], routes: [ReachRoute]) {
    self.places = places
    self.weights = weights
    self.routes = routes
  }

  init(_ column: PairColumn, remitWeight: Double, _ decay: (_ distance: Double) -> Double) {
    places = column.places
    weights = []
    weights.reserveCapacity(column.count)
    routes = []
    routes.reserveCapacity(column.count)
    for pair in 0..<column.count {
      let ways = column.routes[pair]
      var weight = 0.0
      var route: ReachRoute = []
      func add(_ other: Double, by way: ReachRoute) {
        guard other > 0 else { return }
        weight = max(weight, other)
        route.formUnion(way)
      }
      if ways.contains(.distance) { add(decay(column.distances[pair]), by: .distance) }
      if ways.contains(.remit) { add(remitWeight, by: .remit) }
      if ways.contains(.areaOfBenefit) { add(1, by: .areaOfBenefit) }
      weights.append(weight)
      routes.append(route)
    }
  }
}
