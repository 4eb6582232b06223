import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Bounding boxes` {
  /// A rectangle with corners on whole metres; often it is a line or a position.
  private static func random(using random: inout SeededGenerator) -> BoundingBox {
    func corner() -> Coordinate {
      Coordinate(
        x: Double(Int.random(in: 0...6, using: &random)),
        y: Double(Int.random(in: 0...6, using: &random)))
    }
    return BoundingBox(around: [corner(), corner()])
  }

  /// Every lattice position that a random rectangle may hold.
  private static let lattice = (0...6).flatMap { x in
    (0...6).map { Coordinate(x: Double(x), y: Double($0)) }
  }

  @Test func `contain their edges and corners`() {
    let box = BoundingBox(minX: 1, minY: 2, maxX: 4, maxY: 6)
    for (x, y) in [(1.0, 2.0), (4, 6), (1, 6), (2.5, 2), (4, 3), (2, 3)] {
      #expect(box.contains(Coordinate(x: x, y: y)))
    }
    for (x, y) in [(1.0.nextDown, 3), (4.0.nextUp, 3), (2, 2.0.nextDown), (2, 6.0.nextUp)] {
      #expect(!box.contains(Coordinate(x: x, y: y)))
    }
    #expect(box.centre == Coordinate(x: 2.5, y: 4))
  }

  @Test func `intersect exactly when they share a lattice position`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let (a, b) = (Self.random(using: &random), Self.random(using: &random))
      let shared = Self.lattice.contains { a.contains($0) && b.contains($0) }
      #expect(a.intersects(b) == shared)
      #expect(b.intersects(a) == shared)
    }
  }

  @Test func `unite to the smallest rectangle around both`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let (a, b) = (Self.random(using: &random), Self.random(using: &random))
      var (ab, ba) = (a, b)
      ab.formUnion(b)
      ba.formUnion(a)
      let inside = Self.lattice.filter { a.contains($0) || b.contains($0) }
      #expect(ab == ba)
      #expect(ab == BoundingBox(around: inside))
    }
  }

  @Test func `are unchanged by the union with the empty one`() {
    let box = BoundingBox(minX: 1, minY: 2, maxX: 4, maxY: 6)
    var (left, right) = (box, BoundingBox.empty)
    left.formUnion(.empty)
    right.formUnion(box)
    #expect(left == box && right == box)
    #expect(BoundingBox(around: []) == .empty)
  }

  @Test(arguments: [
    BoundingBox.empty, BoundingBox(minX: 3, minY: 0, maxX: 2, maxY: 9),
    BoundingBox(minX: 0, minY: 3, maxX: 9, maxY: 2),
  ])
  func `share no position when one is empty`(empty: BoundingBox) {
    let everything = BoundingBox(
      minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)
    #expect(empty.isEmpty)
    #expect(!empty.contains(Coordinate(x: 2, y: 2)))
    for other in [BoundingBox(minX: 0, minY: 0, maxX: 9, maxY: 9), everything, empty] {
      #expect(!empty.intersects(other))
      #expect(!other.intersects(empty))
    }
  }

  // From a rectangle 3 east and 4 north, the corner is 5 away.
  @Test func `are as far away as their nearest part`() {
    let box = BoundingBox(minX: 0, minY: 0, maxX: 10, maxY: 10)
    #expect(box.squaredDistance(to: Coordinate(x: 13, y: 14)) == 25)
    #expect(box.squaredDistance(to: Coordinate(x: -3, y: -4)) == 25)
    #expect(box.squaredDistance(to: Coordinate(x: 5, y: -4)) == 16)
    #expect(box.squaredDistance(to: Coordinate(x: 10, y: 5)) == 0)
    #expect(BoundingBox.empty.squaredDistance(to: Coordinate(x: 0, y: 0)) == .infinity)
  }

  @Test func `are never farther away than a position they contain`() {
    var random = SeededGenerator(seed: 3)
    let around = BoundingBox(minX: -1e5, minY: -1e5, maxX: 1e5, maxY: 1e5)
    for _ in 0..<1_000 {
      let positions = (0..<4).map { _ in Coordinate.random(in: around, using: &random) }
      let box = BoundingBox(around: positions)
      let here = Coordinate.random(in: around, using: &random)
      for position in positions {
        #expect(box.squaredDistance(to: here) <= here.squaredDistance(to: position))
      }
    }
  }
}
