internal import SimpleFeatures

/// Follows the borders of areas through the cells, and notes which edges meet which cells and
/// where the borders pass the anchors of each row.
///
/// A cell's edges are all those that meet it, and perhaps some that pass it by within the error
/// of rounding; no edge is noted twice in a cell. Passages are exact.
struct BorderWalk {
  /// Where an area begins or ends along the anchors of a row: at this one it covers what it did not
  /// cover to the west, or the other way round.
  struct Passage: Sendable {
    /// The number of the anchor's cell.
    var cell: UInt32
    /// The index of the area.
    var area: Int32
  }

  /// In the order of areas, and along each ring.
  private var runs: [EdgeRun] = []
  /// In the same order.
  private var passages: [Passage] = []

  private let frame: CellFrame
  /// The run that the next edge may continue.
  private var open = EdgeRun(cell: 0, first: 0, area: 0, count: 0)

  /// A walk along borders of some length, the sum of the widths and heights of edges.
  init(_ frame: CellFrame, length: Double) {
    self.frame = frame
    runs.reserveCapacity(frame.meetings(length: length))
    passages.reserveCapacity(frame.meetings(length: length))
  }

  /// Follows a ring whose first corner stands again at the end.
  mutating func follow(_ ring: Range<Int>, of corners: Span<Coordinate>, area: Int32) {
    var a = corners[ring.lowerBound]
    var (column, row) = frame.home(of: a)
    var middle = frame.anchor(column, row)
    open = EdgeRun(
      cell: frame.cell(column, row), first: UInt32(ring.lowerBound), area: area, count: 0)
    for corner in ring.lowerBound + 1..<ring.upperBound {
      let b = corners[corner]
      let (nextColumn, nextRow) = frame.home(of: b)
      if nextColumn == column, nextRow == row {
        open.count += 1
        if open.count == .max { close(next: corner) }
        if (a.y > middle.y) != (b.y > middle.y) {
          let isEast =
            Orientation.of(middle, from: a.y > b.y ? b : a, to: a.y > b.y ? a : b) == .left
          passages.append(
            Passage(cell: isEast ? open.cell + 1 : open.cell, area: area))
        }
      } else {
        let course = EdgeCourse(from: a, to: b, in: frame)
        follow(course, edge: corner - 1, to: frame.cell(nextColumn, nextRow))
        (column, row) = (nextColumn, nextRow)
        middle = frame.anchor(column, row)
      }
      a = b
    }
    close(next: ring.upperBound)
  }

  /// Gives what was noted, by cells, and those of a cell by areas.
  mutating func finish() -> (runs: [EdgeRun], passages: [Passage]) {
    let cells = frame.columns * frame.rows
    runs.sort(by: { $0.cell }, below: cells)
    // A border may pass the last row to the east of its last anchor.
    passages.sort(by: { $0.cell }, below: cells + 1)
    // Handed over rather than shared, so that they are not copied when they are next changed.
    defer { (runs, passages) = ([], []) }
    return (runs, passages)
  }

  private mutating func close(next corner: Int) {
    if open.count > 0 { runs.append(open) }
    open.count = 0
    open.first = UInt32(corner)
  }

  /// Follows an edge from the open run's cell to another.
  private mutating func follow(_ course: EdgeCourse, edge: Int, to end: UInt32) {
    let start = open.cell
    open.count += 1
    close(next: edge)
    for row in course.rows {
      for column in course.columns(inRow: row) {
        let cell = frame.cell(column, row)
        if cell == start || cell == end { continue }
        runs.append(EdgeRun(cell: cell, first: UInt32(edge), area: open.area, count: 1))
      }
      let middle = frame.anchor(0, row).y
      if (course.lower.y > middle) != (course.upper.y > middle) {
        let column = course.firstAnchorEast(inRow: row)
        passages.append(Passage(cell: frame.cell(column, row), area: open.area))
      }
    }
    open.cell = end
    open.count = 1
  }
}
