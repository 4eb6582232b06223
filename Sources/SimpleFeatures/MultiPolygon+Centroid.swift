extension MultiPolygon {
  /// The centre of mass of the area, which need not lie in it; the middle of its rectangle for an
  /// area without extent.
  ///
  /// Summed over triangles from one corner of all rings, holes taken off.
  ///
  /// - Complexity: O(*n*) in the number of corners.
  /// - SeeAlso: P. Bourke, "Calculating the area and centroid of a polygon", 1988.
  public var centroid: Coordinate {
    // Relative to a near point, so that large eastings do not cost digits.
    let origin = bounds.centre
    var (mass, momentX, momentY) = (0.0, 0.0, 0.0)
    for polygon in polygons {
      for (index, ring) in polygon.rings.enumerated() {
        let sign = (ring.signedArea < 0 ? -1.0 : 1) * (index == 0 ? 1 : -1)
        var previous = ring.corners[ring.corners.count - 1]
        for corner in ring.corners {
          let (ax, ay) = (previous.x - origin.x, previous.y - origin.y)
          let (bx, by) = (corner.x - origin.x, corner.y - origin.y)
          let cross = sign * (ax * by - bx * ay)
          mass += cross
          momentX += (ax + bx) * cross
          momentY += (ay + by) * cross
          previous = corner
        }
      }
    }
    guard mass > 0 else { return origin }
    return Coordinate(x: origin.x + momentX / (3 * mass), y: origin.y + momentY / (3 * mass))
  }
}
