import GeoJSON
import GeometryEngine
import MapLayers
import SimpleFeatures
import TestSupport
import Testing

/// Seven decimals of a degree of latitude are 11 mm: what is thinner may vanish or touch itself.
@Suite struct `Layer projection` {
  /// On the meridian of its zone, where a grid square is square in degrees too.
  private static let origin = Coordinate(x: 500_000, y: 5_700_000)
  private let projection: LayerProjection

  init() throws {
    projection = LayerProjection(
      try CoordinateTransform(from: .wgs84, to: ReferenceSystem("EPSG:32630")))
  }

  @Test func `drops a shape that rounding makes nothing of, and counts it`() throws {
    let speck = try MultiPolygon.tile(at: Self.origin, side: 1e-5)
    #expect(try projection.area(speck) == nil)
    #expect(projection.collapsedRings == 1)
    #expect(projection.mendedShapes == 0)
  }

  @Test func `drops a part or a hole that vanishes and keeps the rest`() throws {
    let hole = try LinearRing.tile(at: Self.at(50, 50), side: 1e-5)
    let shape = MultiPolygon([
      Polygon(exterior: try .tile(at: Self.origin, side: 100), holes: [hole]),
      Polygon(exterior: try .tile(at: Self.at(500, 0), side: 1e-5)),
    ])
    let polygons = try Self.polygons(of: projection.area(shape))
    #expect(polygons.map(\.count) == [1])
    #expect(projection.collapsedRings == 2)
  }

  /// Two squares joined by a corridor 100 m long and a hundredth of a millimetre wide: rounding
  /// lays its two sides on each other.
  @Test func `mends a shape that rounding made touch itself`() throws {
    let thin = 1e-5
    let dumbbell = try LinearRing(
      [
        (0.0, 0.0), (10, 0), (10, 5), (110, 5), (110, 0), (120, 0), (120, 10), (110, 10),
        (110, 5 + thin), (10, 5 + thin), (10, 10), (0, 10),
      ].map { Self.at($0.0, $0.1) })
    let polygons = try Self.polygons(of: projection.area(MultiPolygon(dumbbell)))
    #expect(projection.mendedShapes == 1)
    #expect(polygons.count == 2)
    #expect(try Self.isValid(polygons))
  }

  @Test func `leaves a shape that needs no mending as it is`() throws {
    let polygons = try Self.polygons(
      of: projection.area(.tile(at: Self.origin, side: 1000)))
    #expect(polygons.map { $0.map(\.count) } == [[5]])
    #expect(projection.collapsedRings == 0)
    #expect(projection.mendedShapes == 0)
  }

  @Test(arguments: UInt64(0)..<60)
  func `draws only valid shapes, however thin they are`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let radii = 0.001...Double.random(in: 0.002...0.1, using: &random)
    let star = try LinearRing.randomStar(
      corners: .random(in: 5...30, using: &random), radii: radii, around: Self.origin,
      using: &random)
    guard let drawn = try projection.area(MultiPolygon(star)) else {
      #expect(projection.collapsedRings > 0)
      return
    }
    #expect(try Self.isValid(Self.polygons(of: drawn)))
  }

  @Test func `returns points in order, to a centimetre`() throws {
    let positions = [Self.origin, Self.at(1234.5, 6789), Self.at(-50_000, 3)]
    let transform = try CoordinateTransform(from: .wgs84, to: ReferenceSystem("EPSG:32630"))
    for (position, point) in zip(positions, try projection.points(positions)) {
      guard case .point(let place) = point else {
        Issue.record("\(point) is no point")
        continue
      }
      let back = try transform.coordinate(
        of: LonLat(longitude: place.x, latitude: place.y))
      // Half of the last decimal in each direction is 6 mm north and 4 mm east.
      #expect(back.distance(to: position) < .metres(0.01))
    }
  }

  private static func at(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(x: origin.x + x, y: origin.y + y)
  }

  private static func polygons(of geometry: Geometry?) throws -> [[[Position]]] {
    guard case .multiPolygon(let polygons) = try #require(geometry) else {
      Issue.record("not a MultiPolygon")
      return []
    }
    return polygons
  }

  private static func isValid(_ polygons: [[[Position]]]) throws -> Bool {
    let parts = try polygons.map { rings in
      let made = try rings.map { ring in
        try LinearRing(ring.map { Coordinate(x: $0.x, y: $0.y) })
      }
      return Polygon(exterior: made[0], holes: Array(made.dropFirst()))
    }
    return try Validity.of(MultiPolygon(parts)) == .valid
  }
}
