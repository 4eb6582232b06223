internal import GeoJSON

/// Makes polygons of rings that come in no order.
///
/// A Shapefile has outer rings clockwise and holes counter-clockwise, and does not say which hole
/// is whose. Here a ring within an odd number of others is a hole, of the smallest of them; the
/// others are outer rings. For files that keep the rule this gives what the rule says, and for
/// those that do not, what a map of them shows.
///
/// A vertical line is swept over the edges of all rings. Where it stands amid a ring, it is cut by
/// the edges of all rings there, and the cuts above a position within the ring tell which others
/// enclose that position.
struct RingAssembly {
  /// Each polygon's outer ring and its holes, outer rings and holes in the order of the file.
  private(set) var polygons: [[[Position]]] = []
  /// How many rings are wound the other way round than what they are.
  private(set) var misdirected = 0

  /// How many edges the line may meet in one file, counted at each ring.
  ///
  /// Maps need a few for each position. Rings drawn around each other without end need more, and
  /// would take a time that grows with the square of their number.
  struct Budget {
    let limit: Int
    private var used = 0

    /// - Parameter positionCount: The positions in the file.
    init(positionCount: Int) {
      limit = 100_000 + 500 * positionCount
    }

    fileprivate mutating func spend(_ steps: Int) throws(FormatError) {
      used += steps
      guard used <= limit else { throw .limitExceeded(what: "comparisons of rings", limit: limit) }
    }
  }

  /// - Parameters:
  ///   - rings: Closed rings of four positions or more that are not flat.
  ///   - budget: What is left for the file.
  /// - Throws: ``FormatError/limitExceeded(what:limit:)``.
  /// - Complexity: O(*n* log *n* + *r* *m*) for *n* positions in *r* rings, where the line meets
  ///   *m* edges at a time.
  init(_ rings: [[Position]], budget: inout Budget) throws(FormatError) {
    let areas = rings.map(Self.signedArea)
    guard rings.count > 1 else {
      polygons = rings.map { [$0] }
      misdirected = areas.count { $0 > 0 }
      return
    }
    let containers = try Self.containers(of: rings, areas: areas.map(abs), budget: &budget)
    var polygonOfOuter: [Int: Int] = [:]
    for ring in rings.indices where containers[ring].count.isMultiple(of: 2) {
      polygonOfOuter[ring] = polygons.count
      polygons.append([rings[ring]])
      if areas[ring] > 0 { misdirected += 1 }
    }
    for ring in rings.indices where !containers[ring].count.isMultiple(of: 2) {
      // Where rings cross, all that enclose this one may be holes; then it stands by itself.
      let owner = containers[ring].filter { polygonOfOuter[$0] != nil }
        .min { (abs(areas[$0]), $0) < (abs(areas[$1]), $1) }
      if let owner, let polygon = polygonOfOuter[owner] {
        polygons[polygon].append(rings[ring])
        if areas[ring] < 0 { misdirected += 1 }
      } else {
        polygons.append([rings[ring]])
        if areas[ring] > 0 { misdirected += 1 }
      }
    }
  }

  /// The area of a ring, positive if it goes counter-clockwise.
  ///
  /// Taken from the first position, so that the size of the coordinates costs no digits.
  static func signedArea(_ ring: [Position]) -> Double {
    guard let first = ring.first else { return 0 }
    var twice = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      twice += (a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y)
    }
    return twice / 2
  }
}

// MARK: - The sweep

extension RingAssembly {
  /// An edge that is not vertical.
  private struct Edge {
    /// Its end on the left, and the other.
    let left: Position
    let right: Position
    let ring: Int

    func y(at x: Double) -> Double {
      left.y + (right.y - left.y) * ((x - left.x) / (right.x - left.x))
    }
  }

  /// For each ring the larger rings that enclose it.
  private static func containers(
    of rings: [[Position]], areas: [Double], budget: inout Budget
  ) throws(FormatError) -> [[Int]] {
    let edges = edges(of: rings)
    let stops = rings.indices.map { (x: middle(of: rings[$0]), ring: $0) }
      .sorted { ($0.x, $0.ring) < ($1.x, $1.ring) }
    var containers = [[Int]](repeating: [], count: rings.count)
    var met: [Edge] = []
    var next = 0
    for stop in stops {
      while next < edges.count, edges[next].left.x <= stop.x {
        met.append(edges[next])
        next += 1
      }
      met.removeAll { $0.right.x <= stop.x }
      try budget.spend(met.count)
      guard let y = widestMiddle(of: stop.ring, at: stop.x, in: met) else { continue }
      var isWithin: [Int: Bool] = [:]
      for edge in met where areas[edge.ring] > areas[stop.ring] && edge.y(at: stop.x) > y {
        isWithin[edge.ring, default: false].toggle()
      }
      containers[stop.ring] = isWithin.filter(\.value).keys.sorted()
    }
    return containers
  }

  private static func edges(of rings: [[Position]]) -> [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(rings.reduce(0) { $0 + $1.count })
    for (number, ring) in rings.enumerated() {
      for (a, b) in zip(ring, ring.dropFirst()) where a.x != b.x {
        edges.append(
          a.x < b.x ? Edge(left: a, right: b, ring: number) : Edge(left: b, right: a, ring: number))
      }
    }
    edges.sort { $0.left.x < $1.left.x }
    return edges
  }

  /// Where the line stops for a ring: halfway between its ends, and before the right one.
  private static func middle(of ring: [Position]) -> Double {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    for position in ring {
      least = min(least, position.x)
      greatest = max(greatest, position.x)
    }
    let middle = least + (greatest - least) / 2
    return middle < greatest ? middle : least
  }

  /// The middle of the longest piece of the line that is within a ring.
  private static func widestMiddle(of ring: Int, at x: Double, in met: [Edge]) -> Double? {
    let cuts = met.filter { $0.ring == ring }.map { $0.y(at: x) }.sorted()
    let pieces = stride(from: 1, to: cuts.count, by: 2).map { (cuts[$0 - 1], cuts[$0]) }
    return pieces.max { $0.1 - $0.0 < $1.1 - $1.0 }.map { $0.0 + ($0.1 - $0.0) / 2 }
  }
}
