/// The least and greatest ordinates of some positions.
///
/// Rounding keeps order, so the bounds of the rounded positions are the rounded bounds.
struct Bounds: Hashable, Sendable {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  init(_ position: Position) {
    west = position.x
    south = position.y
    east = position.x
    north = position.y
  }

  func union(_ other: Bounds) -> Bounds {
    var union = self
    union.west = min(west, other.west)
    union.south = min(south, other.south)
    union.east = max(east, other.east)
    union.north = max(north, other.north)
    return union
  }

  /// Writes `[west,south,east,north]`.
  func append(to bytes: inout [UInt8], decimals: Int) {
    bytes.append(UInt8(ascii: "["))
    for (index, ordinate) in [west, south, east, north].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      FixedDecimal(ordinate, places: decimals).append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
