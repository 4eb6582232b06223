import CGEOS
public import SimpleFeatures

// Operations that move the outline of one area.
extension Overlay {
  /// The area within a distance of the given one, or what is left of it that far from its border.
  ///
  /// Round corners are drawn as chords between points on the circle, so the result lies inside
  /// the true one, by at most *d* (1 − cos(π ∕ 4*n*)): half a per cent of the distance with
  /// *n* = 8.
  ///
  /// - Parameters:
  ///   - area: A valid area.
  ///   - distance: How far the border moves; negative moves it inwards. Finite.
  ///   - quadrantSegments: *n*, the number of chords to a quarter circle; at least 1.
  /// - Returns: The area; empty when a negative distance leaves nothing.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  public static func buffer(
    _ area: MultiPolygon, by distance: Distance, quadrantSegments: Int = 8
  ) throws(GeometryEngineError) -> MultiPolygon {
    precondition(distance.metres.isFinite, "the distance of a buffer must be finite")
    precondition(quadrantSegments >= 1, "a quarter circle needs at least one chord")
    let source = try GEOSGeometry(area.polygons, in: GEOSContext())
    return try unsafe result(
      source.applying("buffer") {
        unsafe GEOSBuffer_r($0, $1, distance.metres, Int32(clamping: quadrantSegments))
      })
  }

  /// The area with gaps, notches and holes narrower than twice the distance filled.
  ///
  /// The border goes out by the distance and back again. Corners are kept sharp (mitred), so a
  /// shape without such gaps comes back as it was, up to rounding; only corners sharper than 23°,
  /// which would reach out more than five distances, are blunted.
  ///
  /// - Parameters:
  ///   - area: A valid area.
  ///   - distance: Half the width of the widest gap to fill; finite, not negative.
  /// - Returns: The filled area; it covers the given one but for rounding and blunted corners.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - SeeAlso: J. Serra, *Image Analysis and Mathematical Morphology*, 1982, on closings.
  public static func closing(
    of area: MultiPolygon, by distance: Distance
  ) throws(GeometryEngineError) -> MultiPolygon {
    precondition(
      distance.metres.isFinite && distance.metres >= 0,
      "the distance of a closing must be finite and not negative")
    let source = try GEOSGeometry(area.polygons, in: GEOSContext())
    let grown = try mitred(source, by: distance.metres)
    return try result(mitred(grown, by: -distance.metres))
  }

  private static func mitred(
    _ source: GEOSGeometry, by metres: Double
  ) throws(GeometryEngineError) -> GEOSGeometry {
    try unsafe source.applying("closing") {
      unsafe GEOSBufferWithStyle_r(
        $0, $1, metres, 8, Int32(GEOSBUF_CAP_FLAT.rawValue), Int32(GEOSBUF_JOIN_MITRE.rawValue), 5)
    }
  }

  /// The area with fewer corners, none of the dropped ones farther than the tolerance from it.
  ///
  /// Every part and hole is kept. Areas simplified one by one no longer share their borders: gaps
  /// and overlaps up to twice the tolerance open between neighbours.
  ///
  /// - Parameters:
  ///   - area: A valid area.
  ///   - tolerance: The largest deviation; finite, not negative.
  /// - Returns: The area of a subset of the corners.
  /// - Throws: ``GeometryEngineError/geos(operation:message:)``.
  /// - SeeAlso: D. H. Douglas, T. K. Peucker, "Algorithms for the reduction of the number of
  ///   points required to represent a digitized line or its caricature", *Cartographica* 10(2),
  ///   1973, 112–122.
  public static func simplified(
    _ area: MultiPolygon, tolerance: Distance
  ) throws(GeometryEngineError) -> MultiPolygon {
    precondition(
      tolerance.metres.isFinite && tolerance.metres >= 0,
      "the tolerance must be finite and not negative")
    let source = try GEOSGeometry(area.polygons, in: GEOSContext())
    return try unsafe result(
      source.applying("simplification") {
        unsafe GEOSTopologyPreserveSimplify_r($0, $1, tolerance.metres)
      })
  }
}
