/// What an object of the document contains: its positions, as far as a `bbox` speaks of them.
struct Contents {
  /// The number of positions.
  private(set) var positions = 0
  /// Where the first position is.
  private(set) var firstPosition: Int?
  /// Their extent.
  private(set) var bounds: Bounds?
  /// The largest number of ordinates.
  private(set) var dimensions = 0
  /// The extent of the longitudes east and west of Greenwich, for boxes across the antimeridian.
  private var leastEastern = Double.infinity
  private var greatestWestern = -Double.infinity

  mutating func add(_ position: Position, ordinates: Int, at offset: Int) {
    positions += 1
    if firstPosition == nil { firstPosition = offset }
    let point = Bounds(position)
    bounds = bounds?.union(point) ?? point
    dimensions = max(dimensions, ordinates)
    if position.x < 0 {
      greatestWestern = max(greatestWestern, position.x)
    } else {
      leastEastern = min(leastEastern, position.x)
    }
  }

  func union(_ other: Contents) -> Contents {
    var union = self
    union.positions += other.positions
    union.firstPosition = [firstPosition, other.firstPosition].compactMap(\.self).min()
    if let theirs = other.bounds { union.bounds = bounds?.union(theirs) ?? theirs }
    union.dimensions = max(dimensions, other.dimensions)
    union.leastEastern = min(leastEastern, other.leastEastern)
    union.greatestWestern = max(greatestWestern, other.greatestWestern)
    return union
  }

  /// Whether all positions lie in a box whose western edge is east of its eastern one if it
  /// crosses the antimeridian.
  func lie(in box: Bounds, within tolerance: Double) -> Bool {
    guard let bounds else { return true }
    guard bounds.south >= box.south - tolerance, bounds.north <= box.north + tolerance else {
      return false
    }
    if box.west <= box.east {
      return bounds.west >= box.west - tolerance && bounds.east <= box.east + tolerance
    }
    return leastEastern >= box.west - tolerance && greatestWestern <= box.east + tolerance
  }
}

extension Bounds {
  /// Whether these cannot be longitude and latitude, but can be latitude and longitude.
  var fitsOnlySwapped: Bool {
    (north > 90 || south < -90) && north <= 180 && south >= -180 && west >= -90 && east <= 90
  }

  /// Whether the bounds lie in those of Great Britain with the ordinates swapped, which is open
  /// sea but for the Seychelles.
  var looksLikeSwappedBritain: Bool {
    let isInBritain = west >= 49.8 && east <= 61 && south >= -8.7 && north <= 1.9
    let isInSeychelles = west >= 52.5 && east <= 56.5 && south >= -10 && north <= -3.6
    return isInBritain && !isInSeychelles
  }

  /// Whether the bounds lie in those of the British National Grid, in metres.
  var looksLikeBritishNationalGrid: Bool {
    west >= 0 && east <= 700_000 && south >= 0 && north <= 1_300_000
  }
}
