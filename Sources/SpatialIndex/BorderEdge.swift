internal import SimpleFeatures

/// One straight edge of a border.
struct BorderEdge: Sendable {
  let from: Coordinate
  let to: Coordinate

  var bounds: BoundingBox {
    BoundingBox(
      minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x),
      maxY: max(from.y, to.y))
  }

  var length: Double { from.distance(to: to).metres }

  /// Whether the two edges share a position, decided without rounding error.
  func meets(_ other: BorderEdge) -> Bool {
    let start = Orientation.of(other.from, from: from, to: to)
    let end = Orientation.of(other.to, from: from, to: to)
    if start == end { return start == .collinear && bounds.intersects(other.bounds) }
    return Orientation.of(from, from: other.from, to: other.to)
      != Orientation.of(to, from: other.from, to: other.to)
  }

  /// Whether the two edges come within a distance of each other, given as its square; 0 asks
  /// whether they meet.
  func comes(withinSquared limit: Double, of other: BorderEdge) -> Bool {
    if meets(other) { return true }
    // Of two edges that do not meet, an end of one is nearest to the other.
    return limit > 0
      && (isWithin(limit, of: other.from) || isWithin(limit, of: other.to)
        || other.isWithin(limit, of: from) || other.isWithin(limit, of: to))
  }

  private func isWithin(_ limit: Double, of position: Coordinate) -> Bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let (px, py) = (position.x - from.x, position.y - from.y)
    let along = px * dx + py * dy
    let squaredLength = dx * dx + dy * dy
    if along <= 0 { return from.squaredDistance(to: position) <= limit }
    if along >= squaredLength { return to.squaredDistance(to: position) <= limit }
    // Multiplied out rather than divided, so that whole metres compare exactly.
    let across = dx * py - dy * px
    return across * across <= limit * squaredLength
  }

  /// Whether the two edges share more than one position, decided without rounding error.
  func sharesStretch(with other: BorderEdge) -> Bool {
    guard
      Orientation.of(other.from, from: from, to: to) == .collinear,
      Orientation.of(other.to, from: from, to: to) == .collinear
    else { return false }
    let (mine, others) = (bounds, other.bounds)
    // On one line, both ordinates change together; a level line is told by the other one.
    return min(mine.maxX, others.maxX) > max(mine.minX, others.minX)
      || min(mine.maxY, others.maxY) > max(mine.minY, others.minY)
  }
}

extension BoundingBox {
  /// The rectangle wider by a distance on every side, and a little more: no position that is
  /// within the distance of the rectangle as measured is lost to rounding.
  func grown(by metres: Double) -> BoundingBox {
    let reach = metres.nextUp
    return BoundingBox(
      minX: (minX - reach).nextDown, minY: (minY - reach).nextDown, maxX: (maxX + reach).nextUp,
      maxY: (maxY + reach).nextUp)
  }
}
