internal import SimpleFeatures

/// The borders of areas as a network: corners that are the same are one, and every edge has the
/// inside of its area to its left.
struct BorderNetwork {
  /// A corner of a ring, and the edge from it to the next one.
  struct Corner {
    /// The area whose ring it is in.
    let area: Int
    /// The place in the network, the same for all rings that have a corner there.
    let place: Int
    /// The places before and after it in the ring.
    let previous: Int
    let next: Int
  }

  /// The places, each once, in the order in which they are first met.
  private(set) var places: [Coordinate] = []
  /// The corners of all rings, ring after ring.
  private(set) var corners: [Corner] = []
  /// The corners of each ring.
  private(set) var rings: [Range<Int>] = []

  /// The borders of valid areas.
  ///
  /// - Complexity: O(*n*) in the number of corners.
  init(_ areas: [MultiPolygon]) {
    var known: [Coordinate: Int] = [:]
    for (area, shape) in areas.enumerated() {
      for polygon in shape.polygons {
        for (number, ring) in polygon.rings.enumerated() {
          let runsLeft = ring.isCounterClockwise == (number == 0)
          let ends = (runsLeft ? ring.corners : ring.corners.reversed()).map { corner in
            let place = known[corner, default: places.count]
            if place == places.count {
              known[corner] = place
              places.append(corner)
            }
            return place
          }
          let start = corners.count
          for (index, place) in ends.enumerated() {
            corners.append(
              Corner(
                area: area, place: place, previous: ends[(index + ends.count - 1) % ends.count],
                next: ends[(index + 1) % ends.count]))
          }
          rings.append(start..<corners.count)
        }
      }
    }
  }

  /// Where the edge from a corner begins and ends.
  func edge(_ corner: Int) -> (from: Coordinate, to: Coordinate) {
    (places[corners[corner].place], places[corners[corner].next])
  }

  /// An edge, by its corner, that has no area to its right.
  struct OpenEdge {
    let corner: Int
    /// Whether an edge before this one is the same: the areas of both overlap.
    let isRepeated: Bool
  }

  /// The edges that have no area to their right, by edges that are the same both ways; in the
  /// order of their corners.
  ///
  /// The border of all areas together consists of such edges or pieces of them.
  ///
  /// - Complexity: O(*n* log *n*) in the number of corners.
  func openEdges() -> [OpenEdge] {
    struct Side {
      let low: Int
      let high: Int
      let isForward: Bool
      let corner: Int
    }
    let sides = corners.indices.map { index in
      let corner = corners[index]
      return Side(
        low: min(corner.place, corner.next), high: max(corner.place, corner.next),
        isForward: corner.place < corner.next, corner: index)
    }.sorted { ($0.low, $0.high, $0.corner) < ($1.low, $1.high, $1.corner) }
    var open: [OpenEdge] = []
    var start = 0
    while start < sides.count {
      let end =
        sides[start...].firstIndex { $0.low != sides[start].low || $0.high != sides[start].high }
        ?? sides.count
      let same = sides[start..<end]
      if same.allSatisfy({ $0.isForward == sides[start].isForward }) {
        open += same.map {
          OpenEdge(corner: $0.corner, isRepeated: $0.corner != sides[start].corner)
        }
      }
      start = end
    }
    return open.sorted { $0.corner < $1.corner }
  }
}

extension LinearRing {
  /// Whether the corners run counter-clockwise, decided without rounding error: by the turn at
  /// the lowest of the westernmost corners, which sticks out.
  fileprivate var isCounterClockwise: Bool {
    var lowest = 0
    for (index, corner) in corners.enumerated()
    where (corner.x, corner.y) < (corners[lowest].x, corners[lowest].y) {
      lowest = index
    }
    let previous = corners[(lowest + corners.count - 1) % corners.count]
    let next = corners[(lowest + 1) % corners.count]
    return Orientation.of(next, from: previous, to: corners[lowest]) == .left
  }
}
