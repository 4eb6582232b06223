import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Order of numbers` {
  @Test(arguments: UInt64(0)..<20)
  func `is that of a comparison sort, ties in index order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scale = [1.0, 1e-300, 1e300][Int(seed % 3)]
    let values = (0..<500).map { _ in
      Double(Int.random(in: -50...50, using: &random)) * scale
        + (seed.isMultiple(of: 2) ? Double.random(in: 0...1, using: &random) : 0)
    }
    #expect(
      ascendingOrder(of: values)
        == values.indices.sorted { (values[$0], $0) < (values[$1], $1) })
    #expect(
      descendingOrder(of: values)
        == values.indices.sorted { (values[$1], $0) < (values[$0], $1) })
  }

  @Test func `takes 0 and −0 for the same`() {
    #expect(ascendingOrder(of: [0, -0.0, 0, -1]) == [3, 0, 1, 2])
    #expect(descendingOrder(of: [-0.0, 0, 1]) == [2, 0, 1])
  }

  @Test func `of nothing is nothing`() {
    #expect(ascendingOrder(of: []).isEmpty)
  }
}

@Suite struct `Concurrent work` {
  @Test(arguments: [1, 2, 3, 16])
  func `gives results in the order of the pieces`(threads: Int) {
    let pieces = Array(0..<100)
    #expect(concurrently(pieces, threads: Threads(threads)) { $0 * $0 } == pieces.map { $0 * $0 })
  }

  @Test(arguments: [0, 1, 2, 255, 256, 257, 10_000])
  func `covers every index once`(count: Int) {
    #expect(concurrently(over: count) { Array($0) } == Array(0..<count))
  }
}
