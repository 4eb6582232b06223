import GeoJSON
import SimpleFeatures
import TestSupport

/// Areas that cover a square of ground near 51° N without gaps, their shared borders crooked.
///
/// The last area is an island in the first one, which has a hole for it.
struct TopologyTiling {
  let geometries: [Geometry]

  /// A tiling of so many areas each way, whose borders have so many corners between their ends.
  init(seed: UInt64, cells: Int, bends: Int) throws {
    var random = SeededGenerator(seed: seed)
    let width = 0.01
    func jitter(_ most: Double) -> Double { .random(in: -most...most, using: &random) }
    var corners: [[Position]] = []
    for row in 0...cells {
      corners.append(
        (0...cells).map { column in
          Position(
            x: Double(column) * width + jitter(0.001),
            y: 51 + Double(row) * width + jitter(0.001))
        })
    }
    // Bends go sideways by less than they go forwards, so that no two borders meet.
    func border(_ from: Position, _ to: Position, isLevel: Bool) -> [Position] {
      [from]
        + (1...bends).map { bend in
          let share = Double(bend) / Double(bends + 1)
          let aside = jitter(0.4 * width / Double(bends + 1))
          return Position(
            x: from.x + share * (to.x - from.x) + (isLevel ? 0 : aside),
            y: from.y + share * (to.y - from.y) + (isLevel ? aside : 0))
        } + [to]
    }
    let level = (0...cells).map { row in
      (0..<cells).map { border(corners[row][$0], corners[row][$0 + 1], isLevel: true) }
    }
    let upright = (0..<cells).map { row in
      (0...cells).map { border(corners[row][$0], corners[row + 1][$0], isLevel: false) }
    }
    let island = try LinearRing.randomStar(
      corners: 12, radii: 0.001...0.002, around: Coordinate(x: 0.005, y: 51.005), using: &random
    ).corners.map { Position(x: $0.x, y: $0.y) }
    let shore = island + island.prefix(1)
    var geometries: [Geometry] = []
    for row in 0..<cells {
      for column in 0..<cells {
        let ring =
          level[row][column] + upright[row][column + 1].dropFirst()
          + level[row + 1][column].reversed().dropFirst()
          + upright[row][column].reversed().dropFirst()
        let isFirst = geometries.isEmpty
        geometries.append(.multiPolygon([isFirst ? [ring, shore.reversed()] : [ring]]))
      }
    }
    self.geometries = geometries + [.polygon([shore])]
  }
}

extension Geometry {
  /// The polygons of an area.
  var polygons: [[[Position]]] {
    switch self {
    case .polygon(let rings): [rings]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }

  /// The area with every ring from its least position, so that areas compare whatever their starts.
  var fromLeastPositions: [[[Position]]] {
    polygons.map { rings in
      rings.map { ring in
        let corners = ring.dropLast()
        let start =
          corners.indices.min { (corners[$0].x, corners[$0].y) < (corners[$1].x, corners[$1].y) }
          ?? 0
        return Array(corners[start...] + corners[..<start])
      }
    }
  }

  /// The area with degrees taken as plane coordinates.
  func plane() throws -> MultiPolygon {
    MultiPolygon(
      try polygons.map { rings in
        let made = try rings.map { try LinearRing($0.map { Coordinate(x: $0.x, y: $0.y) }) }
        return Polygon(exterior: made[0], holes: Array(made.dropFirst()))
      })
  }
}
