import Catchments
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Area of benefit` {
  /// 1 km by 1 km with the origin as its south-west corner.
  private func kilometreSquare() throws -> MultiPolygon {
    try .tile(at: SmallStudy.at(0, 0), side: 1000)
  }

  @Test func `reaches whoever lives inside or on its border, fully`() throws {
    let study = try SmallStudy(places: [
      (500, 500), (0, 0), (1000, 300), (400, 1000), (1001, 300), (-1, 500), (400, 1001),
    ])
    let weights = study.weights(of: .working(benefit: try kilometreSquare()))
    #expect(weights == [1, 1, 1, 1, 0, 0, 0])
  }

  @Test func `leaves out whoever lives in a hole of it`() throws {
    let hole = try LinearRing.tile(at: SmallStudy.at(400, 400), side: 200)
    let outer = try LinearRing.tile(at: SmallStudy.at(0, 0), side: 1000)
    let zone = MultiPolygon([Polygon(exterior: outer, holes: [hole])])
    let study = try SmallStudy(places: [(500, 500), (300, 500)])
    #expect(study.weights(of: .working(benefit: zone)) == [0, 1])
  }

  @Test func `joins all its parts`() throws {
    let parts = try [kilometreSquare(), .tile(at: SmallStudy.at(5000, 0), side: 1000)]
    let study = try SmallStudy(places: [(500, 500), (3000, 500), (5500, 500)])
    let zone = MultiPolygon(parts.flatMap(\.polygons))
    #expect(study.weights(of: .working(benefit: zone)) == [1, 0, 1])
  }

  @Test func `outweighs distance and remit`() throws {
    let study = try SmallStudy(places: [(0, 1000), (0, 2000)], wards: [0, 0])
    let organisation = Organisation.working(
      at: (0, 0), remit: .areas(["W1"]), benefit: try kilometreSquare())
    let rules = CatchmentRules(
      reach: .disc(radius: .kilometres(8), decay: .linear), remitWeight: 0.25)
    let reach = study.catchments(of: [organisation], rules).reach
    #expect(reach.weights(ofOrganisation: 0) == [1, 0.75])
    let routes = (0..<2).map { reach[place: $0].first?.route.description }
    #expect(routes == ["distance+remit+area of benefit", "distance+remit"])
  }

  @Test func `makes an organisation without site and remit count`() throws {
    let study = try SmallStudy(places: [(500, 500)])
    let catchments = study.catchments(of: [.working(benefit: try kilometreSquare())])
    #expect(catchments.participation == [.counted])
    #expect(catchments.reach[place: 0].first?.route == .areaOfBenefit)
  }

  @Test func `that is empty reaches nobody`() throws {
    let study = try SmallStudy(places: [(0, 0)])
    #expect(study.weights(of: .working(benefit: MultiPolygon([]))) == [0])
  }
}
