internal import SimpleFeatures

/// What is known of each cell: the area that all of it belongs to, or the borders in it.
///
/// Most of the ground lies in blocks of 8 × 8 cells without a border, which take one number each;
/// the others have one for every cell.
struct CellTable: Sendable {
  /// A cell that borders meet.
  struct BorderCell: Sendable {
    /// Where its runs begin, in the order of areas; they end where those of the next cell begin.
    var runs: UInt32
    /// The first of the areas that cover it as a whole, or -1.
    var cover: Int32
    /// The number of a table of its own, if it has so many edges that it needs one; else 0.
    var table: Int32 = 0
  }

  let frame: CellFrame
  /// For each block an area, -1 for none, or -2 less the number of the block among the divided.
  private(set) var blocks: [Int32] = []
  /// For each cell of the divided blocks an area, -1 for none, or -2 less the number of the cell
  /// among those that borders meet.
  private(set) var cells: [Int32] = []
  /// The cells that borders meet, and one that only says where the runs end.
  private(set) var borderCells: [BorderCell] = []
  private(set) var runs: [EdgeRun]

  private let blockColumns: Int

  /// A table of the cells that a walk went through.
  ///
  /// - Parameters:
  ///   - walk: The borders; the walk is over then.
  ///   - frame: The cells.
  ///   - covering: Nothing, and nothing again when done.
  ///   - start: Takes what covers the first anchor of a row into a set, or again out of it.
  init(
    _ walk: inout BorderWalk, in frame: CellFrame, covering: inout CoveringAreas,
    start: (_ row: Int, _ covering: inout CoveringAreas) -> Void
  ) {
    self.frame = frame
    blockColumns = (frame.columns + 7) / 8
    let passages: [BorderWalk.Passage]
    (runs, passages) = walk.finish()
    blocks.reserveCapacity(blockColumns * ((frame.rows + 7) / 8))
    fill(passages, &covering, start)
    borderCells.append(BorderCell(runs: UInt32(runs.count), cover: -1))
  }

  /// What is known of a cell: an area, -1 for none, or -2 less the number of a cell that borders
  /// meet.
  @inline(__always)
  func label(_ column: Int, _ row: Int) -> Int32 {
    let block = blocks[block(column, row)]
    return block >= -1 ? block : cells[Self.cell(column, row, ofBlock: block)]
  }

  /// The label of the cell of a position.
  @inline(__always)
  func label(at position: Coordinate) -> Int32 {
    let (column, row) = frame.home(of: position)
    return label(column, row)
  }

  /// The place in ``blocks`` of the block of a cell.
  @inline(__always)
  func block(_ column: Int, _ row: Int) -> Int { (row >> 3) &* blockColumns &+ column >> 3 }

  /// The place in ``cells`` of a cell of a divided block.
  @inline(__always)
  static func cell(_ column: Int, _ row: Int, ofBlock block: Int32) -> Int {
    Int(-2 - block) << 6 | (row & 7) << 3 | column & 7
  }

  /// The runs of a cell that borders meet.
  func runs(ofBorderCell cell: Int) -> Range<Int> {
    Int(borderCells[cell].runs)..<Int(borderCells[cell + 1].runs)
  }

  /// The first area, in order, that has a position inside or on its border.
  ///
  /// - Parameters:
  ///   - position: In a cell that borders meet.
  ///   - label: The label of the cell.
  ///   - corners: Those of all areas.
  /// - Returns: The area, or -1.
  @inline(__always)
  func area(
    at position: Coordinate, inBorderCell label: Int32, corners: Span<Coordinate>
  ) -> Int32 {
    let cover = borderCells[Int(-2 - label)].cover
    let end = Int(borderCells[Int(-1 - label)].runs)
    let (column, row) = frame.home(of: position)
    let anchor = frame.anchor(column, row)
    let runs = runs.span
    var run = Int(borderCells[Int(-2 - label)].runs)
    while run < end {
      let area = runs[run].area
      if cover >= 0, cover < area { return cover }
      var path = AnchorPath(from: position, to: anchor, inside: runs[run].coversAnchor)
      repeat {
        path.count(runs[run].corners, of: corners)
        run += 1
      } while run < end && runs[run].area == area
      if path.location != .exterior { return area }
    }
    return cover
  }

  /// The runs of one area in a cell that borders meet.
  func runs(of area: Int32, inBorderCell cell: Int) -> Range<Int> {
    let all = runs(ofBorderCell: cell)
    let start = firstRun(of: area, in: all)
    return start..<firstRun(of: area + 1, in: start..<all.upperBound)
  }

  /// The first of some runs that is of an area or of a later one.
  private func firstRun(of area: Int32, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].area < area { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Notes that a cell has a table of its own.
  mutating func setTable(ofBorderCell cell: Int, to table: Int) {
    borderCells[cell].table = Int32(table)
  }

  // MARK: Filling

  /// Goes along the anchors of each row from the west and notes what covers them.
  private mutating func fill(
    _ passages: [BorderWalk.Passage], _ covering: inout CoveringAreas,
    _ start: (Int, inout CoveringAreas) -> Void
  ) {
    let width = blockColumns * 8
    var labels = [Int32](repeating: -1, count: width * 8)
    var isDivided = [Bool](repeating: false, count: blockColumns)
    var (run, passage) = (0, 0)
    for top in stride(from: 0, to: frame.rows, by: 8) {
      for row in top..<min(top + 8, frame.rows) {
        let first = Int(frame.cell(0, row))
        let end = first + frame.columns
        let offset = (row - top) * width - first
        // What begins at the first anchor, or after the last one of the row before, is in `start`.
        while passage < passages.count, passages[passage].cell <= first { passage += 1 }
        start(row, &covering)
        let rowPassages = passage
        var cell = first
        while true {
          let nextPassage = passage < passages.count ? Int(passages[passage].cell) : end
          let nextRun = run < runs.count ? Int(runs[run].cell) : end
          let next = min(nextPassage, nextRun, end)
          let area = covering.first ?? -1
          for index in cell..<next { labels[offset + index] = area }
          guard next < end else { break }
          while passage < passages.count, passages[passage].cell == next {
            covering.toggle(passages[passage].area)
            passage += 1
          }
          cell = next
          if next == nextRun {
            labels[offset + next] = -2 - Int32(borderCells.count)
            isDivided[(next - first) >> 3] = true
            run = addBorderCell(from: run, &covering)
            cell += 1
          }
        }
        // Undone rather than emptied, which would take a look at every area. Where borders are
        // rings, nothing is left.
        guard covering.first != nil else { continue }
        for index in rowPassages..<passage { covering.toggle(passages[index].area) }
        start(row, &covering)
      }
      addBlocks(labels, &isDivided)
    }
  }

  /// Takes the runs of one cell; the next one's begin at the index returned.
  private mutating func addBorderCell(from first: Int, _ covering: inout CoveringAreas) -> Int {
    let cell = runs[first].cell
    var end = first
    while end < runs.count, runs[end].cell == cell {
      let area = runs[end].area
      runs[end].coversAnchor =
        end > first && runs[end - 1].area == area
        ? runs[end - 1].coversAnchor : covering.contains(area)
      end += 1
    }
    // Without the areas that have an edge here.
    toggleAreas(of: first..<end, in: &covering)
    borderCells.append(BorderCell(runs: UInt32(first), cover: covering.first ?? -1))
    toggleAreas(of: first..<end, in: &covering)
    return end
  }

  private func toggleAreas(of range: Range<Int>, in covering: inout CoveringAreas) {
    for run in range where runs[run].coversAnchor {
      if run == range.lowerBound || runs[run - 1].area != runs[run].area {
        covering.toggle(runs[run].area)
      }
    }
  }

  /// Takes the cells of eight rows.
  private mutating func addBlocks(_ labels: [Int32], _ isDivided: inout [Bool]) {
    let width = blockColumns * 8
    for column in 0..<blockColumns {
      guard isDivided[column] else {
        blocks.append(labels[column * 8])
        continue
      }
      isDivided[column] = false
      blocks.append(-2 - Int32(cells.count >> 6))
      for start in stride(from: column * 8, to: width * 8, by: width) {
        cells.append(contentsOf: labels[start..<start + 8])
      }
    }
  }
}
