internal import SimpleFeatures

extension PostcodeRow {
  /// What two cells say of a position.
  enum Ordinates {
    /// Nothing, or in the way of the source that no position is known.
    case missing
    /// A position.
    case known(x: Double, y: Double)
    /// Something else.
    case unreadable
  }

  /// A longitude and a latitude; the ONS writes 0 and 99.999999 where no position is known.
  static func degrees(longitude: ArraySlice<UInt8>, latitude: ArraySlice<UInt8>) -> Ordinates {
    ordinates(x: longitude, y: latitude) { x, y in
      if y == 99.999999 || (x == 0 && y == 0) { return .missing }
      return LonLat(longitude: x, latitude: y).isOnEarth ? .known(x: x, y: y) : .unreadable
    }
  }

  /// An easting and a northing on the British National Grid.
  static func nationalGrid(easting: ArraySlice<UInt8>, northing: ArraySlice<UInt8>) -> Ordinates {
    ordinates(x: easting, y: northing) { x, y in
      if x == 0 && y == 0 { return .missing }
      return NationalGrid.contains(easting: x, northing: y) ? .known(x: x, y: y) : .unreadable
    }
  }

  private static func ordinates(
    x: ArraySlice<UInt8>, y: ArraySlice<UInt8>, _ judge: (Double, Double) -> Ordinates
  ) -> Ordinates {
    if DecimalText.trimmed(x).isEmpty || DecimalText.trimmed(y).isEmpty { return .missing }
    guard let x = DecimalText.number(x), let y = DecimalText.number(y) else { return .unreadable }
    return judge(x, y)
  }
}
