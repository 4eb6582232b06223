public import SimpleFeatures

/// A position in either of the two systems in which British sources give positions.
public enum BritishPosition: Hashable, Sendable {
  /// Longitude and latitude on WGS 84, in degrees.
  case degrees(LonLat)
  /// Easting and northing on the British National Grid (EPSG:27700), in metres.
  case nationalGrid(Coordinate)
}
