/// A position in the plane of a study's reference system, in metres.
///
/// Everything the engine computes is in these coordinates; degrees (``LonLat``) exist only in
/// readers and writers, so that nobody can take a Euclidean distance of degrees.
public struct Coordinate: Hashable, Sendable {
  /// Easting, in metres.
  public var x: Double
  /// Northing, in metres.
  public var y: Double

  /// A position from its easting and northing in metres.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both ordinates are finite numbers.
  public var isFinite: Bool { x.isFinite && y.isFinite }

  /// The square of the straight-line distance to another position, in square metres.
  ///
  /// Compare squares rather than distances at a threshold: for whole-metre coordinates the
  /// square is exact, so a place exactly on the edge of a catchment is never lost to rounding.
  public func squaredDistance(to other: Coordinate) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    return dx * dx + dy * dy
  }

  /// The straight-line distance to another position.
  public func distance(to other: Coordinate) -> Distance {
    Distance(metres: squaredDistance(to: other).squareRoot())
  }
}
