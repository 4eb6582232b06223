internal import SimpleFeatures

/// The division of the ground into square cells, with a rim of empty ones around.
///
/// A position's cell is that whose middle is nearest, by a rounding that never puts the more
/// eastern of two positions into the more western column, nor the more northern into the more
/// southern row. So an edge between two positions of one cell never leaves it.
///
/// The middle of a cell is its *anchor*: a position in the cell, the same wherever it is computed.
struct CellFrame: Sendable {
  let columns: Int
  let rows: Int
  private let southWest: SIMD2<Double>
  /// 2⁵², and the number of the first column and row that are not rim.
  private let base: SIMD2<Double>
  private let rim: Double
  private let side: Double
  private let cellsPerUnit: Double

  /// By how many cells a place may be off for rounding, and far more: places are off by less than
  /// 2⁻²⁵ cells, as edges lead no farther than 2²⁴ cells away.
  static let slack = 0x1p-20

  /// A division of a rectangle.
  ///
  /// - Parameters:
  ///   - bounds: The rectangle, around all that matters.
  ///   - rim: 1 for empty cells around it, which positions outside fall into; 0 for anchors that
  ///     all lie in the rectangle.
  ///   - cells: How many cells there are to be.
  ///   - most: The most columns and rows together.
  ///   - shortest: The least side of a cell.
  init(_ bounds: BoundingBox, rim: Int, cells: Int, most: Int, shortest: Double) {
    let (width, height) = (bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
    let magnitude = max(abs(bounds.minX), abs(bounds.maxX), abs(bounds.minY), abs(bounds.maxY))
    side = max(
      (width * height / Double(cells)).squareRoot(), (width + height) / Double(most), shortest,
      // Thirty-two units in the last place, so that an anchor lies in its cell.
      magnitude * 0x1p-47)
    cellsPerUnit = 1 / side
    southWest = SIMD2(bounds.minX, bounds.minY)
    columns = Int(width * cellsPerUnit) + 1 + 3 * rim
    rows = Int(height * cellsPerUnit) + 1 + 3 * rim
    self.rim = Double(rim)
    base = SIMD2(repeating: 0x1p52 + Double(rim))
  }

  /// How many cells are met by edges of some length, about.
  func meetings(length: Double) -> Int { Int(length * cellsPerUnit) }

  /// The middle of a cell.
  @inline(__always)
  func anchor(_ column: Int, _ row: Int) -> Coordinate {
    Coordinate(
      x: southWest.x + (Double(column) - rim) * side, y: southWest.y + (Double(row) - rim) * side)
  }

  /// The rectangle of a cell, a little wider than it is; what lies beyond the last column or row
  /// belongs to it.
  func bounds(_ column: Int, _ row: Int) -> BoundingBox {
    let middle = anchor(column, row)
    let reach = side * (0.5 + Self.slack / 4)
    return BoundingBox(
      minX: middle.x - reach, minY: middle.y - reach,
      maxX: middle.x + (column == columns - 1 ? 2 * reach : reach),
      maxY: middle.y + (row == rows - 1 ? 2 * reach : reach))
  }

  /// The number of a cell, row by row from the south-west.
  @inline(__always)
  func cell(_ column: Int, _ row: Int) -> UInt32 { UInt32(row * columns + column) }

  /// The column and row of a position: the first or last for all beyond the rim, and for what is
  /// not a number.
  @inline(__always)
  func home(of position: Coordinate) -> (column: Int, row: Int) {
    let sums = (SIMD2(position.x, position.y) - southWest) * cellsPerUnit + base
    return (Self.number(sums.x, below: columns), Self.number(sums.y, below: rows))
  }

  /// The column of a position, without its row.
  func column(_ x: Double) -> Int { home(of: Coordinate(x: x, y: southWest.y)).column }

  /// The row of a position, without its column.
  func row(_ y: Double) -> Int { home(of: Coordinate(x: southWest.x, y: y)).row }

  /// Column and row as numbers that are not whole, and not bounded either.
  func place(_ position: Coordinate) -> (x: Double, y: Double) {
    (
      (position.x - southWest.x) * cellsPerUnit + rim,
      (position.y - southWest.y) * cellsPerUnit + rim
    )
  }

  /// The whole number nearest to one to which 2⁵² was added, from 0 to `count` − 1.
  ///
  /// From 2⁵² on numbers are whole, so that the sum was rounded, and its bits are in sequence: it
  /// takes no conversion with its checks. Bounds without a branch were some twenty instructions
  /// more, as SSE2 has no comparison of 64-bit integers; few positions are out of bounds.
  @inline(__always)
  private static func number(_ sum: Double, below count: Int) -> Int {
    let number = sum.bitPattern &- 0x1p52.bitPattern
    return number < UInt64(count) ? Int(number) : nearestEnd(sum, below: count)
  }

  @inline(never)
  private static func nearestEnd(_ sum: Double, below count: Int) -> Int {
    sum < 0x1p52 ? 0 : count - 1
  }

  /// The whole number of a range that is nearest to a place.
  @inline(__always)
  static func nearest(_ place: Double, in range: ClosedRange<Int>) -> Int {
    let low = place > Double(range.lowerBound) ? place : Double(range.lowerBound)
    let high = low < Double(range.upperBound) ? low : Double(range.upperBound)
    return number(high + 0x1p52, below: range.upperBound + 1)
  }
}
