import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Plainly valid areas` {
  private static func square(
    _ x: Double, _ y: Double, side: Double = 1
  ) throws -> LinearRing {
    try .around(BoundingBox(minX: x, minY: y, maxX: x + side, maxY: y + side))
  }

  @Test func `are those whose rings keep clear of each other`() throws {
    let (outer, hole) = (try Self.square(0, 0, side: 10), try Self.square(4, 4))
    let areas = [
      MultiPolygon([]), MultiPolygon(outer),
      MultiPolygon([Polygon(exterior: outer, holes: [hole, try Self.square(6, 6)])]),
      MultiPolygon([Polygon(exterior: outer), Polygon(exterior: try Self.square(20, 0))]),
      // Corners on straight edges.
      MultiPolygon(try LinearRing(at: [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (0, 2), (0, 1)])),
    ]
    for area in areas { #expect(area.isPlainlyValid) }
  }

  @Test func `are not those whose rings meet, or lie in the wrong place`() throws {
    let (outer, hole) = (try Self.square(0, 0, side: 10), try Self.square(4, 4))
    let areas = [
      MultiPolygon(try LinearRing(at: [(0, 0), (2, 2), (2, 0), (0, 2)])),
      // A spike outwards, one inwards, and a corner on another edge.
      MultiPolygon(try LinearRing(at: [(0, 0), (2, 0), (4, 0), (2, 0), (2, 2)])),
      MultiPolygon(try LinearRing(at: [(0, 0), (4, 0), (4, 4), (2, 2), (3, 3), (0, 4)])),
      MultiPolygon(try LinearRing(at: [(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)])),
      MultiPolygon(try LinearRing(at: [(0, 0), (1, 1), (2, 2)])),
      MultiPolygon([Polygon(exterior: hole, holes: [outer])]),
      MultiPolygon([Polygon(exterior: outer, holes: [try Self.square(20, 0)])]),
      MultiPolygon([Polygon(exterior: outer, holes: [try Self.square(9.5, 5)])]),
      MultiPolygon([
        Polygon(exterior: outer, holes: [hole, try Self.square(4.25, 4.25, side: 0.5)])
      ]),
      MultiPolygon([Polygon(exterior: outer), Polygon(exterior: hole)]),
      MultiPolygon([Polygon(exterior: outer), Polygon(exterior: outer)]),
      MultiPolygon([Polygon(exterior: outer), Polygon(exterior: try Self.square(10, 0))]),
    ]
    for (index, area) in areas.enumerated() { #expect(!area.isPlainlyValid, "\(index)") }
  }

  @Test(arguments: UInt64(0)..<10)
  func `include stars of any size, with a star cut out`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let centre = Coordinate(x: 530_000, y: 180_000)
    for corners in [5, 50, 500, 5000] {
      // Edges a metre apart and 100 m long would be too tangled to look at closely.
      let rough = min(100, 5000 / Double(corners))
      let outer = try LinearRing.randomStar(
        corners: corners, radii: 1000 - rough...1000, around: centre, using: &random)
      // The widest gap, of five corners, is 360° − 4 · 61.9°: its chord stays 500 m away.
      let inner = try LinearRing.randomStar(
        corners: corners, radii: 300 - rough...300, around: centre, using: &random)
      let area = MultiPolygon([Polygon(exterior: outer, holes: [inner])])
      let redrawn = try area.redrawn(using: &random)
      #expect([area, redrawn].map(\.isPlainlyValid) == [true, true], "\(corners) corners")
      // A corner far out on the other side: its two edges cross the border there.
      var moved = outer.corners
      moved[0].x = centre.x - 3 * (moved[0].x - centre.x)
      moved[0].y = centre.y - 3 * (moved[0].y - centre.y)
      let crossed = MultiPolygon(try LinearRing(moved))
      #expect([crossed].map(\.isPlainlyValid) == [false], "\(corners) corners")
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `are found among lattice rings as by comparing all pairs of edges`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 3...9, using: &random)
      let side = Int.random(in: 2...12, using: &random)
      let corners = (0..<count).map { _ in
        Coordinate(
          x: Double(Int.random(in: 0...side, using: &random)),
          y: Double(Int.random(in: 0...side, using: &random)))
      }
      guard let ring = try? LinearRing(corners) else { continue }
      #expect(MultiPolygon(ring).isPlainlyValid == !Self.hasMeetings(ring), "\(ring.corners)")
    }
  }

  @Test func `may be left undecided when edges lie too close, but never take long`() throws {
    // A comb of 20,000 teeth, each as high as the comb is long.
    let teeth = 20_000
    var corners: [Coordinate] = []
    for tooth in 0..<teeth {
      corners.append(Coordinate(x: Double(2 * tooth), y: 0))
      corners.append(Coordinate(x: Double(2 * tooth + 1), y: Double(2 * teeth)))
    }
    corners.append(Coordinate(x: Double(2 * teeth), y: -1))
    corners.append(Coordinate(x: 0, y: -1))
    let comb = MultiPolygon(try LinearRing(corners))
    #expect([comb].map(\.isPlainlyValid) == [false])
  }

  @Test func `are not looked for where arithmetic is not exact`() throws {
    let tiny = try LinearRing(at: [(0, 0), (1e-200, 0), (0, 1e-200)])
    #expect(!MultiPolygon(tiny).isPlainlyValid)
  }

  /// Whether any two edges share a position beyond what neighbours must, in whole numbers.
  private static func hasMeetings(_ ring: LinearRing) -> Bool {
    let corners = ring.corners.map { (x: Int($0.x), y: Int($0.y)) }
    let count = corners.count
    typealias Corner = (x: Int, y: Int)
    func side(_ a: Corner, _ b: Corner, _ c: Corner) -> Int {
      ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
    }
    func isOn(_ c: Corner, _ a: Corner, _ b: Corner) -> Bool {
      side(a, b, c) == 0 && (min(a.x, b.x)...max(a.x, b.x)).contains(c.x)
        && (min(a.y, b.y)...max(a.y, b.y)).contains(c.y)
    }
    for i in 0..<count {
      let (a, b) = (corners[i], corners[(i + 1) % count])
      for j in i + 1..<count {
        let (c, d) = (corners[j], corners[(j + 1) % count])
        if j == i + 1 || (i == 0 && j == count - 1) {
          let (from, to) = j == i + 1 ? (a, d) : (c, b)
          let corner = j == i + 1 ? b : a
          if isOn(to, from, corner) || isOn(from, corner, to) { return true }
          continue
        }
        if side(a, b, c) * side(a, b, d) < 0, side(c, d, a) * side(c, d, b) < 0 { return true }
        if isOn(c, a, b) || isOn(d, a, b) || isOn(a, c, d) || isOn(b, c, d) { return true }
      }
    }
    return false
  }
}
