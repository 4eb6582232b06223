import CPROJ

/// A way from one reference system to another and back.
///
/// Not `Sendable`: make one per task. Making one costs as much as transforming tens of thousands of
/// positions, so keep it.
///
/// Between WGS 84 and the British National Grid the accuracy depends on a file. With the grid
/// `uk_os_OSTN15_NTv2_OSGBtoETRS.tif`, wherever PROJ finds it, results are the Ordnance Survey's
/// own, to centimetres. Without it PROJ uses seven parameters for the whole country, the
/// operation "OSGB36 to WGS 84 (6)", for which it states 2 m; against the grid the error is
/// 1.75 m in London and up to 5 m at the edges of Great Britain. A city moves as a whole:
/// distances inside London change by two parts in 10⁵ on average and by less than a part in 5000,
/// the worst at a kilometre being 0.1 m. Without the grid a position also returns from a trip
/// there and back up to 2 mm beside itself, because its height is dropped on the way.
/// ``lastOperation()`` tells which operation it was.
@safe public final class CoordinateTransform {
  /// Where ``Direction/forward`` starts.
  public let source: ReferenceSystem
  /// Where ``Direction/forward`` ends.
  public let target: ReferenceSystem
  /// PROJ's object; `nil` when the two reference systems are the same.
  let operation: PROJObject?
  /// Whether the source is in longitude and latitude.
  let isFromDegrees: Bool

  /// Which way to go.
  public enum Direction: Hashable, Sendable {
    /// From the source to the target.
    case forward
    /// From the target to the source.
    case inverse
  }

  /// A transform between two reference systems, the best that PROJ can make from its files.
  ///
  /// - Parameters:
  ///   - source: Where positions come from.
  ///   - target: Where they go.
  ///   - gridFolder: A folder to search for grids before PROJ's own folders (which include
  ///     those in the environment variable `PROJ_DATA`). The network is never used.
  /// - Throws: ``GeometryEngineError/transformUnavailable(from:to:message:)`` or
  ///   ``GeometryEngineError/unknownReferenceSystem(_:)``.
  public init(
    from source: ReferenceSystem, to target: ReferenceSystem, gridFolder: String? = nil
  ) throws(GeometryEngineError) {
    self.source = source
    self.target = target
    guard source != target else {
      operation = nil
      isFromDegrees = try source.isGeographic()
      return
    }
    let context = try PROJContext(gridFolder: gridFolder)
    let start = try PROJObject(source, in: context)
    let end = try PROJObject(target, in: context)
    // PROJ follows the register's axis order; normalised, x is longitude or easting.
    guard
      let registered = unsafe PROJObject(
        proj_create_crs_to_crs_from_pj(
          context.handle, start.handle, end.handle, nil, nil), in: context),
      let normalised = unsafe PROJObject(
        proj_normalize_for_visualization(context.handle, registered.handle), in: context)
    else {
      throw .transformUnavailable(
        from: source.code, to: target.code, message: context.takeMessage())
    }
    operation = normalised
    isFromDegrees = start.isGeographic
  }

  /// Transforms positions in place, all or none.
  ///
  /// - Parameters:
  ///   - x: Longitudes in degrees, or eastings in the unit of the reference system.
  ///   - y: Latitudes or northings, one for each of `x`.
  ///   - direction: Which way to go.
  /// - Throws: ``GeometryEngineError/transformFailed(index:x:y:)`` with the first position that
  ///   is not finite or has no image; then all positions are as they were given.
  /// - Precondition: `x` and `y` are of the same length.
  /// - Complexity: O(*n*).
  public func apply(
    x: inout [Double], y: inout [Double], direction: Direction = .forward
  ) throws(GeometryEngineError) {
    precondition(x.count == y.count, "every position needs an x and a y")
    if let index = firstNotFinite(x, y) {
      throw .transformFailed(index: index, x: x[index], y: y[index])
    }
    guard let operation, !x.isEmpty else { return }
    let given = (x: x, y: y)
    let count = x.count
    let stride = MemoryLayout<Double>.stride
    _ = unsafe proj_trans_generic(
      operation.handle, direction == .forward ? PJ_FWD : PJ_INV,
      &x, stride, count, &y, stride, count, nil, 0, 0, nil, 0, 0)
    // PROJ marks each position that it cannot transform by an infinity.
    guard let index = firstNotFinite(x, y) else { return }
    x = given.x
    y = given.y
    throw .transformFailed(index: index, x: x[index], y: y[index])
  }
}

private func firstNotFinite(_ x: [Double], _ y: [Double]) -> Int? {
  x.indices.first { !(x[$0].isFinite && y[$0].isFinite) }
}
