import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

@Suite struct `Area locators` {
  private static func box(_ minX: Double, _ maxX: Double) throws -> MultiPolygon {
    MultiPolygon(try .around(BoundingBox(minX: minX, minY: 0, maxX: maxX, maxY: 2)))
  }

  // Area 0 from 4 to 6, area 1 from 0 to 5, area 2 from 8 to 9, all 2 high:
  //
  //     +-------1--+--+-0-+     +--2--+
  //     |          |  |   |     |     |
  //     +----------+--+---+-----+-----+
  //     0          4  5   6     8     9
  @Test(arguments: [
    (-0.5, nil), (0, 1), (3, 1), (4, 0), (4.5, 0), (5, 0), (5.5, 0), (6, 0), (7, nil), (8, 2),
    (8.5, 2), (9, 2), (9.5, nil),
  ])
  func `prefer the first of overlapping areas and leave gaps to none`(x: Double, area: Int?) throws
  {
    let locator = AreaLocator([try Self.box(4, 6), try Self.box(0, 5), try Self.box(8, 9)])
    for y in [0.0, 0.5, 2] { #expect(locator.area(at: Coordinate(x: x, y: y)) == area) }
    for y in [-0.5, 2.5] { #expect(locator.area(at: Coordinate(x: x, y: y)) == nil) }
  }

  @Test(arguments: UInt64(0)..<10)
  func `find the first of many overlapping areas`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let town = BoundingBox(minX: 520_000, minY: 170_000, maxX: 524_000, maxY: 174_000)
    let areas = try (0..<100).map { _ in
      MultiPolygon(
        try .randomStar(
          corners: .random(in: 3...30, using: &random), radii: 50...400,
          around: .random(in: town, using: &random), using: &random))
    }
    let locator = AreaLocator(areas)
    let positions = (0..<1000).map { _ in Coordinate.random(in: town, using: &random) }
    for (position, area) in zip(positions, locator.areas(at: positions)) {
      #expect(area == areas.firstIndex { $0.location(of: position) != .exterior })
    }
  }

  @Test func `find nothing in holes, nor for positions that are not finite`() throws {
    let frame = Polygon(
      exterior: try .around(BoundingBox(minX: 0, minY: 0, maxX: 9, maxY: 9)),
      holes: [try .around(BoundingBox(minX: 3, minY: 3, maxX: 6, maxY: 6))])
    let locator = AreaLocator([MultiPolygon([frame])])
    #expect(locator.area(at: Coordinate(x: 4, y: 4)) == nil)
    #expect(locator.area(at: Coordinate(x: 3, y: 4)) == 0)
    for value in [Double.nan, .infinity, -.infinity] {
      for position in [Coordinate(x: value, y: 1), Coordinate(x: 1, y: value)] {
        #expect(locator.area(at: position) == nil)
        #expect(locator.location(of: position, inArea: 0) == .exterior)
      }
    }
  }

  @Test func `take no areas and empty ones`() throws {
    let here = Coordinate(x: 1, y: 1)
    #expect(AreaLocator([]).area(at: here) == nil)
    let locator = AreaLocator([MultiPolygon([]), try Self.box(0, 2)])
    #expect(locator.area(at: here) == 1)
    #expect(locator.location(of: here, inArea: 0) == .exterior)
  }

  // Heights and extents whose reciprocals overflow, and differences that do.
  @Test(arguments: [.leastNonzeroMagnitude, 1e-300, 1e300, 1.5e308] as [Double])
  func `take areas of any extent`(size: Double) throws {
    let box = BoundingBox(minX: -size, minY: -size, maxX: size, maxY: size)
    let corners = [(-size, -size), (size, -size), (size, size), (0, size), (-size, size)]
    let locator = AreaLocator([
      MultiPolygon(try .around(box)), MultiPolygon(try LinearRing(at: corners)),
    ])
    #expect(locator.area(at: Coordinate(x: size, y: -size)) == 0)
    #expect(locator.location(of: Coordinate(x: size, y: size), inArea: 1) == .boundary)
    #expect(locator.area(at: Coordinate(x: size.nextUp, y: 0)) == nil)
  }
}
