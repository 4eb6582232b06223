internal import Foundation
public import SimpleFeatures

/// The live postcodes of a directory by where they are, to name the nearest to one out of use.
///
/// A hint for people and no more: who moved there may have moved anywhere.
public struct NearestLivePostcodes: Sendable {
  private let directory: PostcodeDirectory
  /// Indices of live postcodes with degrees, in ascending order of latitude.
  private let byLatitude: [Int]
  /// Indices of live postcodes with eastings and northings only, in ascending order of northing.
  private let byNorthing: [Int]

  /// The live postcodes of a directory that have positions.
  ///
  /// - Complexity: O(*n* log *n*) in the number of postcodes.
  public init(in directory: PostcodeDirectory) {
    self.directory = directory
    func live(_ place: PostcodeRow.Place) -> [Int] {
      let rows = directory.rows
      return rows.indices.filter { rows[$0].isLive && rows[$0].place == place }
        .sorted { (rows[$0].y, $0) < (rows[$1].y, $1) }
    }
    byLatitude = live(.degrees)
    byNorthing = live(.nationalGrid)
  }

  /// The nearest live postcode, the first of the alphabet among equally near ones, and how far it is.
  ///
  /// Only postcodes given in the same system are compared. The distance is straight over the ground,
  /// to better than 1 % within a few kilometres.
  ///
  /// - Parameter position: Where the postcode out of use was.
  /// - Returns: `nil` where no live postcode has a position in that system, or the position is not
  ///   finite.
  /// - Complexity: O(log *n* + *k*), with *k* postcodes as far north as the nearest, or nearer.
  public func nearest(to position: BritishPosition) -> (entry: PostcodeEntry, distance: Distance)? {
    switch position {
    case .degrees(let place):
      guard place.isOnEarth else { return nil }
      // The mean radius of the Earth.
      let metresPerDegree = 6_371_008.8 * Double.pi / 180
      return nearest(
        among: byLatitude, x: place.longitude, y: place.latitude,
        scale: (x: metresPerDegree * cos(place.latitude * .pi / 180), y: metresPerDegree))
    case .nationalGrid(let place):
      guard place.isFinite else { return nil }
      return nearest(among: byNorthing, x: place.x, y: place.y, scale: (x: 1, y: 1))
    }
  }

  private func nearest(
    among order: [Int], x: Double, y: Double, scale: (x: Double, y: Double)
  ) -> (entry: PostcodeEntry, distance: Distance)? {
    let rows = directory.rows
    var best: (square: Double, index: Int)?
    // One postcode of those at some latitude; false when none beyond it can be nearer.
    func visit(_ index: Int) -> Bool {
      let dy = (rows[index].y - y) * scale.y
      if let best, dy * dy > best.square { return false }
      let dx = (rows[index].x - x) * scale.x
      let square = dx * dx + dy * dy
      if best.map({ (square, index) < $0 }) ?? true { best = (square, index) }
      return true
    }
    let start = Self.firstIndex(in: order, of: rows, notBelow: y)
    var (above, below) = (start, start - 1)
    while above < order.count || below >= 0 {
      if above < order.count { above = visit(order[above]) ? above + 1 : order.count }
      if below >= 0 { below = visit(order[below]) ? below - 1 : -1 }
    }
    return best.map { nearest in
      let distance = Distance(metres: nearest.square.squareRoot())
      return (directory.entry(at: nearest.index), distance)
    }
  }

  private static func firstIndex(
    in order: [Int], of rows: [PostcodeRow], notBelow y: Double
  ) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = low + (high - low) / 2
      if rows[order[middle]].y < y { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
