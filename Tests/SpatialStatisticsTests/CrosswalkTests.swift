import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Crosswalk between divisions` {
  // Three sources of 10 m² in a row; the targets cut the second in two at 4 : 6 and leave half of
  // the third outside:
  //
  //     | 0        | 1        | 2        |
  //     | A             | B        |
  private let row = [
    Crosswalk.Overlap(source: 0, target: 0, size: 10),
    Crosswalk.Overlap(source: 1, target: 0, size: 4),
    Crosswalk.Overlap(source: 1, target: 1, size: 6),
    Crosswalk.Overlap(source: 2, target: 1, size: 5),
  ]

  private func crosswalk() throws -> Crosswalk {
    try Crosswalk(overlaps: row, sourceAreas: [10, 10, 10], targetAreas: [14, 11, 50])
  }

  @Test func `splits totals by area and says what is left outside`() throws {
    // A: 100 + 0.4 · 50 = 120; B: 0.6 · 50 + 0.5 · 80 = 70; outside: 0.5 · 80 = 40.
    let result = try crosswalk().extensive([100, 50, 80])
    #expect(result.totals == [120, 70, nil])
    #expect(result.balance.sources == 230)
    #expect(result.balance.targets == 190)
    #expect(result.balance.unassigned == 40)
    #expect(result.balance.repeated == 0)
    #expect(result.balance.relativeError == 0)
  }

  @Test func `gives what lies outside to the targets when told to`() throws {
    // B has the only known part of the third source, and gets all of it: 30 + 80.
    let result = try crosswalk().extensive([100, 50, 80], allocateTotal: true)
    #expect(result.totals == [120, 110, nil])
    #expect(result.balance.unassigned == 0)
    #expect(result.balance.holds)
  }

  @Test func `takes means weighted by the area shared`() throws {
    // A: (10 · 7 + 4 · 21) ∕ 14 = 11; B: (6 · 21 + 5 · 10) ∕ 11 = 16.
    let result = try crosswalk().intensive([7, 21, 10])
    #expect(result.means.map { $0?.rounded() } == [11, 16, nil])
    #expect(result.means[0]?.agrees(with: 11) == true)
    #expect(result.means[1]?.agrees(with: 16) == true)
  }

  @Test func `takes kinds as shares of the whole target`() throws {
    let walk = try Crosswalk(overlaps: row, sourceAreas: [10, 10, 10], targetAreas: [14, 20, 50])
    let shares = walk.categorical(["park", "park", "town"])
    // B is 20 m² large now, 9 of them in no source.
    #expect(shares == ["park": [1, 0.3, nil], "town": [0, 0.25, nil]])
    #expect(walk.categorical(["park", nil, nil]) == ["park": [10.0 / 14, nil, nil]])
    let unlabelled = walk.categorical([Int?](repeating: nil, count: 3))
    #expect(unlabelled.isEmpty)
  }

  @Test func `leaves missing values out and says how much they are`() throws {
    let walk = try crosswalk()
    let totals = try walk.extensive([100, nil, 80])
    // A overlaps 14 m² of sources, 4 of them unknown; B 11, of them 6.
    #expect(totals.totals == [100, 40, nil])
    #expect(totals.knownShares == [10.0 / 14, 5.0 / 11, nil])
    #expect(totals.balance.sources == 180 && totals.balance.holds)
    let means = try walk.intensive([nil, nil, 10])
    #expect(means.means == [nil, 10, nil])
    #expect(means.knownShares == [0, 5.0 / 11, nil])
  }

  @Test func `counts twice what targets share, and says so`() throws {
    let twice = [
      Crosswalk.Overlap(source: 0, target: 0, size: 10),
      Crosswalk.Overlap(source: 0, target: 1, size: 5),
    ]
    let walk = try Crosswalk(overlaps: twice, sourceAreas: [10], targetAreas: [10, 5])
    let result = try walk.extensive([60])
    #expect(result.totals == [60, 30])
    #expect(result.balance.repeated == 30 && result.balance.unassigned == 0)
    #expect(result.balance.relativeError == 0)
    // All of it and no more: at 10 to 5, a third of 60 goes to the smaller overlap.
    let allocated = try walk.extensive([60], allocateTotal: true)
    #expect(zip(allocated.totals, [40, 20]).allSatisfy { $0?.agrees(with: $1) == true })
  }

  @Test func `adds up overlaps of the same pair, in any order`() throws {
    let pieces = row.flatMap { overlap in
      [0.25, 0, 0.75].map {
        Crosswalk.Overlap(
          source: overlap.source, target: overlap.target, size: overlap.size * $0)
      }
    }
    let walk = try Crosswalk(
      overlaps: pieces.reversed(), sourceAreas: [10, 10, 10], targetAreas: [14, 11, 50])
    #expect(try walk == crosswalk())
  }

  @Test func `by people follows the points of small units`() throws {
    // Source 0 has 30 people in target 1 and 10 in no target; source 1 has 5 in target 0 and 15 in
    // target 1; source 2 has a unit without people. One unit is in no source.
    let walk = try Crosswalk(
      people: [10, 20, 10, 5, 15, 0, 7], sources: [0, 0, 0, 1, 1, 2, nil],
      targets: [1, 1, nil, 0, 1, 0, 1], sourceCount: 3, targetCount: 2)
    #expect(walk.sourceSizes == [40, 20, 0])
    #expect(walk.targetSizes == [5, 52])
    #expect(walk.weights().map(\.source) == [0, 1, 1])
    #expect(walk.weights().map(\.target) == [1, 0, 1])
    #expect(walk.weights().map(\.weight) == [0.75, 0.25, 0.75])
    // A source without people cannot be split: what it has is unassigned.
    let result = try walk.extensive([8, 4, 3])
    #expect(result.totals == [1, 9])
    #expect(result.balance.unassigned == 5)
  }

  @Test(arguments: UInt64(0)..<40)
  func `has weights that add up to exactly 1 where all is assigned`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let walk = try Self.randomCrosswalk(using: &random)
    for allocateTotal in [false, true] {
      var sums = Array(repeating: 0.0, count: walk.sourceSizes.count)
      for row in walk.weights(allocateTotal: allocateTotal) {
        #expect(row.weight >= 0 && row.weight <= 1)
        sums[row.source] += row.weight
      }
      // Even sources are covered as a whole, up to rounding; odd ones by at most 97 %.
      for (source, sum) in sums.enumerated() {
        #expect(source.isMultiple(of: 2) || allocateTotal ? sum == 1 : sum < 0.98)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `loses nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let walk = try Self.randomCrosswalk(using: &random)
    // From thousandths to millions, of both signs, and a few missing.
    let values = walk.sourceSizes.map { _ -> Double? in
      let value = Double.random(in: -1...1, using: &random)
      let scale = [1e-3, 1.0, 1e6].randomElement(using: &random) ?? 1.0
      return Int.random(in: 0..<10, using: &random) == 0 ? nil : value * scale
    }
    for allocateTotal in [false, true] {
      let result = try walk.extensive(values, allocateTotal: allocateTotal)
      let sources = values.reduce(0) { $0 + ($1 ?? 0) }
      let targets = result.totals.reduce(0) { $0 + ($1 ?? 0) }
      let scale = values.reduce(0) { $0 + abs($1 ?? 0) }
      #expect(abs(targets + result.balance.unassigned - sources) <= 1e-12 * scale)
      #expect(result.balance.holds && result.balance.repeated == 0)
      if allocateTotal { #expect(result.balance.unassigned == 0) }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `keeps means between the smallest and the largest, a constant as it is`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let walk = try Self.randomCrosswalk(using: &random)
    let values = walk.sourceSizes.map { _ in Double.random(in: 3...4, using: &random) }
    for mean in try walk.intensive(values).means.compactMap(\.self) {
      #expect(mean >= 3 - 1e-12 && mean <= 4 + 1e-12)
    }
    for mean in try walk.intensive(values.map { _ in 0.3 }).means.compactMap(\.self) {
      #expect(mean.agrees(with: 0.3))
    }
  }

  /// Thirty sources cut into random pieces among twelve targets that do not overlap.
  private static func randomCrosswalk(using random: inout SeededGenerator) throws -> Crosswalk {
    var overlaps: [Crosswalk.Overlap] = []
    var sourceAreas: [Double] = []
    var targetAreas = Array(repeating: 0.0, count: 12)
    for source in 0..<30 {
      let targets = (0..<12).shuffled(using: &random).prefix(.random(in: 1...12, using: &random))
      // Slivers as well.
      let sizes = targets.map { _ in
        Double.random(in: 0.1...1, using: &random)
          * ([1e-9, 1.0, 1e3].randomElement(using: &random) ?? 1.0)
      }
      for (target, size) in zip(targets, sizes) {
        overlaps.append(Crosswalk.Overlap(source: source, target: target, size: size))
        targetAreas[target] += size
      }
      let noise = Double.random(in: -1e-12...1e-12, using: &random)
      let covered =
        source.isMultiple(of: 2) ? 1 + noise : Double.random(in: 0.1...0.97, using: &random)
      sourceAreas.append(sizes.reduce(0, +) / covered)
    }
    return try Crosswalk(
      overlaps: overlaps.shuffled(using: &random), sourceAreas: sourceAreas,
      targetAreas: targetAreas)
  }

  @Test func `refuses areas and values that are none`() throws {
    let none: [Crosswalk.Overlap] = []
    #expect(throws: CrosswalkError.invalidSource(index: 1, area: -1)) {
      try Crosswalk(overlaps: none, sourceAreas: [1, -1], targetAreas: [1])
    }
    #expect(throws: CrosswalkError.invalidTarget(index: 0, area: .infinity)) {
      try Crosswalk(overlaps: none, sourceAreas: [1], targetAreas: [.infinity])
    }
    #expect(throws: CrosswalkError.invalidOverlap(source: 0, target: 0, area: -2)) {
      try Crosswalk(
        overlaps: [.init(source: 0, target: 0, size: -2)], sourceAreas: [1], targetAreas: [1])
    }
    // Twice the source: areas in different units, perhaps.
    #expect(throws: CrosswalkError.invalidOverlap(source: 0, target: 0, area: 2)) {
      try Crosswalk(
        overlaps: [.init(source: 0, target: 0, size: 2)], sourceAreas: [1], targetAreas: [9])
    }
    #expect(throws: CrosswalkError.invalidPeople(unit: 1, people: -3)) {
      try Crosswalk(
        people: [1, -3], sources: [0, 0], targets: [0, 0], sourceCount: 1, targetCount: 1)
    }
    let walk = try crosswalk()
    #expect(throws: CrosswalkError.notFinite(source: 2)) { try walk.extensive([1, 2, .nan]) }
    #expect(throws: CrosswalkError.notFinite(source: 0)) { try walk.intensive([.infinity, 2, 3]) }
    #expect(throws: CrosswalkError.totalTooLarge) { try walk.extensive([1e308, 1e308, 1e308]) }
    #expect(try walk.intensive([1e308, 1e308, 1e308]).means[1]?.isFinite == true)
  }

  @Test func `of nothing is nothing`() throws {
    let walk = try Crosswalk(overlaps: [], sourceAreas: [5], targetAreas: [])
    #expect(walk.weights().isEmpty)
    let result = try walk.extensive([3])
    #expect(result.totals.isEmpty && result.balance.unassigned == 3 && result.balance.holds)
    let empty = try Crosswalk(overlaps: [], sourceAreas: [], targetAreas: [5])
    #expect(try empty.extensive([]).totals == [nil])
    #expect(try empty.intensive([]).means == [nil])
  }
}
