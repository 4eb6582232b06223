import CPROJ

/// A reference system or an operation held by PROJ, freed with its owner.
@safe final class PROJObject {
  let context: PROJContext
  let handle: OpaquePointer

  /// Takes ownership of what a PROJ function returned; `nil` when it returned nothing.
  init?(_ result: OpaquePointer?, in context: PROJContext) {
    guard let result = unsafe result else { return nil }
    self.context = context
    unsafe handle = result
  }

  deinit { _ = unsafe proj_destroy(handle) }

  /// The reference system from PROJ's database.
  ///
  /// - Throws: ``GeometryEngineError/unknownReferenceSystem(_:)``.
  convenience init(
    _ system: ReferenceSystem, in context: PROJContext
  ) throws(GeometryEngineError) {
    let handle = unsafe proj_create_from_database(
      context.handle, system.authority, system.number, PJ_CATEGORY_CRS, 0, nil)
    guard let handle = unsafe handle else { throw .unknownReferenceSystem(system.code) }
    unsafe self.init(adopting: handle, in: context)
  }

  private init(adopting handle: OpaquePointer, in context: PROJContext) {
    self.context = context
    unsafe self.handle = handle
  }
}
