import CGEOS
public import SimpleFeatures

/// Lines without areas: what they enclose between them.
public enum Linework {
  /// The faces that lines divide the plane into, but for the unbounded one.
  ///
  /// A line that ends in a face without dividing it is left out. A face that encloses others has
  /// them cut out as holes.
  ///
  /// - Parameters:
  ///   - lines: Chains of straight edges, each from two positions on, in any order and direction.
  ///   - areNoded: Whether it is known that the lines share nothing but their ends, and do not
  ///     meet themselves but at their ends. If not, they are cut where they meet, and the corners
  ///     made there are rounded.
  /// - Returns: The faces, in a canonical order of faces and corners.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - Complexity: O((*n* + *k*) log *n*) for *n* edges and *k* crossings.
  public static func faces(
    of lines: [[Coordinate]], areNoded: Bool = false
  ) throws(GeometryEngineError) -> [Polygon] {
    let context = try GEOSContext()
    var lines = try GEOSGeometry(lines: lines, in: context)
    if !areNoded {
      lines = try unsafe lines.applying("noding") { unsafe GEOSUnaryUnion_r($0, $1) }
    }
    let faces = try unsafe lines.applying("faces") { context, lines in
      var lines: OpaquePointer? = unsafe lines
      // An array of one, which is read only.
      return unsafe GEOSPolygonize_r(context, &lines, 1)
    }
    return try Overlay.result(faces).polygons
  }
}

extension GEOSGeometry {
  /// A GEOS multilinestring of the given lines.
  fileprivate convenience init(
    lines: [[Coordinate]], in context: GEOSContext
  ) throws(GeometryEngineError) {
    var parts: [GEOSGeometry] = []
    parts.reserveCapacity(lines.count)
    for line in lines {
      let ordinates = line.flatMap { [$0.x, $0.y] }
      let sequence = unsafe GEOSCoordSeq_copyFromBuffer_r(
        context.handle, ordinates, UInt32(line.count), 0, 0)
      guard let sequence = unsafe sequence else { throw context.failure(of: "line") }
      parts.append(
        try unsafe GEOSGeometry(
          GEOSGeom_createLineString_r(context.handle, sequence), of: "line", in: context))
    }
    var handles = unsafe parts.map { unsafe $0.release() }
    let type = Int32(GEOS_MULTILINESTRING.rawValue)
    try unsafe self.init(
      GEOSGeom_createCollection_r(context.handle, type, &handles, UInt32(handles.count)),
      of: "lines", in: context)
  }
}
