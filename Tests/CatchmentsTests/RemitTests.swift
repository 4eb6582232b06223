import Catchments
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Remit catchment` {
  /// Two places in W1, one each in W2 and W3, one outside all wards; far from each other.
  private func study() throws -> SmallStudy {
    try SmallStudy(
      places: [(0, 0), (10_000, 0), (20_000, 0), (30_000, 0), (40_000, 0)],
      wards: [0, 0, 1, 2, nil])
  }

  @Test func `reaches the residents of its wards and boroughs`() throws {
    let study = try study()
    func weights(_ codes: AreaCode...) -> [Double] {
      study.weights(of: .working(remit: .areas(codes)))
    }
    #expect(weights("W1") == [0.5, 0.5, 0, 0, 0])
    #expect(weights("W2") == [0, 0, 0.5, 0, 0])
    #expect(weights("B1") == [0.5, 0.5, 0.5, 0, 0])
    #expect(weights("B2") == [0, 0, 0, 0.5, 0])
    #expect(weights("W2", "B2") == [0, 0, 0.5, 0.5, 0])
  }

  @Test func `counts a place once where its areas overlap or repeat`() throws {
    let weights = try study().weights(of: .working(remit: .areas(["B1", "W1", "W1"])))
    #expect(weights == [0.5, 0.5, 0.5, 0, 0])
  }

  @Test func `reaches nobody in an area that the study does not have`() throws {
    #expect(try study().weights(of: .working(remit: .areas(["B9"]))) == [0, 0, 0, 0, 0])
  }

  @Test(arguments: [0, 0.25, 0.5, 1])
  func `has the weight of a mandate without presence`(remitWeight: Double) throws {
    var rules = CatchmentRules()
    rules.remitWeight = remitWeight
    let weights = try study().weights(of: .working(remit: .areas(["W2"])), rules)
    #expect(weights == [0, 0, remitWeight, 0, 0])
  }

  @Test func `of no weight reaches nobody`() throws {
    let rules = CatchmentRules(remitWeight: 0)
    let catchments = try study().catchments(of: [.working(remit: .areas(["B1"]))], rules)
    #expect(catchments.reach.pairCount == 0)
  }

  @Test func `combines with the distance by the greater of the two`() throws {
    // Linear over 4 km: ¾ at 1 km, ½ at 2 km, ¼ at 3 km, 0 at 5 km; with ρ = ½ and all in W1
    // but the last two.
    let study = try SmallStudy(
      places: [(0, 1000), (0, 2000), (0, 3000), (0, 5000), (0, -3000), (0, -5000)],
      wards: [0, 0, 0, 0, 2, 2])
    let rules = CatchmentRules(reach: .disc(radius: .kilometres(4), decay: .linear))
    let organisation = Organisation.working(at: (0, 0), remit: .areas(["W1"]))
    #expect(study.weights(of: organisation, rules) == [0.75, 0.5, 0.5, 0.5, 0.25, 0])
  }

  @Test func `keeps both routes of a place reached twice`() throws {
    let study = try SmallStudy(places: [(0, 1000), (0, 9000), (0, -1000)], wards: [0, 0, 2])
    let reach = study.catchments(of: [.working(at: (0, 0), remit: .areas(["W1"]))]).reach
    let routes = (0..<3).map { reach[place: $0].first?.route }
    #expect(routes == [[.distance, .remit], .remit, .distance])
    #expect(routes.map { $0?.description } == ["distance+remit", "remit", "distance"])
  }

  @Test func `is all that the middle of a borough acts through`() throws {
    let study = try SmallStudy(places: [(0, 0), (0, 10)], wards: [0, 2])
    let organisation = Organisation.working(
      at: (0, 0), precision: .boroughPoint, remit: .areas(["B2"]))
    let catchments = study.catchments(of: [organisation])
    #expect(catchments.participation == [.counted])
    #expect(catchments.reach.weights(ofOrganisation: 0) == [0, 0.5])
    #expect(catchments.reach[place: 1].first?.route == .remit)
  }

  @Test func `is all that any organisation acts through where the rules say so`() throws {
    let study = try SmallStudy(places: [(0, 0), (0, 10), (0, 20)], wards: [0, 2, 2])
    let zone = try MultiPolygon.tile(at: SmallStudy.at(-5, 15), side: 10)
    let organisation = Organisation.working(at: (0, 0), remit: .areas(["B2"]), benefit: zone)
    let rules = CatchmentRules(reach: .remitOnly)
    #expect(study.weights(of: organisation, rules) == [0, 0.5, 1])
  }

  @Test func `of everywhere is left out by default`() throws {
    let catchments = try study().catchments(of: [.working(at: (0, 0), remit: .everywhere)])
    #expect(catchments.participation == [.panLondonExcluded])
    #expect(catchments.reach.pairCount == 0)
  }

  @Test func `of everywhere reaches every place when it counts`() throws {
    let rules = CatchmentRules(panLondon: .include)
    let organisation = Organisation.working(at: (0, 0), remit: .everywhere)
    // Whole at its own door, a mandate elsewhere, outside all wards too.
    #expect(try study().weights(of: organisation, rules) == [1, 0.5, 0.5, 0.5, 0.5])
  }

  @Test func `finds wards in a study without boroughs`() throws {
    let study = try study()
    let organisations = [Organisation.working(remit: .areas(["W2", "B2"]))]
    let reach = Catchments(
      of: organisations, over: study.places, wards: study.wards, boroughs: nil,
      rules: CatchmentRules()
    ).reach
    #expect(reach.weights(ofOrganisation: 0) == [0, 0, 0.5, 0, 0])
  }
}
