import SimpleFeatures
import TestSupport
import Testing

@Suite struct Polygons {
  private static func frame(at origin: Double) throws -> Polygon {
    func box(_ low: Double, _ high: Double) -> BoundingBox {
      BoundingBox(minX: origin + low, minY: low, maxX: origin + high, maxY: high)
    }
    return Polygon(
      exterior: try .around(box(0, 10)),
      holes: [try .around(box(1, 3)), try .around(box(5, 9)).reversed()])
  }

  @Test func `have the area of the outer ring less that of the holes, whatever their direction`()
    throws
  {
    let frame = try Self.frame(at: 0)
    #expect(frame.area == 100 - 4 - 16)
    let mirrored = Polygon(
      exterior: try frame.exterior.reversed(), holes: try frame.holes.map { try $0.reversed() })
    #expect(mirrored.area == frame.area)
    #expect(frame.rings == [frame.exterior] + frame.holes)
  }

  @Test func `add up to the area of a multipolygon`() throws {
    let both = MultiPolygon([try Self.frame(at: 0), try Self.frame(at: 20)])
    #expect(both.area == 160)
    #expect(both.cornerCount == 24)
    #expect(both.rings.count == 6)
    #expect(both.bounds == BoundingBox(minX: 0, minY: 0, maxX: 30, maxY: 10))
  }

  @Test func `may be none, which is the empty area`() {
    let nothing = MultiPolygon([])
    #expect(nothing.area == 0)
    #expect(nothing.cornerCount == 0)
    #expect(nothing.bounds == .empty)
    #expect(nothing.location(of: Coordinate(x: 0, y: 0)) == .exterior)
  }
}
