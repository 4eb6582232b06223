/// Counts the edges that a ray from a position to the east crosses.
///
/// Feed every edge of an area, in any order, outer rings and holes alike; ``location`` then says
/// where the position lies by the even-odd rule. Decisions are exact, so the result does not
/// depend on the order or direction of the edges.
public struct EdgeCrossings: Sendable {
  @usableFromInline let position: Coordinate
  @usableFromInline var isOdd = false
  @usableFromInline var isOnEdge = false

  /// A count that has seen no edge yet.
  @inlinable
  public init(_ position: Coordinate) {
    self.position = position
  }

  /// Takes one edge into account.
  @inlinable
  public mutating func count(from a: Coordinate, to b: Coordinate) {
    let aIsAbove = a.y > position.y
    let bIsAbove = b.y > position.y
    if aIsAbove == bIsAbove {
      // No crossing, but the position may lie on a horizontal edge or on the upper corner of one
      // that ends at its height.
      guard max(a.y, b.y) == position.y else { return }
      if a == position || b == position {
        isOnEdge = true
      } else if a.y == b.y, position.x > min(a.x, b.x), position.x < max(a.x, b.x) {
        isOnEdge = true
      }
      return
    }
    if max(a.x, b.x) < position.x { return }
    if min(a.x, b.x) > position.x {
      isOdd.toggle()
      return
    }
    let (lower, upper) = aIsAbove ? (b, a) : (a, b)
    switch Orientation.of(position, from: lower, to: upper) {
    case .left: isOdd.toggle()
    case .right: break
    case .collinear: isOnEdge = true
    }
  }

  /// Where the position lies with respect to the edges seen so far.
  @inlinable
  public var location: PointLocation {
    isOnEdge ? .boundary : isOdd ? .interior : .exterior
  }
}
