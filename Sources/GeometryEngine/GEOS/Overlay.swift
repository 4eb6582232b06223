import CGEOS
public import SimpleFeatures

/// Set operations on areas: what lies in one or the other, in both, or in one only.
///
/// Areas are to be valid (``Validity``). Where two borders cross, the corner made there is
/// rounded to the nearest representable position; all other corners are kept as they are. Shared
/// points and lines have no area and are left out of the results, which come in a canonical order
/// of parts and corners.
///
/// - SeeAlso: M. Davis, "OverlayNG", JTS Topology Suite 1.18, 2020, ported in GEOS 3.9.
public enum Overlay {
  /// The area covered by at least one of the given areas, with the borders between them dissolved.
  ///
  /// The areas may overlap or touch; the union of none is the empty area.
  ///
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - Complexity: O(*n* log *n*) in the number of corners, for areas that overlap little.
  public static func union(_ areas: [MultiPolygon]) throws(GeometryEngineError) -> MultiPolygon {
    let parts = try GEOSGeometry(areas.flatMap(\.polygons), in: GEOSContext())
    return try unsafe result(parts.applying("union") { unsafe GEOSUnaryUnion_r($0, $1) })
  }

  /// The area covered by both.
  ///
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  public static func intersection(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryEngineError) -> MultiPolygon {
    guard first.bounds.intersects(second.bounds) else { return MultiPolygon([]) }
    let context = try GEOSContext()
    let second = try GEOSGeometry(second.polygons, in: context)
    return try unsafe result(
      GEOSGeometry(first.polygons, in: context).applying("intersection") {
        unsafe GEOSIntersection_r($0, $1, second.handle)
      })
  }

  /// The area covered by the first and not by the second.
  ///
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  public static func difference(
    _ first: MultiPolygon, _ second: MultiPolygon
  ) throws(GeometryEngineError) -> MultiPolygon {
    let context = try GEOSContext()
    let second = try GEOSGeometry(second.polygons, in: context)
    return try unsafe result(
      GEOSGeometry(first.polygons, in: context).applying("difference") {
        unsafe GEOSDifference_r($0, $1, second.handle)
      })
  }

  /// The area of a computed geometry, in canonical order.
  static func result(_ geometry: GEOSGeometry) throws(GeometryEngineError) -> MultiPolygon {
    try geometry.normalize()
    return try geometry.area()
  }
}
