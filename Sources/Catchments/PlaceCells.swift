internal import SimpleFeatures

/// Four numbers that are worked on together.
///
/// The number is fixed, and their sums have one order, so that results are the same on every
/// processor.
typealias Lanes = SIMD4<Double>

extension SIMD4<Double> {
  /// The sum of the four, always in the same order.
  var total: Double { (self[0] + self[1]) + (self[2] + self[3]) }
}

/// Places sorted into square cells, row by row from the south-west, four to a block.
///
/// A block holds places of one cell only; what is left of the last block of a cell repeats a place
/// and counts nobody. A stretch of a row of cells is then a range of blocks without any exception,
/// which is what the sums over discs run over.
struct PlaceCells: Sendable {
  let origin: Coordinate
  let side: Double
  let columns: Int
  let rows: Int
  /// The first block of each cell, and one entry more for the end.
  let starts: [Int32]
  let x: [Lanes]
  let y: [Lanes]
  /// The place of each lane; −1 where a lane is left over.
  let places: [SIMD4<Int32>]
  let placeCount: Int
  /// The largest ordinate, by which rounding is judged.
  let magnitude: Double

  /// The number of blocks of four columns that hold a row of cells.
  var columnBlocks: Int { (columns + 3) / 4 }

  /// Sorts places into cells.
  ///
  /// - Parameters:
  ///   - positions: Finite.
  ///   - bounds: Those of the positions.
  ///   - side: The side of a cell, as wanted; longer if there would be more cells than places.
  /// - Complexity: O(*n*): sorted by counting.
  init(_ positions: [Coordinate], bounds: BoundingBox, side: Double) {
    precondition(positions.count < Int(Int32.max) / 4, "places are counted in 32 bits")
    let width = positions.isEmpty ? 0 : bounds.maxX - bounds.minX
    let height = positions.isEmpty ? 0 : bounds.maxY - bounds.minY
    let longest = max(width, height)
    let count = Double(max(positions.count, 1))
    let isPlain = longest.isFinite && longest > 0
    let least =
      isPlain ? max((width / count).squareRoot() * height.squareRoot(), longest / count) : 1
    self.side = isPlain ? min(max(side, least), longest) : 1
    columns = isPlain ? Int(width / self.side) + 1 : 1
    rows = isPlain ? Int(height / self.side) + 1 : 1
    origin = positions.isEmpty ? Coordinate(x: 0, y: 0) : Coordinate(x: bounds.minX, y: bounds.minY)
    placeCount = positions.count
    magnitude =
      positions.isEmpty
      ? 0 : max(abs(bounds.minX), abs(bounds.maxX), abs(bounds.minY), abs(bounds.maxY))
    let (columns, origin, perSide) = (columns, origin, isPlain ? 1 / self.side : 0)
    let cells = positions.map { position in
      Int32(
        Int((position.y - origin.y) * perSide) * columns + Int((position.x - origin.x) * perSide))
    }
    (starts, places) = Self.sorted(cells, cellCount: columns * rows)
    var x: [Lanes] = []
    var y: [Lanes] = []
    x.reserveCapacity(places.count)
    y.reserveCapacity(places.count)
    for block in places {
      // The first lane of a block is never left over.
      let first = block[0]
      let at = block.replacing(with: first, where: block .< 0)
      let corners = (
        positions[Int(at[0])], positions[Int(at[1])], positions[Int(at[2])], positions[Int(at[3])]
      )
      x.append(Lanes(corners.0.x, corners.1.x, corners.2.x, corners.3.x))
      y.append(Lanes(corners.0.y, corners.1.y, corners.2.y, corners.3.y))
    }
    self.x = x
    self.y = y
  }

  /// Places in the order of their cells, those of one cell in their own order, in blocks.
  private static func sorted(
    _ cells: [Int32], cellCount: Int
  ) -> (starts: [Int32], places: [SIMD4<Int32>]) {
    var starts = [Int32](repeating: 0, count: cellCount + 1)
    for cell in cells { starts[Int(cell) + 1] += 1 }
    for cell in 0..<cellCount { starts[cell + 1] = starts[cell] + (starts[cell + 1] + 3) / 4 }
    var next = starts.map { $0 * 4 }
    var places = [SIMD4<Int32>](repeating: SIMD4(repeating: -1), count: Int(starts[cellCount]))
    for (place, cell) in cells.enumerated() {
      let slot = Int(next[Int(cell)])
      next[Int(cell)] += 1
      places[slot / 4][slot % 4] = Int32(place)
    }
    return (starts, places)
  }

  /// The values of places in the order of the blocks; 0 in lanes that are left over.
  func gathered(_ values: [Double]) -> [Lanes] {
    places.map { block in
      var lanes = Lanes.zero
      for lane in 0..<4 where block[lane] >= 0 { lanes[lane] = values[Int(block[lane])] }
      return lanes
    }
  }

  /// Values in the order of the blocks, put back in the order of the places.
  func scattered(_ bands: [[Lanes]]) -> [Double] {
    var values = [Double](repeating: 0, count: placeCount)
    var at = 0
    for band in bands {
      for lanes in band {
        let block = places[at]
        for lane in 0..<4 where block[lane] >= 0 { values[Int(block[lane])] = lanes[lane] }
        at += 1
      }
    }
    return values
  }

  /// The squares of the distances of four places.
  @inline(__always)
  func squaredDistances(of block: Int, from centre: Coordinate) -> Lanes {
    let (dx, dy) = (x[block] - centre.x, y[block] - centre.y)
    return dx * dx + dy * dy
  }

  /// The blocks of a stretch of a row of cells.
  func blocks(row: Int, columns range: Range<Int>) -> Range<Int> {
    let base = row * columns
    return Int(starts[base + range.lowerBound])..<Int(starts[base + range.upperBound])
  }

  /// The blocks of some rows.
  func blocks(rows: Range<Int>) -> Range<Int> {
    Int(starts[rows.lowerBound * columns])..<Int(starts[rows.upperBound * columns])
  }

  /// The rows in bands of about as many places, at most so many.
  func bands(_ count: Int) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    var lower = 0
    for band in 1...count {
      let target = places.count * band / count
      var upper = lower
      while upper < rows, band == count || starts[upper * columns] < target { upper += 1 }
      if lower < upper { bands.append(lower..<upper) }
      lower = upper
    }
    return bands
  }

  /// Calls for each cell that holds places, with blocks counted from the first of the rows.
  @inline(__always)
  func forEachCell(
    in rows: Range<Int>, _ body: (_ row: Int, _ column: Int, _ blocks: Range<Int>) -> Void
  ) {
    let first = Int(starts[rows.lowerBound * columns])
    for row in rows {
      var lower = Int(starts[row * columns])
      for column in 0..<columns {
        let upper = Int(starts[row * columns + column + 1])
        if lower < upper { body(row, column, lower - first..<upper - first) }
        lower = upper
      }
    }
  }
}
