import CGEOS
public import SimpleFeatures

/// Mends areas whose rings cross themselves, each other, or lie where they should not.
public enum Repair {
  /// The area with its rings mended, and by how much that changed it.
  ///
  /// Each outer ring is made simple and keeps everything it winds around; holes that meet it are
  /// cut out, holes outside it become parts of their own, and parts that overlap are merged. What
  /// collapses to a line is dropped. A valid area comes back exactly as it is.
  ///
  /// - Returns: The valid area, and its area less that of the input, in square metres. The input
  ///   is measured by its signed rings: a figure of eight counts as the difference of its loops.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - SeeAlso: `GeometryFixer` of the JTS Topology Suite, which GEOS calls the structure method.
  public static func makeValid(
    _ area: MultiPolygon
  ) throws(GeometryEngineError) -> (area: MultiPolygon, areaChange: Double) {
    if case .valid = try Validity.of(area) { return (area, 0) }
    let context = try GEOSContext()
    guard let parameters = unsafe GEOSMakeValidParams_create_r(context.handle) else {
      throw context.failure(of: "repair")
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    guard
      unsafe GEOSMakeValidParams_setMethod_r(
        context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE) == 1,
      unsafe GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0) == 1
    else { throw context.failure(of: "repair") }
    let source = try GEOSGeometry(area.polygons, in: context)
    let mended = try unsafe Overlay.result(
      source.applying("repair") { unsafe GEOSMakeValidWithParams_r($0, $1, parameters) })
    return (mended, mended.area - area.area)
  }
}
