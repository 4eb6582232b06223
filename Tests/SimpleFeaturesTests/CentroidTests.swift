import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Centroid` {
  private func square(_ x: Double, _ y: Double, _ side: Double) throws -> LinearRing {
    try LinearRing(at: [(x, y), (x + side, y), (x + side, y + side), (x, y + side)])
  }

  @Test func `of a square is its middle`() throws {
    let area = MultiPolygon(try square(500_000, 180_000, 2))
    #expect(area.centroid == Coordinate(x: 500_001, y: 180_001))
  }

  @Test func `of a triangle is the mean of its corners`() throws {
    let area = MultiPolygon(try LinearRing(at: [(0, 0), (6, 0), (0, 3)]))
    #expect(area.centroid == Coordinate(x: 2, y: 1))
  }

  @Test func `moves away from a hole`() throws {
    // 4 × 4 = 16 with its middle at 2; the hole 2 × 2 = 4 with its middle at 3, whatever way its
    // corners run: (16 · 2 − 4 · 3) ∕ 12 = 5 ∕ 3.
    for hole in [try square(2, 2, 2), try square(2, 2, 2).reversed()] {
      let area = MultiPolygon([Polygon(exterior: try square(0, 0, 4), holes: [hole])])
      #expect(area.centroid.x.agrees(with: 5.0 / 3))
      #expect(area.centroid.y.agrees(with: 5.0 / 3))
    }
  }

  @Test func `weighs parts by their areas`() throws {
    // 1 at 0.5 and 9 at 11.5: (0.5 + 103.5) ∕ 10 = 10.4.
    let area = MultiPolygon([
      Polygon(exterior: try square(0, 0, 1)), Polygon(exterior: try square(10, 0, 3)),
    ])
    #expect(area.centroid.x.agrees(with: 10.4))
  }
}
