import SpatialStatistics
import TestSupport

extension Neighbours {
  /// A square of cells, row by row: neighbours share an edge, or (queen) at least a corner.
  static func lattice(side: Int, queen: Bool = true) -> Neighbours {
    Neighbours(
      (0..<side * side).map { cell in
        (0..<side * side).filter { other in
          let (rows, columns) = (
            abs(cell / side - other / side), abs(cell % side - other % side)
          )
          return queen ? max(rows, columns) == 1 : rows + columns == 1
        }
      })
  }

  /// Areas in a row, each a neighbour of the next.
  static func path(_ count: Int) -> Neighbours {
    Neighbours((0..<count).map { area in [area - 1, area + 1].filter((0..<count).contains) })
  }

  /// Neighbours drawn at random, with weights that are not symmetric.
  static func random(_ count: Int, using random: inout SeededGenerator) throws -> Neighbours {
    try Neighbours(
      weighted: (0..<count).map { area in
        (0..<count).filter { $0 != area && Int.random(in: 0..<5, using: &random) < 3 }
          .shuffled(using: &random)
          .map { ($0, Double.random(in: 0.1...3, using: &random)) }
      })
  }

  /// The rows as they could be given again.
  var rows: [[(neighbour: Int, weight: Double)]] {
    (0..<count).map { self[$0].map { ($0.area, $0.weight) } }
  }

  /// The same neighbours, with each area's weights times a factor of its own.
  func scaled(by factor: (_ area: Int) -> Double) throws -> Neighbours {
    try Neighbours(
      weighted: rows.enumerated().map { area, row in
        row.map { ($0.neighbour, $0.weight * factor(area)) }
      })
  }

  /// The same map with its areas in another order: `order[k]` is the area that becomes the k-th.
  func relabelled(_ order: [Int]) throws -> Neighbours {
    var place = order
    for (new, old) in order.enumerated() { place[old] = new }
    let rows = rows
    return try Neighbours(
      weighted: order.map { old in rows[old].map { (place[$0.neighbour], $0.weight) } })
  }
}

extension Array {
  /// The elements in every order.
  var orders: [[Element]] {
    guard count > 1 else { return [self] }
    return indices.flatMap { index in
      var rest = self
      let element = rest.remove(at: index)
      return rest.orders.map { [element] + $0 }
    }
  }
}

extension [Double] {
  /// The mean and the variance (over *n*).
  var moments: (mean: Double, variance: Double) {
    let mean = reduce(0, +) / Double(count)
    return (mean, reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count))
  }

  /// Random values with few ties.
  static func random(
    _ count: Int, in range: ClosedRange<Double> = 0...10, using random: inout SeededGenerator
  ) -> [Double] {
    (0..<count).map { _ in .random(in: range, using: &random) }
  }
}
