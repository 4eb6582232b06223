import CGEOS

/// A search tree over the rectangles around geometries.
///
/// Not `Sendable`, like the context it belongs to.
///
/// - SeeAlso: S. T. Leutenegger, M. A. Lopez, J. Edgington, "STR: a simple and efficient algorithm
///   for R-tree packing", *ICDE* 1997, 497–506.
@safe final class BoxIndex {
  private let context: GEOSContext
  private let tree: OpaquePointer
  /// The tree only points to them, and to their rectangles.
  private let geometries: [GEOSGeometry]

  init(_ geometries: [GEOSGeometry], in context: GEOSContext) throws(GeometryEngineError) {
    guard let tree = unsafe GEOSSTRtree_create_r(context.handle, 10) else {
      throw context.failure(of: "index")
    }
    self.context = context
    unsafe self.tree = tree
    self.geometries = geometries
    for (index, geometry) in geometries.enumerated() {
      // An item is an address to GEOS and never followed; one more, as 0 would be none.
      let item = unsafe UnsafeMutableRawPointer(bitPattern: index + 1)
      unsafe GEOSSTRtree_insert_r(context.handle, tree, geometry.handle, item)
    }
  }

  deinit { unsafe GEOSSTRtree_destroy_r(context.handle, tree) }

  /// The indices of the geometries whose rectangle shares a position with that of the given one,
  /// ascending.
  func search(_ geometry: GEOSGeometry) -> [Int] {
    let found = Found()
    // The receiver outlives the call, so an unretained pointer to it is enough.
    unsafe GEOSSTRtree_query_r(
      context.handle, tree, geometry.handle,
      { item, receiver in
        guard let receiver = unsafe receiver else { return }
        unsafe Unmanaged<Found>.fromOpaque(receiver).takeUnretainedValue()
          .indices.append(Int(bitPattern: item) - 1)
      },
      Unmanaged.passUnretained(found).toOpaque())
    return found.indices.sorted()
  }

  private final class Found {
    var indices: [Int] = []
  }
}
