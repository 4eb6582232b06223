internal import SimpleFeatures

/// The directions in which edges leave one place, in order counter-clockwise from the east,
/// decided without rounding error.
struct Directions {
  private let centre: Coordinate

  init(from centre: Coordinate) {
    self.centre = centre
  }

  /// The rank of each position's direction among all of them; positions in the same direction
  /// share a rank.
  ///
  /// - Complexity: O(*n* log *n*).
  func ranks(of positions: [Coordinate]) -> [Int] {
    let order = positions.indices.sorted { precedes(positions[$0], positions[$1]) }
    var ranks = Array(repeating: 0, count: positions.count)
    for (last, index) in zip(order, order.dropFirst()) {
      ranks[index] = ranks[last] + (precedes(positions[last], positions[index]) ? 1 : 0)
    }
    return ranks
  }

  private func precedes(_ first: Coordinate, _ second: Coordinate) -> Bool {
    let (one, two) = (isUpper(first), isUpper(second))
    if one != two { return one }
    return Orientation.of(second, from: centre, to: first) == .left
  }

  /// Whether the direction is from due east, included, to due west, excluded.
  private func isUpper(_ position: Coordinate) -> Bool {
    position.y > centre.y || position.y == centre.y && position.x > centre.x
  }
}
