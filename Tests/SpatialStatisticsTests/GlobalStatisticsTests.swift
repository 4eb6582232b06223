@testable import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Global statistics` {
  // Four areas in a row with 3, 3, 1, 1: deviations 1, 1, −1, −1. Both directions of the three
  // joins: Σ w d d = 2 (1 − 1 + 1), Σ w (x_i − x_j)² = 2 · 4, Σ w x x = 2 (9 + 3 + 1); S₀ = 6.
  @Test func `follow by arithmetic`() throws {
    let (values, neighbours) = ([3.0, 3, 1, 1], Neighbours.path(4))
    let moran = try GlobalMoran(of: values, neighbours: neighbours)
    #expect(moran.value.matches(1.0 / 3))
    #expect(moran.expectation.matches(-1.0 / 3))
    let geary = try Geary(of: values, neighbours: neighbours)
    #expect(geary.value.matches(0.5))
    #expect(geary.expectation == 1)
    let general = try GeneralG(of: values, neighbours: neighbours)
    #expect(general.value.matches(26.0 / (64 - 20)))
    #expect(general.expectation.matches(0.5))
    #expect(JoinCounts(of: [true, true, false, false], neighbours: neighbours).bothBlack == 1)
  }

  // A ring of cells that alternate: every neighbour is as unlike as can be.
  @Test func `of a ring that alternates are extreme`() throws {
    let ring = Neighbours((0..<8).map { [($0 + 1) % 8, ($0 + 7) % 8] })
    let values = (0..<8).map { Double($0 % 2) }
    #expect(try GlobalMoran(of: values, neighbours: ring).value.matches(-1))
    // (n − 1) · 16 · 1 ∕ (2 · 16 · 2).
    #expect(try Geary(of: values, neighbours: ring).value.matches(7.0 / 4))
    #expect(try GeneralG(of: values, neighbours: ring).value == 0)
  }

  // The example in the documentation of PySAL (esda.G): six points, neighbours within 15.
  @Test func `agree with the example of PySAL`() throws {
    let neighbours = Neighbours([[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]])
    let general = try GeneralG(of: [2, 3, 3.2, 5, 8, 7], neighbours: neighbours)
    #expect(abs(try #require(general.value) - 0.557) < 5e-4)
    #expect(abs(try #require(general.randomisation).upper - 0.173) < 5e-4)
  }

  @Test(arguments: UInt64(0)..<8)
  func `have the mean and the variance of all shuffles`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(5, using: &random)
    let values = [Double].random(5, using: &random)
    func check(
      _ test: NormalTest?, _ expectation: Double?, _ value: ([Double]) throws -> Double?
    ) throws {
      let moments = try values.orders.map { try #require(try value($0)) }.moments
      let test = try #require(test)
      #expect(expectation.matches(moments.mean, relative: 1e-12))
      #expect(test.variance.matches(moments.variance, relative: 1e-11))
      let deviation = try #require(try value(values)) - moments.mean
      #expect(test.z.agrees(with: deviation / moments.variance.squareRoot(), within: 1e-11))
    }
    let moran = try GlobalMoran(of: values, neighbours: neighbours)
    try check(moran.randomisation, moran.expectation) {
      try GlobalMoran(of: $0, neighbours: neighbours).value
    }
    let geary = try Geary(of: values, neighbours: neighbours)
    try check(geary.randomisation, geary.expectation) {
      try Geary(of: $0, neighbours: neighbours).value
    }
    let general = try GeneralG(of: values, neighbours: neighbours)
    try check(general.randomisation, general.expectation) {
      try GeneralG(of: $0, neighbours: neighbours).value
    }
  }

  @Test(arguments: UInt64(0)..<5)
  func `ignore the units of values and weights, and the order of areas`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(20, using: &random)
    let values = [Double].random(20, using: &random)
    let order = Array(0..<20).shuffled(using: &random)
    func scores(_ values: [Double], _ neighbours: Neighbours) throws -> [Double] {
      let moran = try GlobalMoran(of: values, neighbours: neighbours)
      let geary = try Geary(of: values, neighbours: neighbours)
      let general = try GeneralG(of: values, neighbours: neighbours)
      return [
        moran.normality, moran.randomisation, geary.normality, geary.randomisation,
        general.randomisation,
      ].compactMap { $0?.z } + [moran.value, geary.value].compactMap(\.self)
    }
    let expected = try scores(values, neighbours)
    #expect(expected.count == 7)
    for others in [
      try scores(values.map { $0 * 3e200 }, neighbours),
      try scores(values.map { $0 * 3e-200 }, neighbours),
      try scores(values, neighbours.scaled { _ in 3e99 / 3 }),
      try scores(values, neighbours.scaled { _ in 3e-200 }),
      try scores(order.map { values[$0] }, neighbours.relabelled(order)),
    ] {
      #expect(others.count == 7)
      for (other, score) in zip(others, expected) {
        #expect(other.agrees(with: score, within: 1e-11))
      }
    }
  }

  // Where everyone is everyone's neighbour a shuffle changes nothing; rounding must not make a z.
  @Test(arguments: [4, 9, 30])
  func `have no z where every area is a neighbour of every other`(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let all = Neighbours((0..<count).map { area in (0..<count).filter { $0 != area } })
    let values = [Double].random(count, using: &random)
    for neighbours in [all, all.rowStandardised()] {
      let moran = try GlobalMoran(of: values, neighbours: neighbours)
      #expect(try #require(moran.value).agrees(with: -1 / Double(count - 1), within: 1e-14))
      #expect(moran.normality == nil && moran.randomisation == nil)
      let geary = try Geary(of: values, neighbours: neighbours)
      #expect(try #require(geary.value).agrees(with: 1, within: 1e-14))
      #expect(geary.normality == nil && geary.randomisation == nil)
      let general = try GeneralG(of: values, neighbours: neighbours)
      #expect(general.value.matches(general.expectation))
      #expect(general.randomisation == nil)
    }
  }

  @Test func `are undefined without neighbours or variation`() throws {
    let none = Neighbours([[], [], []])
    #expect(try GlobalMoran(of: [1, 2, 3], neighbours: none).value == nil)
    #expect(try Geary(of: [1, 2, 3], neighbours: none).value == nil)
    #expect(try GeneralG(of: [1, 2, 3], neighbours: none).value == nil)
    let alike = [0.3, 0.1 + 0.2, 0.3, 0.3]
    let moran = try GlobalMoran(of: alike, neighbours: .path(4))
    #expect(moran.value == nil && moran.expectation == nil && moran.randomisation == nil)
    let geary = try Geary(of: alike, neighbours: .path(4))
    #expect(geary.value == nil && geary.expectation == nil && geary.normality == nil)
    let general = try GeneralG(of: alike, neighbours: .path(4))
    #expect(general.value.matches(0.5) && general.randomisation == nil)
    #expect(try GeneralG(of: [0, 7, 0, 0], neighbours: .path(4)).value == nil)
    #expect(try GeneralG(of: [0, 0, 0, 0], neighbours: .path(4)).value == nil)
  }

  @Test func `exist for hardly any areas`() throws {
    #expect(try GlobalMoran(of: [], neighbours: Neighbours([])).value == nil)
    #expect(try Geary(of: [1], neighbours: Neighbours([[]])).value == nil)
    #expect(try GeneralG(of: [1], neighbours: Neighbours([[]])).value == nil)
    let pair = Neighbours([[1], [0]])
    let moran = try GlobalMoran(of: [1, 2], neighbours: pair)
    #expect(moran.value.matches(-1) && moran.expectation == -1)
    #expect(moran.normality == nil && moran.randomisation == nil)
    let geary = try Geary(of: [1, 2], neighbours: pair)
    #expect(geary.value.matches(1) && geary.normality == nil && geary.randomisation == nil)
    let general = try GeneralG(of: [1, 2], neighbours: pair)
    #expect(general.value == 1 && general.expectation == 1 && general.randomisation == nil)
    let three = try GlobalMoran(of: [1, 2, 4], neighbours: .path(3))
    #expect(three.normality != nil && three.randomisation == nil)
  }

  @Test func `refuse values that they cannot use`() {
    let pair = Neighbours([[1], [0]])
    #expect(throws: VariableError.notFinite(area: 1)) {
      try GlobalMoran(of: [1, .nan], neighbours: pair)
    }
    #expect(throws: VariableError.notFinite(area: 0)) {
      try Geary(of: [.infinity, 1], neighbours: pair)
    }
    #expect(throws: VariableError.negative(-1, area: 0)) {
      try GeneralG(of: [-1, 1], neighbours: pair)
    }
  }

  // Φ(1.959963984540054) = 0.975, the usual table.
  @Test func `have p-values of the normal distribution`() throws {
    let test = try #require(
      NormalTest(deviation: 3 * 1.959963984540054, variance: 9, scale: 9, unit: 2))
    #expect(test.variance == 36)
    #expect(test.z.agrees(with: 1.959963984540054))
    #expect(test.upper.agrees(with: 0.025))
    #expect(test.lower.agrees(with: 0.975))
    #expect(test.twoSided.agrees(with: 0.05))
    #expect(NormalTest(deviation: 1, variance: 1e-13, scale: 1) == nil)
  }
}
