internal import Foundation
internal import GeoJSON

/// How much each position of a topology matters for the shape of its arc: the area of the triangle
/// that its removal cuts off or fills.
///
/// Positions are taken away one by one, the least triangle first, and each is given the area of
/// its triangle at that moment, but no less than the areas given before. Triangles are measured in
/// metres, in a plane where a degree of longitude shrinks with the cosine of the arc's middle
/// latitude.
///
/// - SeeAlso: M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of
///   points", *The Cartographic Journal* 30(1), 1993, 46–51.
struct TopologyEffectiveAreas {
  /// For each arc an area in square metres for each position; infinite for one that stays.
  private(set) var byArc: [[Double]]

  /// - Complexity: O(*n* log *n*) in the number of positions.
  init(_ topology: Topology) {
    byArc = topology.arcs.map { Self.effectiveAreas(of: $0) }
    // Two arcs that make a ring must not both become the straight line between their ends.
    for ring in (topology.areas.compactMap(\.self)).joined().joined() where ring.count == 2 {
      keepPeak(ofOne: ring.map { Topology.arc(of: $0) })
    }
  }

  /// Keeps the position that matters most of the two arcs between the same ends.
  private mutating func keepPeak(ofOne arcs: [Int]) {
    let inner = arcs.sorted().flatMap { arc in
      byArc[arc].indices.dropFirst().dropLast().map { (arc: arc, position: $0) }
    }
    let peak = inner.max { left, right in
      byArc[left.arc][left.position] < byArc[right.arc][right.position]
    }
    if let peak { byArc[peak.arc][peak.position] = .infinity }
  }

  /// The positions of an arc whose removal would change the shape by at least `tolerance`.
  func kept(of arc: [Position], numbered number: Int, atLeast tolerance: Double) -> [Position] {
    zip(arc, byArc[number]).lazy.filter { $0.1 >= tolerance }.map(\.0)
  }

  private static func effectiveAreas(of arc: [Position]) -> [Double] {
    var areas = [Double](repeating: .infinity, count: arc.count)
    // A closed arc is a ring of its own, or may be one: it keeps three corners.
    let fewest = arc.first == arc.last ? 4 : 2
    guard arc.count > fewest else { return areas }
    let plane = metrePlane(of: arc)
    var previous = Array(-1..<arc.count - 1)
    var next = Array(1...arc.count)
    func triangle(_ middle: Int) -> Double {
      let (a, b, c) = (plane[previous[middle]], plane[middle], plane[next[middle]])
      return abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
    }
    var current = areas
    var queue = TriangleQueue()
    for index in 1..<arc.count - 1 {
      current[index] = triangle(index)
      queue.push((current[index], index))
    }
    var remaining = arc.count
    var greatest = 0.0
    while remaining > fewest, let (area, index) = queue.pop() {
      // A triangle that changed since it was queued is queued again with its new area.
      guard areas[index] == .infinity, area == current[index] else { continue }
      greatest = max(greatest, area)
      areas[index] = greatest
      remaining -= 1
      let (before, after) = (previous[index], next[index])
      next[before] = after
      previous[after] = before
      for neighbour in [before, after] where neighbour > 0 && neighbour < arc.count - 1 {
        current[neighbour] = triangle(neighbour)
        queue.push((current[neighbour], neighbour))
      }
    }
    return areas
  }

  /// The positions in metres from the first one.
  private static func metrePlane(of arc: [Position]) -> [Position] {
    let latitudes = arc.map(\.y)
    let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
    let metresPerDegree = meanEarthRadius * .pi / 180
    let shrunk = metresPerDegree * cos(middle * .pi / 180)
    return arc.map { position in
      Position(x: (position.x - arc[0].x) * shrunk, y: (position.y - arc[0].y) * metresPerDegree)
    }
  }

  /// The mean radius of the Earth in metres, (2a + b) ∕ 3 of WGS 84.
  private static let meanEarthRadius = 6_371_008.8
}

/// A binary heap of triangles, the least area first and among equals the lower index.
private struct TriangleQueue {
  private var heap: [(area: Double, index: Int)] = []

  mutating func push(_ triangle: (area: Double, index: Int)) {
    heap.append(triangle)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (area: Double, index: Int)? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return least }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return least }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { return least }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
