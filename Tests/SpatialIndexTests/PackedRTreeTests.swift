import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

/// Kinds of rectangle that an index must sort.
enum BoxFamily: CaseIterable {
  case spread
  case positions
  case identical
  case onALine
  case someEmpty

  func boxes(_ count: Int, using random: inout SeededGenerator) -> [BoundingBox] {
    let town = BoundingBox(minX: 503_000, minY: 155_000, maxX: 561_000, maxY: 201_000)
    func box(at corner: Coordinate, upTo side: Double) -> BoundingBox {
      BoundingBox(
        minX: corner.x, minY: corner.y, maxX: corner.x + .random(in: 0...side, using: &random),
        maxY: corner.y + .random(in: 0...side, using: &random))
    }
    return (0..<count).map { index in
      let corner = Coordinate.random(in: town, using: &random)
      switch self {
      case .spread: return box(at: corner, upTo: 3000)
      case .positions: return BoundingBox(around: [corner])
      case .identical:
        return BoundingBox(minX: 510_000, minY: 160_000, maxX: 511_000, maxY: 161_000)
      case .onALine: return BoundingBox(around: [Coordinate(x: corner.x, y: 180_000)])
      case .someEmpty:
        let full = box(at: corner, upTo: 3000)
        switch index % 4 {
        case 0: return .empty
        case 1:
          return BoundingBox(
            minX: full.maxX + 1, minY: full.minY, maxX: full.minX, maxY: full.maxY)
        default: return full
        }
      }
    }
  }
}

@Suite struct `Packed R-trees` {
  // Around the fan-out and its square, where levels come and go.
  @Test(
    arguments: BoxFamily.allCases, [0, 1, 2, 15, 16, 17, 255, 256, 257, 5000])
  func `find what a look at every rectangle finds`(family: BoxFamily, count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let boxes = family.boxes(count, using: &random)
    let tree = PackedRTree(boxes)
    #expect(tree.count == count)
    for query in Self.queries(boxes, using: &random) {
      let expected = boxes.indices.filter { index in
        !boxes[index].isEmpty && !query.isEmpty && boxes[index].intersects(query)
      }
      #expect(tree.search(query) == expected)
      var visited: [Int] = []
      tree.forEach(intersecting: query) { visited.append($0) }
      #expect(visited.sorted() == expected)
    }
  }

  private static func queries(
    _ boxes: [BoundingBox], using random: inout SeededGenerator
  ) -> [BoundingBox] {
    let town = BoundingBox(minX: 500_000, minY: 150_000, maxX: 565_000, maxY: 205_000)
    var queries = [
      BoundingBox.empty, town,
      BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1),
      BoundingBox(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity),
    ]
    for _ in 0..<20 {
      let corner = Coordinate.random(in: town, using: &random)
      queries.append(BoundingBox(around: [corner]))
      queries.append(BoundingBox(around: [corner, .random(in: town, using: &random)]))
    }
    // Those that only just touch one of the rectangles, and those that only just miss it.
    for box in boxes.shuffled(using: &random).prefix(10) where !box.isEmpty {
      queries.append(box)
      queries.append(BoundingBox(around: [Coordinate(x: box.minX, y: box.maxY)]))
      queries.append(
        BoundingBox(
          minX: box.maxX.nextUp, minY: box.minY, maxX: box.maxX + 10, maxY: box.maxY))
    }
    return queries
  }

  @Test(arguments: [.leastNonzeroMagnitude, 1e-300, 1e300, .greatestFiniteMagnitude] as [Double])
  func `take rectangles of any extent`(size: Double) {
    let boxes = [(-size, -size), (0.0, 0.0), (size, size), (-size, size)].map { (x, y) in
      BoundingBox(around: [Coordinate(x: x, y: y)])
    }
    let tree = PackedRTree(boxes)
    for (index, box) in boxes.enumerated() { #expect(tree.search(box) == [index]) }
    #expect(
      tree.search(BoundingBox(minX: -size, minY: -size, maxX: size, maxY: 0)) == [0, 1])
  }
}
