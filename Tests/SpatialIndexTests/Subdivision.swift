import SimpleFeatures
import TestSupport

/// A rectangle cut at random into areas that share their corners and borders exactly.
///
/// Into quadrilaterals at first; each is then kept, halved, or pierced by an island that is an
/// area of its own, and some pieces are joined to areas of several parts:
///
///     +-----+-------+----+------+
///     | 0  /   1    | 2   \  5  |
///     +---+----+----+---+--+----+
///     | 3  \   |   /  6  \  0   |
///     +-----+--+--+----+--+-----+
struct Subdivision {
  /// The areas.
  let areas: [MultiPolygon]
  /// What they cover together, without gaps or overlaps.
  let rectangle: BoundingBox

  /// A rectangle of `cells` × `cells` cells of `spacing` metres.
  ///
  /// Corners lie on multiples of `grain`, a power of two that is small beside the spacing; without
  /// one they take all digits. With a grain, some borders have spare corners on one side only,
  /// exactly on the straight line.
  init(
    cells: Int, from origin: Coordinate, spacing: Double, grain: Double?,
    using random: inout SeededGenerator
  ) throws {
    rectangle = BoundingBox(
      minX: origin.x, minY: origin.y, maxX: origin.x + Double(cells) * spacing,
      maxY: origin.y + Double(cells) * spacing)
    // Less than a quarter of the spacing off the grid, so that all quadrilaterals are convex.
    func place(_ index: Int, from start: Double) -> Double {
      let offset = Double.random(in: -0.24...0.24, using: &random) * spacing
      let isFixed = index == 0 || index == cells
      let value = start + Double(index) * spacing + (isFixed ? 0 : offset)
      return grain.map { (value / $0).rounded() * $0 } ?? value
    }
    let corners = (0...cells).map { row in
      (0...cells).map { column in
        Coordinate(x: place(column, from: origin.x), y: place(row, from: origin.y))
      }
    }
    var pieces: [[Polygon]] = []
    for row in 0..<cells {
      for column in 0..<cells {
        let cell = Cell(
          corners: [
            corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
            corners[row + 1][column],
          ], hasGrain: grain != nil)
        pieces += try cell.pieces(using: &random).map { [$0] }
      }
    }
    // Join a few pieces to areas of several parts.
    pieces.shuffle(using: &random)
    var areas = pieces
    while areas.count > pieces.count * 3 / 4 {
      let parts = areas.removeLast()
      areas[Int.random(in: areas.indices, using: &random)] += parts
    }
    self.areas = areas.map { MultiPolygon($0) }
  }

  /// Every corner and middle of an edge, positions next to those, and random ones; only those in
  /// the rectangle.
  func positions(using random: inout SeededGenerator) -> [Coordinate] {
    var positions = (0..<300).map { _ in Coordinate.random(in: rectangle, using: &random) }
    for area in areas { positions += area.delicatePositions(using: &random) }
    return positions.filter(rectangle.contains)
  }
}

/// A convex quadrilateral and the ways to cut it.
private struct Cell {
  let corners: [Coordinate]
  let hasGrain: Bool

  private func polygon(of chosen: [Int]) throws -> Polygon {
    Polygon(exterior: try LinearRing(chosen.map { corners[$0] }))
  }

  func pieces(using random: inout SeededGenerator) throws -> [Polygon] {
    switch random.next() % 4 {
    case 0:
      return try [[0, 1, 2], [2, 3, 0]].map(polygon(of:))
    case 1:
      return try [[1, 2, 3], [3, 0, 1]].map(polygon(of:))
    case 2:
      let centre = corners[0].middle(to: corners[2])
      let island = try LinearRing(corners.map { $0.middle(to: centre) })
      return [
        Polygon(exterior: try LinearRing(corners), holes: [island]), Polygon(exterior: island),
      ]
    default:
      // The middle of an edge lies exactly on it if there are digits to spare.
      guard hasGrain else { return [try polygon(of: [0, 1, 2, 3])] }
      let spare = Int.random(in: 0..<4, using: &random)
      var more = corners
      more.insert(corners[spare].middle(to: corners[(spare + 1) % 4]), at: spare + 1)
      return [Polygon(exterior: try LinearRing(more))]
    }
  }
}
