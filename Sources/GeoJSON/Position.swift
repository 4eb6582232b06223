/// A position as a GeoJSON document states it: its first and second ordinate.
///
/// In a document that keeps to RFC 7946 these are the longitude and the latitude in degrees,
/// WGS 84. In an old document with a `crs` member they are whatever that system says, for instance
/// easting and northing in metres. Further ordinates (heights) are not kept.
///
/// - SeeAlso: RFC 7946, section 3.1.1.
public struct Position: Hashable, Sendable {
  /// The first ordinate: longitude or easting.
  public var x: Double
  /// The second ordinate: latitude or northing.
  public var y: Double

  /// Makes a position of its two ordinates.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
