internal import FileFormats
internal import SimpleFeatures

/// A row of a directory as it is stored, 32 bytes.
struct PostcodeRow {
  /// Longitude or easting.
  var x = 0.0
  /// Latitude or northing.
  var y = 0.0
  /// The number of the ward's code, from 1; 0 for none.
  var ward: UInt32 = 0
  /// The number of the borough's code, from 1; 0 for none.
  var borough: UInt32 = 0
  /// Months since the year 0; 0 where not known.
  var introduced: UInt16 = 0
  /// Months since the year 0; 0 for a live postcode.
  var terminated: UInt16 = 0
  var quality: UInt8 = 0
  var place = Place.none
  var isLargeUser = false

  enum Place: UInt8 {
    case none, degrees, nationalGrid
  }

  /// Where it is.
  var position: BritishPosition? {
    switch place {
    case .none: nil
    case .degrees: .degrees(LonLat(longitude: x, latitude: y))
    case .nationalGrid: .nationalGrid(Coordinate(x: x, y: y))
    }
  }

  var isLive: Bool { terminated == 0 }

  /// The order of preference among rows of one postcode, the best first: live before terminated,
  /// with a position before without, the latest, then whatever makes the choice the same for every
  /// order of the rows.
  static func isPreferred(_ first: PostcodeRow, over second: PostcodeRow) -> Bool {
    if first.isLive != second.isLive { return first.isLive }
    if (first.place == .none) != (second.place == .none) { return first.place != .none }
    if first.terminated != second.terminated { return first.terminated > second.terminated }
    if first.introduced != second.introduced { return first.introduced > second.introduced }
    return (first.place.rawValue, first.x, first.y, first.ward, first.borough)
      < (second.place.rawValue, second.x, second.y, second.ward, second.borough)
  }
}
