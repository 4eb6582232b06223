extension MultiPolygon {
  /// Whether the area is plainly valid: no two edges meet but neighbours at their common corner,
  /// every hole lies inside its exterior, and no other ring inside another.
  ///
  /// Decided without rounding error, except that `false` also stands for "perhaps": for rings that
  /// touch or nest in the ways that are allowed, and for shapes so tangled that looking closely
  /// does not pay. Nearly all areas of real files are plainly valid, and telling so takes less than
  /// half as long as the full answer, which `Validity.of` gives.
  ///
  /// - Complexity: O(*n*) in the number of corners.
  /// - SeeAlso: OGC 06-103r4, *Simple feature access – Part 1: Common architecture*, 6.1.11.1.
  public var isPlainlyValid: Bool {
    let rings = rings
    guard rings.allSatisfy(Self.isWithinRange), let grid = EdgeGrid(rings),
      !grid.hasMeetings
    else { return false }
    // Edges keep clear of each other: one corner tells for the whole ring where it lies.
    var looks = 64 * rings.reduce(1024) { $0 + $1.corners.count }
    func lies(_ ring: LinearRing, in other: LinearRing) -> Bool? {
      looks -= 1
      let corner = ring.corners[0]
      guard other.bounds.contains(corner) else { return looks < 0 ? nil : false }
      looks -= other.corners.count
      return looks < 0 ? nil : other.location(of: corner) == .interior
    }
    func areApart(_ rings: [LinearRing]) -> Bool {
      rings.indices.allSatisfy { index in
        rings.indices.allSatisfy { $0 == index || lies(rings[index], in: rings[$0]) == false }
      }
    }
    return areApart(polygons.map(\.exterior))
      && polygons.allSatisfy { polygon in
        polygon.holes.allSatisfy { lies($0, in: polygon.exterior) == true }
          && areApart(polygon.holes)
      }
  }

  /// Whether products of differences stay within the range for which ``Orientation`` is exact.
  private static func isWithinRange(_ ring: LinearRing) -> Bool {
    ring.corners.allSatisfy { corner in
      [corner.x, corner.y].allSatisfy { $0 == 0 || (1e-100...1e100).contains(abs($0)) }
    }
  }
}
