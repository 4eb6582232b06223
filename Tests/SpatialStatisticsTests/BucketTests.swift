import SpatialStatistics
import TestSupport
import Testing

/// Numbers that fill buckets unevenly, or not at all.
private func lists(seed: UInt64) -> [[Double]] {
  var random = SeededGenerator(seed: seed)
  func some(_ count: Int, _ value: () -> Double) -> [Double] { (0..<count).map { _ in value() } }
  func unit() -> Double { Double.random(in: 0...1, using: &random) }
  let close = some(300) { 1 + unit() * 1e-12 }
  return [
    some(1000) { unit() },
    // One far out: all others are in one bucket.
    close + [1e9],
    [-Double.greatestFiniteMagnitude] + some(200) { unit() } + [.greatestFiniteMagnitude],
    some(300) { Double(Int.random(in: 0...3, using: &random)) },
    // Each a tenth of the one before.
    (0..<300).map { Double(sign: .plus, exponent: -3 * $0, significand: 1 + unit()) },
    some(100) { Double.leastNonzeroMagnitude * Double(Int.random(in: 0...5, using: &random)) },
    some(50) { -7 }, [3], [],
  ]
}

@Suite struct `Sorting by buckets` {
  @Test(arguments: UInt64(0)..<10)
  func `is a stable sort, whatever the spread`(seed: UInt64) {
    var sorting = Sorting()
    for values in lists(seed: seed) {
      let ascending = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      sorting.sort(values, .ascending)
      #expect(sorting.sorted.map { Int($0.index) } == ascending)
      #expect(sorting.sorted.map(\.value) == ascending.map { values[$0] })
      sorting.sort(values, .descending)
      let descending = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
      #expect(sorting.sorted.map { Int($0.index) } == descending)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `ranks values that stand for several units as those units`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sorting = Sorting()
    for values in lists(seed: seed) {
      let counts = values.map { _ in Int32.random(in: 1...4, using: &random) }
      var ranks = [Int32](repeating: -1, count: values.count + 2)
      CompetitionRanks.descending(
        values, counts: counts, to: &ranks, at: 1, sorting: &sorting)
      let units = zip(values, counts).flatMap { Array(repeating: $0, count: Int($1)) }
      let all = CompetitionRanks.descending(units)
      var expected: [Int32] = [-1]
      var first = 0
      for count in counts {
        expected.append(Int32(all[first]))
        first += Int(count)
      }
      #expect(ranks == expected + [-1])
    }
  }
}

@Suite struct `Quantiles by buckets` {
  @Test(arguments: UInt64(0)..<10)
  func `are those of sorting everything`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let shares = [0, 0.1, 1.0 / 3, 0.5, 0.9, 1]
    for values in lists(seed: seed) {
      let weights = values.map { _ in Double(Int.random(in: 0...3, using: &random)) }
      let sorted = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      let expected = shares.map { share -> Double? in
        let target = share * weights.reduce(0, +) * (1 - 1e-12)
        var sum = 0.0
        for index in sorted {
          sum += weights[index]
          if sum >= target { return values[index] }
        }
        return sorted.last.map { values[$0] }
      }
      #expect(
        WeightedPercentiles.quantiles(shares, of: values, weights: weights) == expected)
    }
  }
}
