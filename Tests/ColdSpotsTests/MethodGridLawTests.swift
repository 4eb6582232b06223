import Catchments
import ColdSpots
import Places
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Grid of methods, scenario by scenario` {
  private func grid(of town: TownStudy) throws -> MethodGrid {
    var values = MethodValues()
    values.radiusScales = []
    (values.remitWeights, values.needExponents) = ([0.2, 1], [0.3, 1])
    return try MethodGrid(
      around: town.catchmentRules, score: town.scoreRules, values: values)
  }

  /// The choices of a scenario as those of a study.
  private func study(_ town: TownStudy, _ grid: MethodGrid, _ scenario: Int) -> TownStudy {
    var town = town
    func value(_ axis: MethodGrid.Axis) -> Int { grid.value(of: axis, in: scenario) }
    if let decay = grid.decays.all[value(.decay)] { town.catchmentRules.reach = .disc(decay) }
    town.catchmentRules.remitWeight = grid.remitWeights.all[value(.remitWeight)]
    town.scoreRules.standardQuantile = grid.standardQuantiles.all[value(.standardQuantile)]
    town.scoreRules.needExponent = grid.needExponents.all[value(.needExponent)]
    town.scoreRules.aggregation = grid.aggregations.all[value(.aggregation)]
    return town
  }

  @Test(arguments: UInt64(0)..<4, [false, true])
  func `ranks as a study with the same choices would`(seed: UInt64, remitOnly: Bool) throws {
    var town = TownStudy.random(seed: seed)
    if remitOnly { town.catchmentRules.reach = .remitOnly }
    let grid = try grid(of: town)
    let run = MethodGridRun(of: try town.analysis(), over: grid, threads: Threads(2))
    var places = [[Int]](repeating: [], count: town.places.count)
    var wards = [[Int]](repeating: [], count: town.wards.count)
    for scenario in 0..<grid.count {
      let analysis = try study(town, grid, scenario).analysis()
      let people = analysis.data.places.people
      let scores = zip(analysis.scores.score, people).map { $1 > 0 ? $0 : nil }
      for (place, rank) in CompetitionRanks.descending(scores).enumerated() {
        if let rank { places[place].append(rank) }
      }
      for (ward, summary) in analysis.wards.enumerated() {
        if let rank = summary.rank { wards[ward].append(rank) }
      }
    }
    expect(run.places.intervals, are: places)
    expect(run.wards.intervals, are: wards)
  }

  private func expect(_ intervals: [RankInterval?], are ranks: [[Int]]) {
    let topDecile = RankInterval.topDecile(of: ranks.count { !$0.isEmpty })
    for (interval, ranks) in zip(intervals, ranks) {
      #expect(
        interval
          == (ranks.isEmpty
            ? nil : RankInterval(of: ranks.map { Int32($0) }, topDecile: topDecile)))
    }
  }
}

@Suite struct `Quantiles of ranks` {
  @Test(arguments: UInt64(0)..<40)
  func `are those of sorted ranks`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = [1, 2, 19, 20, 486, 3000][Int(seed % 6)]
    let highest = [1, 30, 511, 512, 513, 25_000, Int32.max][Int(seed % 7)]
    var ranks = (0..<count).map { _ in Int32.random(in: 1...highest, using: &random) }
    if seed.isMultiple(of: 4) {
      // Nearly all in one step.
      for place in ranks.indices.dropFirst() { ranks[place] = 1 + Int32(place % 3) }
    }
    let sorted = ranks.sorted()
    let interval = RankInterval(of: ranks, topDecile: 5)
    // The smallest rank that so many per cent of the scenarios do not exceed.
    func quantile(_ percent: Int) -> Int { Int(sorted[max((percent * count + 99) / 100, 1) - 1]) }
    #expect(interval.low == quantile(5))
    #expect(interval.median == quantile(50))
    #expect(interval.high == quantile(95))
    #expect(interval.topDecileShare == Double(ranks.count { $0 <= 5 }) / Double(count))
  }
}
