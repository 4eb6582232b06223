import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Reference location` {
  // The frame from 0 to 4 with a hole from 1 to 3.
  @Test(arguments: [
    (0.5, 0.5, PointLocation.interior),
    (2, 2, .exterior),
    (5, 2, .exterior),
    (0, 2, .boundary),
    (1, 2, .boundary),
    (4, 4, .boundary),
    (3, 3, .boundary),
    (.nan, 2, .exterior),
    (.infinity, 2, .exterior),
  ])
  func `tells inside, border, hole and outside apart`(
    x: Double, y: Double, expected: PointLocation
  ) throws {
    let frame = try MultiPolygon.frame(side: 4)
    #expect(try ReferenceGeometry.location(of: Coordinate(x: x, y: y), in: frame) == expected)
  }

  @Test func `is outside of the empty area`() throws {
    let place = Coordinate(x: 0, y: 0)
    #expect(try ReferenceGeometry.location(of: place, in: MultiPolygon([])) == .exterior)
  }

  @Test func `counts the cells of a grid over a frame`() throws {
    // 41 × 41 positions a tenth apart from 0 to 4, given in tenths so that borders are exact.
    let tenths = try MultiPolygon.frame(side: 40)
    let positions = (0...40).flatMap { x in
      (0...40).map { Coordinate(x: Double(x), y: Double($0)) }
    }
    let locations = try ReferenceGeometry.locations(of: positions, in: tenths)
    // The outer border has 4 · 40 positions, that of the hole 4 · 20; the hole holds 19 · 19.
    #expect(locations.count { $0 == .boundary } == 240)
    #expect(locations.count { $0 == .exterior } == 361)
    #expect(locations.count { $0 == .interior } == 41 * 41 - 240 - 361)
  }

  @Test(arguments: UInt64(0)..<20)
  func `agrees with the package's own location`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ring = try LinearRing.star(corners: .random(in: 5...40, using: &random), using: &random)
    let star = MultiPolygon([Polygon(exterior: ring)])
    let positions =
      ring.corners
      + (0..<500).map { _ in
        Coordinate(
          x: .random(in: -2...2, using: &random), y: .random(in: -2...2, using: &random))
      }
    let expected = try ReferenceGeometry.locations(of: positions, in: star)
    #expect(positions.map(star.location(of:)) == expected)
  }
}
