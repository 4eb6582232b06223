import SpatialStatistics
import TestSupport
import Testing

@Suite struct `A distribution` {
  // Two people with 1 and six with 5 have 32 together.
  @Test func `counts people, not places`() throws {
    let distribution = try Distribution(of: [5, 1, 5], weights: [2, 2, 4])
    #expect(distribution.people == 8)
    #expect(distribution.mean == 4)
    #expect(distribution.range == 1...5)
  }

  @Test func `knows nothing of places where nobody lives`() throws {
    let distribution = try Distribution(of: [9, 3, 0, 3], weights: [0, 1, 0, 2])
    #expect(distribution.range == 3...3)
    #expect(distribution.mean == 3)
    #expect(distribution.people == 3)
  }

  @Test func `has no mean and no measures without people`() throws {
    for values in [[], [1.0, 2]] {
      let distribution = try Distribution(of: values, weights: values.map { _ in 0 })
      let summary = try InequalitySummary(
        of: distribution, rankedBy: values, within: values, below: 1)
      #expect(distribution.people == 0)
      #expect(distribution.mean == nil)
      #expect(distribution.range == nil)
      #expect(distribution.lorenzCurve == nil)
      #expect(summary.numbers.allSatisfy { $0 == nil })
      #expect(summary.gini == .undefined(.noPeople))
      #expect(summary.theilWithin == .undefined(.noPeople))
      #expect(summary.palmaRatio == .undefined(.noPeople))
      #expect(summary.erreygers == .undefined(.noPeople))
      #expect(distribution.atkinson(aversion: 2) == .undefined(.noPeople))
    }
  }

  // All are as poor as can be, and equally so: shares of nothing are nobody's.
  @Test func `of nothing has poverty but no inequality`() throws {
    let distribution = try Distribution(of: [0, 0, -0.0], weights: [1, 2, 3])
    let summary = try InequalitySummary(
      of: distribution, rankedBy: [1, 2, 3], within: [1, 1, 2], below: 5)
    #expect(summary.mean == 0)
    for measure in [
      summary.gini, summary.theil, summary.theilBetween, summary.theilWithin, summary.atkinson,
      summary.concentration, summary.erreygers, summary.palmaRatio,
    ] {
      #expect(measure == .undefined(.nothingToShare))
      #expect(measure.value == nil)
    }
    #expect(distribution.lorenzCurve == nil)
    #expect(distribution.theil(within: [1, 1, 2]) == nil)
    #expect(summary.poverty?.headcount == 1)
    #expect(summary.poverty?.depth == 1)
    #expect(summary.poverty?.severity == 1)
  }

  // A third and two thirds of seven tenths need not add up to it.
  @Test func `of equal amounts has that mean exactly`() throws {
    for weight in [0.1, 1.0 / 3, 7, 1e300 / 1e290] {
      let distribution = try Distribution(of: [0.7, 0.7, 0.7], weights: [weight, 0.3, weight * 2])
      #expect(distribution.mean == 0.7)
      #expect(distribution.gini == .value(0))
      #expect(distribution.theil == .value(0))
      for aversion in [0.5, 1, 2] {
        #expect(distribution.atkinson(aversion: aversion) == .value(0))
      }
    }
  }

  @Test func `refuses numbers that are no amounts of people or of anything`() {
    #expect(throws: SampleError.negativeValue(-2, index: 1)) {
      try Distribution(of: [1, -2], weights: [1, 0])
    }
    #expect(throws: SampleError.negativeWeight(-1, index: 0)) {
      try Distribution(of: [1, 2], weights: [-1, 1])
    }
    #expect(throws: SampleError.notFinite(.infinity, index: 2)) {
      try Distribution(of: [1, 2, .infinity], weights: [1, 1, 0])
    }
    #expect(throws: SampleError.notFinite(.infinity, index: 0)) {
      try Distribution(of: [1], weights: [.infinity])
    }
    #expect(throws: SampleError.tooLarge(0x1p501, index: 0)) {
      try Distribution(of: [0x1p501], weights: [1])
    }
    #expect {
      try Distribution(of: [1, .nan], weights: [1, 1])
    } throws: { error in
      guard case SampleError.notFinite(let number, index: 1) = error else { return false }
      return number.isNaN
    }
  }

  @Test func `refuses rankings and bounds that it cannot use`() throws {
    let distribution = try Distribution(of: [1, 2, 9], weights: [1, 1, 0])
    #expect(throws: SampleError.notFinite(-.infinity, index: 2)) {
      try distribution.palmaRatio(rankedBy: [1, 2, -.infinity])
    }
    #expect(throws: SampleError.notFinite(.infinity, index: 0)) {
      try distribution.concentrationCurve(rankedBy: [.infinity, 2, 3])
    }
    #expect(throws: SampleError.outsideBounds(2, index: 1)) {
      try distribution.erreygersIndex(rankedBy: [1, 2, 3], bounds: 0...1.5)
    }
    // Nobody has the 9.
    #expect(try distribution.erreygersIndex(rankedBy: [1, 2, 3], bounds: 0...2).value != nil)
  }

  @Test func `says what is wrong in words`() {
    #expect(
      SampleError.negativeWeight(-1, index: 4).description == "row 4: the weight -1.0 is negative")
  }
}
