internal import SimpleFeatures

/// The course of an edge through the cells.
struct EdgeCourse {
  let lower: Coordinate
  let upper: Coordinate
  /// The rows of its ends.
  let rows: ClosedRange<Int>
  /// The columns of its ends, the western one first.
  let columns: ClosedRange<Int>
  private let frame: CellFrame
  private let low: (x: Double, y: Double)
  private let high: (x: Double, y: Double)
  private let slope: Double

  init(from a: Coordinate, to b: Coordinate, in frame: CellFrame) {
    self.frame = frame
    (lower, upper) = a.y > b.y ? (b, a) : (a, b)
    let (start, end) = (frame.home(of: lower), frame.home(of: upper))
    rows = start.row...end.row
    columns = min(start.column, end.column)...max(start.column, end.column)
    low = frame.place(lower)
    high = frame.place(upper)
    // Not a number for a level edge, which has one row and needs none.
    slope = (high.x - low.x) / (high.y - low.y)
  }

  /// The columns of a row that the edge meets, and perhaps one that it passes by.
  @inline(__always)
  func columns(inRow row: Int) -> ClosedRange<Int> {
    let slack = CellFrame.slack
    // Where the edge enters and leaves the row. Where it is nearly level, so that errors of height
    // matter, the slack in height alone moves the place by more than they do.
    let south = max(low.y, Double(row) - 0.5 - slack)
    let north = min(high.y, Double(row) + 0.5 + slack)
    let enters = row == rows.lowerBound ? low.x : low.x + (south - low.y) * slope
    let leaves = row == rows.upperBound ? high.x : low.x + (north - low.y) * slope
    let west = CellFrame.nearest(min(enters, leaves) - slack, in: columns)
    return west...max(CellFrame.nearest(max(enters, leaves) + slack, in: columns), west)
  }

  /// The first anchor of a row, which the edge passes, that is not to the west of it.
  func firstAnchorEast(inRow row: Int) -> Int {
    let estimate = low.x + (Double(row) - low.y) * slope
    var column = CellFrame.nearest(estimate, in: columns)
    while column > columns.lowerBound, !isEast(ofAnchor: column - 1, row) { column -= 1 }
    while column <= columns.upperBound, isEast(ofAnchor: column, row) { column += 1 }
    return column
  }

  /// Whether the edge is to the east of an anchor, decided exactly.
  private func isEast(ofAnchor column: Int, _ row: Int) -> Bool {
    Orientation.of(frame.anchor(column, row), from: lower, to: upper) == .left
  }
}
