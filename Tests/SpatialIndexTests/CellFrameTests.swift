import SimpleFeatures
import TestSupport
import Testing

@testable import SpatialIndex

@Suite struct `Cells of the ground` {
  private static let bounds = BoundingBox(minX: -3, minY: 1e6, maxX: 17.25, maxY: 1e6 + 9.5)

  private static func frame(rim: Int) -> CellFrame {
    CellFrame(bounds, rim: rim, cells: 800, most: 1000, shortest: 0)
  }

  // 20.25 × 9.5 ÷ 800 = 0.2405, so that cells have a side of 0.49 and there are 41.3 × 19.4.
  @Test func `are about as many as asked for, and a rim`() {
    let inner = Self.frame(rim: 0)
    #expect((inner.columns, inner.rows) == (42, 20))
    let outer = Self.frame(rim: 1)
    #expect((outer.columns, outer.rows) == (45, 23))
  }

  @Test(arguments: [0, 1])
  func `hold their middles, in order`(rim: Int) {
    let frame = Self.frame(rim: rim)
    for column in 0..<frame.columns {
      #expect(frame.column(frame.anchor(column, 0).x) == column)
    }
    for row in 0..<frame.rows { #expect(frame.row(frame.anchor(0, row).y) == row) }
    var random = SeededGenerator(seed: 3)
    let values = (0..<1000).map { _ in Double.random(in: -4...18, using: &random) }.sorted()
    let columns = values.map(frame.column)
    #expect(columns == columns.sorted())
  }

  @Test func `leave the rim to what is outside or not a number`() {
    let frame = Self.frame(rim: 1)
    for x in [-Double.infinity, -1e300, -3.5] { #expect(frame.column(x) == 0) }
    for x in [Double.infinity, 1e300, 18.75] { #expect(frame.column(x) == frame.columns - 1) }
    for x in [Double.nan, -.nan] { #expect([0, frame.columns - 1].contains(frame.column(x))) }
    #expect(frame.column(Self.bounds.minX) == 1)
    #expect(frame.column(Self.bounds.maxX) < frame.columns - 1)
    #expect(frame.row(Self.bounds.minY) == 1)
    #expect(frame.row(Self.bounds.maxY) < frame.rows - 1)
  }

  @Test func `are sorted stably by number`() {
    var random = SeededGenerator(seed: 5)
    for limit in [1, 2, 4096, 4097, 1 << 25] {
      let keys = (0..<3000).map { _ in UInt32.random(in: 0..<UInt32(limit), using: &random) / 3 }
      let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      var order = Array(keys.indices)
      order.sort(by: { keys[$0] }, below: limit)
      #expect(order == expected)
    }
  }

  @Test(arguments: [1, 64, 65, 5000])
  func `are covered by sets that tell their first member`(count: Int) {
    var random = SeededGenerator(seed: 7)
    var covering = CoveringAreas(below: count)
    var expected: Set<Int32> = []
    for _ in 0..<2000 {
      let area = Int32.random(in: 0..<Int32(count), using: &random)
      // Mostly small sets.
      let member = expected.count > 5 ? expected.min() ?? area : area
      covering.toggle(member)
      if expected.remove(member) == nil { expected.insert(member) }
      #expect(covering.first == expected.min())
      #expect(covering.contains(area) == expected.contains(area))
    }
  }
}
