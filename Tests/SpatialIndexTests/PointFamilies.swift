import SimpleFeatures
import TestSupport

/// Kinds of point set that an index of cells must sort.
enum PointFamily: CaseIterable {
  case none
  case one
  case identical
  case spread
  case lattice
  case tenths
  case onALine
  case onADiagonal
  case crowdWithOutlier

  func points(using random: inout SeededGenerator) -> [Coordinate] {
    let town = BoundingBox(minX: 503_000, minY: 155_000, maxX: 561_000, maxY: 201_000)
    let count = Int.random(in: 2...300, using: &random)
    func step(to end: Int) -> Double { Double(Int.random(in: 0...end, using: &random)) }
    func points(_ make: () -> Coordinate) -> [Coordinate] { (0..<count).map { _ in make() } }
    switch self {
    case .none: return []
    case .one: return [.random(in: town, using: &random)]
    case .identical: return points { Coordinate(x: 530_000.1, y: 180_000.7) }
    case .spread: return points { .random(in: town, using: &random) }
    // Many of the same, and many equally far away.
    case .lattice: return points { Coordinate(x: step(to: 8), y: step(to: 8)) }
    // Tenths have no exact double, so that cells and distances are rounded.
    case .tenths: return points { Coordinate(x: 0.1 + step(to: 20) * 0.1, y: step(to: 20) * 0.3) }
    case .onALine: return points { Coordinate(x: step(to: 40) * 0.7, y: 180_000) }
    case .onADiagonal:
      return points {
        let along = step(to: 500)
        return Coordinate(x: along, y: -along)
      }
    case .crowdWithOutlier:
      let crowd = BoundingBox(minX: 530_000, minY: 180_000, maxX: 530_001, maxY: 180_001)
      return points { .random(in: crowd, using: &random) } + [Coordinate(x: 0, y: 1e6)]
    }
  }

  /// Places to ask from: points themselves, places among them, beside them and far away.
  func queries(
    for points: [Coordinate], using random: inout SeededGenerator
  ) -> [Coordinate] {
    var box = BoundingBox(around: points)
    if box.isEmpty { box = BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1) }
    let (width, height) = (box.maxX - box.minX + 1, box.maxY - box.minY + 1)
    let wider = BoundingBox(
      minX: box.minX - width, minY: box.minY - height, maxX: box.maxX + width,
      maxY: box.maxY + height)
    var queries = Array(points.shuffled(using: &random).prefix(8))
    for _ in 0..<8 {
      queries.append(.random(in: box, using: &random))
      let place = Coordinate.random(in: wider, using: &random)
      queries.append(place)
      queries.append(Coordinate(x: place.x.rounded(), y: place.y.rounded()))
    }
    return queries + [
      Coordinate(x: box.minX, y: box.maxY), Coordinate(x: 1e9, y: -1e9), Coordinate(x: 0, y: 1e200),
    ]
  }
}
