import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Local Moran statistics` {
  // Four areas in a row with 3, 3, 1, 1: the mean is 2, s = 1, z = 1, 1, −1, −1, b₂ = 1. The lags
  // of row-standardised weights are 1, 0, 0, −1, and I = ¾ z times the lag. With W = 1 and S₁ = 1
  // at the ends, ½ inside, the variance is
  // S₁ (4 − 1)∕3 + (1 − S₁)(2 − 4)∕6 − 1∕9: 8∕9 at the ends, ½ − 1∕6 − 1∕9 = 2∕9 inside; and if
  // the area keeps its value, 4∕2 (S₁ − 1∕3)(1 − 1∕3): 8∕9 and 2∕9 as well.
  @Test func `follow by arithmetic`() throws {
    let areas = try LocalMoran(
      of: [3, 3, 1, 1], neighbours: Neighbours.path(4).rowStandardised()
    ).areas
    #expect(areas.map(\.z) == [1, 1, -1, -1])
    #expect(areas.map(\.value) == [0.75, 0, 0, 0.75])
    // A lag of 0 counts as low.
    #expect(areas.map(\.quadrant) == [.highHigh, .highLow, .lowLow, .lowLow])
    let variances = [8.0 / 9, 2.0 / 9, 2.0 / 9, 8.0 / 9]
    for (area, variance) in zip(areas, variances) {
      #expect(area.expectation.matches(-1.0 / 3))
      #expect(area.conditionalExpectation.matches(-1.0 / 3))
      #expect(area.variance.matches(variance))
      #expect(area.conditionalVariance.matches(variance))
    }
  }

  @Test func `name the quadrant of the area before that of its neighbours`() throws {
    let areas = try LocalMoran(of: [0, 9, 9, 0, 0], neighbours: .path(5)).areas
    #expect(areas.map(\.quadrant) == [.lowHigh, .highHigh, .highHigh, .lowHigh, .lowLow])
    #expect(LocalMoran.Quadrant.lowLow.rawValue == 3)
  }

  // The mean of 0.1, 0.2 and 0.3 is not the 0.2 in the middle, but for rounding it is.
  @Test func `count an area at the mean as low, and its test as tied`() throws {
    let neighbours = Neighbours([[2], [0], [1]])
    let table = PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    for unit in [1, 0.1, 0.7, 1 / 3.0] {
      let areas = try LocalMoran(
        of: [1 * unit, 2 * unit, 3 * unit], neighbours: neighbours, permutations: table
      ).areas
      #expect(areas.map(\.quadrant) == [.lowHigh, .lowLow, .highLow])
      #expect(areas[1].permutation == PermutationTest(drawCount: 9, atLeast: 9, atMost: 9))
    }
  }

  // I = (n − 1)∕n times the statistic whose moments are given.
  @Test(arguments: UInt64(0)..<6)
  func `have the mean and the variance of all shuffles`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(5, using: &random)
    let values = [Double].random(5, in: -3...9, using: &random)
    let areas = try LocalMoran(of: values, neighbours: neighbours).areas
    func moments(of area: Int, moving: [Int]) throws -> (mean: Double, variance: Double) {
      try moving.orders.map { order in
        var shuffle = values
        for (to, from) in zip(moving, order) { shuffle[to] = values[from] }
        let shuffled = try LocalMoran(of: shuffle, neighbours: neighbours).areas[area]
        return try #require(shuffled.value) * 5 / 4
      }.moments
    }
    for (area, result) in areas.enumerated() where result.value != nil {
      let all = try moments(of: area, moving: Array(0..<5))
      #expect(try #require(result.expectation).agrees(with: all.mean, within: 1e-12))
      #expect(try #require(result.variance).agrees(with: all.variance, within: 1e-12))
      let others = try moments(of: area, moving: (0..<5).filter { $0 != area })
      #expect(
        try #require(result.conditionalExpectation).agrees(with: others.mean, within: 1e-12))
      #expect(
        try #require(result.conditionalVariance).agrees(with: others.variance, within: 1e-12))
    }
  }

  // Whole numbers, and I in whole numbers: (n x_i − Σx) Σ_j (n x_j − Σx).
  @Test func `are tested on the side of their own value`() throws {
    var random = SeededGenerator(seed: 2)
    let neighbours = Neighbours.lattice(side: 5)
    let counts = (0..<25).map { _ in Int.random(in: 0...6, using: &random) }
    let rows = (0..<199).map { _ in Array((0..<24).shuffled(using: &random)[..<8]) }
    let areas = try LocalMoran(
      of: counts.map(Double.init), neighbours: neighbours.rowStandardised(),
      permutations: PermutationTable(rows: rows, areaCount: 25)
    ).areas
    let scores = counts.map { 25 * $0 - counts.reduce(0, +) }
    for (area, result) in areas.enumerated() {
      var others = scores
      let own = others.remove(at: area)
      let observed = own * neighbours[area].reduce(0) { $0 + scores[$1.area] }
      let shuffled = rows.map { row in
        own * row[..<neighbours[area].count].reduce(0) { $0 + others[$1] }
      }
      #expect(result.permutation?.atLeast == shuffled.count { $0 >= observed })
      #expect(result.permutation?.atMost == shuffled.count { $0 <= observed })
    }
  }

  // Anselin (1995): over row-standardised weights without islands the local I average to the
  // global one, here but for the factor (n − 1)∕n.
  @Test(arguments: UInt64(0)..<5)
  func `add up to the global I`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = Neighbours.lattice(side: 7).rowStandardised()
    let values = [Double].random(49, using: &random)
    let local = try LocalMoran(of: values, neighbours: neighbours).areas.compactMap(\.value)
    let global = try #require(GlobalMoran(of: values, neighbours: neighbours).value)
    #expect((local.reduce(0, +) / 48).agrees(with: global, within: 1e-13))
  }

  @Test(arguments: UInt64(0)..<5)
  func `ignore origin, unit and order`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(20, using: &random)
    let values = [Double].random(20, using: &random)
    let areas = try LocalMoran(of: values, neighbours: neighbours).areas
    let moved = try LocalMoran(of: values.map { 7e200 * ($0 - 50) }, neighbours: neighbours).areas
    let order = Array(0..<20).shuffled(using: &random)
    let relabelled = try LocalMoran(
      of: order.map { values[$0] }, neighbours: neighbours.relabelled(order)
    ).areas
    for (area, old) in order.enumerated() {
      for other in [moved[old], relabelled[area]] {
        #expect(other.quadrant == areas[old].quadrant)
        #expect(try #require(other.value).agrees(with: try #require(areas[old].value)))
        #expect(
          try #require(other.conditionalVariance)
            .agrees(with: try #require(areas[old].conditionalVariance)))
      }
    }
  }

  @Test func `of islands and of one value everywhere are undefined`() throws {
    let neighbours = Neighbours([[1], [0, 2], [1], []])
    let table = PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    let island = try LocalMoran(
      of: [1, 2, 3, 6], neighbours: neighbours, permutations: table
    ).areas[3]
    #expect(island.z != nil)
    #expect(island.value == nil && island.quadrant == nil && island.expectation == nil)
    #expect(island.variance == nil && island.conditionalVariance == nil)
    #expect(island.conditionalExpectation == nil && island.permutation == nil)
    // Alike but for the last digit of a sum.
    for values in [[0, 0, 0, 0], [0.3, 0.1 + 0.2, 0.3, 0.3], [-8, -8, -8, -8]] as [[Double]] {
      let areas = try LocalMoran(
        of: values, neighbours: neighbours, permutations: table
      ).areas
      for area in areas {
        #expect(area.z == nil && area.value == nil && area.permutation == nil)
      }
    }
  }

  @Test func `exist for hardly any areas`() throws {
    #expect(try LocalMoran(of: [], neighbours: Neighbours([])).areas.isEmpty)
    #expect(try LocalMoran(of: [3], neighbours: Neighbours([[]])).areas[0].z == nil)
    // z = 1 and −1; I = ½ · 1 · −1.
    let neighbours = Neighbours([[1], [0]])
    let pair = try LocalMoran(
      of: [5, 1], neighbours: neighbours,
      permutations: PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    ).areas
    for area in pair {
      #expect((area.value, area.expectation, area.variance) == (-0.5, -1, nil))
      #expect(area.conditionalVariance == nil && area.permutation == nil)
    }
    #expect(throws: VariableError.notFinite(area: 1)) {
      try LocalMoran(of: [5, .nan], neighbours: neighbours)
    }
  }
}
