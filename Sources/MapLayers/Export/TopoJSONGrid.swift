internal import GeoJSON
internal import SimpleFeatures

/// The grid of a TopoJSON file, on which every position is a pair of whole numbers.
struct TopoJSONGrid {
  /// The position of cell (0, 0), the least ordinates.
  let origin: Position
  /// The greatest ordinates.
  let corner: Position
  /// The width and the height of a cell.
  let step: Position

  /// The grid around some geometries with so many lines each way.
  ///
  /// - Returns: `nil` when there are no positions.
  init?(around geometries: some Sequence<Geometry>, lines: Int) {
    var box = BoundingBox.empty
    for geometry in geometries { box.formUnion(geometry.boundingBox) }
    guard !box.isEmpty else { return nil }
    // Where all positions are on one line any step will do.
    func step(_ length: Double) -> Double { length > 0 ? length / Double(lines - 1) : 1 }
    origin = Position(x: box.minX, y: box.minY)
    corner = Position(x: box.maxX, y: box.maxY)
    self.step = Position(x: step(box.maxX - box.minX), y: step(box.maxY - box.minY))
  }

  /// The cell whose position is nearest, as column and row.
  func cell(of position: Position) -> (column: Int, row: Int) {
    (
      Int(((position.x - origin.x) / step.x).rounded()),
      Int(((position.y - origin.y) / step.y).rounded())
    )
  }

  /// The position that a reader gets for a cell.
  func position(of cell: (column: Int, row: Int)) -> Position {
    Position(
      x: Double(cell.column) * step.x + origin.x, y: Double(cell.row) * step.y + origin.y)
  }

  /// A point or an area with its positions on the grid; `nil` for anything else.
  func snapped(_ geometry: Geometry) -> Geometry? {
    func snap(_ position: Position) -> Position { self.position(of: cell(of: position)) }
    switch geometry {
    case .point(let position): return .point(snap(position))
    case .polygon(let rings): return .polygon(rings.map { $0.map(snap) })
    case .multiPolygon(let polygons):
      return .multiPolygon(polygons.map { $0.map { $0.map(snap) } })
    default: return nil
    }
  }
}
