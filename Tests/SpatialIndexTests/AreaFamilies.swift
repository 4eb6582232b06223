import SimpleFeatures
import TestSupport

/// Kinds of area that are hard on a point location, each in its own way.
enum AreaFamily: CaseIterable {
  case star
  case londonStar
  case starWithHoles
  case apart
  case sliver
  case wordyStar
  case skyline
  case lattice

  /// A random area of the kind; on a lattice it is not always valid.
  func area(using random: inout SeededGenerator) throws -> MultiPolygon {
    let origin = Coordinate(x: 0, y: 0)
    let london = Coordinate(
      x: .random(in: 503_000...561_000, using: &random),
      y: .random(in: 155_000...201_000, using: &random))
    let corners = Int.random(in: 3...60, using: &random)
    switch self {
    case .star:
      return MultiPolygon(
        try .randomStar(corners: corners, radii: 0.5...2, around: origin, using: &random))
    case .londonStar:
      return MultiPolygon(
        try .randomStar(corners: corners, radii: 200...2000, around: london, using: &random))
    case .starWithHoles:
      return MultiPolygon([try Self.pierced(around: london, size: 1000, using: &random)])
    case .apart:
      // Far enough from each other not to overlap: radii are at most twice the size.
      return MultiPolygon(
        try (0..<4).map { part in
          let centre = Coordinate(x: london.x + 250 * Double(part), y: london.y)
          return try Self.pierced(around: centre, size: 60, using: &random)
        })
    case .sliver:
      return MultiPolygon(try Self.sliver(at: london, using: &random))
    case .wordyStar:
      let ring = try LinearRing.randomStar(
        corners: corners, radii: 200...2000, around: london, using: &random)
      return MultiPolygon(try Self.withSpareCorners(ring))
    case .skyline:
      return MultiPolygon(
        try .skyline((0..<corners).map { _ in .random(in: 1...9, using: &random) }))
    case .lattice:
      let ring = try LinearRing.randomStar(
        corners: .random(in: 3...12, using: &random), radii: 3...9, around: origin,
        using: &random)
      return MultiPolygon(
        try LinearRing(ring.corners.map { Coordinate(x: $0.x.rounded(), y: $0.y.rounded()) }))
    }
  }

  /// A star of `size` ∕ 2 to 2 `size` with a hole in its middle.
  private static func pierced(
    around centre: Coordinate, size: Double, using random: inout SeededGenerator
  ) throws -> Polygon {
    // The star comes no nearer to its centre than cos 56° · size ∕ 2, with five corners.
    Polygon(
      exterior: try .randomStar(
        corners: .random(in: 5...40, using: &random), radii: size / 2...size * 2, around: centre,
        using: &random),
      holes: [
        try .randomStar(
          corners: .random(in: 3...20, using: &random), radii: size / 50...size / 4,
          around: centre, using: &random)
      ])
  }

  /// A strip 100 km long and a micrometre wide, in a random direction.
  private static func sliver(
    at start: Coordinate, using random: inout SeededGenerator
  ) throws -> LinearRing {
    let x = Double.random(in: -1...1, using: &random)
    let y = Double.random(in: -1...1, using: &random)
    let length = (x * x + y * y).squareRoot()
    let (east, north) = (x / length, y / length)
    let end = Coordinate(x: start.x + east * 1e5, y: start.y + north * 1e5)
    return try LinearRing([
      start, end,
      Coordinate(x: end.x - north * 1e-6, y: end.y + east * 1e-6),
      Coordinate(x: start.x - north * 1e-6, y: start.y + east * 1e-6),
    ])
  }

  /// The ring with every corner rounded to 1∕256 m and given twice, and with each edge cut at its
  /// middle, which then lies exactly on the edge.
  private static func withSpareCorners(_ ring: LinearRing) throws -> LinearRing {
    let corners = ring.corners.map {
      Coordinate(x: ($0.x * 256).rounded() / 256, y: ($0.y * 256).rounded() / 256)
    }
    return try LinearRing(
      corners.indices.flatMap { index in
        let next = corners[(index + 1) % corners.count]
        let middle = corners[index].middle(to: next)
        return [corners[index], corners[index], middle, middle.middle(to: next)]
      })
  }
}
