import TestSupport
import Testing

@testable import SpatialStatistics

@Suite struct `Sums in shuffles` {
  /// What the values may be, and whether their sums are exact.
  enum Kind: CaseIterable {
    case counts, sparse, alikeButOne, tenths, anything, signed

    func values(_ count: Int, using random: inout SeededGenerator) -> [Double] {
      (0..<count).map { area in
        switch self {
        case .counts: Double(Int.random(in: 0...4, using: &random))
        case .sparse: Int.random(in: 0..<12, using: &random) == 0 ? 1 : 0
        case .alikeButOne: area == count / 3 ? 7 : 2
        case .tenths: 0.1 * Double(Int.random(in: 0...4, using: &random))
        case .anything: .random(in: 0...10, using: &random)
        case .signed: .random(in: -3...3, using: &random)
        }
      }
    }

    var isWhole: Bool {
      switch self {
      case .counts, .sparse, .alikeButOne: true
      case .tenths, .anything, .signed: false
      }
    }
  }

  /// How many neighbours areas have, and how they count.
  enum Shape: CaseIterable {
    case eight, threeOrEight, islands, unequal, someUnequal, aFewMany, allOthers, two, three

    var areaCount: Int {
      switch self {
      case .eight, .threeOrEight, .someUnequal: 600
      case .islands, .unequal: 150
      case .aFewMany: 1_100
      case .allOthers: 40
      case .two: 2
      case .three: 3
      }
    }

    func neighbours(using random: inout SeededGenerator) throws -> Neighbours {
      try Neighbours(
        weighted: (0..<areaCount).map { area in
          let count =
            switch self {
            case .eight, .someUnequal: 8
            case .threeOrEight: Bool.random(using: &random) ? 3 : 8
            case .islands: Int.random(in: 0...12, using: &random)
            case .aFewMany: area == 700 ? 60 : 3
            case .unequal: Int.random(in: 0...9, using: &random)
            case .allOthers, .two, .three: areaCount - 1
            }
          let isEven = self != .unequal && (self != .someUnequal || area % 3 > 0)
          let weight = Double.random(in: 0.1...3, using: &random)
          return others(than: area, count, using: &random).map {
            ($0, isEven ? weight : .random(in: 0.1...3, using: &random))
          }
        })
    }

    private func others(
      than area: Int, _ count: Int, using random: inout SeededGenerator
    ) -> [Int] {
      var found: [Int] = []
      while found.count < count {
        let other = Int.random(in: 0..<areaCount, using: &random)
        if other != area, !found.contains(other) { found.append(other) }
      }
      return found
    }
  }

  /// The tests by their definition: every draw of every area is gathered and added up.
  private static func tests(
    of values: [Double], areWhole: Bool, neighbours: Neighbours, table: PermutationTable
  ) -> [PermutationTest?] {
    values.indices.map { area in
      let row = neighbours[area]
      var others = values
      others.remove(at: area)
      guard let largest = row.map(\.weight).max(), Set(others).count > 1 else { return nil }
      let weights = row.map { $0.weight / largest }
      let observed = zip(row, weights).reduce(0) { $0 + $1.1 * values[$1.0.area] }
      let isExact = areWhole && weights.allSatisfy { $0 == 1 }
      let tolerance =
        isExact ? 0 : 1e-12 * (others.map(abs).max() ?? 0) * weights.reduce(0, +)
      let sums = (0..<table.drawCount).map { draw in
        weights.indices.reduce(0) {
          $0 + weights[$1] * others[table[draw: draw, neighbour: $1]]
        }
      }
      return PermutationTest(
        drawCount: table.drawCount, atLeast: sums.count { $0 >= observed - tolerance },
        atMost: sums.count { $0 <= observed + tolerance })
    }
  }

  @Test(arguments: Shape.allCases, Kind.allCases)
  func `are compared as if each were added up, on any number of threads`(
    shape: Shape, kind: Kind
  ) throws {
    var random = SeededGenerator(seed: 17)
    for standardised in [false, true] {
      let given = try shape.neighbours(using: &random)
      let neighbours = standardised ? given.rowStandardised() : given
      let values = kind.values(neighbours.count, using: &random)
      let table = PermutationTable(for: neighbours, drawCount: 41, seed: 3)
      let expected = Self.tests(
        of: values, areWhole: kind.isWhole, neighbours: neighbours, table: table)
      for threads in [1, 3] {
        let tests = table.tests(
          of: Variable(finite: values), neighbours: neighbours, threads: Threads(threads))
        #expect(tests == expected)
      }
    }
  }

  // Whichever way is taken because it is the faster one.
  @Test(arguments: Kind.allCases)
  func `kept sorted are those made anew`(kind: Kind) throws {
    var random = SeededGenerator(seed: 23)
    let neighbours = try Shape.islands.neighbours(using: &random)
    let values = kind.values(neighbours.count, using: &random)
    let table = PermutationTable(for: neighbours, drawCount: 101, seed: 5)
    let draws = DrawsByIndex(table, width: table.width)
    let first = 20
    var sorted = ShuffledSums(
      table, of: values, without: first, width: table.width,
      sortedOver: Array(0...table.width))
    var anew = ShuffledSums(
      table, of: values, without: first, width: table.width, sortedOver: [])
    let fewDraws = DrawsByIndex(table, width: 4)
    var gathered = ShuffledSums(table, of: values, without: first, width: 4, sortedOver: [])
    for area in first..<neighbours.count {
      if area > first {
        sorted.advance(draws)
        anew.advance(draws)
        gathered.advance(fewDraws)
      }
      if neighbours.isIsland(area) { continue }
      let row = neighbours.relativeRow(of: area)
      let observed = neighbours.sum(over: row) { values[$0] }
      for width in [0, 1e-9, 1, 100] {
        let (low, high) = (observed - width, observed + width)
        let test = anew.test(row, of: neighbours, from: low, to: high)
        #expect(sorted.test(row, of: neighbours, from: low, to: high) == test)
        #expect(gathered.test(row, of: neighbours, from: low, to: high) == test)
      }
    }
  }

  // 1 to 17 draws: groups of eight that are full, and that are not.
  @Test(arguments: 1...17)
  func `are counted once for each draw`(drawCount: Int) throws {
    let neighbours = Neighbours.lattice(side: 4)
    let table = PermutationTable(for: neighbours, drawCount: drawCount, seed: 1)
    for sortedCounts in [[], [3, 5, 8]] {
      let sums = ShuffledSums(
        table, of: (0..<16).map(Double.init), without: 0, width: 8, sortedOver: sortedCounts)
      let row = neighbours.relativeRow(of: 0)
      for (low, high, atLeast, atMost) in [
        (0.0, 100.0, drawCount, drawCount), (100, 200, 0, drawCount), (-2, -1, drawCount, 0),
      ] {
        #expect(
          sums.test(row, of: neighbours, from: low, to: high)
            == PermutationTest(drawCount: drawCount, atLeast: atLeast, atMost: atMost))
      }
    }
  }

  @Test func `know where each index is drawn`() {
    let table = PermutationTable(for: .lattice(side: 4), drawCount: 50, seed: 9)
    let draws = DrawsByIndex(table, width: 8)
    for index in 0..<15 {
      let expected = Set(
        (0..<50).flatMap { draw in
          (0..<8).filter { table[draw: draw, neighbour: $0] == index }.map { [draw, $0] }
        })
      #expect(Set(draws[index].map { [Int($0.draw), Int($0.neighbour)] }) == expected)
      #expect(draws[index].count == expected.count)
    }
  }

  @Test func `make room for each other`() {
    func moved(_ places: Range<Int>, by step: Int) -> [Double] {
      var elements: [Double] = [0, 1, 2, 3, 4, 5]
      elements.move(places, by: step)
      return elements
    }
    #expect(moved(1..<6, by: -1) == [1, 2, 3, 4, 5, 5])
    #expect(moved(0..<5, by: 1) == [0, 0, 1, 2, 3, 4])
    #expect(moved(2..<4, by: 2) == [0, 1, 2, 3, 2, 3])
    #expect(moved(3..<3, by: 1) == [0, 1, 2, 3, 4, 5])
    #expect(moved(6..<6, by: -1) == [0, 1, 2, 3, 4, 5])
  }
}
