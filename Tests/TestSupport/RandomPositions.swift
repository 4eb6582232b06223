public import SimpleFeatures

extension Coordinate {
  /// A random position in a rectangle.
  public static func random(
    in box: BoundingBox, using random: inout SeededGenerator
  ) -> Coordinate {
    Coordinate(
      x: .random(in: box.minX...box.maxX, using: &random),
      y: .random(in: box.minY...box.maxY, using: &random))
  }

  /// The four positions next to this one: one unit in the last place to each side.
  ///
  /// Next to 0 the unit is that of numbers near 1, as the smallest numbers of all underflow in
  /// products.
  public var neighbours: [Coordinate] {
    func below(_ value: Double) -> Double { value == 0 ? -0x1p-53 : value.nextDown }
    func above(_ value: Double) -> Double { value == 0 ? 0x1p-53 : value.nextUp }
    return [
      Coordinate(x: below(x), y: y), Coordinate(x: above(x), y: y),
      Coordinate(x: x, y: below(y)), Coordinate(x: x, y: above(y)),
    ]
  }

  /// The middle of the straight line to another position, rounded.
  public func middle(to other: Coordinate) -> Coordinate {
    Coordinate(x: (x + other.x) / 2, y: (y + other.y) / 2)
  }
}

extension MultiPolygon {
  /// Positions at which a location is hard to tell: every corner and the middle of every edge,
  /// the positions next to those, and others level with a corner.
  public func delicatePositions(using random: inout SeededGenerator) -> [Coordinate] {
    var positions: [Coordinate] = []
    for ring in rings {
      for (index, corner) in ring.corners.enumerated() {
        let next = ring.corners[(index + 1) % ring.corners.count]
        for position in [corner, corner.middle(to: next)] {
          positions.append(position)
          positions += position.neighbours
        }
        let x = Double.random(in: bounds.minX...bounds.maxX, using: &random)
        positions.append(Coordinate(x: x, y: corner.y))
      }
    }
    return positions
  }
}
