import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

@Suite struct `Point grid` {
  /// An index and a square distance, to compare without the type under test.
  private struct Found: Hashable {
    let index: Int
    let squaredDistance: Double

    init(_ neighbour: PointGrid.Neighbour) {
      index = neighbour.index
      squaredDistance = neighbour.squaredDistance
    }

    init(_ index: Int, _ points: [Coordinate], from place: Coordinate) {
      self.index = index
      squaredDistance = points[index].squaredDistance(to: place)
    }
  }

  @Test(arguments: PointFamily.allCases, UInt64(0)..<6)
  func `finds within a radius what a look at every point finds`(family: PointFamily, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let points = family.points(using: &random)
    let grid = PointGrid(points)
    for place in family.queries(for: points, using: &random) {
      // Distances to points, as they come out of the measuring; none; all; one in between.
      let some = points.shuffled(using: &random).prefix(5)
      let distances =
        some.map { place.distance(to: $0).metres } + [
          0, .infinity, .random(in: 0...1000, using: &random),
        ]
      for distance in distances {
        let expected = points.indices.map { Found($0, points, from: place) }
          .filter { $0.squaredDistance <= distance * distance }
        let found = grid.neighbours(of: place, within: .metres(distance)).map(Found.init)
        #expect(found == expected, "\(place) within \(distance)")
      }
    }
  }

  @Test(arguments: PointFamily.allCases, UInt64(0)..<6)
  func `finds as nearest what sorting all points finds, ties included`(
    family: PointFamily, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let points = family.points(using: &random)
    let grid = PointGrid(points)
    for place in family.queries(for: points, using: &random) {
      let sorted = points.indices.map { Found($0, points, from: place) }
        .sorted { ($0.squaredDistance, $0.index) < ($1.squaredDistance, $1.index) }
      for count in [1, 2, 7, points.count, points.count + 1, 1000] where count > 0 {
        let last = sorted.prefix(count).last?.squaredDistance ?? 0
        let expected = sorted.filter { $0.squaredDistance <= last }
        #expect(grid.nearest(count, to: place).map(Found.init) == expected, "\(place), \(count)")
      }
    }
  }

  // Twelve lattice points lie exactly 5 from the centre: (±5, 0), (0, ±5), (±3, ±4), (±4, ±3);
  // here in hundreds of metres.
  @Test func `finds points exactly on the circle`() {
    let centre = Coordinate(x: 530_000, y: 180_000)
    let points = (-6...6).flatMap { x in
      (-6...6).map { y in
        Coordinate(x: centre.x + Double(x) * 100, y: centre.y + Double(y) * 100)
      }
    }
    let grid = PointGrid(points)
    let closed = grid.neighbours(of: centre, within: .metres(500))
    let open = grid.neighbours(of: centre, within: .metres(500.0.nextDown))
    #expect(closed.count { $0.distance == .metres(500) } == 12)
    #expect(closed.count == open.count + 12)
    // The closed disc holds 81 lattice points (C. F. Gauss's circle problem), 69 of them strictly
    // inside: the nearest 70 bring in all that tie on the circle.
    #expect(open.count == 69)
    #expect(grid.nearest(69, to: centre).count == 69)
    #expect(grid.nearest(70, to: centre).count == 81)
  }

  // 1.4 − 0.15 is a little more than 1.25 here and rounds to it: as measured, the second point
  // lies on the circle, although 0.15 + 1.25 falls short of it.
  @Test func `finds points on the circle that only rounding puts there`() {
    let points = [0.30000000000000004, 1.4000000000000001].map { Coordinate(x: $0, y: 0) }
    let place = Coordinate(x: 0.15000000000000002, y: 0)
    #expect(place.distance(to: points[1]) == .metres(1.25))
    #expect(PointGrid(points).neighbours(of: place, within: .metres(1.25)).count == 2)
  }

  @Test func `keeps every tie at the last rank, in index order`() {
    let points = [(0.0, 2.0), (3, 0), (-2, 0), (0, -2), (1, 0), (2, 0)].map {
      Coordinate(x: $0.0, y: $0.1)
    }
    let grid = PointGrid(points)
    let centre = Coordinate(x: 0, y: 0)
    #expect(grid.nearest(1, to: centre).map(\.index) == [4])
    for count in 2...5 { #expect(grid.nearest(count, to: centre).map(\.index) == [4, 0, 2, 3, 5]) }
    #expect(grid.nearest(6, to: centre).map(\.index) == [4, 0, 2, 3, 5, 1])
  }

  @Test func `finds nothing for a place, a count or a distance that makes no sense`() {
    let grid = PointGrid([Coordinate(x: 0, y: 0)])
    let here = Coordinate(x: 0, y: 0)
    #expect(grid.neighbours(of: here, within: .metres(-1)).isEmpty)
    #expect(grid.neighbours(of: here, within: .metres(.nan)).isEmpty)
    #expect(grid.nearest(0, to: here).isEmpty)
    #expect(grid.nearest(-3, to: here).isEmpty)
    for value in [Double.nan, .infinity] {
      #expect(grid.neighbours(of: Coordinate(x: value, y: 0), within: .metres(9)).isEmpty)
      #expect(grid.nearest(1, to: Coordinate(x: 0, y: value)).isEmpty)
    }
  }
}
