import SimpleFeatures
import TestSupport
import Testing

/// Draws the locations of lattice positions, the north at the top: # inside, + on the border.
private func drawing(of area: MultiPolygon, columns: Int, rows: Int) -> String {
  (0..<rows).reversed().map { y in
    (0..<columns).map { x in
      switch area.location(of: Coordinate(x: Double(x), y: Double(y))) {
      case .interior: "#"
      case .boundary: "+"
      case .exterior: "."
      }
    }.joined(separator: " ")
  }.joined(separator: "\n")
}

@Suite struct `Point location` {
  @Test func `follows a U with level edges at several heights`() throws {
    let u = try LinearRing(at: [
      (1, 1), (7, 1), (7, 5), (5, 5), (5, 3), (3, 3), (3, 5), (1, 5),
    ])
    #expect(
      drawing(of: MultiPolygon(u), columns: 9, rows: 7) == """
        . . . . . . . . .
        . + + + . + + + .
        . + # + . + # + .
        . + # + + + # + .
        . + # # # # # + .
        . + + + + + + + .
        . . . . . . . . .
        """)
  }

  @Test func `follows a crown, whose points and notches are level with other positions`() throws {
    let crown = try LinearRing(at: [(0, 0), (8, 0), (8, 4), (6, 2), (4, 4), (2, 2), (0, 4)])
    #expect(
      drawing(of: MultiPolygon(crown), columns: 10, rows: 6) == """
        . . . . . . . . . .
        + . . . + . . . + .
        + + . + # + . + + .
        + # + # # # + # + .
        + # # # # # # # + .
        + + + + + + + + + .
        """)
  }

  @Test func `follows a diamond through its corners`() throws {
    let diamond = try LinearRing(at: [(3, 0), (6, 3), (3, 6), (0, 3)])
    #expect(
      drawing(of: MultiPolygon(diamond), columns: 7, rows: 7) == """
        . . . + . . .
        . . + # + . .
        . + # # # + .
        + # # # # # +
        . + # # # + .
        . . + # + . .
        . . . + . . .
        """)
  }

  @Test func `leaves holes out and lets an island lie in one`() throws {
    let frame = Polygon(
      exterior: try .around(BoundingBox(minX: 0, minY: 0, maxX: 8, maxY: 8)),
      holes: [try .around(BoundingBox(minX: 1, minY: 1, maxX: 7, maxY: 7))])
    let island = Polygon(exterior: try LinearRing(at: [(4, 2), (6, 4), (4, 6), (2, 4)]))
    #expect(
      drawing(of: MultiPolygon([frame, island]), columns: 9, rows: 9) == """
        + + + + + + + + +
        + + + + + + + + +
        + + . . + . . + +
        + + . + # + . + +
        + + + # # # + + +
        + + . + # + . + +
        + + . . + . . + +
        + + + + + + + + +
        + + + + + + + + +
        """)
  }

  @Test func `joins two parts that touch at a corner`() throws {
    let parts = try [(0.0, 0.0), (3, 3)].map { (x, y) in
      Polygon(
        exterior: try .around(BoundingBox(minX: x, minY: y, maxX: x + 3, maxY: y + 3)))
    }
    #expect(
      drawing(of: MultiPolygon(parts), columns: 7, rows: 7) == """
        . . . + + + +
        . . . + # # +
        . . . + # # +
        + + + + + + +
        + # # + . . .
        + # # + . . .
        + + + + . . .
        """)
  }

  @Test func `is outside for positions that are not finite`() throws {
    let square = try LinearRing.around(BoundingBox(minX: -1, minY: -1, maxX: 1, maxY: 1))
    for value in [Double.nan, .infinity, -.infinity] {
      for position in [Coordinate(x: value, y: 0), Coordinate(x: 0, y: value)] {
        #expect(square.location(of: position) == .exterior)
        #expect(MultiPolygon(square).location(of: position) == .exterior)
      }
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `does not depend on how the area is drawn`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let centre = Coordinate(x: 530_000, y: 180_000)
    let area = MultiPolygon([
      Polygon(
        exterior: try .randomStar(corners: 17, radii: 50...200, around: centre, using: &random),
        holes: [try .randomStar(corners: 9, radii: 5...20, around: centre, using: &random)]),
      Polygon(
        exterior: try .randomStar(
          corners: 11, radii: 20...90, around: Coordinate(x: 530_400, y: 180_000),
          using: &random)),
    ])
    let positions = area.delicatePositions(using: &random)
    let locations = positions.map(area.location(of:))
    for _ in 0..<5 {
      let redrawn = try area.redrawn(using: &random)
      #expect(positions.map(redrawn.location(of:)) == locations)
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `counts edges in any order and direction`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ring = try LinearRing.skyline((0..<8).map { _ in .random(in: 1...6, using: &random) })
    var edges = ring.corners.indices.map { index in
      (ring.corners[index], ring.corners[(index + 1) % ring.corners.count])
    }
    edges.shuffle(using: &random)
    for position in MultiPolygon(ring).delicatePositions(using: &random) {
      var crossings = EdgeCrossings(position)
      for (start, end) in edges {
        let isForward = Bool.random(using: &random)
        crossings.count(from: isForward ? start : end, to: isForward ? end : start)
      }
      #expect(crossings.location == ring.location(of: position))
    }
  }
}
