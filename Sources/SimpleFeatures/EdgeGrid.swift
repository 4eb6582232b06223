/// The edges of some rings in the cells of a grid, to find edges that meet.
///
/// Edges that share a position share a cell, because the cell of an ordinate never decreases. The
/// cells are about as wide as an edge of a well-shaped area is long, so that a cell holds a few.
struct EdgeGrid {
  /// The edges, each from its corner to the next of its ring.
  private var edges: [Edge] = []
  /// Where the entries of each cell begin; one number more than there are cells.
  private var starts: [Int]
  /// The edges of each cell, cell after cell.
  private var entries: [Entry] = []

  private struct Edge {
    let from: Coordinate
    let to: Coordinate
    /// The number of the edge that follows in the ring.
    let next: Int
    /// The cells that the rectangle around the edge covers.
    let columns: ClosedRange<Int32>
    let rows: ClosedRange<Int32>
  }

  /// An edge in a cell, with its rectangle at hand: few pairs of edges have to be looked up.
  private struct Entry {
    var edge = 0
    var box = BoundingBox.empty
  }

  /// Sorts the edges of rings; `nil` if they are so long or so close that it would not pay.
  ///
  /// - Complexity: O(*n*) in the number of edges.
  init?(_ rings: [LinearRing]) {
    let count = rings.reduce(0) { $0 + $1.corners.count }
    var bounds = BoundingBox.empty
    for ring in rings { bounds.formUnion(ring.bounds) }
    let cells = Cells(bounds, edges: count)
    starts = Array(repeating: 0, count: cells.count + 1)
    edges.reserveCapacity(count)
    for ring in rings { append(ring, cells) }
    var held = 0
    for edge in edges {
      held += edge.columns.count * edge.rows.count
      guard held <= 12 * count + 64 else { return nil }
      cells.forEach(edge.columns, edge.rows) { starts[$0 + 1] += 1 }
    }
    var pairs = 0
    for cell in 0..<cells.count {
      pairs += starts[cell + 1] * (starts[cell + 1] - 1) / 2
      guard pairs <= 64 * count + 1024 else { return nil }
      starts[cell + 1] += starts[cell]
    }
    var places = starts
    entries = Array(repeating: Entry(), count: held)
    for (number, edge) in edges.enumerated() {
      var entry = Entry(edge: number)
      entry.box.formUnion(edge.from)
      entry.box.formUnion(edge.to)
      cells.forEach(edge.columns, edge.rows) { cell in
        entries[places[cell]] = entry
        places[cell] += 1
      }
    }
  }

  private mutating func append(_ ring: LinearRing, _ cells: Cells) {
    let first = edges.count
    let last = ring.corners.count - 1
    var from = ring.corners[0]
    var fromCell = cells.cell(of: from)
    for index in ring.corners.indices {
      let next = index == last ? 0 : index + 1
      let to = ring.corners[next]
      let toCell = cells.cell(of: to)
      edges.append(
        Edge(
          from: from, to: to, next: first + next,
          columns: min(fromCell.column, toCell.column)...max(fromCell.column, toCell.column),
          rows: min(fromCell.row, toCell.row)...max(fromCell.row, toCell.row)))
      (from, fromCell) = (to, toCell)
    }
  }

  /// Whether any two edges share a position, other than neighbours their common corner.
  var hasMeetings: Bool {
    if edges.contains(where: isSpike) { return true }
    let entries = entries.span
    for cell in 0..<starts.count - 1 {
      let end = starts[cell + 1]
      for first in starts[cell]..<end {
        let entry = entries[first]
        for second in first + 1..<end {
          let other = entries[second]
          if overlap(entry.box, other.box), meet(entry.edge, other.edge) { return true }
        }
      }
    }
    return false
  }

  /// As `intersects`, for rectangles known not to be empty.
  @inline(__always)
  private func overlap(_ one: BoundingBox, _ other: BoundingBox) -> Bool {
    one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY
      && other.minY <= one.maxY
  }

  /// Whether an edge and the next of its ring lie on each other.
  private func isSpike(_ edge: Edge) -> Bool {
    let (corner, end) = (edge.to, edges[edge.next].to)
    guard case .collinear = Orientation.of(end, from: edge.from, to: corner) else { return false }
    let goesOn =
      edge.from.x == corner.x
      ? (edge.from.y < corner.y) == (corner.y < end.y)
      : (edge.from.x < corner.x) == (corner.x < end.x)
    return !goesOn
  }

  /// Whether two edges whose rectangles overlap meet.
  private func meet(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (edges[first], edges[second])
    guard a.next != second, b.next != first else { return false }
    return !isBeside(a, b) && !isBeside(b, a)
  }

  /// Whether an edge lies strictly on one side of the line through another.
  private func isBeside(_ edge: Edge, _ other: Edge) -> Bool {
    switch (
      Orientation.of(edge.from, from: other.from, to: other.to),
      Orientation.of(edge.to, from: other.from, to: other.to)
    ) {
    case (.left, .left), (.right, .right): true
    default: false
    }
  }
}

/// The square grid over a rectangle.
private struct Cells {
  private let side: Int
  private let origin: Coordinate
  private let perMetre: Coordinate

  init(_ bounds: BoundingBox, edges: Int) {
    side = max(1, min(Int((2 * Double(edges)).squareRoot()), 1024))
    origin = Coordinate(x: bounds.minX, y: bounds.minY)
    perMetre = Coordinate(
      x: Self.scale(side, over: bounds.maxX - bounds.minX),
      y: Self.scale(side, over: bounds.maxY - bounds.minY))
  }

  /// One cell serves for an extent of next to nothing.
  private static func scale(_ side: Int, over extent: Double) -> Double {
    let scale = Double(side) / extent
    return scale.isFinite ? scale : 0
  }

  var count: Int { side * side }

  func cell(of position: Coordinate) -> (column: Int32, row: Int32) {
    (number((position.x - origin.x) * perMetre.x), number((position.y - origin.y) * perMetre.y))
  }

  /// The eastern and northern edge count to the last cell.
  private func number(_ cells: Double) -> Int32 { Int32(max(0, min(cells, Double(side - 1)))) }

  /// Calls `body` with the number of every cell in some columns and rows.
  @inline(__always)
  func forEach(
    _ columns: ClosedRange<Int32>, _ rows: ClosedRange<Int32>, _ body: (Int) -> Void
  ) {
    for row in rows {
      for column in columns { body(Int(row) * side + Int(column)) }
    }
  }
}
