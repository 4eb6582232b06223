import CGEOS
import SimpleFeatures

// From areas to GEOS. Whoever receives a part frees it, also on failure.
extension GEOSGeometry {
  /// A GEOS multipolygon of the given parts, which may overlap.
  convenience init(
    _ polygons: [Polygon], in context: GEOSContext
  ) throws(GeometryEngineError) {
    var parts: [GEOSGeometry] = []
    parts.reserveCapacity(polygons.count)
    for polygon in polygons { parts.append(try GEOSGeometry(polygon, in: context)) }
    var handles = unsafe parts.map { unsafe $0.release() }
    let type = Int32(GEOS_MULTIPOLYGON.rawValue)
    try unsafe self.init(
      GEOSGeom_createCollection_r(context.handle, type, &handles, UInt32(handles.count)),
      of: "area", in: context)
  }

  private convenience init(
    _ polygon: Polygon, in context: GEOSContext
  ) throws(GeometryEngineError) {
    let shell = try GEOSGeometry(polygon.exterior, in: context)
    var holes: [GEOSGeometry] = []
    for hole in polygon.holes { holes.append(try GEOSGeometry(hole, in: context)) }
    var handles = unsafe holes.map { unsafe $0.release() }
    try unsafe self.init(
      GEOSGeom_createPolygon_r(
        context.handle, shell.release(), &handles, UInt32(handles.count)),
      of: "polygon", in: context)
  }

  private convenience init(
    _ ring: LinearRing, in context: GEOSContext
  ) throws(GeometryEngineError) {
    var ordinates: [Double] = []
    ordinates.reserveCapacity(2 * ring.corners.count + 2)
    for corner in ring.corners {
      ordinates.append(corner.x)
      ordinates.append(corner.y)
    }
    // GEOS wants the first corner again at the end.
    ordinates.append(ring.corners[0].x)
    ordinates.append(ring.corners[0].y)
    let sequence = unsafe GEOSCoordSeq_copyFromBuffer_r(
      context.handle, ordinates, UInt32(ordinates.count / 2), 0, 0)
    guard let sequence = unsafe sequence else { throw context.failure(of: "ring") }
    try unsafe self.init(
      GEOSGeom_createLinearRing_r(context.handle, sequence), of: "ring", in: context)
  }
}

// And back. Rings, parts and sequences are borrowed from the geometry that holds them.
extension GEOSGeometry {
  /// The polygons of the geometry; points and lines, which have no area, are left out.
  func area() throws(GeometryEngineError) -> MultiPolygon {
    var polygons: [Polygon] = []
    try unsafe collectPolygons(of: handle, into: &polygons)
    return MultiPolygon(polygons)
  }

  private func collectPolygons(
    of part: OpaquePointer?, into polygons: inout [Polygon]
  ) throws(GeometryEngineError) {
    switch unsafe GEOSGeomTypeId_r(context.handle, part) {
    case Int32(GEOS_POLYGON.rawValue):
      if let polygon = try unsafe polygon(part) { polygons.append(polygon) }
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for index in 0..<(unsafe GEOSGetNumGeometries_r(context.handle, part)) {
        try unsafe collectPolygons(
          of: GEOSGetGeometryN_r(context.handle, part, index), into: &polygons)
      }
    default:
      break
    }
  }

  /// The polygon, or `nil` when it is empty or collapsed to a line.
  private func polygon(_ part: OpaquePointer?) throws(GeometryEngineError) -> Polygon? {
    if unsafe GEOSisEmpty_r(context.handle, part) == 1 { return nil }
    guard
      let exterior = try unsafe ring(GEOSGetExteriorRing_r(context.handle, part))
    else { return nil }
    var holes: [LinearRing] = []
    for index in 0..<(unsafe GEOSGetNumInteriorRings_r(context.handle, part)) {
      if let hole = try unsafe ring(GEOSGetInteriorRingN_r(context.handle, part, index)) {
        holes.append(hole)
      }
    }
    return Polygon(exterior: exterior, holes: holes)
  }

  /// The ring, or `nil` when it has fewer than three different corners and so no area.
  private func ring(_ part: OpaquePointer?) throws(GeometryEngineError) -> LinearRing? {
    let sequence = unsafe GEOSGeom_getCoordSeq_r(context.handle, part)
    var count: UInt32 = 0
    guard unsafe GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1 else {
      throw context.failure(of: "ring")
    }
    var ordinates = [Double](repeating: 0, count: 2 * Int(count))
    guard unsafe GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, &ordinates, 0, 0) == 1 else {
      throw context.failure(of: "ring")
    }
    do {
      return try LinearRing(
        (0..<Int(count)).lazy.map { Coordinate(x: ordinates[2 * $0], y: ordinates[2 * $0 + 1]) })
    } catch .tooFewCorners {
      return nil
    } catch {
      throw .geos(operation: "ring", message: error.description)
    }
  }
}
