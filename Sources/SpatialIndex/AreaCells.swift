internal import SimpleFeatures

/// The borders of areas, sorted into cells.
///
/// A cell without a border knows its area. A cell with borders knows which areas cover its middle,
/// the *anchor*, and keeps its edges, so that it takes only those to tell on which side of each
/// border a position lies. A cell with very many edges has cells of its own.
struct AreaCells: Sendable {
  /// The power of two that all ordinates are taken times: 1, but for extents far from any on
  /// Earth, whose products would leave the range of numbers.
  let scale: Double
  /// All rings, one after the other, each with its first corner again at its end.
  let corners: [Coordinate]
  /// The cells of all the ground, and those of cells.
  private(set) var tables: [CellTable]

  /// The cells of areas; `nil` if there is no edge.
  ///
  /// - Complexity: O(*n*) time and memory in the number of corners.
  init?(_ areas: [MultiPolygon]) {
    var bounds = BoundingBox.empty
    for area in areas { bounds.formUnion(area.bounds) }
    guard !bounds.isEmpty else { return nil }
    let rings = AreaRings(areas, scale: Self.scale(for: bounds))
    let (scale, corners) = (rings.scale, rings.corners)
    let edges = corners.count - rings.starts.count
    // Ten cells an edge, unless edges are so long that they would meet more than some four each.
    let frame = CellFrame(
      bounds.scaled(by: scale), rim: 1, cells: min(10 * edges, 1 << 31),
      most: min(2 * edges, 1 << 22), shortest: rings.length / Double(3 * edges))
    var walk = BorderWalk(frame, length: rings.length)
    for ring in rings.starts.indices {
      walk.follow(rings.range(ring), of: corners.span, area: rings.areas[ring])
    }
    var covering = CoveringAreas(below: areas.count)
    tables = [CellTable(&walk, in: frame, covering: &covering) { _, _ in }]
    self.scale = scale
    self.corners = corners
    divide(&covering)
  }

  /// 1, or what brings the extent near 1.
  private static func scale(for bounds: BoundingBox) -> Double {
    let extent = max(abs(bounds.minX), abs(bounds.maxX), abs(bounds.minY), abs(bounds.maxY))
    guard extent < 0x1p-300 || extent > 0x1p300 else { return 1 }
    return Double(sign: .plus, exponent: min(-Int(extent.exponent), 1023), significand: 1)
  }

  // MARK: Cells of cells

  /// From how many edges on a cell is divided, if that spreads them.
  private static let manyEdges = 128
  /// How often a cell of a cell is divided again.
  private static let depth = 4

  /// Gives cells with many edges cells of their own, and those likewise.
  ///
  /// So a few areas far away, or a border drawn far more finely than others, do not leave all the
  /// rest in one cell.
  private mutating func divide(_ covering: inout CoveringAreas) {
    var level = tables.indices
    for _ in 0..<Self.depth {
      for parent in level {
        for cell in tables[parent].borderCells.indices.dropLast() {
          guard let table = division(ofBorderCell: cell, of: parent, &covering) else { continue }
          tables.append(table)
          tables[parent].setTable(ofBorderCell: cell, to: tables.count - 1)
        }
      }
      level = level.upperBound..<tables.count
    }
  }

  private func division(
    ofBorderCell cell: Int, of parent: Int, _ covering: inout CoveringAreas
  ) -> CellTable? {
    let runs = tables[parent].runs(ofBorderCell: cell)
    // Most cells have two or three runs of a few edges.
    guard edgeCount(runs, of: parent) >= Self.manyEdges else { return nil }
    let division = CellDivision(cell, of: tables[parent], corners: corners)
    return division.frame.map {
      division.table(in: $0, corners: corners, covering: &covering)
    }
  }

  private func edgeCount(_ runs: Range<Int>, of table: Int) -> Int {
    var count = 0
    for run in runs { count += Int(tables[table].runs[run].count) }
    return count
  }
}
