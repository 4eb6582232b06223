internal import GeometryEngine
internal import SimpleFeatures
internal import SpatialIndex

/// The edges of areas that have no area on their other side, or not along all of them.
struct OpenEdges {
  /// An edge with its area to the left.
  struct Edge {
    let area: Int
    let from: Coordinate
    let to: Coordinate

    var bounds: BoundingBox { BoundingBox(around: [from, to]) }
  }

  private let edges: [Edge]
  private let tree: PackedRTree
  /// The edges, each once, joined into lines that share nothing but their ends if edges meet at
  /// corners of both only.
  let lines: [[Coordinate]]

  init(_ network: BorderNetwork) {
    let open = network.openEdges()
    edges = open.map { edge in
      let (from, to) = network.edge(edge.corner)
      return Edge(area: network.corners[edge.corner].area, from: from, to: to)
    }
    tree = PackedRTree(edges.map(\.bounds))
    lines = Self.lines(of: open.filter { !$0.isRepeated }.map(\.corner), in: network)
  }

  /// Joins edges that follow each other in a ring, but where other edges come to the same place.
  private static func lines(
    of corners: [Int], in network: BorderNetwork
  ) -> [[Coordinate]] {
    var degrees: [Int: Int] = [:]
    for corner in corners {
      degrees[network.corners[corner].place, default: 0] += 1
      degrees[network.corners[corner].next, default: 0] += 1
    }
    var lines: [[Coordinate]] = []
    var last: Int?
    for corner in corners {
      let place = network.corners[corner].place
      let (from, to) = network.edge(corner)
      let follows = last.map { $0 + 1 == corner && network.corners[$0].next == place } ?? false
      if follows, degrees[place] == 2 {
        lines[lines.count - 1].append(to)
      } else {
        lines.append([from, to])
      }
      last = corner
    }
    return lines
  }

  // MARK: What is around a face

  /// The areas that a face of these edges borders on, ascending.
  func areas(around face: MultiPolygon) -> [Int] {
    var found: Set<Int> = []
    for ring in face.rings {
      var previous = ring.corners[ring.corners.count - 1]
      for corner in ring.corners {
        let middle = Coordinate(x: (previous.x + corner.x) / 2, y: (previous.y + corner.y) / 2)
        found.formUnion(areas(at: middle))
        previous = corner
      }
    }
    return found.sorted()
  }

  /// The areas of the edges that a position is on, as far as rounding lets it be.
  private func areas(at position: Coordinate) -> [Int] {
    let tolerance = 1e-6
    let box = BoundingBox(
      minX: position.x - tolerance, minY: position.y - tolerance, maxX: position.x + tolerance,
      maxY: position.y + tolerance)
    return tree.search(box).filter {
      edges[$0].distance(to: position) <= tolerance
    }.map { edges[$0].area }
  }

  // MARK: Borders that face each other

  /// Ground between two areas whose borders run side by side.
  struct Strip {
    let first: Int
    let second: Int
    /// The length, as measured along the border of the first area.
    var length = 0.0
    /// The area between the borders, in square metres.
    var area = 0.0
    /// The middle of the longest straight piece.
    var position: Coordinate
    fileprivate var longest = 0.0
  }

  /// The strips no wider than a limit of which `isFree` says that no area covers them, by area.
  ///
  /// A strip is at least eight times as long as it is wide on average, so that borders that part
  /// at a corner do not make one, unless they part at less than some 14°.
  func strips(
    within width: Double, limit: inout Int, where isFree: (Coordinate) -> Bool
  ) -> [Strip] {
    struct Pair: Hashable {
      let first: Int
      let second: Int
    }
    var strips: [Pair: Strip] = [:]
    for edge in edges {
      var facing: [(area: Int, piece: FacingPiece)] = []
      tree.forEach(intersecting: edge.bounds.grown(by: width)) { index in
        limit -= 1
        guard edges[index].area > edge.area,
          let piece = FacingPiece(of: edge, facing: edges[index], within: width)
        else { return }
        facing.append((edges[index].area, piece))
      }
      guard limit >= 0 else { return [] }
      facing.sort {
        ($0.area, $0.piece.start, $0.piece.end, $0.piece.area)
          < ($1.area, $1.piece.start, $1.piece.end, $1.piece.area)
      }
      var reached = 0.0
      for (number, (area, piece)) in facing.enumerated() {
        if number == 0 || facing[number - 1].area != area { reached = 0 }
        // Where the other border bends, pieces overlap.
        guard let rest = piece.from(reached), isFree(rest.middle) else { continue }
        reached = rest.end
        let pair = Pair(first: edge.area, second: area)
        var strip =
          strips[pair]
          ?? Strip(first: edge.area, second: area, position: rest.middle)
        strip.length += rest.length
        strip.area += rest.area
        if rest.length > strip.longest {
          strip.longest = rest.length
          strip.position = rest.middle
        }
        strips[pair] = strip
      }
    }
    return strips.values.filter { $0.length * $0.length >= 8 * $0.area }.sorted {
      ($0.first, $0.second) < ($1.first, $1.second)
    }
  }
}

extension OpenEdges.Edge {
  fileprivate func distance(to position: Coordinate) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let squared = dx * dx + dy * dy
    let along = ((position.x - from.x) * dx + (position.y - from.y) * dy) / squared
    let share = min(max(along, 0), 1)
    return position.distance(
      to: Coordinate(x: from.x + share * dx, y: from.y + share * dy)
    ).metres
  }
}

extension BoundingBox {
  fileprivate func grown(by metres: Double) -> BoundingBox {
    BoundingBox(
      minX: minX - metres, minY: minY - metres, maxX: maxX + metres, maxY: maxY + metres)
  }
}
