/// Which areas lend their values in each of many shuffles; the same draws serve every area.
///
/// A draw is a row of indices into the list of all areas *but the one at hand*, so that an area
/// keeps its own value while those of the others are shuffled: index *t* is area *t*, or *t* + 1
/// from the area at hand on. An area with *k* neighbours takes the first *k* of each draw. Drawn
/// once, and not for each area, the table makes p-values independent of threads and of the order
/// of the work.
///
/// - SeeAlso: L. Anselin, "Local indicators of spatial association — LISA", *Geographical Analysis*
///   27(2), 1995, 93–115, on conditional permutation.
public struct PermutationTable: Hashable, Sendable {
  /// The number of areas that the table is for.
  public let areaCount: Int
  /// The number of draws, *R*; the smallest p-value is 1 ∕ (*R* + 1).
  public let drawCount: Int
  /// The largest number of neighbours that the table has indices for.
  public let width: Int

  /// The first index of all draws, then the second of all draws and so on: so are they read.
  private let columns: [Int32]

  /// Random draws without replacement.
  ///
  /// - Parameters:
  ///   - neighbours: Whose areas are to be tested.
  ///   - drawCount: R, at least 1.
  ///   - seed: The same seed gives the same draws.
  /// - Complexity: O(areas + draws · most neighbours), in time and memory.
  public init(for neighbours: Neighbours, drawCount: Int = 999, seed: UInt64) {
    precondition(drawCount > 0, "a permutation test needs a draw")
    precondition(drawCount <= Int(Int32.max), "draws are counted in 32 bits")
    precondition(neighbours.count <= Int(Int32.max), "areas are counted in 32 bits")
    let width = neighbours.maximumNeighbours
    let others = max(0, neighbours.count - 1)
    var random = SplitMix64(seed: seed)
    // The beginning of a Fisher–Yates shuffle; it need not start from order each time.
    var pool = Array(0..<Int32(others))
    var columns = [Int32](repeating: 0, count: drawCount * width)
    for draw in 0..<drawCount {
      for column in 0..<width {
        pool.swapAt(column, column + Int(random.next(below: UInt64(others - column))))
        columns[column * drawCount + draw] = pool[column]
      }
    }
    areaCount = neighbours.count
    self.drawCount = drawCount
    self.width = width
    self.columns = columns
  }

  /// Draws made elsewhere.
  ///
  /// - Parameters:
  ///   - rows: One row per draw, all of the same length: different indices from 0 to
  ///     `areaCount` − 2.
  ///   - areaCount: The number of areas, that at hand included.
  /// - Throws: ``PermutationTableError`` for the first draw that is none.
  /// - Complexity: O(size of the table).
  public init(rows: [[Int]], areaCount: Int) throws(PermutationTableError) {
    precondition(areaCount <= Int(Int32.max), "areas are counted in 32 bits")
    guard let width = rows.first?.count else { throw .noDraws }
    for (draw, row) in rows.enumerated() {
      guard row.count == width else { throw .unevenDraw(draw, length: row.count, first: width) }
      if let index = row.first(where: { $0 < 0 || $0 >= areaCount - 1 }) {
        throw .indexOutOfRange(index, draw: draw)
      }
      guard Set(row).count == width else { throw .repeatedIndex(draw: draw) }
    }
    self.areaCount = areaCount
    drawCount = rows.count
    self.width = width
    columns = (0..<width).flatMap { column in rows.map { Int32($0[column]) } }
  }

  /// The index that a draw has for a neighbour.
  subscript(draw draw: Int, neighbour neighbour: Int) -> Int {
    Int(columns[neighbour * drawCount + draw])
  }
}
