internal import GeoJSON
internal import SimpleFeatures
internal import SpatialIndex

/// The arcs that meet elsewhere than at positions they share.
struct TopologyCrossings {
  /// Two arcs, or one with itself.
  struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  /// A straight piece of an arc.
  private struct Segment {
    let arc: Int
    let from: Coordinate
    let to: Coordinate

    var box: BoundingBox {
      BoundingBox(
        minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x),
        maxY: max(from.y, to.y))
    }
  }

  let pairs: Set<Pair>

  /// The pairs in which one of some arcs meets any other.
  ///
  /// - Complexity: O(*n* log *n* + *k*) for *n* positions, *k* pairs of pieces whose boxes meet.
  init(of chosen: [Int], among arcs: [[Position]]) {
    var segments: [Segment] = []
    for (number, arc) in arcs.enumerated() {
      for (from, to) in zip(arc, arc.dropFirst()) {
        segments.append(
          Segment(
            arc: number, from: Coordinate(x: from.x, y: from.y), to: Coordinate(x: to.x, y: to.y)))
      }
    }
    let index = PackedRTree(segments.map(\.box))
    var isChosen = [Bool](repeating: false, count: arcs.count)
    for arc in chosen { isChosen[arc] = true }
    var pairs: Set<Pair> = []
    for (number, segment) in segments.enumerated() where isChosen[segment.arc] {
      index.forEach(intersecting: segment.box) { other in
        if other != number, Self.doMeet(segment, segments[other]) {
          pairs.insert(Pair(segment.arc, segments[other].arc))
        }
      }
    }
    self.pairs = pairs
  }

  /// Whether two pieces whose boxes meet do so themselves, other than at an end they share.
  private static func doMeet(_ one: Segment, _ other: Segment) -> Bool {
    if one.from == other.from { return doOverlap(one.to, other.to, from: one.from) }
    if one.from == other.to { return doOverlap(one.to, other.from, from: one.from) }
    if one.to == other.from { return doOverlap(one.from, other.to, from: one.to) }
    if one.to == other.to { return doOverlap(one.from, other.from, from: one.to) }
    return !areBeside(one.from, one.to, line: other) && !areBeside(other.from, other.to, line: one)
  }

  /// Whether two positions lie strictly on the same side of the line through a piece.
  private static func areBeside(_ one: Coordinate, _ other: Coordinate, line: Segment) -> Bool {
    let side = Orientation.of(one, from: line.from, to: line.to)
    return side != .collinear && side == Orientation.of(other, from: line.from, to: line.to)
  }

  /// Whether two pieces that start together run along each other.
  private static func doOverlap(
    _ one: Coordinate, _ other: Coordinate, from start: Coordinate
  ) -> Bool {
    guard Orientation.of(other, from: start, to: one) == .collinear else { return false }
    return (one.x - start.x) * (other.x - start.x) + (one.y - start.y) * (other.y - start.y) > 0
  }
}
