import AccessMeasures
import Foundation
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Area covered by discs` {
  /// A square of side 10 from the origin.
  private let square: MultiPolygon

  init() throws {
    square = try .tile(at: Coordinate(x: 0, y: 0), side: 10)
  }

  private func disc(_ x: Double, _ y: Double, _ radius: Double) -> Disc {
    Disc(centre: Coordinate(x: x, y: y), radius: .metres(radius))
  }

  private func covered(_ area: MultiPolygon, _ discs: [Disc]) -> Double {
    DiscCoverage(of: discs).coveredArea(of: area)
  }

  @Test func `is a whole, a half and a quarter disc in, on the edge and on the corner of a square`()
  {
    #expect(covered(square, [disc(5, 5, 2)]).agrees(with: 4 * Double.pi))
    #expect(covered(square, [disc(0, 5, 2)]).agrees(with: 2 * Double.pi))
    #expect(covered(square, [disc(10, 10, 2)]).agrees(with: Double.pi))
  }

  @Test func `is all of an area within one disc, to the last bit`() throws {
    let shape = MultiPolygon([
      Polygon(
        exterior: try .tile(at: Coordinate(x: 500_000.1, y: 180_000.7), side: 123.4),
        holes: [try .tile(at: Coordinate(x: 500_050.3, y: 180_050.9), side: 17.3)])
    ])
    let around = disc(500_000, 180_000, 10_000)
    let whole = covered(shape, [around])
    #expect(whole.agrees(with: 123.4 * 123.4 - 17.3 * 17.3, within: 1e-9))
    #expect(covered(shape, [around, around, disc(499_000, 180_000, 9000)]) == whole)
    #expect(DiscCoverage(of: [around]).share(of: shape)?.agrees(with: 1) == true)
  }

  @Test func `leaves out holes and takes all parts`() throws {
    let ring = try Polygon(
      exterior: .tile(at: Coordinate(x: -5, y: -5), side: 10),
      holes: [.tile(at: Coordinate(x: -1, y: -1), side: 2)])
    // The hole of 2 by 2 lies within the disc, the disc within the square.
    #expect(covered(MultiPolygon([ring]), [disc(0, 0, 3)]).agrees(with: 9 * Double.pi - 4))
    // A disc within the hole covers nothing, one around its corner three quarters of itself.
    #expect(covered(MultiPolygon([ring]), [disc(0, 0, 0.5)]) == 0)
    #expect(
      covered(MultiPolygon([ring]), [disc(1, 1, 0.5)]).agrees(with: 0.75 * 0.25 * Double.pi))
    let apart = MultiPolygon([
      ring, Polygon(exterior: try .tile(at: Coordinate(x: 5, y: -5), side: 10)),
    ])
    // Half of the disc is in each part: the border between them does not matter.
    #expect(covered(apart, [disc(5, 0, 2)]).agrees(with: 4 * Double.pi))
  }

  @Test func `counts ground under two discs once`() {
    // Circles of radius r, r apart, overlap by r²(2π∕3 − √3∕2).
    let lens = 4 * (2 * Double.pi / 3 - 3.0.squareRoot() / 2)
    let discs = [disc(4, 5, 2), disc(6, 5, 2)]
    #expect(covered(square, discs).agrees(with: 8 * Double.pi - lens))
    #expect(DiscCoverage(of: discs).area.agrees(with: 8 * Double.pi - lens))
    let both = DiscCoverage(of: discs.map { [$0] }, coveredAtLeast: 2)
    #expect(both.area.agrees(with: lens))
    #expect(both.coveredArea(of: square).agrees(with: lens))
    // Discs of the same catchment do not make ground covered twice.
    #expect(DiscCoverage(of: [discs], coveredAtLeast: 2).area == 0)
    #expect(
      DiscCoverage(of: [discs, [disc(5, 5, 9)]], coveredAtLeast: 2).coveredArea(of: square)
        .agrees(with: 8 * Double.pi - lens))
  }

  @Test func `knows circles that touch each other and edges`() {
    // Circles in a row, each touching the next, the first and the last an edge of the square.
    let row = [disc(2, 5, 2), disc(5, 5, 1), disc(8, 5, 2)]
    #expect(covered(square, row).agrees(with: 9 * Double.pi))
    // One circle within another, touching it.
    #expect(covered(square, [disc(5, 5, 3), disc(6, 5, 2)]).agrees(with: 9 * Double.pi))
    // Inscribed, and around the square through its corners.
    #expect(covered(square, [disc(5, 5, 5)]).agrees(with: 25 * Double.pi))
    #expect(covered(square, [disc(5, 5, 50.0.squareRoot())]).agrees(with: 100))
    // Touching from outside.
    #expect(covered(square, [disc(12, 5, 2), disc(5, -1, 1)]).agrees(with: 0))
    // Through a corner: 3² + 4² = 5².
    let cut = covered(square, [disc(-3, -4, 5)])
    let slabs = SlabSum(square, under: [[disc(-3, -4, 5)]]).area(coveredAtLeast: 1)
    #expect(cut.agrees(with: slabs, within: 1e-9))
  }

  @Test func `is nothing without discs, without radius and without area`() throws {
    #expect(covered(square, []) == 0)
    #expect(covered(square, [disc(5, 5, 0), disc(5, 5, -1)]) == 0)
    #expect(DiscCoverage(of: []).area == 0)
    #expect(covered(MultiPolygon([]), [disc(5, 5, 1)]) == 0)
    let line = MultiPolygon(try LinearRing(at: [(0, 0), (5, 5), (10, 10)]))
    let coverage = DiscCoverage(of: [disc(5, 5, 1)])
    #expect(coverage.coveredArea(of: line) == 0)
    #expect(coverage.share(of: line) == nil)
    #expect(coverage.share(of: MultiPolygon([])) == nil)
    #expect(coverage.share(of: try .tile(at: Coordinate(x: 90, y: 0), side: 1)) == 0)
  }

  @Test func `covers a sliver by the length of it that is inside`() throws {
    // A kilometre long and a millimetre high through the middle of a circle of 100 m: 200 m of it,
    // but for what the circle bends away from its ends, far less than a millimetre squared.
    let sliver = MultiPolygon(
      try .around(BoundingBox(minX: -500, minY: -0.0005, maxX: 500, maxY: 0.0005)))
    #expect(abs(covered(sliver, [disc(0, 0, 100)]) - 0.2) < 1e-9)
  }
}
