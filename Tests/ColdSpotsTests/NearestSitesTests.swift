import Catchments
import ColdSpots
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Nearest sites` {
  private func sites(_ organisations: [Organisation]) -> NearestSites {
    let participation = organisations.map { Participation(of: $0, under: CatchmentRules()) }
    return NearestSites(
      of: organisations, participation: participation, knownAtLeast: .outputArea)
  }

  private let origin = Coordinate(x: 0, y: 0)

  @Test func `finds the nearest site and how far it is`() throws {
    let town = GridTown(
      """
      . . . B
      . . . .
      . . . .
      . . C .
      A . . .
      """)
    let sites = try sites(["A", "B", "C"].map { .named($0, at: try town.position(of: $0)) })
    let fromB = try #require(sites.nearest(to: Coordinate(x: 3000, y: 4000)))
    #expect(fromB.organisation == 1)
    #expect(fromB.distance == .metres(0))
    let fromAfar = try #require(sites.nearest(to: Coordinate(x: -3000, y: -4000)))
    #expect(fromAfar.organisation == 0)
    #expect(fromAfar.distance == .metres(5000))
  }

  @Test func `takes the first of the list on a tie`() throws {
    let found = try #require(
      sites([
        .named("A", at: Coordinate(x: 5000, y: 0)), .named("B", at: Coordinate(x: 3000, y: 4000)),
        .named("C", at: Coordinate(x: 0, y: -5000)),
      ]).nearest(to: origin))
    #expect(found.organisation == 0)
  }

  @Test func `overlooks who does not count or has no site`() throws {
    let here = origin
    let middle = Site(position: here, precision: .boroughPoint)
    let found = try #require(
      sites([
        .named("A", at: here, status: "closed"), .named("B", at: here, capacity: 0),
        .named("C", at: here, remit: .everywhere), .named("D", remit: .areas(["W1"])),
        Organisation(id: "E", name: "E", site: middle, remit: .areas(["W1"]), functions: [0]),
        .named("F", at: Coordinate(x: 0, y: 70_000)),
      ]).nearest(to: here))
    #expect(found.organisation == 5)
    #expect(found.distance == .kilometres(70))
  }

  @Test func `finds nothing where there is no site`() {
    #expect(sites([]).nearest(to: origin) == nil)
    #expect(sites([.named("A", remit: .areas(["W1"]))]).nearest(to: origin) == nil)
  }
}
