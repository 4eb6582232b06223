import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Competition ranks` {
  @Test func `begin with the largest and leave gaps after ties`() {
    #expect(CompetitionRanks.descending([20, 40, 20, 10]) == [2, 1, 2, 4])
    #expect(CompetitionRanks.descending([-1, 0, 5, 5, 5]) == [5, 4, 1, 1, 1])
    #expect(CompetitionRanks.descending([3, 3]) == [1, 1])
    #expect(CompetitionRanks.descending([]) == [])
  }

  @Test func `leave out units without a value`() {
    #expect(CompetitionRanks.descending([nil, 7, nil, 9, 7]) == [nil, 2, nil, 1, 2])
    #expect(CompetitionRanks.descending([nil, nil]) == [nil, nil])
  }

  // One tenth and two are three tenths but for the last digit.
  @Test func `are shared by values that differ by rounding`() {
    #expect(CompetitionRanks.descending([0.3, 0.1 + 0.2, 0.5]) == [2, 2, 1])
    #expect(CompetitionRanks.descending([1, 1 + 4e-10, 1 - 4e-10]) == [1, 1, 1])
    #expect(CompetitionRanks.descending([1, 1 + 2e-9]) == [2, 1])
  }

  // Odd multiples of 2⁻¹⁰ end in half a billionth: 0.0009765625. Rounding to nine decimals would
  // part the numbers on either side.
  @Test func `are shared by such values wherever they lie`() {
    for odd in stride(from: 1.0, through: 2047, by: 2) {
      let value = odd / 1024
      #expect(CompetitionRanks.descending([value.nextDown, value.nextUp, value]) == [1, 1, 1])
    }
  }

  @Test func `are not shared along a chain of small steps`() {
    #expect(CompetitionRanks.descending([0, 0.6e-9, 1.2e-9, 1.8e-9]) == [3, 3, 1, 1])
  }

  @Test(arguments: UInt64(0)..<20)
  func `are one more than the number of larger values, in any row order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<200).map { _ -> Double? in
      let value = Int.random(in: -3...60, using: &random)
      return value < 0 ? nil : Double(value) / 7
    }
    let ranks = CompetitionRanks.descending(values)
    let expected = values.map { value in
      value.map { value in 1 + values.count { ($0 ?? -.infinity) > value } }
    }
    #expect(ranks == expected)
    let order = values.indices.shuffled(using: &random)
    #expect(CompetitionRanks.descending(order.map { values[$0] }) == order.map { ranks[$0] })
  }
}
