import SimpleFeatures
import TestSupport
import Testing

/// Places and sites laid out so that something is hard about them; distances of interest are 2000 m.
enum PlaceFamily: String, CaseIterable, CustomTestStringConvertible {
  /// So many that a disc covers cells whole, and bell curves are summed by cells.
  case crowd
  /// A dense town and a place very far away, which makes all cells but one large.
  case outlier
  /// All at one spot.
  case spot
  /// Along a line, so that the cells make one row.
  case line
  /// On the lattice of 100 m, with many pairs exactly 2000 m apart.
  case lattice
  /// Positions whose last digits are as large as a metre.
  case remote
  /// Fewer than a block of four.
  case few

  var testDescription: String { rawValue }

  func points(seed: UInt64) -> (places: [Coordinate], sites: [Coordinate?]) {
    var random = SeededGenerator(seed: seed)
    let town = BoundingBox(minX: 0, minY: 0, maxX: 6000, maxY: 5000)
    func anywhere(_ count: Int, in box: BoundingBox) -> [Coordinate] {
      (0..<count).map { _ in .random(in: box, using: &random) }
    }
    var places: [Coordinate]
    var sites: [Coordinate?]
    switch self {
    case .crowd:
      places = anywhere(5000, in: BoundingBox(minX: 0, minY: 0, maxX: 2400, maxY: 2100))
      sites = anywhere(6, in: town)
    case .outlier:
      places = anywhere(900, in: town) + [Coordinate(x: 4e7, y: -9e6)]
      sites = anywhere(8, in: town) + [places.last]
    case .spot:
      places = Array(repeating: Coordinate(x: 531_000.5, y: 180_000.25), count: 500)
      sites = [places[0], Coordinate(x: 532_000, y: 180_000), Coordinate(x: 541_000, y: 180_000)]
    case .line:
      places = anywhere(800, in: BoundingBox(minX: 0, minY: 7, maxX: 20_000, maxY: 7))
      sites = anywhere(6, in: BoundingBox(minX: -3000, minY: -500, maxX: 22_000, maxY: 500))
    case .lattice:
      places = (0..<70).flatMap { x in
        (0..<60).map { Coordinate(x: Double(x * 100), y: Double($0 * 100)) }
      }
      sites = (0..<8).map { _ in places.randomElement(using: &random) }
    case .remote:
      places = anywhere(2000, in: town).map { Coordinate(x: $0.x + 5e15, y: $0.y - 5e15) }
      sites = anywhere(5, in: town).map { Coordinate(x: $0.x + 5e15, y: $0.y - 5e15) }
    case .few:
      places = anywhere(3, in: town)
      sites = anywhere(4, in: town)
    }
    sites += [nil, places.first, Coordinate(x: 9e7, y: 9e7)]
    return (places, sites)
  }
}
