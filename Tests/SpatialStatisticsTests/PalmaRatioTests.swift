import SpatialStatistics
import TestSupport
import Testing

@Suite struct `The Palma ratio` {
  // One person at each of ten ranks has its number: the last has 10, the first four 2½ on average.
  @Test func `compares the best-off tenth with the worst-off two fifths`() throws {
    let values = (1...10).map(Double.init)
    let distribution = try Distribution(of: values, weights: values.map { _ in 1 })
    let ratio = try #require(try distribution.palmaRatio(rankedBy: values).value)
    #expect(ratio.agrees(with: 4))
    // By the opposite ranking: 1 against the mean of 7…10.
    let opposite = try #require(try distribution.palmaRatio(rankedBy: values.map { -$0 }).value)
    #expect(opposite.agrees(with: 1 / 8.5))
    // The best-off fifth has 9½ on average, the worst-off fifth 1½.
    let fifths = try #require(
      try distribution.palmaRatio(rankedBy: values, bestOff: 0.2, worstOff: 0.2).value)
    #expect(fifths.agrees(with: 9.5 / 1.5))
  }

  // Three in ten have 2 each, the rest 6: the worst-off four are the three and one of the others.
  @Test func `takes part of a place that straddles the line`() throws {
    let distribution = try Distribution(of: [2, 6], weights: [30, 70])
    let ratio = try #require(try distribution.palmaRatio(rankedBy: [1, 2]).value)
    #expect(ratio.agrees(with: 6 / 3))
  }

  // Both ranks have a mean of 3. Whole places leave the best-off tenth empty.
  @Test func `has a value for two ranks`() throws {
    let distribution = try Distribution(of: [5, 1, 3, 3], weights: [10, 10, 10, 10])
    let ratio = try #require(try distribution.palmaRatio(rankedBy: [1, 1, 2, 2]).value)
    #expect(ratio.agrees(with: 1))
  }

  // Where the two fifths end between two places, the next one must not leave a trace.
  @Test(arguments: [1, 0.1, 1.0 / 3, 7, 0.7, 1e6 / 3])
  func `is undefined where the worst off have nothing`(weight: Double) throws {
    let distribution = try Distribution(
      of: [0, 0, 0, 0, 1, 2, 3, 4, 5, 6], weights: Array(repeating: weight, count: 10))
    let ranks = (0..<10).map(Double.init)
    #expect(try distribution.palmaRatio(rankedBy: ranks) == .undefined(.nothingForWorstOff))
    #expect(try distribution.palmaRatio(rankedBy: ranks, worstOff: 0.5).value != nil)
    #expect(try distribution.palmaRatio(rankedBy: ranks.map { -$0 }) == .value(0))
  }

  @Test func `is undefined where it would be too large for a number`() throws {
    let distribution = try Distribution(of: [.leastNonzeroMagnitude, 1], weights: [1, 1])
    #expect(try distribution.palmaRatio(rankedBy: [1, 2]) == .undefined(.nothingForWorstOff))
  }

  // The mean of the people on one side of the line, with more or less of the places on it.
  @Test(arguments: UInt64(0)..<20)
  func `is the ratio of two means of people`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(90, using: &random)
    let total = table.weights.reduce(0, +)
    /// The mean over the first people of a ranking, each rank taken pro rata.
    func mean(ofFirst share: Double, by ranking: [Double]) -> Double {
      var (left, sum) = (share * total, 0.0)
      for rank in Set(ranking).sorted() {
        let rows = ranking.indices.filter { ranking[$0] == rank }
        let people = rows.reduce(0) { $0 + table.weights[$1] }
        let part = people > 0 ? min(1, left / people) : 0
        sum += rows.reduce(0) { $0 + table.weights[$1] * table.values[$1] } * part
        left -= people * part
      }
      return sum / (share * total)
    }
    let expected =
      mean(ofFirst: 0.1, by: table.advantage.map { -$0 }) / mean(ofFirst: 0.4, by: table.advantage)
    let ratio = try #require(try table.distribution().palmaRatio(rankedBy: table.advantage).value)
    #expect(ratio.agrees(with: expected))
  }
}
