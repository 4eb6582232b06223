import CGEOS
public import SimpleFeatures

/// A position that stands for an area on a map or in a message.
public enum InteriorPosition {
  /// A position inside the area, well away from its border where the area allows.
  ///
  /// It lies half-way across the widest stretch of a level line through the middle of the area.
  /// Of an area too narrow for the numbers to have a position inside, it may lie on the border.
  ///
  /// - Parameter area: A valid area.
  /// - Returns: The position; `nil` for the empty area.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - Complexity: O(*n*) in the number of corners.
  public static func of(_ area: MultiPolygon) throws(GeometryEngineError) -> Coordinate? {
    guard !area.polygons.isEmpty else { return nil }
    let context = try GEOSContext()
    let point = try unsafe GEOSGeometry(area.polygons, in: context)
      .applying("interior position") { unsafe GEOSPointOnSurface_r($0, $1) }
    // A collapsed area has none.
    if unsafe GEOSisEmpty_r(context.handle, point.handle) == 1 { return nil }
    var position = Coordinate(x: 0, y: 0)
    guard
      unsafe GEOSGeomGetX_r(context.handle, point.handle, &position.x) == 1,
      unsafe GEOSGeomGetY_r(context.handle, point.handle, &position.y) == 1
    else { throw context.failure(of: "interior position") }
    return position
  }
}
