import Catchments
import Foundation
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Disc overlap` {
  private let centre = Coordinate(x: 530_000, y: 180_000)
  private let radius = Distance.metres(1000)
  private let whole = Double.pi * 1e6

  private func square(_ x: Double, _ y: Double, side: Double) throws -> MultiPolygon {
    try .tile(at: Coordinate(x: centre.x + x, y: centre.y + y), side: side)
  }

  private func overlap(_ area: MultiPolygon) -> Double {
    DiscOverlap.area(centre: centre, radius: radius, with: area)
  }

  @Test func `is the whole disc inside a large square`() throws {
    #expect(overlap(try square(-5000, -7000, side: 20_000)).agrees(with: whole))
  }

  @Test func `is the whole square inside a large disc`() throws {
    #expect(overlap(try square(-300, 100, side: 400)).agrees(with: 160_000))
  }

  @Test func `is nothing far away`() throws {
    #expect(abs(overlap(try square(3000, 3000, side: 500))) < 1e-6)
  }

  @Test func `is half the disc on a straight border through its middle`() throws {
    #expect(overlap(try square(0, -10_000, side: 20_000)).agrees(with: whole / 2))
  }

  @Test func `is a quarter of the disc at a corner`() throws {
    #expect(overlap(try square(0, 0, side: 5000)).agrees(with: whole / 4))
    #expect(overlap(try square(-5000, 0, side: 5000)).agrees(with: whole / 4))
  }

  @Test(arguments: [-999.0, -500, -1, 1, 250, 600, 999])
  func `is a circular segment beyond a straight border`(height: Double) throws {
    // Beyond a line at distance h from the middle: r²·arccos(h/r) − h·√(r² − h²).
    let expected = 1e6 * acos(height / 1000) - height * (1e6 - height * height).squareRoot()
    let found = overlap(try square(height, -10_000, side: 20_000))
    // Shares of the disc: the formula for a thin segment is a difference of large numbers.
    #expect((found / whole).agrees(with: expected / whole))
  }

  @Test func `touches a border at a single position`() throws {
    #expect(overlap(try square(-1000, -5000, side: 10_000)).agrees(with: whole))
    #expect(abs(overlap(try square(1000, -5000, side: 10_000))) < 1e-6)
  }

  @Test func `leaves out a hole`() throws {
    let hole = try LinearRing.tile(at: Coordinate(x: centre.x + 100, y: centre.y), side: 200)
    let outer = try LinearRing.tile(
      at: Coordinate(x: centre.x - 5000, y: centre.y - 5000), side: 10_000)
    let frame = MultiPolygon([Polygon(exterior: outer, holes: [hole])])
    #expect(overlap(frame).agrees(with: whole - 40_000))
    // In a hole wider than the disc there is nothing.
    let moat = try LinearRing.tile(
      at: Coordinate(x: centre.x - 2000, y: centre.y - 2000), side: 4000)
    #expect(abs(overlap(MultiPolygon([Polygon(exterior: outer, holes: [moat])]))) < 1e-6)
  }

  @Test func `adds up over the parts of an area`() throws {
    let quarters = try [square(0, 0, side: 3000), square(-3000, -3000, side: 3000)]
    #expect(overlap(MultiPolygon(quarters.flatMap(\.polygons))).agrees(with: whole / 2))
    #expect(overlap(MultiPolygon([])) == 0)
  }

  @Test func `crosses all four sides of a square`() throws {
    // Middle to side 800 m: four segments of r²·arccos(0.8) − 0.8·0.6 r² stick out.
    let segment = 1e6 * acos(0.8) - 0.48e6
    #expect(overlap(try square(-800, -800, side: 1600)).agrees(with: whole - 4 * segment))
  }
}
