import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

@Suite struct `Proximity of points` {
  // A to E on a line at 0, 1, 3, 6 and 10 m.
  private let line = [0.0, 1, 3, 6, 10].map { Coordinate(x: $0, y: 0) }

  @Test func `by rank is not symmetric`() {
    #expect(Proximity.nearest(1).neighbours(of: line) == [[1], [0], [1], [2], [3]])
    #expect(
      Proximity.nearest(2).neighbours(of: line) == [[1, 2], [0, 2], [0, 1, 3], [2, 4], [2, 3]])
  }

  @Test func `within a distance has those at the distance`() {
    #expect(
      Proximity.within(.metres(3)).neighbours(of: line) == [[1, 2], [0, 2], [0, 1, 3], [2], []])
    let short = Proximity.within(.metres(3.0.nextDown)).neighbours(of: line)
    #expect(short == [[1], [0, 2], [1], [], []])
  }

  // The third and the fourth nearest of a lattice point tie with the first two.
  @Test func `keeps all that tie at the last rank`() {
    let lattice = (0..<9).map { Coordinate(x: Double($0 % 3), y: Double($0 / 3)) }
    for count in 1...4 {
      #expect(Proximity.nearest(count).neighbours(of: lattice)[4] == [1, 3, 5, 7])
    }
    for count in 5...8 {
      #expect(Proximity.nearest(count).neighbours(of: lattice)[4] == [0, 1, 2, 3, 5, 6, 7, 8])
    }
  }

  @Test func `joins points at the same position`() {
    let points = [0.0, 0, 0, 5].map { Coordinate(x: $0, y: 0) }
    #expect(Proximity.within(.metres(0)).neighbours(of: points) == [[1, 2], [0, 2], [0, 1], []])
    #expect(Proximity.nearest(1).neighbours(of: points) == [[1, 2], [0, 2], [0, 1], [0, 1, 2]])
  }

  @Test func `of few points or for nothing asked is what there is`() {
    #expect(Proximity.nearest(3).neighbours(of: []) == [])
    #expect(Proximity.nearest(3).neighbours(of: [line[0]]) == [[]])
    #expect(Proximity.nearest(9).neighbours(of: line)[2] == [0, 1, 3, 4])
    #expect(Proximity.nearest(0).neighbours(of: line).allSatisfy { $0.isEmpty })
    #expect(Proximity.within(.metres(-1)).neighbours(of: line).allSatisfy { $0.isEmpty })
  }

  @Test(arguments: PointFamily.allCases, UInt64(0)..<2)
  func `is what a look at every pair finds`(family: PointFamily, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let points = family.points(using: &random)
    let squares = points.map { point in points.map { $0.squaredDistance(to: point) } }
    for count in [1, 4] {
      let expected = points.indices.map { one in
        let others = points.indices.filter { $0 != one }
        let last = others.map { squares[one][$0] }.sorted().prefix(count).last ?? 0
        return others.filter { squares[one][$0] <= last }
      }
      #expect(Proximity.nearest(count).neighbours(of: points) == expected)
    }
    let distance = Double.random(in: 0...5000, using: &random)
    let lists = Proximity.within(.metres(distance)).neighbours(of: points)
    for (one, list) in lists.enumerated() {
      #expect(
        list == points.indices.filter { $0 != one && squares[one][$0] <= distance * distance })
      #expect(list.allSatisfy { lists[$0].contains(one) })
    }
  }
}
