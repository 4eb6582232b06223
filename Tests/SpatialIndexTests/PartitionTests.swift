import GeometryEngine
import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

/// Where a subdivision lies and how fine its corners are.
struct Ground: Sendable {
  let origin: Coordinate
  let spacing: Double
  let grain: Double?

  static let all = [
    Ground(origin: Coordinate(x: 0, y: 0), spacing: 8, grain: 1),
    Ground(origin: Coordinate(x: -16, y: -16), spacing: 8, grain: 0x1p-20),
    Ground(origin: Coordinate(x: 530_000, y: 180_000), spacing: 512, grain: 0x1p-10),
    Ground(origin: Coordinate(x: 530_000, y: 180_000), spacing: 500, grain: nil),
    Ground(origin: Coordinate(x: -1, y: -2), spacing: 0.7, grain: nil),
  ]

  func subdivision(using random: inout SeededGenerator) throws -> Subdivision {
    try Subdivision(
      cells: 4, from: origin, spacing: spacing, grain: grain, using: &random)
  }
}

@Suite struct `Partition of the ground` {
  @Test(arguments: Ground.all)
  func `gives every position of the rectangle to one area, the first that has it`(
    ground: Ground
  ) throws {
    for seed in UInt64(0)..<8 {
      var random = SeededGenerator(seed: seed)
      let subdivision = try ground.subdivision(using: &random)
      let locator = AreaLocator(subdivision.areas)
      let wrong = subdivision.positions(using: &random).filter { position in
        let locations = subdivision.areas.map { $0.location(of: position) }
        let owners = locations.indices.filter { locations[$0] != .exterior }
        // Nothing falls through, and only borders are shared.
        let isShared = owners.count > 1 && owners.allSatisfy { locations[$0] == .boundary }
        return !(owners.count == 1 || isShared) || locator.area(at: position) != owners.first
      }
      #expect(wrong.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: Ground.all)
  func `does not depend on how the areas are drawn`(ground: Ground) throws {
    for seed in UInt64(0)..<5 {
      var random = SeededGenerator(seed: seed)
      let subdivision = try ground.subdivision(using: &random)
      let positions = subdivision.positions(using: &random)
      let answers = AreaLocator(subdivision.areas).areas(at: positions)
      for _ in 0..<3 {
        let redrawn = try subdivision.areas.map { try $0.redrawn(using: &random) }
        #expect(AreaLocator(redrawn).areas(at: positions) == answers)
      }
    }
  }

  @Test(arguments: Ground.all)
  func `moves only positions on shared borders when the areas change places`(
    ground: Ground
  ) throws {
    for seed in UInt64(0)..<5 {
      var random = SeededGenerator(seed: seed)
      let subdivision = try ground.subdivision(using: &random)
      let order = subdivision.areas.indices.shuffled(using: &random)
      let before = AreaLocator(subdivision.areas)
      let after = AreaLocator(order.map { subdivision.areas[$0] })
      for position in subdivision.positions(using: &random) {
        let old = try #require(before.area(at: position))
        let new = try #require(after.area(at: position))
        guard order[new] != old else { continue }
        #expect(before.location(of: position, inArea: old) == .boundary)
        #expect(after.location(of: position, inArea: new) == .boundary)
      }
    }
  }

  // The pieces are valid and add up, so the law above is about a partition indeed.
  @Test func `is one: the pieces' areas add up to the rectangle's`() throws {
    for seed in UInt64(0)..<10 {
      var random = SeededGenerator(seed: seed)
      let subdivision = try Ground.all[0].subdivision(using: &random)
      for polygon in subdivision.areas.flatMap(\.polygons) {
        #expect(try Validity.of(MultiPolygon([polygon])) == .valid)
      }
      #expect(subdivision.areas.reduce(0) { $0 + $1.area } == 32 * 32)
    }
  }
}
