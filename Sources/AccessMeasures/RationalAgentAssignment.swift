/// Residents given to sites so that none of them gains by going elsewhere.
///
/// A site has a price, which is added to the cost of the way there. It stands at a floor while the
/// site has room; then it rises with every resident or, at a site that takes no more, until enough
/// of those who want to come stay away. Places are seated one after the other. Residents of a new
/// place go where it costs them least, and so raise prices there; whoever is indifferent then makes
/// way, and raises prices elsewhere. At no time does anyone gain by a move, so there are no sweeps
/// and no step sizes: once all are seated, the assignment is the wanted one but for rounding.
///
/// A step ends when the place is seated, a site is full, or the residents of some place who make
/// way have all gone. ``RationalAgentAccess`` and ``CapacityLimitedCoverage`` are both this, with
/// different sites.
///
/// - Complexity: O(steps · (sites² + moves)); usually a few steps a place, about few sites each.
/// - SeeAlso: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, chapters 9 and 14,
///   on successive shortest paths and on convex costs.
struct RationalAgentAssignment {
  /// What a site takes.
  struct Site {
    /// The price while there is room.
    var floor = 0.0
    /// Residents taken at that price.
    var room = 0.0
    /// Residents taken with each unit by which the price rises once there is no room; 0 for none.
    var strength = 0.0
  }

  /// The pairs of places and sites, one place after the other.
  struct Pairs {
    private var starts = [0]
    /// The place of each pair.
    private(set) var places: [Int] = []
    /// The site of each pair.
    private(set) var sites: [Int] = []
    /// The cost of each pair.
    private(set) var costs: [Double] = []

    /// The pairs of a place.
    subscript(place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

    /// Adds the pairs of the next place.
    mutating func append(_ row: some Sequence<(site: Int, value: Double)>) {
      for (site, cost) in row {
        places.append(starts.count - 1)
        sites.append(site)
        costs.append(cost)
      }
      starts.append(sites.count)
    }
  }

  let pairs: Pairs
  /// Residents on each pair.
  var residents: [Double]
  /// The number of steps taken.
  private(set) var stepCount = 0

  var sites: [Site]
  var prices: [Double]
  var moves: RationalAgentMoves
  var wave: RationalAgentWave

  /// Seats the residents of all places that have a pair.
  ///
  /// Each of these places must have a site of unlimited room, or of some strength.
  init(people: [Double], sites: [Site], pairs: Pairs) {
    self.pairs = pairs
    self.sites = sites
    residents = Array(repeating: 0, count: pairs.sites.count)
    prices = sites.map(\.floor)
    moves = RationalAgentMoves(siteCount: sites.count)
    wave = RationalAgentWave(siteCount: sites.count)
    // Those with the shortest way come first: fewer of them have to make way later.
    let shortest = people.indices.map { pairs.costs[pairs[$0]].min() ?? 0 }
    let order = people.indices.sorted { (shortest[$0], $0) < (shortest[$1], $1) }
    for place in order where !pairs[place].isEmpty {
      var waiting = people[place]
      while waiting > 0 {
        waiting = step(seating: waiting, of: place)
        stepCount += 1
      }
    }
  }
}
