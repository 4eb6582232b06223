public import SimpleFeatures

extension MultiPolygon {
  /// A square by its south-west corner.
  public static func tile(at corner: Coordinate, side: Double) throws -> MultiPolygon {
    MultiPolygon([Polygon(exterior: try .tile(at: corner, side: side))])
  }
}

extension LinearRing {
  /// The border of a square by its south-west corner, counter-clockwise.
  public static func tile(at corner: Coordinate, side: Double) throws -> LinearRing {
    try LinearRing([
      corner, Coordinate(x: corner.x + side, y: corner.y),
      Coordinate(x: corner.x + side, y: corner.y + side),
      Coordinate(x: corner.x, y: corner.y + side),
    ])
  }
}
