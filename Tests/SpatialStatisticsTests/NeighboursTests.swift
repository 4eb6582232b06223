import SpatialStatistics
import Testing

@Suite struct `Spatial weights` {
  @Test func `keep the order of each row, and know the islands`() {
    let neighbours = Neighbours([[3, 1], [0], [], [0]])
    #expect(neighbours.count == 4)
    #expect(neighbours.pairCount == 4)
    #expect(neighbours[0].map(\.area) == [3, 1])
    #expect(neighbours[0].map(\.weight) == [1, 1])
    #expect(neighbours.maximumNeighbours == 2)
    #expect(neighbours.islands == [2])
    #expect(neighbours.isIsland(2) && !neighbours.isIsland(3))
    #expect(!neighbours.isRowStandardised)
  }

  @Test func `may be none at all`() {
    #expect(Neighbours([]).count == 0)
    #expect(Neighbours([]).maximumNeighbours == 0)
    #expect(Neighbours([]).rowStandardised().count == 0)
    #expect(Neighbours([[], []]).islands == [0, 1])
  }

  @Test func `are standardised row by row`() throws {
    let neighbours = try Neighbours(weighted: [[(1, 3), (2, 1)], [(0, 0.3)], []])
    let standardised = neighbours.rowStandardised()
    #expect(standardised.isRowStandardised)
    #expect(standardised[0].map(\.weight) == [0.75, 0.25])
    #expect(standardised[1].map(\.weight) == [1])
    #expect(standardised.islands == [2])
  }

  @Test func `do not count a weight of 0`() throws {
    let neighbours = try Neighbours(weighted: [[(1, 0)], [(0, 0), (2, 5)], [(1, 1)]])
    #expect(neighbours.islands == [0])
    #expect(neighbours[1].map(\.area) == [2])
  }

  @Test func `are the same however they were made`() throws {
    let lists = [[3, 1], [0], [], [0]]
    let binary = Neighbours(lists)
    let weighted = try Neighbours(weighted: lists.map { $0.map { ($0, 1) } })
    #expect(binary == weighted)
    #expect(binary.hashValue == weighted.hashValue)
    #expect(binary.rowStandardised() == weighted.rowStandardised())
    let halves = try Neighbours(weighted: lists.map { $0.map { ($0, 0.5) } })
    #expect(halves != binary)
    #expect(halves[0].map(\.weight) == [0.5, 0.5])
    #expect(halves.rowStandardised() == binary.rowStandardised())
  }

  @Test func `may be alike in some rows only`() throws {
    let neighbours = try Neighbours(weighted: [[(2, 3), (1, 3)], [(0, 1), (2, 2)], [], [(1, 7)]])
    #expect(neighbours[0].map(\.area) == [2, 1])
    #expect(neighbours[0].map(\.weight) == [3, 3])
    #expect(neighbours[1].map(\.weight) == [1, 2])
    #expect(neighbours[2].isEmpty)
    #expect(neighbours[3].map(\.weight) == [7])
    #expect(neighbours.rowStandardised()[0].map(\.weight) == [0.5, 0.5])
    #expect(neighbours.rowStandardised()[1].map(\.weight) == [1 / 3.0, 2 / 3.0])
  }

  @Test func `must exist, be others and stand once`() {
    #expect(throws: NeighboursError.noSuchArea(2, neighbourOf: 1)) {
      try Neighbours(weighted: [[(1, 1)], [(2, 1)]])
    }
    #expect(throws: NeighboursError.noSuchArea(-1, neighbourOf: 0)) {
      try Neighbours(weighted: [[(-1, 1)]])
    }
    #expect(throws: NeighboursError.ownNeighbour(1)) {
      try Neighbours(weighted: [[(1, 1)], [(0, 1), (1, 1)]])
    }
    #expect(throws: NeighboursError.repeatedNeighbour(0, of: 1)) {
      try Neighbours(weighted: [[(1, 1)], [(0, 1), (0, 2)]])
    }
  }

  @Test(arguments: [-1, -.infinity, .infinity, .nan, 1e101] as [Double])
  func `must have weights that can be added up`(weight: Double) throws {
    let error = try #require(throws: NeighboursError.self) {
      try Neighbours(weighted: [[(1, 1)], [(0, weight)]])
    }
    guard case .weightOutOfRange(let refused, neighbour: 0, of: 1) = error else {
      Issue.record(error)
      return
    }
    #expect(refused.bitPattern == weight.bitPattern)
  }
}
