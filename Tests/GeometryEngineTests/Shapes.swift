import SimpleFeatures
import TestSupport

extension LinearRing {
  /// A ring through pairs of ordinates.
  init(through pairs: [(Double, Double)]) throws {
    try self.init(pairs.map { Coordinate(x: $0.0, y: $0.1) })
  }

  /// The border of a rectangle.
  static func rectangle(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) throws -> LinearRing {
    try LinearRing(through: [
      (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound),
      (x.upperBound, y.upperBound), (x.lowerBound, y.upperBound),
    ])
  }

  /// A ring around the origin with corners at random distances between 0.5 and 2.
  static func star(corners: Int, using random: inout SeededGenerator) throws -> LinearRing {
    var positions: [Coordinate] = []
    // Directions of a regular polygon, by repeated rotation of (1, 0) by a rational angle, so
    // that no trigonometric function is needed: cos = (1 − t²)/(1 + t²), sin = 2t/(1 + t²).
    let t = 3.0 / Double(corners)
    let (cosine, sine) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    var direction = Coordinate(x: 1, y: 0)
    for _ in 0..<corners {
      let radius = Double.random(in: 0.5...2, using: &random)
      positions.append(Coordinate(x: direction.x * radius, y: direction.y * radius))
      direction = Coordinate(
        x: direction.x * cosine - direction.y * sine,
        y: direction.x * sine + direction.y * cosine)
    }
    return try LinearRing(positions)
  }
}

extension MultiPolygon {
  /// A rectangle.
  static func rectangle(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) throws -> MultiPolygon {
    MultiPolygon([Polygon(exterior: try .rectangle(x, y))])
  }

  /// A square from 0 to `side` with a square hole in its middle half.
  static func frame(side: Double) throws -> MultiPolygon {
    let hole = side / 4...side * 3 / 4
    return MultiPolygon([
      Polygon(exterior: try .rectangle(0...side, 0...side), holes: [try .rectangle(hole, hole)])
    ])
  }

  /// Two triangles of area 1 that meet at (1, 1), drawn as one ring that crosses itself there.
  static func bowTie() throws -> MultiPolygon {
    MultiPolygon([Polygon(exterior: try LinearRing(through: [(0, 0), (2, 2), (2, 0), (0, 2)]))])
  }
}
