import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Linear rings` {
  private static let a = Coordinate(x: 0, y: 0)
  private static let b = Coordinate(x: 4, y: 0)
  private static let c = Coordinate(x: 4, y: 3)

  @Test(arguments: [
    ([], 0), ([a], 1), ([a, a, a], 1), ([a, b], 2), ([a, b, a], 2), ([a, a, b, b, a], 2),
    ([a, b, a, b], 2), ([a, b, a, b, a, b, a], 2),
  ])
  func `need three different corners`(positions: [Coordinate], different: Int) {
    #expect(throws: GeometryError.tooFewCorners(different)) { try LinearRing(positions) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `refuse an ordinate that is not finite, by its place in the input`(value: Double) {
    let bad = [Coordinate(x: value, y: 0), Coordinate(x: 0, y: value)]
    for position in bad {
      #expect(throws: GeometryError.notFinite(corner: 0)) {
        try LinearRing([position, Self.a, Self.b, Self.c])
      }
      #expect(throws: GeometryError.notFinite(corner: 4)) {
        try LinearRing([Self.a, Self.a, Self.b, Self.c, position])
      }
    }
  }

  @Test func `hold each corner once, however the input repeats them`() throws {
    let (a, b, c) = (Self.a, Self.b, Self.c)
    for positions in [[a, b, c], [a, b, c, a], [a, a, b, c, c, c, a, a], [a, b, b, c, a]] {
      #expect(try LinearRing(positions).corners == [a, b, c])
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `are the same from whatever they are made`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let positions = (0..<Int.random(in: 3...9, using: &random)).map { _ in
        Coordinate(
          x: Double(Int.random(in: -1...1, using: &random)),
          y: Double(Int.random(in: -1...1, using: &random)))
      }
      // Each corner once, one after the other, and the last not the first again.
      var corners: [Coordinate] = []
      for position in positions where corners.last != position { corners.append(position) }
      while corners.count > 1, corners.last == corners.first { corners.removeLast() }
      let different = Set(corners).count
      guard different >= 3 else {
        #expect(throws: GeometryError.self) { try LinearRing(positions) }
        continue
      }
      let ring = try LinearRing(positions)
      #expect(ring.corners == corners)
      #expect(ring.bounds == BoundingBox(around: positions))
      #expect(try LinearRing(positions.lazy.map(\.self)) == ring)
      #expect(try LinearRing(positions[...]) == ring)
    }
  }

  @Test func `keep corners on straight edges and corners visited twice`() throws {
    let middle = Coordinate(x: 2, y: 0)
    #expect(try LinearRing([Self.a, middle, Self.b, Self.c]).corners.count == 4)
    // Two triangles that meet at (0, 0).
    let eight = try LinearRing(at: [(0, 0), (1, 0), (1, 1), (0, 0), (-1, 0), (-1, -1)])
    #expect(eight.corners.count == 6)
  }

  @Test func `have the bounds of their corners`() throws {
    let ring = try LinearRing(at: [(3, -2), (5, 7), (-1, 4)])
    #expect(ring.bounds == BoundingBox(minX: -1, minY: -2, maxX: 5, maxY: 7))
  }
}

@Suite struct `Ring areas` {
  @Test func `are known by arithmetic, positive when counter-clockwise`() throws {
    let triangle = try LinearRing(at: [(0, 0), (4, 0), (4, 3)])
    let diamond = try LinearRing(at: [(4, 0), (8, 4), (4, 8), (0, 4)])
    // Base times height, and diagonal times diagonal, by two.
    for (ring, area) in [(triangle, 4.0 * 3 / 2), (diamond, 8 * 8 / 2)] {
      #expect(ring.signedArea == area)
      #expect(try ring.reversed().signedArea == -area)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `are the sum of a skyline's columns from whichever corner`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let heights = (0..<12).map { _ in Int.random(in: 1...9, using: &random) }
    let ring = try LinearRing.skyline(heights)
    for start in ring.corners.indices {
      #expect(try ring.starting(at: start).signedArea == -Double(heights.reduce(0, +)))
    }
  }

  // G. Pick, "Geometrisches zur Zahlenlehre", 1899: a simple ring on lattice positions has the
  // area I + B ∕ 2 − 1, for I lattice positions inside and B on the border.
  @Test(arguments: UInt64(0)..<40)
  func `follow Pick's theorem on a lattice`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ring = try LinearRing.skyline((0..<10).map { _ in .random(in: 1...8, using: &random) })
    var (inside, border) = (0, 0)
    for x in -1...11 {
      for y in -1...9 {
        switch ring.location(of: Coordinate(x: Double(x), y: Double(y))) {
        case .interior: inside += 1
        case .boundary: border += 1
        case .exterior: break
        }
      }
    }
    #expect(abs(ring.signedArea) == Double(inside) + Double(border) / 2 - 1)
  }

  // An L of 4 · 1 + 1 · 2 units of 2⁻¹⁰ m.
  @Test func `do not lose digits at large eastings and northings`() throws {
    let corners = [(0.0, 0.0), (4, 0), (4, 1), (1, 1), (1, 3), (0, 3)].map { (x, y) in
      (x * 0x1p-10 + 530_000, y * 0x1p-10 + 6_180_000)
    }
    #expect(try LinearRing(at: corners).signedArea == 6 * 0x1p-20)
  }
}
