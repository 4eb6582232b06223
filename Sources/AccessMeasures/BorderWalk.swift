internal import Foundation
internal import SimpleFeatures
internal import SpatialStatistics

/// Walks along the border of an area, sums its covered parts, and notes where circles meet it.
///
/// A stretch of border is judged by its rectangle: apart from all discs, within enough of them, or
/// neither; only then is it divided, down to a few edges. So most edges are looked at only to be
/// summed.
///
/// Measured on 1.7 million edges under 2,000 discs: a grid of cells over the discs, written in C++,
/// takes 1.6 times as long; stretches of up to 64 edges at the end instead of 8 take as long as
/// these. Setting long edges against all discs near them took 4 times as long for 40,000 edges of
/// 8 km under 20,000 discs.
struct BorderWalk {
  /// A disc near the area, as seen from the middle of the area.
  struct NearDisc {
    let x: Double
    let y: Double
    let radius: Double
    let catchment: Int32
    let hasArcs: Bool
    /// A length that rounding cannot reach; what is nearer than this may be in touch.
    let slack: Double

    /// The square of the radius beyond which nothing touches the circle.
    var outerSquare: Double { (radius + 2 * slack) * (radius + 2 * slack) }
    /// The square of the radius within which nothing touches the circle.
    var innerSquare: Double {
      radius > 2 * slack ? (radius - 2 * slack) * (radius - 2 * slack) : 0
    }
  }

  /// Where a circle meets the border.
  struct Cut {
    let disc: Int32
    /// Counter-clockwise from the east, −π to π.
    let direction: Double
    /// 1 where the circle, counter-clockwise, enters the area, −1 where it leaves it, 0 where it
    /// may do either or neither.
    var turn: Int8
  }

  let origin: Coordinate
  let near: [NearDisc]
  private(set) var cuts: [Cut] = []
  /// Twice the area on the left of the border and of its covered parts, as seen from the origin.
  private(set) var whole = CompensatedSum()
  private(set) var covered = CompensatedSum()

  private let count: Int
  private var ringCovered = CompensatedSum()
  /// The discs that the stretches at hand may touch, a run for each of them.
  private var stack: [Int32] = []
  private var isAround: [Bool]
  private var depth: OverlapDepth

  /// The most edges that are judged one by one.
  private static let fewEdges = 8
  /// The most discs that an edge is set against at once.
  ///
  /// A long edge may be near thousands, and within a few of them all along.
  private static let fewDiscs = 16
  /// Into how many a stretch is divided.
  private static let division = 8

  /// A walk that has not begun.
  ///
  /// - Parameters:
  ///   - area: Along whose border to walk.
  ///   - discs: Those of the coverage whose rectangles meet the area's.
  ///   - coverage: Whose covered ground is looked for.
  init(_ area: MultiPolygon, near discs: [Int], of coverage: DiscCoverage) {
    let bounds = area.bounds
    let centre = bounds.centre
    // Whole metres, so that the differences of coordinates from it are exact.
    let origin = Coordinate(x: centre.x.rounded(), y: centre.y.rounded())
    let extent = max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
    self.origin = origin
    count = coverage.count
    isAround = Array(repeating: false, count: coverage.catchmentCount)
    depth = OverlapDepth(catchmentCount: coverage.catchmentCount)
    near = discs.map { index in
      let disc = coverage.discs[index]
      return NearDisc(
        x: disc.centre.x - origin.x, y: disc.centre.y - origin.y, radius: disc.radius,
        catchment: disc.catchment, hasArcs: !coverage.border.arcs(of: index).isEmpty,
        slack: 1e-9 * disc.radius + 1e-13 * (extent + disc.radius))
    }
    stack = near.indices.map { Int32($0) }
  }

  /// Walks along one ring.
  mutating func add(_ ring: LinearRing, isHole: Bool) {
    let corners = ring.corners.span
    let firstCut = cuts.count
    ringCovered = CompensatedSum()
    let box = BoundingBox(
      minX: ring.bounds.minX - origin.x, minY: ring.bounds.minY - origin.y,
      maxX: ring.bounds.maxX - origin.x, maxY: ring.bounds.maxY - origin.y)
    let twice = twiceArea(corners, 0..<corners.count)
    walk(corners, 0..<corners.count, in: box, near: 0..<stack.count, needed: count)
    // As if the area lay on the left of all its rings.
    let isReversed = (twice < 0) != isHole
    whole.add(isReversed ? -twice : twice)
    covered.add(isReversed ? -ringCovered.value : ringCovered.value)
    if isReversed {
      for index in firstCut..<cuts.count { cuts[index].turn = -cuts[index].turn }
    }
  }

  /// Where an edge begins: edge *i* ends in corner *i*.
  private static func start(of edge: Int, _ corners: Span<Coordinate>) -> Coordinate {
    corners[edge == 0 ? corners.count - 1 : edge - 1]
  }

  /// Twice the area between the origin and a run of edges.
  private func twiceArea(_ corners: Span<Coordinate>, _ edges: Range<Int>) -> Double {
    var total = CompensatedSum()
    var start = edges.lowerBound
    var previous = Self.start(of: start, corners)
    var (ax, ay) = (previous.x - origin.x, previous.y - origin.y)
    while start < edges.upperBound {
      let end = min(start + 256, edges.upperBound)
      var sum = 0.0
      for index in start..<end {
        previous = corners[index]
        let (bx, by) = (previous.x - origin.x, previous.y - origin.y)
        sum += ax * by - bx * ay
        (ax, ay) = (bx, by)
      }
      total.add(sum)
      start = end
    }
    return total.value
  }

  private func box(_ corners: Span<Coordinate>, _ edges: Range<Int>) -> BoundingBox {
    let first = Self.start(of: edges.lowerBound, corners)
    var (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
    for index in edges {
      let corner = corners[index]
      minX = corner.x < minX ? corner.x : minX
      maxX = corner.x > maxX ? corner.x : maxX
      minY = corner.y < minY ? corner.y : minY
      maxY = corner.y > maxY ? corner.y : maxY
    }
    return BoundingBox(
      minX: minX - origin.x, minY: minY - origin.y, maxX: maxX - origin.x, maxY: maxY - origin.y)
  }

  /// Judges a stretch of border, and divides it where its rectangle does not decide.
  ///
  /// The candidates are the part of the stack with the discs that may touch the stretch; `needed`
  /// is how many more catchments make ground covered, beside those around the stretch.
  private mutating func walk(
    _ corners: Span<Coordinate>, _ edges: Range<Int>, in box: BoundingBox,
    near candidates: Range<Int>, needed: Int
  ) {
    let stretch = narrow(candidates, to: box, needed: needed)
    if stretch.needed == 0 {
      ringCovered.add(twiceArea(corners, edges))
    } else if !stretch.candidates.isEmpty {
      if edges.count <= Self.fewEdges, stretch.candidates.count <= Self.fewDiscs {
        var start = Self.start(of: edges.lowerBound, corners)
        for index in edges {
          let end = corners[index]
          judge(Edge(from: start, to: end, seenFrom: origin), in: 0...1, stretch)
          start = end
        }
      } else if edges.count == 1 {
        let start = Self.start(of: edges.lowerBound, corners)
        let edge = Edge(from: start, to: corners[edges.lowerBound], seenFrom: origin)
        divide(edge, in: 0...1, stretch, level: 0)
      } else {
        let size = (edges.count + Self.division - 1) / Self.division
        for start in stride(from: edges.lowerBound, to: edges.upperBound, by: size) {
          let part = start..<min(start + size, edges.upperBound)
          walk(
            corners, part, in: self.box(corners, part), near: stretch.candidates,
            needed: stretch.needed)
        }
      }
    }
    leave(stretch)
  }

  /// Judges the parts of an edge that many discs may touch, and divides them further.
  private mutating func divide(
    _ edge: Edge, in range: ClosedRange<Double>, _ whole: Stretch, level: Int
  ) {
    let size = (range.upperBound - range.lowerBound) / Double(Self.division)
    for number in 0..<Self.division {
      let start = range.lowerBound + Double(number) * size
      let end = number == Self.division - 1 ? range.upperBound : start + size
      let part = narrow(whole.candidates, to: edge.box(from: start, to: end), needed: whole.needed)
      if part.needed == 0 {
        ringCovered.add((end - start) * edge.cross)
      } else if part.candidates.count > Self.fewDiscs, level < 3 {
        divide(edge, in: start...end, part, level: level + 1)
      } else if !part.candidates.isEmpty {
        judge(edge, in: start...end, part)
      }
      leave(part)
    }
  }

  /// A stretch of border, or a part of an edge, at hand.
  private struct Stretch {
    /// The part of the stack with the discs that may touch it; empty where they are too few.
    let candidates: Range<Int>
    /// How many of their catchments make it covered; 0 if it is.
    let needed: Int
    /// The catchments found to be around it.
    let around: [Int32]
    /// The height of the stack before.
    let base: Int
  }

  /// Puts those of the candidates on the stack that touch a rectangle but are not around it.
  private mutating func narrow(
    _ candidates: Range<Int>, to box: BoundingBox, needed: Int
  ) -> Stretch {
    let base = stack.count
    var needed = needed
    var around: [Int32] = []
    for place in candidates {
      let disc = near[Int(stack[place])]
      guard !isAround[Int(disc.catchment)] else { continue }
      let (west, east) = (box.minX - disc.x, box.maxX - disc.x)
      let (south, north) = (box.minY - disc.y, box.maxY - disc.y)
      let (nearX, nearY) = (max(west, 0, -east), max(south, 0, -north))
      guard nearX * nearX + nearY * nearY <= disc.outerSquare else { continue }
      let (farX, farY) = (max(-west, east), max(-south, north))
      if farX * farX + farY * farY < disc.innerSquare {
        needed -= 1
        isAround[Int(disc.catchment)] = true
        around.append(disc.catchment)
        if needed == 0 { break }
      } else {
        stack.append(stack[place])
      }
    }
    let isPossible = needed > 0 && hasCandidates(from: base, needed: needed)
    return Stretch(
      candidates: base..<(isPossible ? stack.count : base), needed: needed, around: around,
      base: base)
  }

  /// Takes what ``narrow(_:to:needed:)`` noted of a stretch away again.
  private mutating func leave(_ stretch: Stretch) {
    for catchment in stretch.around { isAround[Int(catchment)] = false }
    stack.removeLast(stack.count - stretch.base)
  }

  /// Whether enough catchments may touch a stretch; those around it are taken off the stack.
  private mutating func hasCandidates(from base: Int, needed: Int) -> Bool {
    guard count > 1 else { return stack.count > base }
    var kept = base
    var seen: [Int32] = []
    for place in base..<stack.count {
      let catchment = near[Int(stack[place])].catchment
      guard !isAround[Int(catchment)] else { continue }
      if seen.count < needed, !seen.contains(catchment) { seen.append(catchment) }
      stack[kept] = stack[place]
      kept += 1
    }
    stack.removeLast(stack.count - kept)
    return seen.count >= needed
  }

  /// Adds the covered parts of an edge, or of a part of it, and cuts the circles that it meets.
  private mutating func judge(_ edge: Edge, in range: ClosedRange<Double>, _ stretch: Stretch) {
    depth.removeAll()
    for place in stretch.candidates { cut(edge, in: range, stack[place]) }
    guard !depth.isEmpty else { return }
    var share = 0.0
    depth.forEachPart(from: range.lowerBound, to: range.upperBound) {
      if $0.depth >= stretch.needed { share += $0.end - $0.start }
    }
    ringCovered.add(share * edge.cross)
  }

  /// Adds the part of an edge within a disc to those covered, and cuts the circle where the edge
  /// meets it.
  private mutating func cut(_ edge: Edge, in range: ClosedRange<Double>, _ index: Int32) {
    let disc = near[Int(index)]
    let (px, py) = (edge.x - disc.x, edge.y - disc.y)
    // How far the line of the edge reaches into the disc.
    let offset = abs(px * edge.dy - py * edge.dx) / edge.length
    let reach = disc.radius - offset
    guard reach >= -disc.slack else { return }
    let foot = -(px * edge.dx + py * edge.dy) / edge.length
    // A line that barely reaches into the disc is taken to touch it: what it cuts off has next to
    // no area, but the ends of its chord would be badly known.
    guard reach > disc.slack / 100 else { return note(edge, at: foot, in: range, index, turn: 0) }
    let half = (reach * (disc.radius + offset)).squareRoot()
    depth.add(
      from: max((foot - half) / edge.length, range.lowerBound),
      to: min((foot + half) / edge.length, range.upperBound), catchment: disc.catchment)
    let isClear = reach > disc.slack
    note(edge, at: foot - half, in: range, index, turn: isClear ? -1 : 0)
    note(edge, at: foot + half, in: range, index, turn: isClear ? 1 : 0)
  }

  /// Notes that an edge meets a circle some metres along, if that is in a part of the edge.
  private mutating func note(
    _ edge: Edge, at metres: Double, in range: ClosedRange<Double>, _ index: Int32, turn: Int8
  ) {
    let disc = near[Int(index)]
    let (start, end) = (range.lowerBound * edge.length, range.upperBound * edge.length)
    guard disc.hasArcs, metres > start - disc.slack, metres < end + disc.slack else { return }
    let isWithin = metres > start + disc.slack && metres < end - disc.slack
    let share = metres / edge.length
    let x = edge.x - disc.x + share * edge.dx
    let y = edge.y - disc.y + share * edge.dy
    cuts.append(Cut(disc: index, direction: atan2(y, x), turn: isWithin ? turn : 0))
  }
}

/// An edge of the border, as seen from the middle of the area.
private struct Edge {
  let x: Double
  let y: Double
  let dx: Double
  let dy: Double
  let length: Double

  init(from start: Coordinate, to end: Coordinate, seenFrom origin: Coordinate) {
    (x, y) = (start.x - origin.x, start.y - origin.y)
    (dx, dy) = (end.x - origin.x - x, end.y - origin.y - y)
    length = (dx * dx + dy * dy).squareRoot()
  }

  /// Twice the area between the origin and the edge.
  var cross: Double { x * dy - dx * y }

  /// The rectangle around a part of the edge; what rounding takes from it, the discs' slack holds.
  func box(from start: Double, to end: Double) -> BoundingBox {
    let (ax, ay) = (x + start * dx, y + start * dy)
    let (bx, by) = (x + end * dx, y + end * dy)
    return BoundingBox(
      minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
  }
}
