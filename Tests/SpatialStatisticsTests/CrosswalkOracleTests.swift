import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

/// Interpolation from the reference wards to seven zones, by tobler.
///
/// The peer keeps areas in single precision, hence the tolerance; where nothing overlaps it says 0.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Interpolation to the reference zones` {
  private let wards: [ReferenceAreas.Area]
  private let zones: [String]
  private let walk: Crosswalk

  init() throws {
    wards = try ReferenceAreas(path: ReferenceCases.path("inputs/wards.geojson")).areas
    let zones = try ReferenceAreas(path: ReferenceCases.path("tobler/targets.geojson")).areas
    let codes = try wards.map { try $0.text("ward") }
    let names = try zones.map { try $0.text("zone") }
    let rows = try PlainTable(path: ReferenceCases.path("tobler/intersection_areas.csv")).rows
    let overlaps = try rows.map { row in
      Crosswalk.Overlap(
        source: try #require(codes.firstIndex(of: try row.text("ward"))),
        target: try #require(names.firstIndex(of: try row.text("zone"))),
        size: try row.number("area_m2"))
    }
    self.zones = names
    walk = try Crosswalk(
      overlaps: overlaps, sourceAreas: wards.map(\.shape.area), targetAreas: zones.map(\.shape.area)
    )
  }

  private func peerRows(allocateTotal: Bool) throws -> [PlainTable.Row] {
    let rows = try PlainTable(path: ReferenceCases.path("tobler/interpolated.csv")).rows
      .filter { try $0.text("allocate_total") == (allocateTotal ? "True" : "False") }
    #expect(try rows.map { try $0.text("zone") } == zones)
    return rows
  }

  /// The peer's value; its 0 for a zone that overlaps no ward is not one.
  private func expect(_ value: Double?, like row: PlainTable.Row, _ column: String) throws {
    let zone = try row.text("zone")
    let expected = try row.number(column)
    let isApart = !walk.overlaps.contains { zones[$0.target] == zone }
    #expect((value == nil) == isApart, "\(zone) \(column)")
    #expect(
      isApart ? expected == 0 : abs((value ?? .nan) - expected) <= 2e-6 * max(abs(expected), 1e-3))
  }

  @Test(arguments: [false, true])
  func `gives the peer's totals, and loses nobody`(allocateTotal: Bool) throws {
    let people = try wards.map { try $0.number("pop") }
    let result = try walk.extensive(people, allocateTotal: allocateTotal)
    for (total, row) in zip(result.totals, try peerRows(allocateTotal: allocateTotal)) {
      try expect(total, like: row, "pop")
    }
    #expect(result.balance.sources == people.reduce(0, +))
    #expect(result.balance.holds)
  }

  @Test func `gives the peer's means`() throws {
    let result = try walk.intensive(wards.map { try $0.number("rate") })
    for (mean, row) in zip(result.means, try peerRows(allocateTotal: false)) {
      try expect(mean, like: row, "rate")
    }
  }

  @Test func `gives the peer's shares of every borough`() throws {
    let boroughs = try wards.map { try $0.text("borough") }
    let shares = walk.categorical(boroughs)
    for (zone, row) in try peerRows(allocateTotal: false).enumerated() {
      for borough in Set(boroughs) {
        // Boroughs that meet no zone are no column there.
        try expect(shares[borough]?[zone], like: row, "borough_\(borough)")
      }
    }
  }
}
