import SpatialIndex
import TestSupport
import Testing

@Suite struct `Hilbert curve` {
  private struct Cell: Hashable {
    var column: UInt32
    var row: UInt32

    var position: UInt32 { HilbertCurve.position(column: column, row: row) }

    func isNextTo(_ other: Cell) -> Bool {
      let columns = max(column, other.column) - min(column, other.column)
      let rows = max(row, other.row) - min(row, other.row)
      return columns + rows == 1
    }
  }

  /// Hilbert's construction: four copies of the smaller curve, the first mirrored in one diagonal
  /// and the last in the other.
  private static func curve(order: Int) -> [Cell] {
    guard order > 0 else { return [Cell(column: 0, row: 0)] }
    let part = curve(order: order - 1)
    let half = UInt32(1) << UInt32(order - 1)
    return part.map { Cell(column: $0.row, row: $0.column) }
      + part.map { Cell(column: $0.column, row: $0.row + half) }
      + part.map { Cell(column: $0.column + half, row: $0.row + half) }
      + part.map { Cell(column: 2 * half - 1 - $0.row, row: half - 1 - $0.column) }
  }

  // After an even number of mirrorings the small curve lies as the large one does.
  @Test func `begins with the curve of 64 × 64 cells that Hilbert's construction gives`() {
    let curve = Self.curve(order: 6)
    #expect(curve.count == 4096)
    #expect(curve.map(\.position) == Array(0..<4096))
  }

  // The first four cells, one mirroring further down:  3 2
  //                                                    0 1
  @Test func `starts to the east and ends in the south-east`() {
    let cells = [(0, 0), (1, 0), (1, 1), (0, 1)].map { Cell(column: $0.0, row: $0.1) }
    #expect(cells.map(\.position) == [0, 1, 2, 3])
    let last = HilbertCurve.side - 1
    #expect(Cell(column: last, row: 0).position == .max)
  }

  @Test func `fills one quarter after the other`() {
    let half = HilbertCurve.side / 2
    let quarter = UInt32(1) << 30
    var random = SeededGenerator(seed: 1)
    for (index, (column, row)) in [(0, 0), (0, half), (half, half), (half, 0)].enumerated() {
      let first = UInt32(index) * quarter
      for _ in 0..<500 {
        let cell = Cell(
          column: column + .random(in: 0..<half, using: &random),
          row: row + .random(in: 0..<half, using: &random))
        #expect((first...(first + (quarter - 1))).contains(cell.position))
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `passes through all cells of a block in one go, from neighbour to neighbour`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let blocks = HilbertCurve.side / 64
    let column = UInt32.random(in: 0..<blocks, using: &random) * 64
    let row = UInt32.random(in: 0..<blocks, using: &random) * 64
    let cells = (0..<64).flatMap { x in
      (0..<64).map { Cell(column: column + x, row: row + $0) }
    }.sorted { $0.position < $1.position }
    let first = cells[0].position
    #expect(first % 4096 == 0)
    #expect(cells.map(\.position) == Array(first...(first + 4095)))
    #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.isNextTo($1) })
  }
}
