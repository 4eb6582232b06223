import Catchments
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Edge exposure` {
  /// A study of 100 km by 100 km whose south-west corner is the origin, seen from 3 km around.
  private func exposure() throws -> EdgeExposure {
    let study = try MultiPolygon.tile(at: Coordinate(x: 0, y: 0), side: 100_000)
    return EdgeExposure(study: study, radius: .kilometres(3))
  }

  private func share(_ x: Double, _ y: Double) throws -> Double {
    try exposure().share(at: Coordinate(x: x, y: y))
  }

  @Test func `is 0 deep inside`() throws {
    #expect(try share(50_000, 50_000) == 0)
    #expect(try share(3001, 50_000) == 0)
  }

  @Test func `is 1 far outside`() throws {
    #expect(try share(-50_000, 50_000) == 1)
    #expect(try share(103_001, 103_001) == 1)
  }

  @Test func `is one half on a long straight border`() throws {
    #expect(try share(0, 50_000).agrees(with: 0.5))
    #expect(try share(50_000, 100_000).agrees(with: 0.5))
  }

  @Test func `is three quarters on a corner`() throws {
    #expect(try share(0, 0).agrees(with: 0.75))
  }

  @Test func `is symmetric about the border`() throws {
    for metres in stride(from: 100.0, through: 2900, by: 400) {
      #expect(try (share(metres, 50_000) + share(-metres, 50_000)).agrees(with: 1))
    }
  }

  @Test func `falls on the way inside and stays within 0 and 1`() throws {
    var previous = 1.0
    for metres in stride(from: -4000.0, through: 4000, by: 250) {
      let found = try share(metres, 40_000)
      #expect((0...1).contains(found))
      #expect(found <= previous + 1e-12)
      previous = found
    }
    #expect(previous == 0)
  }

  @Test func `counts a hole in the study as outside`() throws {
    let outer = try LinearRing.tile(at: Coordinate(x: 0, y: 0), side: 100_000)
    let hole = try LinearRing.tile(at: Coordinate(x: 40_000, y: 40_000), side: 20_000)
    let exposure = EdgeExposure(
      study: MultiPolygon([Polygon(exterior: outer, holes: [hole])]), radius: .kilometres(3))
    #expect(exposure.share(at: Coordinate(x: 50_000, y: 50_000)) == 1)
    #expect(exposure.share(at: Coordinate(x: 40_000, y: 50_000)).agrees(with: 0.5))
    #expect(exposure.share(at: Coordinate(x: 40_000, y: 40_000)).agrees(with: 0.25))
  }

  @Test func `is whole around a study without an area`() {
    let exposure = EdgeExposure(study: MultiPolygon([]), radius: .kilometres(3))
    #expect(exposure.share(at: Coordinate(x: 0, y: 0)) == 1)
  }
}
