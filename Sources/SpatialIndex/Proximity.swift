public import SimpleFeatures

/// Who is near whom: neighbours by the distance between points, such as the centres of areas.
public enum Proximity: Hashable, Sendable {
  /// The given number of nearest others, and every other exactly as near as the last of them.
  ///
  /// Ties are kept rather than broken, so that the lists do not depend on the order of the points;
  /// they may hold more than the number. **Not symmetric**: the point nearest to an outlying one
  /// has nearer points of its own.
  case nearest(Int)
  /// All others at most this far away: at the distance is in. Symmetric.
  case within(Distance)

  /// The neighbours of every point.
  ///
  /// Points at the same position are each other's neighbours, at distance 0. Distances are
  /// compared as squares, so those between whole metres are exact.
  ///
  /// - Parameter points: Finite positions.
  /// - Returns: For every point the indices of its neighbours, ascending, itself not among them.
  /// - Complexity: O(*n* + *k* log *k*) on well-spread points, for *k* neighbours in all.
  public func neighbours(of points: [Coordinate]) -> [[Int]] {
    precondition(points.allSatisfy(\.isFinite), "points must be finite")
    let grid = PointGrid(points)
    return points.enumerated().map { index, point in
      let found =
        switch self {
        case .nearest(let count):
          // One more, for the point itself, which is at distance 0 and so always among them.
          count > 0 ? grid.nearest(count + 1, to: point) : []
        case .within(let distance):
          grid.neighbours(of: point, within: distance)
        }
      return found.map(\.index).filter { $0 != index }.sorted()
    }
  }
}
