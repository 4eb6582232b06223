internal import SimpleFeatures

/// People in each cell, four neighbours of a row to a block: what a disc covers whole is counted
/// cell by cell, not place by place.
///
/// Cells are added one after the other. Sums from the beginning of each row would take two looks a
/// row, but their differences lose digits where few people live in a disc beside many.
struct CellTotals: Sendable {
  private(set) var totals: [Lanes]
  private let blocksPerRow: Int
  private let firstRow: Int

  /// Totals of 0 for some rows.
  init(_ cells: PlaceCells, rows: Range<Int>) {
    blocksPerRow = cells.columnBlocks
    firstRow = rows.lowerBound
    totals = Array(repeating: .zero, count: rows.count * blocksPerRow)
  }

  /// The sum of the values of each cell's places.
  init(of values: [Lanes], in cells: PlaceCells) {
    self.init(cells, rows: 0..<cells.rows)
    cells.forEachCell(in: 0..<cells.rows) { row, column, blocks in
      var sum = Lanes.zero
      for block in blocks { sum += values[block] }
      totals[row * blocksPerRow + column / 4][column % 4] = sum.total
    }
  }

  /// The total of one cell.
  func total(row: Int, column: Int) -> Double {
    totals[(row - firstRow) * blocksPerRow + column / 4][column % 4]
  }
}

extension CellTotals: CoveredCells {
  static let areUsed = true

  @inline(__always)
  func sum(of row: DiscRow, from centre: Coordinate, _ view: Void) -> Lanes {
    var sum = Lanes.zero
    let base = (row.row - firstRow) * blocksPerRow
    forEachColumnBlock(of: row.covered) { block, isOut in
      sum += totals[base + block].replacing(with: 0, where: isOut)
    }
    return sum
  }

  @inline(__always)
  mutating func add(_ amount: Double, to row: DiscRow, from centre: Coordinate, _ view: Void) {
    let base = (row.row - firstRow) * blocksPerRow
    let amounts = Lanes(repeating: amount)
    forEachColumnBlock(of: row.covered) { block, isOut in
      totals[base + block] += amounts.replacing(with: 0, where: isOut)
    }
  }

  func give(to access: inout [Lanes], rows: Range<Int>, of cells: PlaceCells) {
    cells.forEachCell(in: rows) { row, column, blocks in
      let total = total(row: row, column: column)
      for block in blocks { access[block] += total }
    }
  }
}

/// The blocks of four columns that hold a range of columns, and which of the four are not in it.
@inline(__always)
func forEachColumnBlock(
  of columns: Range<Int>, _ body: (_ block: Int, _ isOut: SIMDMask<SIMD4<Int64>>) -> Void
) {
  guard !columns.isEmpty else { return }
  let (lower, upper) = (Double(columns.lowerBound), Double(columns.upperBound))
  // Columns are compared as floating-point numbers: whole numbers of 64 bits cannot be, four at
  // once, on every processor.
  var column = Lanes(0, 1, 2, 3) + Double(columns.lowerBound / 4 * 4)
  for block in columns.lowerBound / 4...(columns.upperBound - 1) / 4 {
    body(block, (column .< lower) .| (column .>= upper))
    column += 4
  }
}
