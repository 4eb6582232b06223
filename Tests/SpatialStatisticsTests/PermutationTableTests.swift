@testable import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Permutation tables` {
  // The first numbers of the reference implementation by S. Vigna, https://prng.di.unimi.it.
  @Test func `are drawn by SplitMix64`() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `depend on the seed alone`() {
    let neighbours = Neighbours.lattice(side: 5)
    let table = PermutationTable(for: neighbours, drawCount: 99, seed: 1)
    #expect(table == PermutationTable(for: neighbours, drawCount: 99, seed: 1))
    #expect(table != PermutationTable(for: neighbours, drawCount: 99, seed: 2))
    #expect((table.areaCount, table.drawCount, table.width) == (25, 99, 8))
  }

  @Test func `draw without replacement from all areas but one`() {
    let table = PermutationTable(for: .lattice(side: 4), drawCount: 500, seed: 3)
    for draw in 0..<500 {
      let indices = (0..<table.width).map { table[draw: draw, neighbour: $0] }
      #expect(Set(indices).count == table.width)
      #expect(indices.allSatisfy { (0..<15).contains($0) })
    }
  }

  // 9,000 draws of one in nine: 1,000 are expected, with a standard deviation of
  // √(9000 · 1∕9 · 8∕9) = 29.8.
  @Test func `draw every area as often as the others, for every neighbour`() {
    let all = Neighbours((0..<10).map { area in (0..<10).filter { $0 != area } })
    let table = PermutationTable(for: all, drawCount: 9_000, seed: 5)
    for neighbour in 0..<9 {
      var counts = [Int](repeating: 0, count: 9)
      for draw in 0..<9_000 { counts[table[draw: draw, neighbour: neighbour]] += 1 }
      #expect(counts.allSatisfy { abs($0 - 1_000) < 150 })
    }
  }

  @Test func `exist for maps without neighbours`() {
    #expect(PermutationTable(for: Neighbours([]), seed: 1).width == 0)
    #expect(PermutationTable(for: Neighbours([[]]), seed: 1).width == 0)
    #expect(PermutationTable(for: Neighbours([[1], [0]]), seed: 1).width == 1)
  }

  @Test func `refuse draws that are none`() {
    #expect(throws: PermutationTableError.noDraws) {
      try PermutationTable(rows: [], areaCount: 4)
    }
    #expect(throws: PermutationTableError.unevenDraw(1, length: 1, first: 2)) {
      try PermutationTable(rows: [[0, 1], [0]], areaCount: 4)
    }
    #expect(throws: PermutationTableError.indexOutOfRange(3, draw: 1)) {
      try PermutationTable(rows: [[0, 1], [2, 3]], areaCount: 4)
    }
    #expect(throws: PermutationTableError.indexOutOfRange(-1, draw: 0)) {
      try PermutationTable(rows: [[-1]], areaCount: 4)
    }
    #expect(throws: PermutationTableError.repeatedIndex(draw: 0)) {
      try PermutationTable(rows: [[1, 1]], areaCount: 4)
    }
    #expect(throws: PermutationTableError.indexOutOfRange(0, draw: 0)) {
      try PermutationTable(rows: [[0]], areaCount: 0)
    }
  }
}

@Suite struct `Permutation tests` {
  @Test func `count ties on both sides and the map itself`() {
    let test = PermutationTest(drawCount: 999, atLeast: 49, atMost: 960)
    #expect(test.upper == 0.05)
    #expect(test.lower == 0.961)
    #expect(test.twoSided == 0.1)
  }

  @Test func `never exceed a probability of 1`() {
    let test = PermutationTest(drawCount: 9, atLeast: 9, atMost: 9)
    #expect((test.upper, test.lower, test.twoSided) == (1, 1, 1))
  }

  // Without area 1 the values are 5, 0, 2. Its neighbours have 5 + 0; the draws give 5, 2, 7, 2.
  // Without area 0 they are 1, 0, 2. Its neighbour has 1; the draws give 1, 0, 1, 2.
  @Test func `shuffle all values but the area's own`() throws {
    let table = try PermutationTable(rows: [[0, 1], [1, 2], [0, 2], [2, 1]], areaCount: 4)
    let neighbours = Neighbours([[1], [0, 2], [], [2]])
    let areas = try GetisOrd(
      of: [5, 1, 0, 2], neighbours: neighbours, isStarred: false, permutations: table
    ).areas
    #expect(areas[0].permutation == PermutationTest(drawCount: 4, atLeast: 3, atMost: 3))
    #expect(areas[1].permutation == PermutationTest(drawCount: 4, atLeast: 2, atMost: 3))
    #expect(areas[2].permutation == nil)
    // Only area 3 is left out of 5, 1, 0; its neighbour has 0, the draws give 5, 1, 5, 0.
    #expect(areas[3].permutation == PermutationTest(drawCount: 4, atLeast: 4, atMost: 1))
  }

  // Tenths are not exact in binary, whole numbers are: sums that are tied must stay so.
  @Test(arguments: [0.1, 0.7, 1e-300, 1e300, 1 / 3.0])
  func `see ties through rounding`(unit: Double) throws {
    var random = SeededGenerator(seed: 7)
    let neighbours = Neighbours.lattice(side: 6)
    let counts = (0..<36).map { _ in Double(Int.random(in: 0...3, using: &random)) }
    let table = PermutationTable(for: neighbours, drawCount: 199, seed: 1)
    func tests(_ values: [Double], _ neighbours: Neighbours) throws -> [PermutationTest?] {
      try LocalMoran(of: values, neighbours: neighbours, permutations: table).areas
        .map(\.permutation)
    }
    let expected = try tests(counts, neighbours)
    #expect(expected.compactMap(\.self).contains { $0.atLeast + $0.atMost > 199 })
    #expect(try tests(counts.map { $0 * unit }, neighbours) == expected)
    #expect(try tests(counts.map { $0 * unit }, neighbours.rowStandardised()) == expected)
    #expect(try tests(counts, neighbours.scaled { _ in unit < 1 ? unit : 3 }) == expected)
  }

  // Beside a thousand million millions, 5, 6 and 7 look alike; their sums are exact all the same.
  @Test func `tell whole numbers apart, whatever stands beside them`() throws {
    let table = try PermutationTable(rows: [[0], [1], [2], [3]], areaCount: 5)
    let areas = try GetisOrd(
      of: [0, 5, 6, 7, 1e15], neighbours: Neighbours([[2], [], [], [], []]), isStarred: true,
      permutations: table
    ).areas
    #expect(areas[0].permutation == PermutationTest(drawCount: 4, atLeast: 3, atMost: 2))
  }

  // With every order of the others as a draw, nothing depends on which area is which.
  @Test(arguments: UInt64(0)..<5)
  func `do not depend on the order of areas when every shuffle is drawn`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(6, using: &random)
    let values = [Double].random(6, using: &random)
    let table = try PermutationTable(rows: Array(0..<5).orders, areaCount: 6)
    let order = Array(0..<6).shuffled(using: &random)
    let tests = try LocalMoran(of: values, neighbours: neighbours, permutations: table).areas
      .map(\.permutation)
    let relabelled = try LocalMoran(
      of: order.map { values[$0] }, neighbours: neighbours.relabelled(order), permutations: table
    ).areas.map(\.permutation)
    #expect(relabelled == order.map { tests[$0] })
  }

  @Test func `are the same on any number of threads`() throws {
    var random = SeededGenerator(seed: 11)
    let neighbours = Neighbours.lattice(side: 12).rowStandardised()
    let values = [Double].random(144, using: &random)
    let table = PermutationTable(for: neighbours, drawCount: 99, seed: 4)
    let one = try GetisOrd(
      of: values, neighbours: neighbours, isStarred: true, permutations: table, threads: .one)
    for count in [2, 3, 8] {
      let several = try GetisOrd(
        of: values, neighbours: neighbours, isStarred: true, permutations: table,
        threads: Threads(count))
      #expect(several.areas == one.areas)
    }
  }
}
