internal import SimpleFeatures
internal import SpatialIndex

/// Where edges of a network meet otherwise than at a corner of both.
///
/// Borders are long, so runs of consecutive edges are searched for rather than single edges.
struct EdgeMeetings {
  private static let edgesInRun = 16
  /// Whether two edges meet takes longer to tell than whether their rectangles do.
  private static let costOfMeeting = 10

  private let network: BorderNetwork
  private let runs: [Range<Int>]
  private let bounds: [BoundingBox]
  private let tree: PackedRTree

  init(_ network: BorderNetwork) {
    self.network = network
    runs = network.rings.flatMap { ring in
      stride(from: ring.lowerBound, to: ring.upperBound, by: Self.edgesInRun).map {
        $0..<min($0 + Self.edgesInRun, ring.upperBound)
      }
    }
    bounds = runs.map { run in
      run.reduce(into: .empty) { $0.formUnion(network.edgeBounds($1)) }
    }
    tree = PackedRTree(bounds)
  }

  /// Calls `body` with every two edges, by their corners, that meet so, and a position where they
  /// do, until it answers `false`.
  ///
  /// - Parameters:
  ///   - limit: The most comparisons to make.
  ///   - areWanted: Whether edges of these two areas are to be compared; asked with the areas in
  ///     either order, and with one area twice.
  ///   - body: Takes the two corners and the position, and says whether to go on.
  /// - Returns: How many comparisons were made; `nil` if not all edges were compared.
  func forEach(
    limit: Int, where areWanted: (_ area: Int, _ other: Int) -> Bool,
    _ body: (_ first: Int, _ second: Int, _ position: Coordinate) -> Bool
  ) -> Int? {
    var comparisons = 0
    for (number, run) in runs.enumerated() {
      var near: [Int] = []
      let area = network.corners[run.lowerBound].area
      tree.forEach(intersecting: bounds[number]) { other in
        comparisons += 1
        guard other >= number, areWanted(area, network.corners[runs[other].lowerBound].area)
        else { return }
        near.append(other)
      }
      near.sort()
      for first in run {
        let edgeBounds = network.edgeBounds(first)
        for other in near where bounds[other].intersects(edgeBounds) {
          comparisons += runs[other].count
          for second in runs[other] where other > number || second > first {
            guard network.edgeBounds(second).intersects(edgeBounds) else { continue }
            comparisons += Self.costOfMeeting
            guard comparisons <= limit else { return nil }
            guard let position = network.meeting(of: first, second) else { continue }
            guard body(first, second, position) else { return nil }
          }
        }
      }
      guard comparisons <= limit else { return nil }
    }
    return comparisons
  }

  /// How many pairs of edges meet so; `nil` if there are more than a limit allows, or it would
  /// take too many comparisons to tell.
  func count(
    limits: BoundaryCheck.Limits, where areWanted: (_ area: Int, _ other: Int) -> Bool
  ) -> (meetings: Int, comparisons: Int)? {
    var meetings = 0
    let comparisons = forEach(limit: limits.comparisons, where: areWanted) { _, _, _ in
      meetings += 1
      return meetings <= limits.crossings
    }
    return comparisons.map { (meetings, $0) }
  }
}

extension BorderNetwork {
  /// The smallest rectangle around the edge from a corner.
  fileprivate func edgeBounds(_ corner: Int) -> BoundingBox {
    let (from, to) = edge(corner)
    return BoundingBox(
      minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x),
      maxY: max(from.y, to.y))
  }

  /// A position that two edges share, and that is not a corner of both; decided without rounding
  /// error, the position rounded.
  fileprivate func meeting(of first: Int, _ second: Int) -> Coordinate? {
    let (one, two) = (corners[first], corners[second])
    let (a, b) = edge(first)
    let (c, d) = edge(second)
    switch (one.place, one.next) {
    case (two.place, two.next), (two.next, two.place): return nil
    case (two.place, _): return Self.overlap(from: a, b, d)
    case (two.next, _): return Self.overlap(from: a, b, c)
    case (_, two.place): return Self.overlap(from: b, a, d)
    case (_, two.next): return Self.overlap(from: b, a, c)
    default: return Self.crossing(a, b, c, d)
    }
  }

  /// Of two edges from one corner, the end of the shorter one if it lies on the other.
  private static func overlap(from a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Coordinate? {
    guard Orientation.of(c, from: a, to: b) == .collinear else { return nil }
    if isBetween(c, a, b) { return c }
    return isBetween(b, a, c) ? b : nil
  }

  private static func crossing(
    _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
  ) -> Coordinate? {
    let (sideOfC, sideOfD) = (Orientation.of(c, from: a, to: b), Orientation.of(d, from: a, to: b))
    if sideOfC == sideOfD {
      guard sideOfC == .collinear else { return nil }
      return [c, d].first { isBetween($0, a, b) } ?? [a, b].first { isBetween($0, c, d) }
    }
    let (sideOfA, sideOfB) = (Orientation.of(a, from: c, to: d), Orientation.of(b, from: c, to: d))
    guard sideOfA != sideOfB else { return nil }
    if sideOfC == .collinear { return c }
    if sideOfD == .collinear { return d }
    if sideOfA == .collinear { return a }
    if sideOfB == .collinear { return b }
    // The share of the edge at which it is as far from the other's line as the other end.
    let (ux, uy) = (d.x - c.x, d.y - c.y)
    let near = ux * (a.y - c.y) - uy * (a.x - c.x)
    let far = ux * (b.y - c.y) - uy * (b.x - c.x)
    let share = near / (near - far)
    guard share.isFinite else { return a }
    return Coordinate(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
  }

  /// Whether a position on the line through two others lies between them.
  private static func isBetween(
    _ position: Coordinate, _ a: Coordinate, _ b: Coordinate
  ) -> Bool {
    BoundingBox(around: [a, b]).contains(position)
  }
}
