public import SimpleFeatures

extension LinearRing {
  /// A ring through pairs of ordinates.
  public init(at pairs: [(Double, Double)]) throws {
    try self.init(pairs.map { Coordinate(x: $0.0, y: $0.1) })
  }

  /// The border of a rectangle, counter-clockwise from the south-west.
  public static func around(_ box: BoundingBox) throws -> LinearRing {
    try LinearRing(at: [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
    ])
  }

  /// A ring whose corners are seen from the centre in as many even directions, each at a random
  /// distance; it never crosses itself.
  ///
  /// The directions come from repeated turns by a rational angle, cos = (1 − t²)/(1 + t²) and
  /// sin = 2t/(1 + t²), so that every machine makes the same ring. With t = 3 ∕ corners the turns
  /// add up to less than a circle.
  public static func randomStar(
    corners: Int, radii: ClosedRange<Double>, around centre: Coordinate,
    using random: inout SeededGenerator
  ) throws -> LinearRing {
    let t = 3 / Double(corners)
    let (cosine, sine) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    var (x, y) = (1.0, 0.0)
    var positions: [Coordinate] = []
    for _ in 0..<corners {
      let radius = Double.random(in: radii, using: &random)
      positions.append(Coordinate(x: centre.x + x * radius, y: centre.y + y * radius))
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
    }
    return try LinearRing(positions)
  }

  /// A skyline over the ground from (0, 0) to the east: columns one metre wide, of these heights.
  ///
  /// Clockwise. It never crosses itself, and its edges and corners meet many lattice positions.
  public static func skyline(_ heights: [Int]) throws -> LinearRing {
    var positions = [Coordinate(x: Double(heights.count), y: 0), Coordinate(x: 0, y: 0)]
    for (column, height) in heights.enumerated() {
      positions.append(Coordinate(x: Double(column), y: Double(height)))
      positions.append(Coordinate(x: Double(column + 1), y: Double(height)))
    }
    return try LinearRing(positions)
  }

  /// The same ring the other way round.
  public func reversed() throws -> LinearRing { try LinearRing(corners.reversed()) }

  /// The same ring from another of its corners.
  public func starting(at corner: Int) throws -> LinearRing {
    try LinearRing(corners[corner...] + corners[..<corner])
  }
}

extension MultiPolygon {
  /// An area of one ring.
  public init(_ ring: LinearRing) { self.init([Polygon(exterior: ring)]) }

  /// The same area, drawn in another order: parts, holes, directions and first corners.
  public func redrawn(using random: inout SeededGenerator) throws -> MultiPolygon {
    func redraw(_ ring: LinearRing) throws -> LinearRing {
      let turned = try ring.starting(at: .random(in: ring.corners.indices, using: &random))
      return try Bool.random(using: &random) ? turned.reversed() : turned
    }
    var parts: [Polygon] = []
    for polygon in polygons.shuffled(using: &random) {
      let exterior = try redraw(polygon.exterior)
      var holes: [LinearRing] = []
      for hole in polygon.holes.shuffled(using: &random) { holes.append(try redraw(hole)) }
      parts.append(Polygon(exterior: exterior, holes: holes))
    }
    return MultiPolygon(parts)
  }
}
