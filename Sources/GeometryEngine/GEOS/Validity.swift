import CGEOS
public import SimpleFeatures

/// Whether the rings of an area describe one: simple, holes inside, parts apart.
///
/// - SeeAlso: OGC 06-103r4, *Simple feature access – Part 1: Common architecture*, 6.1.11.1.
public enum Validity: Hashable, Sendable {
  /// The area is valid.
  case valid
  /// The area is not valid: the first reason found, in GEOS's words, and where it was found.
  case invalid(reason: String, at: Coordinate)

  /// Checks an area; the empty area is valid.
  ///
  /// GEOS is asked only about those areas that are not plainly valid, which for a file of wards
  /// takes less than half as long.
  ///
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - Complexity: O(*n* log *n*) in the number of corners.
  public static func of(_ area: MultiPolygon) throws(GeometryEngineError) -> Validity {
    if area.isPlainlyValid { return .valid }
    let context = try GEOSContext()
    let geometry = try GEOSGeometry(area.polygons, in: context)
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    let answer = unsafe GEOSisValidDetail_r(context.handle, geometry.handle, 0, &reason, &place)
    defer { unsafe GEOSFree_r(context.handle, reason) }
    if answer == 1 { return .valid }
    guard answer == 0, let text = unsafe reason else { throw context.failure(of: "validity") }
    let point = try unsafe GEOSGeometry(place, of: "validity", in: context)
    var at = Coordinate(x: 0, y: 0)
    guard
      unsafe GEOSGeomGetX_r(context.handle, point.handle, &at.x) == 1,
      unsafe GEOSGeomGetY_r(context.handle, point.handle, &at.y) == 1
    else { throw context.failure(of: "validity") }
    return .invalid(reason: unsafe String(cString: text), at: at)
  }
}
