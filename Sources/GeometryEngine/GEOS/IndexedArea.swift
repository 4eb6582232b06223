import CGEOS
import SimpleFeatures

/// An area with GEOS's own index of its edges, for many questions about the same area.
///
/// Not `Sendable`, like the context it belongs to.
@safe final class IndexedArea {
  let geometry: GEOSGeometry
  private let bounds: BoundingBox
  private let cornerCount: Int
  private let prepared: OpaquePointer

  init(_ area: MultiPolygon, in context: GEOSContext) throws(GeometryEngineError) {
    bounds = area.bounds
    cornerCount = area.cornerCount
    geometry = try GEOSGeometry(area.polygons, in: context)
    guard let prepared = unsafe GEOSPrepare_r(context.handle, geometry.handle) else {
      throw context.failure(of: "preparation")
    }
    unsafe self.prepared = prepared
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(geometry.context.handle, prepared) }

  /// Whether the two share a position.
  func intersects(_ other: IndexedArea) throws(GeometryEngineError) -> Bool {
    // The index is asked once for every edge of the other.
    guard cornerCount >= other.cornerCount else { return try other.intersects(self) }
    return try answer(
      unsafe GEOSPreparedIntersects_r(geometry.context.handle, prepared, other.geometry.handle),
      to: "intersection test")
  }

  /// Whether no position of the other is outside the area.
  func covers(_ other: IndexedArea) throws(GeometryEngineError) -> Bool {
    guard
      bounds.contains(Coordinate(x: other.bounds.minX, y: other.bounds.minY)),
      bounds.contains(Coordinate(x: other.bounds.maxX, y: other.bounds.maxY))
    else { return false }
    return try answer(
      unsafe GEOSPreparedCovers_r(geometry.context.handle, prepared, other.geometry.handle),
      to: "cover test")
  }

  private func answer(_ code: CChar, to question: String) throws(GeometryEngineError) -> Bool {
    switch code {
    case 0: return false
    case 1: return true
    default: throw geometry.context.failure(of: question)
    }
  }
}
