import AccessMeasures
import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Area coverage` {
  private func square(_ x: Double, _ y: Double, side: Double) throws -> MultiPolygon {
    try .tile(at: Coordinate(x: x, y: y), side: side)
  }

  @Test func `counts how often ground is covered`() throws {
    let town = try square(0, 0, side: 10)
    let coverage = try AreaCoverage(
      of: [try square(0, 0, side: 4), try square(2, 2, side: 4), try square(3, 3, side: 2)],
      depth: 3)
    // Squares of side 4, 4 and 2, the third inside the second: 16 + 16 − 4 = 28 once; the 2 × 2 overlap and the 2 × 2 third square, which share 1: 7 twice;
    // that 1 thrice.
    #expect(try coverage.share(of: town, coveredAtLeast: 1) == 0.28)
    #expect(try coverage.share(of: town, coveredAtLeast: 2) == 0.07)
    #expect(try coverage.share(of: town, coveredAtLeast: 3) == 0.01)
  }

  @Test func `knows ground that nothing covers and counts that nothing reaches`() throws {
    let coverage = try AreaCoverage(of: [try square(0, 0, side: 1)], depth: 1)
    let elsewhere = try square(5, 5, side: 1)
    #expect(try coverage.share(of: elsewhere, coveredAtLeast: 1) == 0)
    #expect(try coverage.share(of: elsewhere, coveredAtLeast: 0) == 1)
    #expect(try coverage.share(of: try square(0, 0, side: 1), coveredAtLeast: 2) == 0)
    let nothing = try AreaCoverage(of: [], depth: 2)
    #expect(try nothing.share(of: elsewhere, coveredAtLeast: 1) == 0)
  }

  @Test func `counts catchments that coincide`() throws {
    let one = try square(0, 0, side: 2)
    let coverage = try AreaCoverage(of: [one, one, one], depth: 3)
    for count in 1...3 { #expect(try coverage.share(of: one, coveredAtLeast: count) == 1) }
  }

  @Test func `tells the ground that one catchment alone covers`() throws {
    // Squares of side 4, 4 and 2 as above: the first shares 2 × 2 with the second, the third lies
    // in the second. 16 − 4, 16 − 4 − 4 + 1, and nothing.
    let coverage = try AreaCoverage(
      of: [try square(0, 0, side: 4), try square(2, 2, side: 4), try square(3, 3, side: 2)],
      depth: 2)
    #expect(try coverage.soleAreas() == [12, 9, 0])
    #expect(try coverage.coveredOnce().area == 21)
    // 16 + 16 + 4 on 28.
    #expect(coverage.overlapRatio == 36.0 / 28)
  }

  @Test func `gives none of those that coincide ground of their own`() throws {
    let one = try square(0, 0, side: 2)
    let coverage = try AreaCoverage(of: [one, try square(5, 5, side: 1), one], depth: 2)
    #expect(try coverage.soleAreas() == [0, 1, 0])
    #expect(coverage.overlapRatio == 9.0 / 5)
    let nothing = try AreaCoverage(of: [], depth: 2)
    #expect(try nothing.soleAreas().isEmpty)
    #expect(nothing.overlapRatio == nil)
  }

  @Test(arguments: UInt64(0)..<10)
  func `sole areas are what would be lost, and add up to the ground covered once`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let catchments = try (0..<8).map { _ in
      try square(
        .random(in: 0...6, using: &random), .random(in: 0...6, using: &random),
        side: .random(in: 1...4, using: &random))
    }
    let coverage = try AreaCoverage(of: catchments, depth: 2)
    let sole = try coverage.soleAreas()
    for (index, catchment) in catchments.enumerated() {
      let others = catchments.indices.filter { $0 != index }.map { catchments[$0] }
      let alone = try Overlay.difference(catchment, try Overlay.union(others))
      #expect(abs(sole[index] - alone.area) <= 1e-9)
    }
    let once = coverage.levels[0].area - coverage.levels[1].area
    #expect(abs(sole.reduce(0, +) - once) <= 1e-9)
    #expect(try #require(coverage.overlapRatio) >= 1)
  }

  @Test(arguments: UInt64(0)..<10)
  func `does not depend on the order, and never grows with the count`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let catchments = try (0..<8).map { _ in
      try square(
        .random(in: 0...6, using: &random), .random(in: 0...6, using: &random),
        side: .random(in: 1...4, using: &random))
    }
    let forward = try AreaCoverage(of: catchments, depth: 4)
    let backward = try AreaCoverage(of: catchments.reversed(), depth: 4)
    for (one, other) in zip(forward.levels, backward.levels) {
      #expect(abs(one.area - other.area) < 1e-9)
    }
    // Counted once per catchment, the ground adds up to the catchments.
    let all = try AreaCoverage(of: catchments, depth: catchments.count)
    let sum = catchments.reduce(0) { $0 + $1.area }
    #expect(abs(all.levels.reduce(0) { $0 + $1.area } - sum) < 1e-9 * sum)
    for (more, fewer) in zip(all.levels, all.levels.dropFirst()) {
      #expect(fewer.area <= more.area + 1e-9)
    }
  }
}
