internal import SimpleFeatures

/// Sums of bell curves over whole cells, whatever number of places they hold.
///
/// With all lengths in units of σ, let a place lie at (u, v) from the centre of its cell, and a
/// site at (a, b). Then `exp(−½[(a−u)² + (b−v)²]) = exp(−½[a² + b²]) · exp(−½[u² + v²]) ·
/// Σ_kl a^k b^l u^k v^l / (k! l!)`, so that places enter by the moments
/// `M_kl = Σ P exp(−½[u² + v²]) u^k v^l / (k! l!)`. With cells no longer than ``Bell/longestSide``,
/// powers up to the 8th leave an error below 10⁻¹⁷: the sums are those over places to rounding.
/// Spreading a site's amount over places is the same read backwards.
///
/// - SeeAlso: L. Greengard, J. Strain, "The fast Gauss transform", *SIAM Journal on Scientific and
///   Statistical Computing* 12(1), 1991, 79–94.
struct CellMoments: Sendable {
  static let order = 8
  /// The number of pairs of powers whose sum is at most the order.
  static let count = 45

  let bell: Bell
  private let cells: PlaceCells
  private let blocksPerRow: Int
  private let firstRow: Int
  /// By row, block of four columns, and pair of powers: k ascending, then l.
  private var moments: [Lanes]
  private var totals: CellTotals

  /// Moments of 0 for some rows.
  init(_ bell: Bell, in cells: PlaceCells, rows: Range<Int>) {
    self.bell = bell
    self.cells = cells
    blocksPerRow = cells.columnBlocks
    firstRow = rows.lowerBound
    moments = Array(repeating: .zero, count: rows.count * blocksPerRow * Self.count)
    totals = CellTotals(cells, rows: rows)
  }

  /// The moments of the people of each cell.
  init(_ bell: Bell, of people: [Lanes], in cells: PlaceCells) {
    self.init(bell, in: cells, rows: 0..<cells.rows)
    totals = CellTotals(of: people, in: cells)
    cells.forEachCell(in: 0..<cells.rows) { row, column, blocks in
      BellSums.gather(
        people, cells, blocks: blocks, around: centre(row: row, column: column), bell,
        into: &moments, from: momentIndex(row: row, block: column / 4), lane: column % 4)
    }
  }

  private func centre(row: Int, column: Int) -> Coordinate {
    Coordinate(
      x: cells.origin.x + (Double(column) + 0.5) * cells.side,
      y: cells.origin.y + (Double(row) + 0.5) * cells.side)
  }

  private func momentIndex(row: Int, block: Int) -> Int {
    ((row - firstRow) * blocksPerRow + block) * Self.count
  }
}

extension CellMoments: CoveredCells {
  static let areUsed = true

  /// Where the columns lie as seen from a site, in units of σ, and how high the curve is there.
  struct View {
    var offsets: [Lanes]
    var heights: [Lanes]
  }

  func emptyView() -> View {
    let zeros = [Lanes](repeating: .zero, count: blocksPerRow)
    return View(offsets: zeros, heights: zeros)
  }

  func look(from centre: Coordinate, over columns: Range<Int>, into view: inout View) {
    for block in columns.lowerBound / 4..<(columns.upperBound + 3) / 4 {
      // The middles as `centre(row:column:)` rounds them, from which places are measured too.
      let middles = cells.origin.x + (Lanes(0.5, 1.5, 2.5, 3.5) + Double(block * 4)) * cells.side
      let offset = (centre.x - middles) / bell.deviation
      view.offsets[block] = offset
      view.heights[block] = exponential(offset * offset * -0.5)
    }
  }

  /// The powers of a row's offset from a site, and the height of the curve there.
  @inline(__always)
  private func look(
    at row: Int, from centre: Coordinate
  ) -> (powers: InlineArray<9, Double>, height: Double) {
    let y = cells.origin.y + (Double(row) + 0.5) * cells.side
    let offset = (centre.y - y) / bell.deviation
    var powers = InlineArray<9, Double>(repeating: 1)
    for l in 1...Self.order { powers[l] = powers[l - 1] * offset }
    return (powers, exponential(Lanes(repeating: offset * offset * -0.5))[0])
  }

  @inline(__always)
  func sum(of row: DiscRow, from centre: Coordinate, _ view: View) -> Lanes {
    guard !row.covered.isEmpty else { return .zero }
    let (powers, height) = look(at: row.row, from: centre)
    var sum = Lanes.zero
    BellSums.gather(
      moments, from: momentIndex(row: row.row, block: 0), columns: row.covered, view, powers,
      into: &sum)
    let people = totals.sum(of: row, from: centre, ())
    return (sum * height - people * bell.floor) * bell.scale
  }

  @inline(__always)
  mutating func add(_ amount: Double, to row: DiscRow, from centre: Coordinate, _ view: View) {
    guard !row.covered.isEmpty else { return }
    let (powers, height) = look(at: row.row, from: centre)
    totals.add(amount, to: row, from: centre, ())
    BellSums.spread(
      amount * height, columns: row.covered, view, powers, to: &moments,
      from: momentIndex(row: row.row, block: 0))
  }

  func give(to access: inout [Lanes], rows: Range<Int>, of cells: PlaceCells) {
    let first = cells.blocks(rows: rows).lowerBound
    cells.forEachCell(in: rows) { row, column, blocks in
      let total = totals.total(row: row, column: column)
      // Nothing covers the cell: not even rounding may be given to its places.
      guard total != 0 else { return }
      BellSums.spread(
        moments, from: momentIndex(row: row, block: column / 4), lane: column % 4, total: total,
        cells, blocks: first + blocks.lowerBound..<first + blocks.upperBound,
        around: centre(row: row, column: column), bell, to: &access, from: first)
    }
  }
}
