import Catchments
import ColdSpots
import Places
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Grid of methods` {
  private let grid: MethodGrid

  init() throws {
    grid = try MethodGrid(around: CatchmentRules(), score: ScoreRules())
  }

  @Test func `has 486 scenarios around the standard choices`() {
    // 3 decays · 3 radii · 3 remit weights · 3 standards · 3 exponents · 2 means.
    #expect(grid.count == 486)
  }

  @Test func `holds the study's own choices`() {
    let own = grid.ownScenario
    #expect(grid.label(of: grid.value(of: .decay, in: own), on: .decay) == "truncated-gaussian")
    #expect(grid.label(of: grid.value(of: .radius, in: own), on: .radius) == "× 1.0")
    #expect(
      grid.label(of: grid.value(of: .aggregation, in: own), on: .aggregation) == "geometric")
  }

  @Test func `meets every combination of values once`() {
    let combinations = (0..<grid.count).map { scenario in
      MethodGrid.Axis.allCases.map { grid.value(of: $0, in: scenario) }
    }
    #expect(Set(combinations).count == grid.count)
  }

  @Test(arguments: MethodGrid.Axis.allCases)
  func `changes one choice at a time`(axis: MethodGrid.Axis) {
    for value in 0..<grid.size(of: axis) {
      let scenario = grid.scenario(with: value, on: axis)
      for other in MethodGrid.Axis.allCases {
        let expected = other == axis ? value : grid.ownValue(of: other)
        #expect(grid.value(of: other, in: scenario) == expected)
      }
    }
  }

  @Test func `takes in a study's own values that are not among the others`() throws {
    let catchment = CatchmentRules(
      reach: .disc(.gaussian(deviation: 800, limit: 2500)), remitWeight: 0.7)
    let grid = try MethodGrid(around: catchment, score: ScoreRules(needExponent: 0.4))
    // 4 decays · 3 radii · 4 remit weights · 3 standards · 4 exponents · 2 means.
    #expect(grid.count == 4 * 3 * 4 * 3 * 4 * 2)
    #expect(grid.decays.all[grid.decays.own] == .gaussian(deviation: 800, limit: 2500))
  }

  @Test func `leaves out choices that mean nothing to the study`() throws {
    let grid = try MethodGrid(
      around: CatchmentRules(reach: .remitOnly), score: ScoreRules(), hasFreeStandards: false)
    #expect(grid.count == 3 * 3 * 2)
  }

  @Test func `refuses a decay that is none`() {
    var values = MethodValues()
    values.decays = ["steep"]
    #expect(throws: DecayError.self) {
      try MethodGrid(around: CatchmentRules(), score: ScoreRules(), values: values)
    }
  }
}

@Suite struct `Ranks over a grid of methods` {
  /// Two or three values on each axis: 96 scenarios.
  private func grid(around analysis: ColdSpotAnalysis) throws -> MethodGrid {
    var values = MethodValues()
    (values.decays, values.radiusScales, values.remitWeights) = (["step"], [0.5, 1, 2], [1])
    (values.standardQuantiles, values.needExponents) = ([0.4], [0.3])
    return try MethodGrid(
      around: analysis.catchments.rules, score: analysis.scores.rules, values: values)
  }

  @Test(arguments: UInt64(0)..<5)
  func `are the same on one thread and on several`(seed: UInt64) throws {
    let analysis = try TownStudy.random(seed: seed).analysis()
    let grid = try grid(around: analysis)
    let (one, two) = (
      MethodGridRun(of: analysis, over: grid, threads: .one),
      MethodGridRun(of: analysis, over: grid, threads: Threads(4))
    )
    #expect(one.places.intervals == two.places.intervals)
    #expect(one.wards.intervals == two.wards.intervals)
    #expect(one.boroughs?.intervals == two.boroughs?.intervals)
    #expect(one.wards.effects.map(\.total) == two.wards.effects.map(\.total))
  }

  @Test(arguments: UInt64(0)..<5)
  func `are those of the study where nothing else is tried`(seed: UInt64) throws {
    let analysis = try TownStudy.random(seed: seed).analysis()
    var values = MethodValues()
    (values.decays, values.radiusScales, values.remitWeights) = ([], [], [])
    (values.standardQuantiles, values.needExponents, values.aggregations) = ([], [], [])
    let grid = try MethodGrid(
      around: analysis.catchments.rules, score: analysis.scores.rules, values: values)
    #expect(grid.count == 1)
    let run = MethodGridRun(of: analysis, over: grid)
    #expect(run.wards.intervals.map { $0?.median } == analysis.wards.map(\.rank))
    #expect(run.boroughs?.intervals.map { $0?.median } == analysis.boroughs.map(\.rank))
    #expect(run.wards.effects.allSatisfy { $0.total == nil && $0.shifts.isEmpty })
  }

  @Test(arguments: UInt64(0)..<5)
  func `enclose the study's own rank between the least and the greatest`(seed: UInt64) throws {
    let analysis = try TownStudy.random(seed: seed).analysis()
    let run = MethodGridRun(of: analysis, over: try grid(around: analysis))
    for (interval, summary) in zip(run.wards.intervals, analysis.wards) {
      #expect((interval == nil) == (summary.rank == nil))
      guard let interval else { continue }
      #expect(interval.low <= interval.median && interval.median <= interval.high)
      #expect((0...1).contains(interval.topDecileShare))
    }
  }

  @Test func `split their variance between the choices`() throws {
    let analysis = try TownStudy.random(seed: 7).analysis()
    let grid = try grid(around: analysis)
    let effects = MethodGridRun(of: analysis, over: grid).wards.effects
    // Sobol: first-order shares sum to at most 1, totals to at least 1, each total to no less
    // than its first order.
    let alone = effects.compactMap(\.firstOrder).reduce(0, +)
    let inAll = effects.compactMap(\.total).reduce(0, +)
    #expect(alone <= 1 + 1e-9 && inAll >= 1 - 1e-9)
    for effect in effects {
      #expect(try #require(effect.firstOrder) <= #require(effect.total) + 1e-9)
    }
  }

  @Test func `hang wholly on a choice that is the only one tried`() throws {
    let analysis = try TownStudy.random(seed: 3).analysis()
    var values = MethodValues()
    (values.decays, values.radiusScales, values.remitWeights) = ([], [], [])
    (values.standardQuantiles, values.needExponents, values.aggregations) = ([], [0, 1], [])
    let grid = try MethodGrid(
      around: analysis.catchments.rules, score: analysis.scores.rules, values: values)
    let effects = MethodGridRun(of: analysis, over: grid).wards.effects
    let effect = try #require(effects.first { $0.axis == .needExponent })
    #expect(try #require(effect.firstOrder).agrees(with: 1))
    #expect(try #require(effect.total).agrees(with: 1))
  }
}

/// The grid of the reference town, computed in another language from the definition.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Grid of the reference town` {
  @Test func `gives every place the same interval, share and class`() throws {
    let analysis = try ReferenceCases.town().studyOfPlaces().analysis()
    let grid = try MethodGrid(around: analysis.catchments.rules, score: analysis.scores.rules)
    let run = MethodGridRun(of: analysis, over: grid)
    let rows = try PlainTable(path: ReferenceCases.path("coldspot/places.csv")).rows
    let expected = Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("id"), $0) })
    for (id, interval) in zip(analysis.data.places.ids, run.places.intervals) {
      let row = try #require(expected[id])
      guard let interval else {
        #expect(try row.text("class") == "no residents")
        continue
      }
      #expect(try Double(interval.low) == row.number("rank_p05"), "place \(id)")
      #expect(try Double(interval.median) == row.number("rank_p50"), "place \(id)")
      #expect(try Double(interval.high) == row.number("rank_p95"), "place \(id)")
      #expect(
        try interval.topDecileShare.agrees(with: row.number("share_top_decile"), within: 1e-9))
      let name = interval.coldSpotClass.rawValue.replacing("_", with: " ")
      #expect(try row.text("class") == name)
    }
  }
}
