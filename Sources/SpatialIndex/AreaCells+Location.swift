internal import SimpleFeatures

extension AreaCells {
  /// The area that a position belongs to, or -1.
  func area(at position: Coordinate) -> Int32 {
    let position = position.scaled(by: scale)
    let label = tables[0].label(at: position)
    return label >= -1 ? label : area(at: position, inBorderCell: label, of: 0)
  }

  /// The area that each position belongs to, or -1.
  func areas(at positions: Span<Coordinate>) -> [Int32] {
    let ground = tables[0]
    let batch = 512
    var waiting = [Waiting](repeating: Waiting(), count: batch)
    return Array(capacity: positions.count) { areas in
      for start in stride(from: 0, to: positions.count, by: batch) {
        let end = min(start + batch, positions.count)
        assign(positions, start..<end, in: ground, to: &areas, &waiting)
      }
    }
  }

  /// A position whose area is not known yet.
  private struct Waiting {
    var index = 0
    /// Where to look next.
    var place = 0
  }

  /// Appends the areas of a batch of positions.
  ///
  /// In steps, each for all of the batch that are not done and without a branch between them, so
  /// that the processor waits for the memory of many at a time. For ten million positions in random
  /// order among 702 wards of 1.7 million corners, this and the early look at first corners
  /// together took 0.20 s instead of the 0.40 s of one step with branches.
  private func assign(
    _ positions: Span<Coordinate>, _ batch: Range<Int>, in ground: CellTable,
    to areas: inout OutputSpan<Int32>, _ waiting: inout [Waiting]
  ) {
    let (blocks, cells) = (ground.blocks.span, ground.cells.span)
    var waiting = waiting.mutableSpan
    var divided = 0
    for index in batch {
      let (column, row) = ground.frame.home(of: positions[index].scaled(by: scale))
      let label = blocks[ground.block(column, row)]
      areas.append(label)
      waiting[divided] = Waiting(
        index: index, place: CellTable.cell(column, row, ofBlock: label))
      divided += label < -1 ? 1 : 0
    }
    var areas = areas.mutableSpan
    var bordered = 0
    for entry in 0..<divided {
      let index = waiting[entry].index
      let label = cells[waiting[entry].place]
      areas[index] = label
      waiting[bordered] = Waiting(index: index, place: Int(-2 - label))
      bordered += label < -1 ? 1 : 0
    }
    // The first corner of each border, so that it is under way before the first border is followed.
    let (borderCells, runs, corners) = (ground.borderCells.span, ground.runs.span, corners.span)
    var sum = 0.0
    for entry in 0..<bordered {
      sum += corners[Int(runs[Int(borderCells[waiting[entry].place].runs)].first)].x
    }
    precondition(!sum.isNaN, "corners are numbers")
    for entry in 0..<bordered {
      let (index, cell) = (waiting[entry].index, waiting[entry].place)
      let position = positions[index].scaled(by: scale)
      areas[index] =
        borderCells[cell].table == 0
        ? ground.area(at: position, inBorderCell: areas[index], corners: corners)
        : area(at: position, inBorderCell: areas[index], of: 0)
    }
  }

  /// The area of a position in a cell that borders meet, given by its label; or -1.
  private func area(at position: Coordinate, inBorderCell label: Int32, of table: Int) -> Int32 {
    let own = Int(tables[table].borderCells[Int(-2 - label)].table)
    guard own > 0 else {
      return tables[table].area(at: position, inBorderCell: label, corners: corners.span)
    }
    let label = tables[own].label(at: position)
    return label >= -1 ? label : area(at: position, inBorderCell: label, of: own)
  }

  /// Where a position lies with respect to one area.
  ///
  /// Looks for the next cell to the west that has a border of the area, or tells of it without one:
  /// from there to the position nothing changes. Most often that is the cell of the position; it is
  /// another only where an earlier area covers it.
  ///
  /// - Complexity: O(√*n*) in the number of corners, and the edges of the area in one cell.
  func location(
    of position: Coordinate, inArea area: Int32, bounds: BoundingBox
  ) -> PointLocation {
    guard bounds.contains(position) else { return .exterior }
    let position = position.scaled(by: scale)
    let ground = tables[0]
    let home = ground.frame.home(of: position)
    let last = ground.frame.column(bounds.minX * scale)
    for column in stride(from: home.column, through: last, by: -1) {
      var label = ground.label(column, home.row)
      if label < -1 {
        let cell = Int(-2 - label)
        let runs = ground.runs(of: area, inBorderCell: cell)
        if let first = runs.first {
          var path = AnchorPath(
            from: position, to: ground.frame.anchor(column, home.row),
            inside: ground.runs[first].coversAnchor)
          for run in runs { path.count(ground.runs[run].corners, of: corners.span) }
          return path.location
        }
        label = ground.borderCells[cell].cover
      }
      // The first of the areas that cover the cell: this one, or it would not be a later one.
      if label == area { return .interior }
      if label == -1 || label > area { return .exterior }
    }
    return .exterior
  }
}
