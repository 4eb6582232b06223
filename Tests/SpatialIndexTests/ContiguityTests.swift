import Foundation
import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

@Suite struct `Contiguity of areas` {
  private static let london = Coordinate(x: 530_000, y: 180_000)

  /// Squares of 100 m with gaps between them, row by row from the south-west.
  private static func lattice(_ side: Int, gap: Double = 0) throws -> [MultiPolygon] {
    try (0..<side * side).map { index in
      let corner = Coordinate(
        x: london.x + Double(index % side) * (100 + gap),
        y: london.y + Double(index / side) * (100 + gap))
      return try .tile(at: corner, side: 100)
    }
  }

  private static func area(_ corners: (Double, Double)...) throws -> MultiPolygon {
    MultiPolygon(try LinearRing(at: corners))
  }

  private static func box(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) throws -> MultiPolygon {
    let box = BoundingBox(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    return MultiPolygon(try .around(box))
  }

  private static func areNeighbours(
    _ rule: Contiguity, _ first: MultiPolygon, _ second: MultiPolygon, tolerance: Double = 0
  ) -> Bool {
    rule.neighbours(of: [first, second], tolerance: .metres(tolerance)) == [[1], [0]]
  }

  @Test(arguments: [0, 0.001, 1, 20])
  func `is that of chess on a board: the king's for queen, the rook's one step`(
    tolerance: Double
  ) throws {
    let board = try Self.lattice(7)
    let queen = Contiguity.queen.neighbours(of: board, tolerance: .metres(tolerance))
    let rook = Contiguity.rook.neighbours(of: board, tolerance: .metres(tolerance))
    for square in board.indices {
      let steps = board.indices.map { other in
        (abs(other % 7 - square % 7), abs(other / 7 - square / 7))
      }
      #expect(queen[square] == board.indices.filter { max(steps[$0].0, steps[$0].1) == 1 })
      #expect(rook[square] == board.indices.filter { steps[$0].0 + steps[$0].1 == 1 })
    }
    #expect(queen[24].count == 8 && rook[24].count == 4)
    #expect(queen[0].count == 3 && rook[0].count == 2)
  }

  // Bricks of 2 by 1, every other row shifted by 1: no corner meets a corner of the next row but
  // one, and each brick inside has two beside it, two above and two below.
  @Test func `sees a corner in the middle of an edge`() throws {
    let wall = try (0..<25).map { index in
      let row = Double(index / 5)
      let west = Double(index % 5) * 2 + row.truncatingRemainder(dividingBy: 2)
      return try Self.box(west...(west + 2), row...(row + 1))
    }
    for rule in [Contiguity.queen, .rook] {
      let lists = rule.neighbours(of: wall)
      #expect(lists[12] == [6, 7, 11, 13, 16, 17].sorted())
      #expect(lists[7] == [2, 3, 6, 8, 12, 13])
    }
  }

  // The long edge from (0, 0) to (9, 3) passes (3, 1), a corner of the two triangles below it.
  @Test func `sees a corner on a slanting edge, exactly or within rounding`() throws {
    let above = try Self.area((0, 0), (9, 3), (0, 9))
    let below = try Self.area((0, 0), (3, 1), (3, -5))
    let beyond = try Self.area((3, 1), (9, 3), (3, -5))
    for rule in [Contiguity.queen, .rook] {
      #expect(rule.neighbours(of: [above, below, beyond]) == [[1, 2], [0, 2], [0, 1]])
    }
    // A third has no exact double: the corner lies beside the edge, and only the point (0, 0),
    // which all three share, is left of the border.
    let third = 1.0 / 3
    let rounded = try Self.area((0, 0), (1, third + 1e-12), (3, -5))
    #expect(!Self.areNeighbours(.rook, above, rounded))
    #expect(Self.areNeighbours(.queen, above, rounded))
    #expect(Self.areNeighbours(.rook, above, rounded, tolerance: 1e-3))
  }

  @Test func `bridges a gap of three metres with five, not with one; three is enough`() throws {
    let board = try Self.lattice(3, gap: 3)
    for rule in [Contiguity.queen, .rook] {
      for tolerance in [0, 1, 3.0.nextDown] {
        let lists = rule.neighbours(of: board, tolerance: .metres(tolerance))
        #expect(lists.allSatisfy { $0.isEmpty })
      }
      for tolerance in [3.0, 4] {
        let lists = rule.neighbours(of: board, tolerance: .metres(tolerance))
        #expect(lists[4] == [1, 3, 5, 7])
      }
    }
    // Across the corner the gap is 3√2, a little more than 4.24.
    #expect(Contiguity.queen.neighbours(of: board, tolerance: .metres(5))[4].count == 8)
    #expect(Contiguity.rook.neighbours(of: board, tolerance: .metres(5))[4] == [1, 3, 5, 7])
  }

  @Test func `counts an area in a hole, not one inside another's ground`() throws {
    let hole = try LinearRing.tile(at: Coordinate(x: 40, y: 40), side: 20)
    let ring = MultiPolygon([
      Polygon(exterior: try .tile(at: Coordinate(x: 0, y: 0), side: 100), holes: [hole])
    ])
    let island = MultiPolygon(hole)
    let inside = try Self.box(10...30, 10...30)
    for rule in [Contiguity.queen, .rook] {
      #expect(rule.neighbours(of: [ring, island, inside]) == [[1], [0], []])
    }
  }

  @Test func `leaves islands and empty areas alone`() throws {
    let areas = try [Self.box(0...1, 0...1), Self.box(5...6, 0...1), MultiPolygon([])]
    for rule in [Contiguity.queen, .rook] {
      #expect(rule.neighbours(of: areas, tolerance: .metres(1)) == [[], [], []])
      #expect(rule.neighbours(of: []) == [])
    }
  }

  @Test func `joins areas drawn twice`() throws {
    let areas = try [Self.box(0...1, 0...1), Self.box(0...1, 0...1), Self.box(0...1, 0...1)]
    for rule in [Contiguity.queen, .rook] {
      #expect(rule.neighbours(of: areas) == [[1, 2], [0, 2], [0, 1]])
    }
  }

  @Test func `takes the parts of an area together`() throws {
    let parts = MultiPolygon(
      try [Self.box(0...1, 0...1), Self.box(1...2, 1...2), Self.box(8...9, 0...1)]
        .flatMap(\.polygons))
    let between = try Self.box(7...8, 0...1)
    #expect(Contiguity.queen.neighbours(of: [parts]) == [[]])
    #expect(Self.areNeighbours(.rook, parts, between))
  }

  @Test func `by a touch at one point is queen's alone`() throws {
    let floor = try Self.box(0...100, 0...100)
    // The tip of a triangle on the middle of an edge, and on a corner; the angles are 45° to 90°.
    let tips = try [
      Self.area((50, 100), (90, 150), (10, 150)), Self.area((100, 100), (150, 200), (200, 150)),
    ]
    for tip in tips {
      for tolerance in [0.0, 0.5, 4] {
        #expect(Self.areNeighbours(.queen, floor, tip, tolerance: tolerance))
        #expect(!Self.areNeighbours(.rook, floor, tip, tolerance: tolerance))
      }
    }
  }

  // Twenty teeth of 63° stand on the floor by their tips, and none of their edges runs along it.
  @Test func `by many such touches is still queen's alone`() throws {
    let floor = try Self.box(-50...250, -100...0)
    let teeth = (0...40).map { step in
      (Double(step) * 5, step.isMultiple(of: 2) ? 10.0 : 0.0)
    }
    let comb = MultiPolygon(try LinearRing(at: teeth + [(200, 100), (0, 100)]))
    for tolerance in [0.0, 0.5, 2] {
      #expect(Self.areNeighbours(.queen, floor, comb, tolerance: tolerance))
      #expect(!Self.areNeighbours(.rook, floor, comb, tolerance: tolerance))
    }
  }

  // Two beams across each other share ground and four points of their borders, no stretch.
  @Test func `by borders that cross is queen's alone`() throws {
    let (level, upright) = try (Self.box(0...100, 40...60), Self.box(40...60, 0...100))
    #expect(Self.areNeighbours(.queen, level, upright))
    #expect(!Self.areNeighbours(.rook, level, upright))
    #expect(!Self.areNeighbours(.rook, level, upright, tolerance: 4))
  }

  // Two straight roads cross; of the four quarters, two opposite ones face each other on both
  // sides across a wedge of angle θ. Within w of each other they run for 2w ∕ sin θ: more than 4w
  // below 30°.
  @Test(arguments: [(20.0, true), (29, true), (31, false), (44, false), (60, false), (90, false)])
  func `at a crossing is rook's only where the wedge between is narrow`(
    degrees: Double, isSide: Bool
  ) throws {
    let (x, y) = (1000 * cos(degrees * .pi / 180), 1000 * sin(degrees * .pi / 180))
    let north = try Self.area((0, 0), (x, y), (0, 2000), (-1000, 0))
    let west = try Self.area((0, 0), (-1000, 0), (-x, -y))
    let south = try Self.area((0, 0), (-x, -y), (0, -2000), (1000, 0))
    for tolerance in [1.0, 10] {
      #expect(Self.areNeighbours(.rook, north, south, tolerance: tolerance) == isSide)
    }
    #expect(!Self.areNeighbours(.rook, north, south))
    #expect(Self.areNeighbours(.rook, north, west))
    #expect(Self.areNeighbours(.rook, west, south))
  }

  // One side is drawn as a saw of 3 m teeth along the straight line of the other.
  @Test func `follows borders that were generalised apart`() throws {
    let straight = try Self.box(-50...250, -100...0)
    let teeth = (0...20).map { step in
      (Double(step) * 10, step.isMultiple(of: 2) ? -3.0 : 3.0)
    }
    let saw = MultiPolygon(try LinearRing(at: teeth + [(200, 100), (0, 100)]))
    #expect(Self.areNeighbours(.queen, straight, saw))
    #expect(!Self.areNeighbours(.rook, straight, saw))
    #expect(Self.areNeighbours(.rook, straight, saw, tolerance: 3))
  }

  // Steps of 1 m along a diagonal, as borders traced from pixels have; the edges are 45° off.
  @Test func `follows a staircase`() throws {
    var corners = [Coordinate(x: 0, y: 50)]
    for step in 0..<50 {
      corners.append(Coordinate(x: Double(step), y: Double(step)))
      corners.append(Coordinate(x: Double(step + 1), y: Double(step)))
    }
    let stairs = MultiPolygon(try LinearRing(corners + [Coordinate(x: 50, y: 50)]))
    let slope = try Self.area((-9, -9), (60, -9), (60, 60))
    #expect(!Self.areNeighbours(.rook, stairs, slope))
    #expect(Self.areNeighbours(.rook, stairs, slope, tolerance: 1))
  }

  // Three thin strips lie 3 to 4 m above the floor: 60 m of their border run alongside it, but only
  // 10 m of the floor's alongside them, too little for a gap of 4 m.
  @Test func `takes the border that runs longer alongside, whichever area comes first`() throws {
    let floor = try Self.box(-50...50, -100...0)
    let strips = MultiPolygon(
      try [3.0, 3.4, 3.8].flatMap { try Self.box(0...10, $0...($0 + 0.2)).polygons })
    #expect(Self.areNeighbours(.rook, floor, strips, tolerance: 4))
    #expect(Self.areNeighbours(.rook, strips, floor, tolerance: 4))
  }

  @Test(arguments: [0, 1, 10, 100, 1000])
  func `keeps a short border under a wide tolerance`(tolerance: Double) throws {
    let west = try Self.box(0...100, 0...100)
    let east = try Self.box(100...200, 85...185)
    #expect(Self.areNeighbours(.rook, west, east, tolerance: tolerance))
    // Beside it by a thousandth, and so only with a tolerance.
    let apart = try Self.box(100.001...200, 85...185)
    #expect(Self.areNeighbours(.rook, west, apart, tolerance: tolerance) == (tolerance > 0))
  }

  @Test func `reaches across an area narrower than the tolerance`() throws {
    let areas = try [
      Self.box(0...100, 0...9), Self.box(0...100, 9...17), Self.box(0...100, 17...50),
    ]
    for rule in [Contiguity.queen, .rook] {
      #expect(rule.neighbours(of: areas, tolerance: .metres(7)) == [[1], [0, 2], [1]])
      #expect(rule.neighbours(of: areas, tolerance: .metres(8)) == [[1, 2], [0, 2], [0, 1]])
    }
  }
}
