import Foundation
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Getis–Ord statistics` {
  private static func areas(
    _ values: [Double], _ neighbours: Neighbours, starred: Bool
  ) throws -> [GetisOrd.Area] {
    try GetisOrd(of: values, neighbours: neighbours, isStarred: starred).areas
  }

  // 3 × 3 cells, 1 in the middle and 0 around it. G* counts n = 9 areas with x̄ = 1∕9 and
  // s² = 1∕9 − 1∕81 = 8∕81. A corner cell counts W = 4 of them, an edge cell 6, and both have the
  // sum 1: z = (1 − 4∕9) ∕ √(8∕81 · (9·4 − 16)∕8) = (5∕9) ∕ (√20∕9) = √5 ∕ 2, and
  // z = (1 − 6∕9) ∕ √(8∕81 · (9·6 − 36)∕8) = (3∕9) ∕ (√18∕9) = 1 ∕ √2.
  // The middle cell counts all nine, and its sum cannot vary.
  @Test func `of one hot cell follow by arithmetic, the cell included`() throws {
    let areas = try Self.areas([0, 0, 0, 0, 1, 0, 0, 0, 0], .lattice(side: 3), starred: true)
    for corner in [0, 2, 6, 8] {
      #expect(areas[corner].value.matches(1))
      #expect(areas[corner].expectation.matches(4.0 / 9))
      #expect(areas[corner].z.matches(5.0.squareRoot() / 2, relative: 1e-14))
    }
    for edge in [1, 3, 5, 7] {
      #expect(areas[edge].z.matches(0.5.squareRoot(), relative: 1e-14))
    }
    #expect(areas[4].value.matches(1))
    #expect(areas[4].variance == 0)
    #expect(areas[4].z == nil)
  }

  // The same without the area itself: n − 1 = 8, x̄ = 1∕8, s² = 7∕64; a corner has W = 3,
  // z = (1 − 3∕8) ∕ √(7∕64 · (8·3 − 9)∕7) = 5 ∕ √15; an edge W = 5, z = 3 ∕ √15. Around the middle
  // cell everything is 0.
  @Test func `of one hot cell follow by arithmetic, the cell left out`() throws {
    let areas = try Self.areas([0, 0, 0, 0, 1, 0, 0, 0, 0], .lattice(side: 3), starred: false)
    for corner in [0, 2, 6, 8] {
      #expect(areas[corner].z.matches(5 / 15.0.squareRoot(), relative: 1e-14))
    }
    for edge in [1, 3, 5, 7] {
      #expect(areas[edge].z.matches(3 / 15.0.squareRoot(), relative: 1e-14))
    }
    let middle = areas[4]
    #expect((middle.value, middle.expectation, middle.variance, middle.z) == (nil, nil, nil, nil))
  }

  // The example in the documentation of PySAL (esda.G_Local): six points, neighbours within 15.
  @Test func `agree with the example of PySAL`() throws {
    let neighbours = Neighbours([[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]])
    let values = [2, 3, 3.2, 5, 8, 7]
    let plain = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]
    let starred = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    for (area, expected) in zip(try Self.areas(values, neighbours, starred: false), plain) {
      #expect(abs(try #require(area.z) - expected) <= 5.1e-9)
    }
    for (area, expected) in zip(try Self.areas(values, neighbours, starred: true), starred) {
      #expect(abs(try #require(area.z) - expected) <= 5.1e-9)
    }
  }

  // G* counts the closest neighbour's weight, here 1, for the area itself: (½·4 + 1·1 + 1·3) ∕ 8.
  @Test func `count an area as much as its closest neighbour`() throws {
    let neighbours = try Neighbours(weighted: [[(1, 0.5), (2, 1)], [(0, 0.2)], []])
    let areas = try Self.areas([3, 4, 1], neighbours, starred: true)
    #expect(areas[0].value.matches(6.0 / 8))
    #expect(areas[0].expectation.matches(2.5 / 3))
    #expect(areas[1].value.matches(0.2 * 7 / 8))
    // An island counts itself alone.
    #expect(areas[2].value.matches(1.0 / 8))
    #expect(areas[2].expectation.matches(1.0 / 3))
  }

  @Test func `stay row-standardised with the area itself`() throws {
    let neighbours = Neighbours([[1, 2], [0], []]).rowStandardised()
    let areas = try Self.areas([3, 4, 1], neighbours, starred: true)
    #expect(areas[0].value.matches(8.0 / 3 / 8))
    #expect(areas[1].value.matches(7.0 / 2 / 8))
    #expect(areas[2].value.matches(1.0 / 8))
    for area in areas { #expect(area.expectation.matches(1.0 / 3)) }
  }

  // Every order of the values is equally likely, for G of all values but the area's own.
  @Test(arguments: UInt64(0)..<6, [true, false])
  func `have the mean and the variance of all shuffles`(seed: UInt64, starred: Bool) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(5, using: &random)
    let values = [Double].random(5, using: &random)
    for (area, result) in try Self.areas(values, neighbours, starred: starred).enumerated()
    where result.value != nil {
      let moving = starred ? Array(values.indices) : values.indices.filter { $0 != area }
      let shuffled = try moving.orders.map { order in
        var shuffle = values
        for (to, from) in zip(moving, order) { shuffle[to] = values[from] }
        return try #require(Self.areas(shuffle, neighbours, starred: starred)[area].value)
      }
      let moments = shuffled.moments
      #expect(result.expectation.matches(moments.mean, relative: 1e-13))
      #expect(abs(try #require(result.variance) - moments.variance) < 1e-13)
      if let z = result.z {
        let value = try #require(result.value)
        #expect(
          z.agrees(
            with: (value - moments.mean) / moments.variance.squareRoot(), within: 1e-9))
      }
    }
  }

  @Test(arguments: UInt64(0)..<10, [true, false])
  func `have a z that ignores the scale of rows and of values`(seed: UInt64, starred: Bool) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(30, using: &random)
    let values = [Double].random(30, using: &random)
    let scores = try Self.areas(values, neighbours, starred: starred).map(\.z)
    let factors = [Double].random(30, in: 1e-6...1e6, using: &random)
    let scaled = try neighbours.scaled { factors[$0] }
    for others in [
      try Self.areas(values, scaled, starred: starred),
      try Self.areas(values, neighbours.rowStandardised(), starred: starred),
      try Self.areas(values.map { $0 * 1e-200 }, neighbours, starred: starred),
      try Self.areas(values.map { $0 * 1e200 }, neighbours, starred: starred),
    ] {
      for (z, other) in zip(scores, others.map(\.z)) {
        #expect(abs(try #require(z) - (try #require(other))) < 1e-12)
      }
    }
  }

  @Test(arguments: [true, false])
  func `of contiguity have the same z to the last digit when standardised`(starred: Bool) throws {
    var random = SeededGenerator(seed: 1)
    let neighbours = Neighbours.lattice(side: 9)
    let values = [Double].random(81, using: &random)
    let scores = try Self.areas(values, neighbours, starred: starred).map(\.z)
    let others = try Self.areas(values, neighbours.rowStandardised(), starred: starred)
    #expect(others.map(\.z) == scores)
  }

  @Test(arguments: UInt64(0)..<10, [true, false])
  func `do not depend on the order of areas`(seed: UInt64, starred: Bool) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(25, using: &random)
    let values = [Double].random(25, using: &random)
    let order = Array(0..<25).shuffled(using: &random)
    let areas = try Self.areas(values, neighbours, starred: starred)
    let relabelled = try Self.areas(
      order.map { values[$0] }, neighbours.relabelled(order), starred: starred)
    for (old, new) in zip(order, relabelled) {
      #expect(new.value.matches(areas[old].value, relative: 1e-13))
      #expect(new.variance.matches(areas[old].variance, relative: 1e-12))
      #expect(abs(try #require(new.z) - (try #require(areas[old].z))) < 1e-12)
    }
  }

  // One value is most of the sum of squares. Taking it out again must not cost the others' digits.
  @Test func `keep their digits beside an outlier`() throws {
    let neighbours = Neighbours([[1, 2], [0], [0], [0], [0]])
    let values = [1e9, 3, 1, 2, 5]
    // Without area 0: x̄ = 11∕4 and s² = 39∕4 − 121∕16 = 35∕16; of a sum of two of the four,
    // z = (4 − 11∕2) ∕ √(35∕16 · (4·2 − 4)∕3).
    let expected = -1.5 / (35.0 / 12).squareRoot()
    let areas = try Self.areas(values, neighbours, starred: false)
    #expect(areas[0].z.matches(expected, relative: 1e-13))
    #expect(areas[0].value.matches(4.0 / 11, relative: 1e-13))
  }

  @Test(arguments: [true, false])
  func `have no z where all values are alike`(starred: Bool) throws {
    let neighbours = Neighbours.lattice(side: 3)
    let table = PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    for value in [0.3, 7] {
      // Alike but for the last digit of a sum.
      let values = (0..<9).map { $0 % 2 == 0 ? value : value.nextUp }
      let areas = try GetisOrd(
        of: values, neighbours: neighbours, isStarred: starred, permutations: table
      ).areas
      for area in areas {
        #expect(area.value != nil)
        #expect(area.variance == 0)
        #expect(area.z == nil)
        #expect(area.permutation == nil)
      }
    }
  }

  @Test(arguments: [true, false])
  func `are nothing where there is nothing`(starred: Bool) throws {
    let neighbours = Neighbours.lattice(side: 3)
    let table = PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    let areas = try GetisOrd(
      of: [Double](repeating: 0, count: 9), neighbours: neighbours, isStarred: starred,
      permutations: table
    ).areas
    for area in areas {
      #expect((area.value, area.expectation, area.variance, area.z) == (nil, nil, nil, nil))
      #expect(area.permutation == nil)
    }
  }

  @Test func `of islands are of themselves alone, and without a test`() throws {
    let neighbours = Neighbours([[1], [0], []])
    let table = PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    let plain = try GetisOrd(
      of: [1, 2, 5], neighbours: neighbours, isStarred: false, permutations: table
    ).areas[2]
    #expect((plain.value, plain.expectation, plain.variance, plain.z) == (nil, nil, nil, nil))
    #expect(plain.permutation == nil)
    let starred = try GetisOrd(
      of: [1, 2, 5], neighbours: neighbours, isStarred: true, permutations: table
    ).areas[2]
    // 5 of 8; x̄ = 8∕3 and s² = 10 − 64∕9 = 26∕9: z = (5 − 8∕3) ∕ s.
    #expect(starred.value.matches(5.0 / 8))
    #expect(starred.z.matches(7 / 26.0.squareRoot(), relative: 1e-14))
    #expect(starred.permutation == nil)
  }

  @Test func `exist for hardly any areas`() throws {
    for starred in [true, false] {
      #expect(try Self.areas([], Neighbours([]), starred: starred).isEmpty)
    }
    let single = try Self.areas([4], Neighbours([[]]), starred: true)[0]
    #expect((single.value, single.expectation, single.variance, single.z) == (1, 1, nil, nil))
    #expect(try Self.areas([4], Neighbours([[]]), starred: false)[0].value == nil)
    let pair = try GetisOrd(
      of: [4, 1], neighbours: Neighbours([[1], [0]]), isStarred: false,
      permutations: PermutationTable(for: Neighbours([[1], [0]]), drawCount: 9, seed: 1)
    ).areas
    for area in pair {
      #expect((area.value, area.expectation, area.variance, area.z) == (1, 1, nil, nil))
      #expect(area.permutation == nil)
    }
  }

  @Test func `refuse values that are negative or no numbers`() {
    let neighbours = Neighbours([[1], [0]])
    #expect(throws: VariableError.negative(-0.5, area: 1)) {
      try GetisOrd(of: [1, -0.5], neighbours: neighbours, isStarred: true)
    }
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(throws: VariableError.notFinite(area: 0)) {
        try GetisOrd(of: [value, 1], neighbours: neighbours, isStarred: true)
      }
    }
  }

  // Counts without any structure, most of them 0. Ties counted on one side only make cold spots of
  // most of the map; counted on both, the lower tail finds no more than it may.
  @Test(arguments: [0.05, 0.2, 0.5])
  func `find no more cold spots in pure chance than they may`(mean: Double) throws {
    let neighbours = Neighbours.lattice(side: 20)
    var random = SeededGenerator(seed: 20)
    var (cold, coldByOneSide, tested) = (0, 0, 0)
    for seed in UInt64(0)..<20 {
      let counts = (0..<400).map { _ in Self.poissonCount(mean: mean, using: &random) }
      let areas = try GetisOrd(
        of: counts, neighbours: neighbours, isStarred: true,
        permutations: PermutationTable(for: neighbours, drawCount: 999, seed: seed)
      ).areas
      for area in areas {
        guard let test = area.permutation, let z = area.z else { continue }
        tested += 1
        cold += test.lower < 0.05 ? 1 : 0
        let smaller = min(test.atLeast, 999 - test.atLeast)
        coldByOneSide += z < 0 && Double(smaller + 1) / 1000 < 0.05 ? 1 : 0
      }
    }
    #expect(tested == 20 * 400)
    #expect(Double(cold) <= 0.05 * Double(tested))
    // The other rule would tell most of these maps cold where hardly anything is counted.
    #expect(mean > 0.05 || coldByOneSide > tested / 2)
  }

  /// How many uniform numbers can be multiplied before the product falls below e^−mean.
  private static func poissonCount(
    mean: Double, using random: inout SeededGenerator
  ) -> Double {
    var (count, product) = (-1.0, 1.0)
    repeat {
      count += 1
      product *= .random(in: 0..<1, using: &random)
    } while product > exp(-mean)
    return count
  }
}
