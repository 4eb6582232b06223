/// A closed chain of straight edges.
///
/// The corners are held once: the edge from the last corner back to the first is implied.
/// Consecutive equal corners are dropped when the ring is made.
public struct LinearRing: Hashable, Sendable {
  /// The corners in order, without repeating the first at the end.
  public let corners: [Coordinate]
  /// The smallest rectangle around the corners.
  public let bounds: BoundingBox

  /// A ring from its corners, in either direction.
  ///
  /// - Parameter positions: At least three different corners, in metres; a last position equal to
  ///   the first is accepted and dropped.
  /// - Throws: ``GeometryError/tooFewCorners(_:)`` or ``GeometryError/notFinite(corner:)``.
  /// - Complexity: O(*n*) in the number of positions.
  public init(_ positions: some Sequence<Coordinate>) throws(GeometryError) {
    try self.init(Array(positions))
  }

  /// The same from an array, which becomes the ring's own if nobody else holds it.
  ///
  /// - Throws: ``GeometryError/tooFewCorners(_:)`` or ``GeometryError/notFinite(corner:)``.
  /// - Complexity: O(*n*) in the number of positions.
  public init(_ positions: consuming [Coordinate]) throws(GeometryError) {
    var corners = positions
    let survey = Survey(corners.span)
    guard survey.isFinite else {
      throw .notFinite(corner: corners.firstIndex { !$0.isFinite } ?? 0)
    }
    if survey.hasRepeats { corners = Self.withoutRepeats(corners) }
    while corners.count > 1, corners.last == corners.first { corners.removeLast() }
    guard corners.count >= 3 else { throw .tooFewCorners(corners.count) }
    // Back and forth between two places, as in A, B, A, B.
    guard corners.contains(where: { $0 != corners[0] && $0 != corners[1] }) else {
      throw .tooFewCorners(2)
    }
    self.corners = corners
    bounds = survey.bounds
  }

  private static func withoutRepeats(_ positions: [Coordinate]) -> [Coordinate] {
    var corners: [Coordinate] = []
    for position in positions where corners.last != position { corners.append(position) }
    return corners
  }

  /// What one look at every position tells.
  private struct Survey {
    var bounds = BoundingBox.empty
    var isFinite = true
    /// Whether a position is equal to the one before it.
    var hasRepeats = false

    init(_ positions: Span<Coordinate>) {
      var previous = Coordinate(x: .nan, y: .nan)
      for index in positions.indices {
        let position = positions[index]
        isFinite = isFinite && position.isFinite
        hasRepeats = hasRepeats || position == previous
        bounds.formUnion(position)
        previous = position
      }
    }
  }

  /// The enclosed area in square metres, positive when the corners run counter-clockwise.
  ///
  /// - Complexity: O(*n*) in the number of corners.
  public var signedArea: Double {
    // Relative to the first corner, so that large eastings do not cost digits.
    let origin = corners[0]
    var twice = 0.0
    var previous = corners[corners.count - 1]
    for corner in corners {
      twice +=
        (previous.x - origin.x) * (corner.y - origin.y)
        - (corner.x - origin.x) * (previous.y - origin.y)
      previous = corner
    }
    return twice / 2
  }

  /// Where a position lies with respect to the ring, by the even-odd rule, without rounding error.
  ///
  /// - Complexity: O(*n*) in the number of corners.
  /// - SeeAlso: M. Shimrat, "Algorithm 112: Position of point relative to polygon",
  ///   *Communications of the ACM* 5(8), 1962, 434.
  public func location(of position: Coordinate) -> PointLocation {
    guard position.isFinite, bounds.contains(position) else { return .exterior }
    var crossings = EdgeCrossings(position)
    var previous = corners[corners.count - 1]
    for corner in corners {
      crossings.count(from: previous, to: corner)
      previous = corner
    }
    return crossings.location
  }
}
