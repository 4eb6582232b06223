import GeometryEngine
import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

@Suite struct `Point location against GEOS` {
  // 8 families × 40 areas × 200 to 900 positions.
  @Test(arguments: AreaFamily.allCases)
  func `agrees inside, outside and on the border`(family: AreaFamily) throws {
    var compared = 0
    var onBorder = 0
    for seed in UInt64(0)..<40 {
      var random = SeededGenerator(seed: seed)
      let area = try family.area(using: &random)
      guard try Validity.of(area) == .valid else { continue }
      let positions = Self.positions(around: area, using: &random)
      let expected = try ReferenceGeometry.locations(of: positions, in: area)
      let locator = AreaLocator([area])
      // Positions where one of the three ways to ask differs.
      let wrong = zip(positions, expected).filter { position, location in
        area.location(of: position) != location
          || locator.location(of: position, inArea: 0) != location
          || (locator.area(at: position) == 0) != (location != .exterior)
      }
      #expect(wrong.isEmpty, "\(family), seed \(seed)")
      compared += 1
      onBorder += expected.count { $0 == .boundary }
    }
    // All but those on a lattice are valid as they are made, and all corners are on the border.
    #expect(compared == 40 || family == .lattice && compared >= 10)
    #expect(onBorder > compared * 3)
  }

  // A border as long as a whole city's.
  @Test func `agrees for an area of twenty thousand corners`() throws {
    var random = SeededGenerator(seed: 7)
    let centre = Coordinate(x: 530_000, y: 180_000)
    let area = MultiPolygon(
      try .randomStar(corners: 20_000, radii: 9_999...10_001, around: centre, using: &random))
    let locator = AreaLocator([area])
    let ring = area.polygons[0].exterior
    let positions = stride(from: 0, to: 20_000, by: 40).flatMap { index in
      [ring.corners[index]] + ring.corners[index].neighbours
    }
    let expected = try ReferenceGeometry.locations(of: positions, in: area)
    #expect(positions.map { locator.location(of: $0, inArea: 0) } == expected)
  }

  /// Delicate positions, random ones near the border's edges, and some far away.
  private static func positions(
    around area: MultiPolygon, using random: inout SeededGenerator
  ) -> [Coordinate] {
    var positions = area.delicatePositions(using: &random)
    let box = area.bounds
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    let wider = BoundingBox(
      minX: box.minX - width / 8, minY: box.minY - height / 8, maxX: box.maxX + width / 8,
      maxY: box.maxY + height / 8)
    for _ in 0..<100 { positions.append(.random(in: wider, using: &random)) }
    // On the lattice as well, where the area's edges may be.
    for _ in 0..<50 {
      let position = Coordinate.random(in: wider, using: &random)
      positions.append(Coordinate(x: position.x.rounded(), y: position.y.rounded()))
    }
    // Somewhere along an edge, as near as rounding allows.
    for ring in area.rings {
      for (index, corner) in ring.corners.enumerated() {
        let next = ring.corners[(index + 1) % ring.corners.count]
        let share = Double.random(in: 0...1, using: &random)
        positions.append(
          Coordinate(
            x: corner.x + share * (next.x - corner.x), y: corner.y + share * (next.y - corner.y)))
      }
    }
    return positions
  }
}
