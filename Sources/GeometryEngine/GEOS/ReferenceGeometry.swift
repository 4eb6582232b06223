import CGEOS
package import SimpleFeatures

/// Answers by GEOS to questions the package answers itself; an oracle for tests.
///
/// Slow by design of the comparison: GEOS 3.11 needs a geometry for every position.
package enum ReferenceGeometry {
  /// Where a position lies with respect to an area.
  package static func location(
    of position: Coordinate, in area: MultiPolygon
  ) throws(GeometryEngineError) -> PointLocation {
    let locations = try locations(of: [position], in: area)
    return locations[0]
  }

  /// Where each position lies with respect to an area, in the order of the positions.
  ///
  /// A position that is not finite lies outside.
  ///
  /// - Complexity: O(*n* log *n* + *m* log *n*) for *n* corners and *m* positions.
  package static func locations(
    of positions: [Coordinate], in area: MultiPolygon
  ) throws(GeometryEngineError) -> [PointLocation] {
    guard !area.polygons.isEmpty else { return positions.map { _ in .exterior } }
    let prepared = try PreparedArea(area)
    var locations: [PointLocation] = []
    locations.reserveCapacity(positions.count)
    for position in positions { locations.append(try prepared.location(of: position)) }
    return locations
  }
}

/// An area with GEOS's own index of its edges.
@safe private final class PreparedArea {
  private let geometry: GEOSGeometry
  private let handle: OpaquePointer

  init(_ area: MultiPolygon) throws(GeometryEngineError) {
    let context = try GEOSContext()
    geometry = try GEOSGeometry(area.polygons, in: context)
    guard let handle = unsafe GEOSPrepare_r(context.handle, geometry.handle) else {
      throw context.failure(of: "preparation")
    }
    unsafe self.handle = handle
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(geometry.context.handle, handle) }

  func location(of position: Coordinate) throws(GeometryEngineError) -> PointLocation {
    guard position.isFinite else { return .exterior }
    let context = geometry.context
    let point = try unsafe GEOSGeometry(
      GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y),
      of: "point", in: context)
    // GEOS answers 2 when it fails.
    switch unsafe GEOSPreparedIntersects_r(context.handle, handle, point.handle) {
    case 0: return .exterior
    case 1: break
    default: throw context.failure(of: "location")
    }
    // A point on the border is met by the area but not contained in it.
    switch unsafe GEOSPreparedContains_r(context.handle, handle, point.handle) {
    case 0: return .boundary
    case 1: return .interior
    default: throw context.failure(of: "location")
    }
  }
}
