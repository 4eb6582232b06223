import ColdSpots
import Testing

@Suite struct `Rank interval` {
  @Test func `takes the ranks that 5, 50 and 95 % of scenarios do not exceed`() {
    // Of 20 scenarios 5 % are one, 50 % ten and 95 % nineteen.
    let interval = RankInterval(of: (1...20).reversed().map(Int32.init), topDecile: 2)
    #expect((interval.low, interval.median, interval.high) == (1, 10, 19))
    #expect(interval.topDecileShare == 0.1)
  }

  @Test func `rounds up where a share of the scenarios is no whole number`() {
    // Of 486 scenarios 5 % are 24.3, so the 25th smallest; 95 % are 461.7, so the 462nd.
    let interval = RankInterval(of: (1...486).map(Int32.init), topDecile: 1)
    #expect((interval.low, interval.median, interval.high) == (25, 243, 462))
  }

  @Test func `of a single scenario is that rank`() {
    let interval = RankInterval(of: [7], topDecile: 6)
    #expect((interval.low, interval.median, interval.high) == (7, 7, 7))
    #expect(interval.coldSpotClass == .notCold)
  }

  @Test(arguments: [
    (1.0, ColdSpotClass.confirmed), (0.9, .confirmed), (0.899, .likely), (0.5, .likely),
    (0.499, .possible), (0.001, .possible), (0, .notCold),
  ])
  func `has a class by the share of scenarios in the coldest tenth`(
    share: Double, expected: ColdSpotClass
  ) {
    #expect(ColdSpotClass(topDecileShare: share) == expected)
  }

  @Test(arguments: [(1, 1), (9, 1), (10, 1), (11, 2), (288, 29), (0, 0)])
  func `counts a tenth rounded up`(ranked: Int, expected: Int) {
    #expect(RankInterval.topDecile(of: ranked) == expected)
  }
}
