import CGEOS

/// A geometry held by GEOS, freed with its owner.
///
/// Not `Sendable`, like the context it belongs to.
@safe final class GEOSGeometry {
  let context: GEOSContext
  private var owned: OpaquePointer?

  /// Takes ownership of what a GEOS function returned.
  ///
  /// - Throws: ``GeometryEngineError/geos(operation:message:)`` when it returned nothing.
  init(
    _ result: OpaquePointer?, of operation: String, in context: GEOSContext
  ) throws(GeometryEngineError) {
    guard let result = unsafe result else { throw context.failure(of: operation) }
    self.context = context
    unsafe owned = result
  }

  deinit {
    if let handle = unsafe owned { unsafe GEOSGeom_destroy_r(context.handle, handle) }
  }

  /// The geometry, lent to GEOS functions that read it.
  var handle: OpaquePointer? { unsafe owned }

  /// The geometry, given away to a GEOS function that frees it.
  func release() -> OpaquePointer? {
    defer { unsafe owned = nil }
    return unsafe owned
  }

  /// A new geometry computed from this one.
  func applying(
    _ operation: String,
    _ function: (GEOSContextHandle_t, OpaquePointer?) -> OpaquePointer?
  ) throws(GeometryEngineError) -> GEOSGeometry {
    try unsafe GEOSGeometry(
      function(context.handle, owned), of: operation, in: context)
  }

  /// Brings parts, rings and corners into GEOS's canonical order.
  ///
  /// Results then do not depend on how an algorithm happened to walk its input.
  func normalize() throws(GeometryEngineError) {
    guard unsafe GEOSNormalize_r(context.handle, owned) == 0 else {
      throw context.failure(of: "normal form")
    }
  }
}
