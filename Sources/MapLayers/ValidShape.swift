internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

/// An area rounded to a fixed count of decimals, and valid after rounding.
///
/// Rounding can make a thin shape touch or cross itself; it is then mended with GEOS, at most three
/// times.
struct ValidShape {
  /// The area as a MultiPolygon; `nil` when nothing is left after rounding.
  let geometry: Geometry?
  /// How many rings were so small that rounding made nothing of them.
  let collapsedRings: Int
  /// Whether rounding had made the shape cross itself.
  let isMended: Bool

  /// Rounds and mends a MultiPolygon.
  ///
  /// - Throws: ``GeometryEngineError/geos(operation:message:)`` for a shape that resists.
  init(_ polygons: [[[Position]]], decimals: Int) throws(GeometryEngineError) {
    let first = RoundedGeometry(.multiPolygon(polygons), decimals: decimals)
    var geometry = first.geometry
    var collapsed = first.collapsedRings
    var mendings = 0
    // Rounding a mended shape can undo the mending, so it is looked at again; a shape that still
    // resists is an error rather than a broken layer.
    while let plane = try Self.plane(geometry),
      case .invalid(let reason, _) = try Validity.of(plane)
    {
      guard mendings < 3 else {
        throw .geos(operation: "mending a rounded shape", message: reason)
      }
      mendings += 1
      let again = RoundedGeometry(
        Self.geometry(of: try Repair.makeValid(plane).area), decimals: decimals)
      geometry = again.geometry
      collapsed += again.collapsedRings
    }
    if case .multiPolygon(let polygons) = geometry, polygons.isEmpty { geometry = nil }
    self.geometry = geometry
    collapsedRings = collapsed
    isMended = mendings > 0
  }

  /// The rounded shape as GEOS sees it: degrees taken as plane coordinates, as GeoJSON says.
  private static func plane(
    _ geometry: Geometry?
  ) throws(GeometryEngineError) -> MultiPolygon? {
    guard case .multiPolygon(let polygons) = geometry, !polygons.isEmpty else { return nil }
    do {
      return MultiPolygon(
        try polygons.map { rings in
          let made = try rings.map { ring in
            try LinearRing(ring.map { Coordinate(x: $0.x, y: $0.y) })
          }
          return Polygon(exterior: made[0], holes: Array(made.dropFirst()))
        })
    } catch {
      throw .geos(operation: "reading a rounded shape", message: "\(error)")
    }
  }

  private static func geometry(of plane: MultiPolygon) -> Geometry {
    .multiPolygon(
      plane.polygons.map { polygon in
        polygon.rings.map { ring in
          let positions = ring.corners.map { Position(x: $0.x, y: $0.y) }
          return positions + positions.prefix(1)
        }
      })
  }
}
