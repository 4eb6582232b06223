internal import GeoJSON

/// Cuts the borders of areas into arcs.
///
/// First every ring is walked to find the junctions: a position is one if two rings leave it to
/// different neighbours, or one ring comes by twice. Between junctions all rings that share an
/// edge run together, so the two ends of an arc's first edge tell it from all others.
///
/// - SeeAlso: M. Bostock, "How to infer topology", 2013, from which the test for junctions comes.
struct TopologyBuilder {
  /// The first edge of an arc, as it is stored.
  private struct Edge: Hashable {
    let from: Int
    let to: Int
  }

  /// What is known of a position when walking the rings.
  private struct Corner {
    let position: Position
    /// The two neighbours in the ring that came first; −1 before any came.
    var neighbours = (least: -1, greatest: -1)
    /// The ring that came by last.
    var ring = -1
    var isJunction = false
  }

  private var corners: [Corner] = []
  private var numbers: [Position: Int] = [:]
  private var ringCount = 0
  private var arcs: [[Position]] = []
  private var arcsByFirstEdge: [Edge: Int] = [:]

  mutating func topology(of geometries: [Geometry?]) -> Topology {
    // Rings of corner numbers; no arc can be cut before all junctions are known.
    var shapes: [[[[Int]]]?] = []
    for geometry in geometries { shapes.append(rings(of: geometry)) }
    var areas: [[[Topology.Ring]]?] = []
    for polygons in shapes {
      var area: [[Topology.Ring]] = []
      for rings in polygons ?? [] {
        var cut: [Topology.Ring] = []
        for ring in rings { cut.append(self.cut(ring)) }
        area.append(cut)
      }
      areas.append(polygons == nil ? nil : area)
    }
    return Topology(arcs: arcs, areas: areas)
  }

  // MARK: Corners and junctions

  private mutating func rings(of geometry: Geometry?) -> [[[Int]]]? {
    let polygons: [[[Position]]]
    switch geometry {
    case .polygon(let rings): polygons = [rings]
    case .multiPolygon(let parts): polygons = parts
    default: return nil
    }
    var kept: [[[Int]]] = []
    for rings in polygons {
      guard let first = rings.first, let exterior = ring(first) else { continue }
      var numbered = [exterior]
      for positions in rings.dropFirst() {
        if let hole = ring(positions) { numbered.append(hole) }
      }
      kept.append(numbered)
    }
    return kept
  }

  /// The ring as corner numbers, the first not repeated; `nil` when it encloses nothing.
  private mutating func ring(_ positions: [Position]) -> [Int]? {
    var ring: [Int] = []
    ring.reserveCapacity(positions.count)
    for position in positions {
      let number = number(of: position)
      if ring.last != number { ring.append(number) }
    }
    while ring.count > 1, ring.last == ring.first { ring.removeLast() }
    guard ring.count >= 3, ring.contains(where: { $0 != ring[0] && $0 != ring[1] }) else {
      return nil
    }
    walk(ring)
    return ring
  }

  private mutating func number(of position: Position) -> Int {
    if let number = numbers[position] { return number }
    numbers[position] = corners.count
    corners.append(Corner(position: position))
    return corners.count - 1
  }

  private mutating func walk(_ ring: [Int]) {
    var previous = ring[ring.count - 1]
    for (index, number) in ring.enumerated() {
      let next = ring[index + 1 < ring.count ? index + 1 : 0]
      let neighbours = (least: min(previous, next), greatest: max(previous, next))
      if corners[number].ring == -1 {
        corners[number].neighbours = neighbours
      } else if corners[number].ring == ringCount || corners[number].neighbours != neighbours {
        corners[number].isJunction = true
      }
      corners[number].ring = ringCount
      previous = number
    }
    ringCount += 1
  }

  // MARK: Arcs

  private mutating func cut(_ ring: [Int]) -> Topology.Ring {
    let junctions = ring.indices.filter { corners[ring[$0]].isJunction }
    // The start is chosen by position, so that it does not depend on where the ring started.
    let starts = junctions.isEmpty ? Array(ring.indices) : junctions
    let start = starts.min { isBefore(ring[$0], ring[$1]) } ?? 0
    let closed = Array(ring[start...] + ring[...start])
    var references: Topology.Ring = []
    var first = 0
    for last in closed.indices.dropFirst()
    where corners[closed[last]].isJunction || last == closed.count - 1 {
      references.append(reference(to: closed[first...last]))
      first = last
    }
    return references
  }

  /// The arc along a run of corners, made if it is new.
  ///
  /// It is stored from its lesser end; a closed one starts towards the lesser of the two
  /// neighbours of that end.
  private mutating func reference(to run: ArraySlice<Int>) -> Int {
    let (first, last) = (run.startIndex, run.endIndex - 1)
    let isForwards =
      run[first] == run[last]
      ? !isBefore(run[last - 1], run[first + 1]) : isBefore(run[first], run[last])
    let edge =
      isForwards
      ? Edge(from: run[first], to: run[first + 1]) : Edge(from: run[last], to: run[last - 1])
    let arc: Int
    if let known = arcsByFirstEdge[edge] {
      arc = known
    } else {
      arc = arcs.count
      arcsByFirstEdge[edge] = arc
      let positions = run.map { corners[$0].position }
      arcs.append(isForwards ? positions : positions.reversed())
    }
    return isForwards ? arc : ~arc
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (corners[left].position, corners[right].position)
    return (left.x, left.y) < (right.x, right.y)
  }
}
