internal import SimpleFeatures

/// The rings of areas, one after the other.
struct AreaRings {
  /// What all ordinates are taken times.
  let scale: Double
  /// The corners of each ring, the first one again at the end.
  private(set) var corners: [Coordinate] = []
  /// Where each ring begins.
  private(set) var starts: [Int] = []
  /// The area of each ring.
  private(set) var areas: [Int32] = []
  /// The sum of the widths and heights of all edges.
  private(set) var length = 0.0

  init(_ areas: [MultiPolygon], scale: Double) {
    self.scale = scale
    var count = 0
    for area in areas {
      for polygon in area.polygons {
        count += polygon.exterior.corners.count + 1
        for hole in polygon.holes { count += hole.corners.count + 1 }
      }
    }
    precondition(count < 1 << 28, "the corners of areas are numbered up to 2²⁸")
    corners.reserveCapacity(count)
    for (index, area) in areas.enumerated() {
      for polygon in area.polygons {
        add(polygon.exterior, of: Int32(index))
        for hole in polygon.holes { add(hole, of: Int32(index)) }
      }
    }
  }

  /// The corners of a ring.
  func range(_ ring: Int) -> Range<Int> {
    starts[ring]..<(ring + 1 < starts.count ? starts[ring + 1] : corners.count)
  }

  private mutating func add(_ ring: LinearRing, of area: Int32) {
    starts.append(corners.count)
    areas.append(area)
    var previous = ring.corners[ring.corners.count - 1].scaled(by: scale)
    corners.append(previous)
    for corner in ring.corners {
      let next = corner.scaled(by: scale)
      length += abs(next.x - previous.x) + abs(next.y - previous.y)
      corners.append(next)
      previous = next
    }
  }
}

extension Coordinate {
  /// The position, both ordinates taken times a factor.
  @inline(__always)
  func scaled(by factor: Double) -> Coordinate { Coordinate(x: x * factor, y: y * factor) }
}

extension BoundingBox {
  /// The rectangle, all ordinates taken times a factor.
  func scaled(by factor: Double) -> BoundingBox {
    BoundingBox(minX: minX * factor, minY: minY * factor, maxX: maxX * factor, maxY: maxY * factor)
  }
}
