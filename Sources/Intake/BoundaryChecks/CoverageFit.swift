internal import SimpleFeatures
internal import SpatialIndex

/// Where the borders of areas do not fit together.
///
/// Areas are a valid coverage when nothing is found:
///
/// 1. At no place where areas have a corner do they share a direction to the inside.
/// 2. No ring has a certain corner inside another area.
/// 3. No two edges of different areas meet but at a corner of both.
///
/// If the third holds, a border that leads into another area does so at a corner of both, where
/// the first finds it; a border that meets the other nowhere lies inside it as a whole, or not at
/// all, which the second tells. All three are decided without rounding error.
struct CoverageFit {
  /// Two areas whose borders do not fit.
  struct Mismatch {
    let first: Int
    let second: Int
    /// The places where they do not.
    let places: Int
    /// The westernmost of them.
    let position: Coordinate
  }

  /// By the areas.
  let mismatches: [Mismatch]
  /// Whether edges, of the same area or of different ones, meet at corners of both only.
  let isNoded: Bool
  /// Whether all borders were compared.
  let isComplete: Bool

  /// Compares all borders, until a limit is reached.
  ///
  /// - Complexity: O(*n* log *n*) in the number of corners, for areas whose borders are near each
  ///   other where they are neighbours only.
  init(_ network: BorderNetwork, of map: AreaMap, limits: BoundaryCheck.Limits) {
    var search = Search(network, limit: limits.comparisons)
    var crossings = 0
    var isNoded = true
    if search.compareSectors(), search.locateRings(in: map) {
      let comparisons = EdgeMeetings(network).forEach(
        limit: search.limit, where: { _, _ in true }
      ) { first, second, position in
        isNoded = false
        let (one, other) = (network.corners[first].area, network.corners[second].area)
        // An area may touch its own edges at a corner.
        if one == other { return true }
        crossings += 1
        return crossings <= limits.crossings && search.add(one, other, position)
      }
      isComplete = comparisons != nil
    } else {
      isComplete = false
    }
    mismatches = search.sorted
    self.isNoded = isNoded
  }
}

private struct Search {
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// A pair of areas takes memory, and will take an overlay.
  private static let costOfPair = 2000
  /// A position is held against some edges of an area.
  private static let costOfLocation = 50

  /// How many comparisons are left.
  private(set) var limit: Int
  private let network: BorderNetwork
  /// The corners at each place: those of place *p* are from `starts[p]` to before `starts[p + 1]`.
  private var cornersByPlace: [Int]
  private var starts: [Int]
  private var found: [Pair: Set<Coordinate>] = [:]

  init(_ network: BorderNetwork, limit: Int) {
    self.network = network
    self.limit = limit
    starts = Array(repeating: 0, count: network.places.count + 1)
    for corner in network.corners { starts[corner.place + 1] += 1 }
    for place in network.places.indices { starts[place + 1] += starts[place] }
    var ends = starts
    cornersByPlace = Array(repeating: 0, count: network.corners.count)
    for (index, corner) in network.corners.enumerated() {
      cornersByPlace[ends[corner.place]] = index
      ends[corner.place] += 1
    }
  }

  var sorted: [CoverageFit.Mismatch] {
    found.compactMap { pair, places in
      places.min { ($0.x, $0.y) < ($1.x, $1.y) }.map {
        .init(first: pair.first, second: pair.second, places: places.count, position: $0)
      }
    }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Takes a place where two areas do not fit.
  ///
  /// - Returns: Whether more can be taken.
  mutating func add(_ one: Int, _ other: Int, _ position: Coordinate) -> Bool {
    let pair = Pair(first: min(one, other), second: max(one, other))
    if found[pair] == nil { limit -= Self.costOfPair }
    found[pair, default: []].insert(position)
    return limit >= 0
  }

  // MARK: Places where several areas have a corner

  /// Compares the insides of areas around each place that they share.
  mutating func compareSectors() -> Bool {
    for place in network.places.indices {
      let corners = cornersByPlace[starts[place]..<starts[place + 1]].map { network.corners[$0] }
      guard corners.count > 1, !Self.fitsAtOnce(corners) else { continue }
      guard compareSectors(at: network.places[place], corners) else { return false }
    }
    return true
  }

  /// Whether two borders run on together, on either side: the usual case.
  private static func fitsAtOnce(_ corners: [BorderNetwork.Corner]) -> Bool {
    corners.count == 2 && corners[0].previous == corners[1].next
      && corners[0].next == corners[1].previous
  }

  /// Compares the insides of areas around one place.
  ///
  /// An area is inside from the direction in which its border leaves, counter-clockwise to the next
  /// in which its border comes. Two such sectors share directions if one begins in the other.
  private mutating func compareSectors(
    at place: Coordinate, _ corners: [BorderNetwork.Corner]
  ) -> Bool {
    let count = corners.count
    let ends = corners.map { network.places[$0.next] } + corners.map { network.places[$0.previous] }
    let ranks = Directions(from: place).ranks(of: ends)
    let directions = (ranks.max() ?? 0) + 1
    // Where an area touches itself, a sector may end at another ring than it begins at.
    var arrivals = Dictionary(grouping: corners.indices) { corners[$0].area }
      .mapValues { $0.map { ranks[count + $0] } }
    for area in arrivals.keys { arrivals[area]?.sort() }
    let order = corners.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    for (turn, index) in order.enumerated() {
      let end = (arrivals[corners[index].area] ?? []).following(ranks[index])
      let reach = (end - ranks[index] + directions) % directions
      for step in 1..<count {
        let other = order[(turn + step) % count]
        let offset = (ranks[other] - ranks[index] + directions) % directions
        // Of two that begin together, the first one finds the other.
        guard offset < reach, offset > 0 || turn + step < count else { break }
        limit -= 1
        guard corners[other].area != corners[index].area else { continue }
        guard add(corners[index].area, corners[other].area, place) else { return false }
      }
    }
    return limit >= 0
  }

  // MARK: Rings inside areas

  /// Looks for other areas around one corner of each ring: that which it shares with the fewest.
  mutating func locateRings(in map: AreaMap) -> Bool {
    let tree = PackedRTree(map.shapes.map(\.bounds))
    for ring in network.rings {
      let corner = network.corners[ring].min { shares($0) < shares($1) }
      guard let corner else { continue }
      let position = network.places[corner.place]
      for area in tree.search(BoundingBox(around: [position])) where area != corner.area {
        limit -= Self.costOfLocation
        guard limit >= 0 else { return false }
        guard map.locator.location(of: position, inArea: area) == .interior else { continue }
        guard add(corner.area, area, position) else { return false }
      }
    }
    return true
  }

  private func shares(_ corner: BorderNetwork.Corner) -> Int {
    starts[corner.place + 1] - starts[corner.place]
  }
}

extension [Int] {
  /// Of sorted ranks around a place, the first after the given one, beginning again at the end.
  fileprivate func following(_ rank: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > rank { high = middle } else { low = middle + 1 }
    }
    return low < count ? self[low] : self.first ?? rank
  }
}
