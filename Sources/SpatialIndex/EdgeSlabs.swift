internal import SimpleFeatures

/// The edges of one area, sorted into horizontal slabs.
///
/// A position is tested only against the edges of its slab: about a constant number for
/// well-shaped areas, however many corners the area has.
struct EdgeSlabs: Sendable {
  private let bounds: BoundingBox
  private let slabsPerMetre: Double
  /// Where each slab's edges begin in `edges`; one entry more than there are slabs.
  private let starts: [Int]
  private let edges: [Edge]

  private struct Edge: Sendable {
    var from: Coordinate
    var to: Coordinate
  }

  init(_ area: MultiPolygon) {
    bounds = area.bounds
    var all: [Edge] = []
    for ring in area.rings {
      var previous = ring.corners[ring.corners.count - 1]
      for corner in ring.corners {
        all.append(Edge(from: previous, to: corner))
        previous = corner
      }
    }
    let height = bounds.maxY - bounds.minY
    let climb = all.reduce(0) { $0 + abs($1.to.y - $1.from.y) }
    let slabCount = Self.slabCount(edges: all.count, climb: climb, height: height)
    // Infinite for a height of next to nothing; then, too, one slab serves for all.
    let slabsPerMetre = height > 0 ? Double(slabCount) / height : 0
    self.slabsPerMetre = slabsPerMetre.isFinite ? slabsPerMetre : 0
    let (minY, scale) = (bounds.minY, self.slabsPerMetre)
    func slab(_ y: Double) -> Int { Self.slab(y, from: minY, perMetre: scale, count: slabCount) }

    // Counted first and placed second, so that each slab's edges lie together.
    var starts = Array(repeating: 0, count: slabCount + 1)
    for edge in all {
      for index in slab(min(edge.from.y, edge.to.y))...slab(max(edge.from.y, edge.to.y)) {
        starts[index + 1] += 1
      }
    }
    for index in 0..<slabCount { starts[index + 1] += starts[index] }
    var next = starts
    let nothing = Coordinate(x: 0, y: 0)
    var placed = Array(repeating: Edge(from: nothing, to: nothing), count: starts[slabCount])
    for edge in all {
      for index in slab(min(edge.from.y, edge.to.y))...slab(max(edge.from.y, edge.to.y)) {
        placed[next[index]] = edge
        next[index] += 1
      }
    }
    self.starts = starts
    edges = placed
  }

  /// About four edges to a slab, but so few slabs that all of them together hold no more than
  /// some eight entries an edge: a comb of full-height edges stands in every slab.
  private static func slabCount(edges: Int, climb: Double, height: Double) -> Int {
    let most = climb > 0 ? 7 * Double(edges) * (height / climb) : 1
    return max(1, min(edges / 4, 4096, most < 4096 ? Int(most) : 4096))
  }

  /// Monotone in `y`, so an edge that spans a position's height is always in its slab.
  private static func slab(
    _ y: Double, from minY: Double, perMetre: Double, count: Int
  ) -> Int {
    perMetre > 0 ? min(max(Int((y - minY) * perMetre), 0), count - 1) : 0
  }

  func location(of position: Coordinate) -> PointLocation {
    guard bounds.contains(position) else { return .exterior }
    let index = Self.slab(
      position.y, from: bounds.minY, perMetre: slabsPerMetre, count: starts.count - 1)
    var crossings = EdgeCrossings(position)
    for entry in starts[index]..<starts[index + 1] {
      let edge = edges[entry]
      crossings.count(from: edge.from, to: edge.to)
    }
    return crossings.location
  }
}
