/// A geographic position on WGS 84, in degrees.
///
/// Used only where files and people speak in degrees; see ``Coordinate``.
public struct LonLat: Hashable, Sendable {
  /// Degrees east of Greenwich, −180 to 180.
  public var longitude: Double
  /// Degrees north of the equator, −90 to 90.
  public var latitude: Double

  /// A position from its longitude and latitude in degrees, longitude first.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Whether the position can lie on the Earth: finite, and within ±180 and ±90 degrees.
  public var isOnEarth: Bool {
    longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
  }
}
