internal import Foundation
internal import SimpleFeatures

/// A tiling by equal hexagons, corners to the north and south, one centred on the origin.
struct HexagonGrid: Sendable {
  /// The length of an edge, which is also the distance from centre to corner, in metres.
  let edge: Double

  /// A tiling with hexagons of an area in square metres: `3√3/2 · edge²`.
  init(area: Double) {
    precondition(area > 0 && area.isFinite, "a hexagon has an area")
    edge = (area * 2 / (3 * 3.0.squareRoot())).squareRoot()
  }

  /// A hexagon, by its axial coordinates.
  struct Cell: Hashable, Sendable {
    let column: Int
    let row: Int
  }

  /// The hexagon whose centre is nearest.
  ///
  /// The axial coordinates are rounded, and the one that moved most is made to fit the others.
  func cell(at position: Coordinate) -> Cell {
    let q = (3.0.squareRoot() / 3 * position.x - position.y / 3) / edge
    let r = 2.0 / 3 * position.y / edge
    let s = -q - r
    var (column, row) = (q.rounded(), r.rounded())
    let third = s.rounded()
    let (dq, dr, ds) = (abs(column - q), abs(row - r), abs(third - s))
    if dq > dr, dq > ds {
      column = -row - third
    } else if dr > ds {
      row = -column - third
    }
    return Cell(column: Int(column), row: Int(row))
  }
}
