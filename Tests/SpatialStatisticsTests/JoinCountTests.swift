import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Join counts` {
  // 4 × 4 cells that share an edge: 2 · 4 · 3 = 24 joins.
  @Test func `of a chessboard join only unlike cells`() {
    let board = Neighbours.lattice(side: 4, queen: false)
    let joins = JoinCounts(of: (0..<16).map { ($0 / 4 + $0) % 2 == 0 }, neighbours: board)
    #expect((joins.bothBlack, joins.bothWhite, joins.unlike, joins.total) == (0, 0, 24, 24))
  }

  // Two halves: 3 · 2 upright joins and 4 level ones in each, 4 between them.
  @Test func `of two halves join mostly like cells`() {
    let board = Neighbours.lattice(side: 4, queen: false)
    let joins = JoinCounts(of: (0..<16).map { $0 % 4 < 2 }, neighbours: board)
    #expect((joins.bothBlack, joins.bothWhite, joins.unlike, joins.total) == (10, 10, 4, 24))
  }

  @Test(arguments: UInt64(0)..<10)
  func `add up, near and far`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let neighbours = try Neighbours.random(15, using: &random)
    let marks = (0..<15).map { _ in Bool.random(using: &random) }
    let joins = JoinCounts(of: marks, neighbours: neighbours)
    #expect((joins.bothBlack + joins.bothWhite + joins.unlike).agrees(with: joins.total))
    let opposite = JoinCounts(of: marks.map { !$0 }, neighbours: neighbours)
    #expect(opposite.bothBlack == joins.bothWhite && opposite.unlike == joins.unlike)
    let local = LocalJoinCounts(of: marks, neighbours: neighbours).areas.compactMap(\.value)
    #expect((local.reduce(0, +) / 2).agrees(with: joins.bothBlack))
  }

  @Test func `are none without joins`() {
    let joins = JoinCounts(of: [true], neighbours: Neighbours([[]]))
    #expect((joins.bothBlack, joins.bothWhite, joins.unlike, joins.total) == (0, 0, 0, 0))
    #expect(JoinCounts(of: [], neighbours: Neighbours([])).total == 0)
    #expect(LocalJoinCounts(of: [], neighbours: Neighbours([])).areas.isEmpty)
  }

  // Without area 1 the marks are 1, 0, 1, 0, 1. Its neighbours, areas 0 and 2, have one of them;
  // the draws have one, two, none and one.
  @Test func `are tested where an area is marked`() throws {
    let neighbours = Neighbours([[1], [0, 2], [1], [4], [3], []])
    let table = try PermutationTable(rows: [[0, 1], [2, 0], [1, 3], [3, 2]], areaCount: 6)
    let areas = LocalJoinCounts(
      of: [true, true, false, true, false, true], neighbours: neighbours, permutations: table
    ).areas
    #expect(areas.map(\.value) == [1, 1, 0, 0, 0, nil])
    #expect(areas[1].permutation == PermutationTest(drawCount: 4, atLeast: 3, atMost: 3))
    #expect(areas.map { $0.permutation != nil } == [true, true, false, true, false, false])
  }

  @Test func `are not tested where all others are of one colour`() {
    let neighbours = Neighbours.path(4)
    let table = PermutationTable(for: neighbours, drawCount: 9, seed: 1)
    for marks in [[true, true, true, true], [true, false, false, false]] {
      let areas = LocalJoinCounts(of: marks, neighbours: neighbours, permutations: table).areas
      #expect(areas.allSatisfy { $0.permutation == nil })
    }
  }
}
