import AccessMeasures
import Catchments
import Foundation
import GeometryEngine
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Laws of area covered by discs` {
  private let town = BoundingBox(minX: -10, minY: -10, maxX: 10, maxY: 10)

  private func discs(
    _ count: Int, radii: ClosedRange<Double>, using random: inout SeededGenerator
  ) -> [Disc] {
    (0..<count).map { _ in
      Disc(
        centre: .random(in: town, using: &random),
        radius: .metres(.random(in: radii, using: &random)))
    }
  }

  /// Some stars with a hole each, which may overlap one another.
  private func stars(using random: inout SeededGenerator) throws -> [MultiPolygon] {
    try (0..<4).map { _ in
      let centre = Coordinate.random(in: town, using: &random)
      return MultiPolygon([
        Polygon(
          exterior: try .randomStar(
            corners: .random(in: 8...40, using: &random), radii: 3...9, around: centre,
            using: &random),
          holes: [
            try .randomStar(corners: 12, radii: 0.5...1, around: centre, using: &random)
          ])
      ])
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `agrees with slabs at every depth`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let catchments = (0..<6).map { _ in
      discs(.random(in: 0...4, using: &random), radii: 0.5...6, using: &random)
    }
    for count in 1...4 {
      let coverage = DiscCoverage(of: catchments, coveredAtLeast: count)
      for star in try stars(using: &random) {
        let expected = SlabSum(star, under: catchments).area(coveredAtLeast: count)
        #expect(abs(coverage.coveredArea(of: star) - expected) <= 1e-10 * star.area)
      }
      let around = try MultiPolygon(.tile(at: Coordinate(x: -20, y: -20), side: 40))
      let expected = SlabSum(around, under: catchments).area(coveredAtLeast: count)
      #expect(coverage.area.agrees(with: expected, within: 1e-11))
    }
  }

  /// Whole-metre towns in which circles coincide, touch, and pass through corners and crossings of
  /// other circles all over the place.
  @Test(arguments: UInt64(0)..<60)
  func `agrees with slabs where circles meet corners and touch edges`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let catchments = (0..<5).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Disc(
          centre: Coordinate(
            x: Double(Int.random(in: -2...14, using: &random)),
            y: Double(Int.random(in: -2...8, using: &random))),
          radius: .metres(Double(Int.random(in: 1...5, using: &random))))
      }
    }
    let skyline = MultiPolygon(
      try .skyline((0..<12).map { _ in Int.random(in: 1...6, using: &random) }))
    for count in 1...3 {
      let found = DiscCoverage(of: catchments, coveredAtLeast: count).coveredArea(of: skyline)
      let expected = SlabSum(skyline, under: catchments).area(coveredAtLeast: count)
      #expect(abs(found - expected) <= 1e-9 * skyline.area)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `agrees with one disc at a time, and depths add up to the discs`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let discs = discs(7, radii: 1...8, using: &random)
    for star in try stars(using: &random) {
      let single = discs.map {
        DiscOverlap.area(centre: $0.centre, radius: $0.radius, with: star)
      }
      for (disc, expected) in zip(discs, single) {
        let found = DiscCoverage(of: [disc]).coveredArea(of: star)
        #expect(abs(found - expected) <= 1e-11 * star.area)
      }
      // Ground is counted once for every disc over it.
      let depths = (1...discs.count).map {
        DiscCoverage(of: discs.map { [$0] }, coveredAtLeast: $0).coveredArea(of: star)
      }
      #expect(abs(depths.reduce(0, +) - single.reduce(0, +)) <= 1e-10 * star.area)
      #expect(zip(depths, depths.dropFirst()).allSatisfy { $1 <= $0 + 1e-10 * star.area })
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `of tiles of ground adds up to the area of the union`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let coverage = DiscCoverage(of: discs(60, radii: 0.1...4, using: &random))
    var sum = 0.0
    for column in -16..<16 {
      for row in -16..<16 {
        sum += coverage.coveredArea(
          of: try .tile(at: Coordinate(x: Double(column), y: Double(row)), side: 1))
      }
    }
    #expect(sum.agrees(with: coverage.area, within: 1e-11))
  }

  @Test(arguments: UInt64(0)..<10)
  func `does not depend on order, repetition, direction or threads`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let discs = discs(40, radii: 1...3, using: &random)
    let stars = try stars(using: &random)
    let found = DiscCoverage(of: discs).coveredAreas(of: stars, threads: .one)
    let shuffled = DiscCoverage(of: discs.shuffled(using: &random) + discs[3..<17])
    #expect(shuffled.coveredAreas(of: stars, threads: Threads(2)) == found)
    #expect(shuffled.area == DiscCoverage(of: discs).area)
    for (star, area) in zip(stars, found) {
      let redrawn = try star.redrawn(using: &random)
      #expect(abs(shuffled.coveredArea(of: redrawn) - area) <= 1e-12 * star.area)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `moves with the ground`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Multiples of 2⁻²⁰, which stay exact where they are moved to.
    func rounded(_ value: Double) -> Double { (value * 0x1p20).rounded() * 0x1p-20 }
    func moved(_ position: Coordinate, by x: Double, _ y: Double) -> Coordinate {
      Coordinate(x: rounded(position.x) + x, y: rounded(position.y) + y)
    }
    let discs = discs(30, radii: 1...3, using: &random)
    for star in try stars(using: &random) {
      let found = try [(0.0, 0.0), (524_288, 180_224)].map { x, y in
        let corners = star.polygons[0].exterior.corners.map { moved($0, by: x, y) }
        return DiscCoverage(
          of: discs.map { Disc(centre: moved($0.centre, by: x, y), radius: $0.radius) }
        ).coveredArea(of: MultiPolygon(try LinearRing(corners)))
      }
      #expect(abs(found[0] - found[1]) <= 1e-12 * star.area)
    }
  }

  /// Discs one unit in the last place apart: the smallest steps that eastings can make.
  @Test(arguments: UInt64(0)..<30)
  func `hardly changes with discs that nearly coincide`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let origin = Coordinate(x: 530_000, y: 180_000)
    let centres = (0..<6).map { _ in
      let offset = Coordinate.random(in: town, using: &random)
      return Coordinate(x: origin.x + 100 * offset.x, y: origin.y + 100 * offset.y)
    }
    let discs = centres.map { Disc(centre: $0, radius: .metres(700)) }
    let nearly = centres.flatMap { centre in
      ([centre] + centre.neighbours).flatMap { near in
        [700, 700.0.nextUp, 700.0.nextDown].map { Disc(centre: near, radius: .metres($0)) }
      }
    }
    let star = MultiPolygon(
      try .randomStar(corners: 200, radii: 300...900, around: origin, using: &random))
    let found = DiscCoverage(of: nearly).coveredArea(of: star)
    #expect(abs(found - DiscCoverage(of: discs).coveredArea(of: star)) <= 1e-9 * star.area)
    #expect(
      DiscCoverage(of: nearly).area.agrees(with: DiscCoverage(of: discs).area, within: 1e-9))
    let twice = DiscCoverage(
      of: discs.map { [$0] } + nearly.map { [$0] }, coveredAtLeast: nearly.count / 6)
    #expect(abs(twice.coveredArea(of: star) - found) <= 1e-9 * star.area)
  }

  @Test(arguments: UInt64(0)..<5)
  func `agrees with GEOS but for the chords`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let discs = discs(12, radii: 1...5, using: &random)
    let sides = 2880
    let polygons = try discs.map { disc in
      MultiPolygon(
        try LinearRing(
          (0..<sides).map { side in
            let angle = 2 * Double.pi * Double(side) / Double(sides)
            return Coordinate(
              x: disc.centre.x + disc.radius.metres * cos(angle),
              y: disc.centre.y + disc.radius.metres * sin(angle))
          }))
    }
    let union = try Overlay.union(polygons)
    // A polygon of n sides lacks the share 2π²∕3n² of its disc.
    let chords =
      discs.reduce(0) { $0 + Double.pi * $1.radius.metres * $1.radius.metres }
      * 2 * Double.pi * Double.pi / (3 * Double(sides * sides))
    let coverage = DiscCoverage(of: discs)
    #expect(coverage.area >= union.area && coverage.area - union.area <= chords)
    for star in try stars(using: &random) {
      let found = coverage.coveredArea(of: star)
      let expected = try Overlay.intersection(union, star).area
      #expect(found >= expected - 1e-9 && found - expected <= chords)
    }
  }
}
