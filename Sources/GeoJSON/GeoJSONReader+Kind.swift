extension GeoJSONReader {
  /// Whether a JSON text is meant to be GeoJSON: its outermost object says so in its `type`, or it
  /// breaks off or goes wrong before that could be told.
  ///
  /// - Complexity: O(1) if `type` comes first, else O(*n*) in the members before it.
  public static func isGeoJSON(_ bytes: [UInt8]) -> Bool {
    guard var scanner = try? JSONScanner(bytes, limits: .default),
      scanner.current == UInt8(ascii: "{")
    else { return false }
    do {
      guard let type = try scanner.typeAhead() else { return false }
      return ["FeatureCollection", "Feature"].contains(type)
        || GeometryType(rawValue: type) != nil
    } catch {
      return true
    }
  }
}
