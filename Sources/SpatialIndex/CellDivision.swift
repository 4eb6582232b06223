internal import SimpleFeatures

/// The division of one cell into cells of its own.
struct CellDivision {
  /// The cells; `nil` where they would not spread the edges.
  ///
  /// That is where edges are long for their cell, as the teeth of a comb or the spokes of a wheel.
  /// They are left as they are, so that all tables together remain linear in the number of corners.
  let frame: CellFrame?

  private let cell: Int
  private let parent: CellTable
  private let anchor: Coordinate

  init(_ cell: Int, of parent: CellTable, corners: [Coordinate]) {
    self.cell = cell
    self.parent = parent
    let runs = parent.runs(ofBorderCell: cell)
    let number = Int(parent.runs[runs.lowerBound].cell)
    let (row, column) = number.quotientAndRemainder(dividingBy: parent.frame.columns)
    anchor = parent.frame.anchor(column, row)

    var all = BoundingBox.empty
    for run in runs {
      for corner in parent.runs[run].corners { all.formUnion(corners[corner]) }
    }
    // All edges in the cell lie in here.
    let home = parent.frame.bounds(column, row)
    let bounds = BoundingBox(
      minX: max(home.minX, all.minX), minY: max(home.minY, all.minY),
      maxX: min(home.maxX, all.maxX), maxY: min(home.maxY, all.maxY))
    let (width, height) = (bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
    // No cells of a side whose reciprocal is not a number.
    guard width >= 0, height >= 0, width + height > 0x1p-960 else {
      frame = nil
      return
    }
    var (edges, length) = (0, 0.0)
    for run in runs {
      for corner in parent.runs[run].corners.dropFirst() {
        let (a, b) = (corners[corner - 1], corners[corner])
        length += min(abs(b.x - a.x), width) + min(abs(b.y - a.y), height)
        edges += 1
      }
    }
    // No more than 64 × 64, as each row begins with a look at all edges.
    let frame = CellFrame(
      bounds, rim: 0, cells: min(10 * edges, 64 * 64), most: 2 * 64,
      shortest: max(
        length / Double(3 * edges), max(all.maxX - all.minX, all.maxY - all.minY) * 0x1p-24))
    self.frame = frame.columns * frame.rows >= 64 ? frame : nil
  }

  /// The table of the cells.
  func table(
    in frame: CellFrame, corners: [Coordinate], covering: inout CoveringAreas
  ) -> CellTable {
    let runs = parent.runs(ofBorderCell: cell)
    var walk = BorderWalk(frame, length: 0)
    for run in runs {
      walk.follow(
        parent.runs[run].corners, of: corners.span, area: parent.runs[run].area)
    }
    var (lastRow, areas): (Int, [Int32]) = (-1, [])
    return CellTable(&walk, in: frame, covering: &covering) { row, covering in
      if row != lastRow {
        areas = self.areas(covering: frame.anchor(0, row), corners: corners)
        lastRow = row
      }
      for area in areas { covering.toggle(area) }
    }
  }

  /// The areas that cover a position in the cell, of those that have an edge in the cell, and the
  /// first of the others.
  private func areas(covering position: Coordinate, corners: [Coordinate]) -> [Int32] {
    let runs = parent.runs(ofBorderCell: cell)
    let cover = parent.borderCells[cell].cover
    var areas = cover >= 0 ? [cover] : []
    var run = runs.lowerBound
    while run < runs.upperBound {
      let area = parent.runs[run].area
      var path = AnchorPath(from: position, to: anchor, inside: parent.runs[run].coversAnchor)
      while run < runs.upperBound, parent.runs[run].area == area {
        path.count(parent.runs[run].corners, of: corners.span)
        run += 1
      }
      if path.coversEast { areas.append(area) }
    }
    return areas
  }
}
