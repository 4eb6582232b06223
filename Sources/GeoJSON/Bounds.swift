/// The least and greatest ordinates of some positions.
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
}
