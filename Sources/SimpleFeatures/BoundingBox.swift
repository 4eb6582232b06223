/// An axis-aligned rectangle, closed on all sides, in metres.
public struct BoundingBox: Hashable, Sendable {
  /// The western edge.
  public var minX: Double
  /// The southern edge.
  public var minY: Double
  /// The eastern edge.
  public var maxX: Double
  /// The northern edge.
  public var maxY: Double

  /// A rectangle from its four edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The rectangle that contains nothing; the neutral element of ``formUnion(_:)-(BoundingBox)``.
  public static let empty = BoundingBox(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// The smallest rectangle around the positions; ``empty`` for none.
  public init(around positions: some Sequence<Coordinate>) {
    self = .empty
    for position in positions { formUnion(position) }
  }

  /// Whether the rectangle contains no position at all.
  public var isEmpty: Bool { minX > maxX || minY > maxY }

  /// The middle of the rectangle.
  public var centre: Coordinate { Coordinate(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  /// Grows to contain a position.
  public mutating func formUnion(_ position: Coordinate) {
    minX = min(minX, position.x)
    minY = min(minY, position.y)
    maxX = max(maxX, position.x)
    maxY = max(maxY, position.y)
  }

  /// Grows to contain another rectangle.
  public mutating func formUnion(_ other: BoundingBox) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Whether a position lies inside or on the edge.
  public func contains(_ position: Coordinate) -> Bool {
    position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
  }

  /// Whether the two rectangles share at least one position; an empty one shares none.
  public func intersects(_ other: BoundingBox) -> Bool {
    max(minX, other.minX) <= min(maxX, other.maxX)
      && max(minY, other.minY) <= min(maxY, other.maxY)
  }

  /// The square of the distance from a position to the nearest part of the rectangle; 0 inside.
  public func squaredDistance(to position: Coordinate) -> Double {
    let dx = max(minX - position.x, 0, position.x - maxX)
    let dy = max(minY - position.y, 0, position.y - maxY)
    return dx * dx + dy * dy
  }
}
