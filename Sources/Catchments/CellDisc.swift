internal import SimpleFeatures

/// A site's catchment as the cells see it.
struct CellDisc {
  let centre: Coordinate
  /// The radius of the circle outside which no cell holds a place of the disc, rounding included.
  let outer: Double
  /// The radius inside which a cell lies whole, with all that rounding could do to it.
  let inner: Double

  /// - Parameters:
  ///   - centre: Finite.
  ///   - radius: May be infinite; no cell lies inside then, all are looked at.
  ///   - cells: What the disc is laid over.
  init(at centre: Coordinate, radius: Double, over cells: PlaceCells) {
    self.centre = centre
    // Every sum of ordinates here is off by a few units in the last place of the largest of them,
    // and a tiny square may have become 0.
    let rounding =
      0x1p-48 * (cells.magnitude + abs(centre.x) + abs(centre.y) + radius) + 0x1p-500
    outer = radius + rounding
    // The ring left out is far wider than needed for rounding: weights that end at 0 on the circle
    // are then large beside the error of a sum over cells.
    inner = radius.isFinite ? radius * (1 - 0x1p-20) - rounding : -1
  }
}

/// The cells of one row that a disc touches, and those among them that it covers whole.
struct DiscRow {
  let row: Int
  let touched: Range<Int>
  /// Empty at the end of `touched` where there are none.
  let covered: Range<Int>
}

extension PlaceCells {
  /// The rows that may hold cells of a disc; never empty.
  func rows(of disc: CellDisc) -> ClosedRange<Int> {
    let south = clampedRow(disc.centre.y - disc.outer - origin.y)
    let north = clampedRow(disc.centre.y + disc.outer - origin.y)
    return south...north
  }

  private func clampedRow(_ y: Double) -> Int {
    Int(min(max(y / side, 0), Double(rows - 1)))
  }

  /// The columns that may hold cells of a disc.
  func columns(of disc: CellDisc) -> Range<Int> {
    let west = (disc.centre.x - disc.outer - origin.x) / side
    let east = (disc.centre.x + disc.outer - origin.x) / side
    return Int(min(max(west, 0), Double(columns - 1)))..<Int(
      min(max(east, 0), Double(columns - 1))) + 1
  }

  /// The cells of a row that a disc touches; `nil` if there are none.
  ///
  /// - Parameters:
  ///   - disc: The disc.
  ///   - row: The row.
  ///   - covering: Whether cells that it covers whole are told apart.
  /// - Returns: The cells touched, and those covered.
  @inline(__always)
  func cells(of disc: CellDisc, row: Int, covering: Bool) -> DiscRow? {
    let south = origin.y + Double(row) * side - disc.centre.y
    let north = south + side
    let near = max(0, south, -north)
    guard near <= disc.outer else { return nil }
    let middle = disc.centre.x - origin.x
    let last = Double(columns)
    // As a product of sums, which is right for circles too large to be squared.
    let reach = ((disc.outer - near) * (disc.outer + near)).squareRoot()
    let (west, east) = ((middle - reach) / side, (middle + reach) / side)
    guard east >= 0, west < last else { return nil }
    let touched = Int(max(west, 0))..<Int(min(east, last - 1)) + 1
    let end = touched.upperBound
    let far = max(-south, north)
    guard covering, disc.inner > far else {
      return DiscRow(row: row, touched: touched, covered: end..<end)
    }
    let safe = ((disc.inner - far) * (disc.inner + far)).squareRoot()
    let (from, to) = ((middle - safe) / side, (middle + safe) / side)
    let lower = from < 0 ? 0 : Int(min(from, last)) + 1
    let upper = Int(min(max(to, 0), last))
    return DiscRow(
      row: row, touched: touched, covered: lower < upper ? lower..<upper : end..<end)
  }

  /// The blocks west and east of the covered cells of a row, whose places must be looked at.
  @inline(__always)
  func rims(of row: DiscRow) -> (west: Range<Int>, east: Range<Int>) {
    let base = row.row * columns
    return (
      Int(starts[base + row.touched.lowerBound])..<Int(starts[base + row.covered.lowerBound]),
      Int(starts[base + row.covered.upperBound])..<Int(starts[base + row.touched.upperBound])
    )
  }
}
