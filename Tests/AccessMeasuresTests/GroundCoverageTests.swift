import AccessMeasures
import Foundation
import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Ground under catchments` {
  private typealias Catchment = GroundCoverage.Catchment

  private func square(_ x: Double, _ y: Double, side: Double) throws -> MultiPolygon {
    try .tile(at: Coordinate(x: x, y: y), side: side)
  }

  private func disc(_ x: Double, _ y: Double, _ radius: Double) -> Disc {
    Disc(centre: Coordinate(x: x, y: y), radius: .metres(radius))
  }

  @Test func `is that of areas and discs together, counted once for each catchment`() throws {
    // A disc of radius 2 around the east side of a square of side 10, both of one organisation;
    // and a disc of radius 1 in the middle of that square, of another.
    let ground = try GroundCoverage(of: [
      Catchment(discs: [disc(10, 5, 2), disc(10, 5, 2)], area: square(0, 0, side: 10)),
      Catchment(discs: [disc(5, 5, 1)]),
    ])
    #expect(ground.area.agrees(with: 100 + 2 * Double.pi))
    #expect(ground.areas[0].agrees(with: 100 + 2 * Double.pi))
    #expect(ground.areas[1].agrees(with: Double.pi))
    #expect(ground.soleAreas[0].agrees(with: 100 + Double.pi))
    #expect(ground.soleAreas[1].agrees(with: 0))
    let ratio = try #require(ground.overlapRatio)
    #expect(ratio.agrees(with: (100 + 3 * Double.pi) / (100 + 2 * Double.pi)))
    // A ward within the square, one that it cuts in half, and one beyond it.
    let wards = try [square(2, 2, side: 6), square(8, 3, side: 4), square(13, 0, side: 1)]
    let shares = try ground.shares(of: wards, upTo: 3)
    #expect(shares[0][0] == 1 && shares[0][2] == 0)
    // The half-disc beyond the side lies in the eastern half of the second ward as a whole.
    #expect(shares[0][1].agrees(with: 0.5 + 2 * Double.pi / 16))
    #expect(shares[1][0].agrees(with: Double.pi / 36))
    #expect(shares[1][1] == 0 && shares[2] == [0, 0, 0])
  }

  @Test func `of those that coincide belongs to none alone`() throws {
    let one = try Catchment(discs: [disc(0, 0, 5)], area: square(20, 0, side: 1))
    let ground = try GroundCoverage(of: [one, one, Catchment(discs: [disc(50, 0, 1)])])
    #expect(ground.soleAreas[0] == 0 && ground.soleAreas[1] == 0)
    #expect(ground.soleAreas[2].agrees(with: Double.pi))
    #expect(ground.area.agrees(with: 26 * Double.pi + 1))
    let shares = try ground.shares(of: [square(-1, -1, side: 2), square(20, 0, side: 1)], upTo: 3)
    #expect(shares == [[1, 1], [1, 1], [0, 0]])
  }

  @Test func `is nothing under nobody`() throws {
    for catchments in [[], [Catchment(discs: [])]] {
      let ground = try GroundCoverage(of: catchments)
      #expect(ground.area == 0 && ground.overlapRatio == nil)
      #expect(ground.areas == catchments.map { _ in 0 } && ground.soleAreas == ground.areas)
      let line = MultiPolygon(try LinearRing(at: [(0, 0), (5, 5), (10, 10)]))
      let shares = try ground.shares(of: [square(0, 0, side: 1), line], upTo: 2)
      #expect(shares == [[0, 0], [0, 0]])
    }
  }

  /// The overlay of polygons, one catchment after the other, with 2,880 chords to a circle.
  @Test(arguments: UInt64(0)..<6)
  func `agrees with an overlay of polygons but for the chords`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let box = BoundingBox(minX: 0, minY: 0, maxX: 20, maxY: 20)
    let sides = 2880
    var catchments: [Catchment] = []
    var drawn: [MultiPolygon] = []
    for index in 0..<7 {
      let discs = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Disc(
          centre: .random(in: box, using: &random),
          radius: .metres(.random(in: 1...5, using: &random)))
      }
      let area =
        index % 2 == 0
        ? MultiPolygon([])
        : MultiPolygon(
          try .randomStar(
            corners: 9, radii: 2...6, around: .random(in: box, using: &random), using: &random))
      catchments.append(Catchment(discs: discs, area: area))
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
      drawn.append(try Overlay.union(polygons + [area]))
    }
    let ground = try GroundCoverage(of: catchments)
    let overlay = try AreaCoverage(of: drawn, depth: 3)
    // A polygon of n sides lacks the share 2π²∕3n² of its disc; together all discs lack this.
    let discs = catchments.flatMap(\.discs)
    let chords =
      discs.reduce(0) { $0 + Double.pi * $1.radius.metres * $1.radius.metres }
      * 2 * Double.pi * Double.pi / (3 * Double(sides * sides)) + 1e-9
    #expect(abs(ground.area - overlay.levels[0].area) <= chords)
    for (one, other) in zip(ground.areas, drawn) { #expect(abs(one - other.area) <= chords) }
    for (one, other) in zip(ground.soleAreas, try overlay.soleAreas()) {
      #expect(abs(one - other) <= chords)
    }
    let wards = try (0..<16).map {
      try square(Double($0 % 4) * 5, Double($0 / 4) * 5, side: 5)
    }
    let shares = try ground.shares(of: wards, upTo: 3)
    for (index, ward) in wards.enumerated() {
      for count in 1...3 {
        let expected = try overlay.share(of: ward, coveredAtLeast: count)
        #expect(abs(shares[count - 1][index] - expected) * ward.area <= chords)
      }
    }
  }
}
