import Catchments
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Nearest catchment` {
  private func rules(_ count: Int) -> CatchmentRules {
    CatchmentRules(reach: .nearest(count: count))
  }

  @Test func `takes the nearest sites of each place with equal weight`() throws {
    let study = try SmallStudy(places: [(0, 0), (0, 5000)])
    let organisations = [0.0, 1000, 3000, 6000].map { Organisation.working(at: (0, $0)) }
    // From 0 m: 0, 1000, 3000, 6000. From 5000 m: 6000 (1000 m), 3000 (2000 m), 1000, 0.
    let reach = study.catchments(of: organisations, rules(2)).reach
    #expect(reach.organisationsByPlace == [[0, 1], [2, 3]])
    for place in 0..<2 { #expect(reach[place: place].allSatisfy { $0.weight == 1 }) }
  }

  @Test func `keeps all that tie with the last`() throws {
    let study = try SmallStudy(places: [(0, 0)])
    // Four at 5000 m on Pythagorean triangles, one nearer, one farther.
    let offsets: [(Double, Double)] = [
      (3000, 4000), (0, 5001), (-4000, 3000), (0, 1000), (5000, 0), (-1400, -4800),
    ]
    let organisations = offsets.map { Organisation.working(at: $0) }
    #expect(study.catchments(of: organisations, rules(1)).reach.organisationsByPlace == [[3]])
    for count in 2...5 {
      let reach = study.catchments(of: organisations, rules(count)).reach
      #expect(reach.organisationsByPlace == [[0, 2, 3, 4, 5]])
    }
    let all = study.catchments(of: organisations, rules(6)).reach
    #expect(all.organisationsByPlace == [[0, 1, 2, 3, 4, 5]])
  }

  @Test func `takes all sites where there are fewer than asked for`() throws {
    let study = try SmallStudy(places: [(0, 0)])
    let reach = study.catchments(of: [.working(at: (0, 90_000))], rules(3)).reach
    #expect(reach.organisationsByPlace == [[0]])
  }

  @Test func `gives no turn to an organisation that does not count`() throws {
    let study = try SmallStudy(places: [(0, 0)])
    let organisations = [
      Organisation.working(at: (0, 100), status: "closed"),
      .working(at: (0, 200), capacity: 0),
      .working(at: (0, 300), functions: []),
      .working(at: (0, 400), precision: .boroughPoint, remit: .areas(["B2"])),
      .working(at: (0, 500), remit: .everywhere),
      .working(at: (0, 600)),
    ]
    let reach = study.catchments(of: organisations, rules(1)).reach
    #expect(reach.organisationsByPlace == [[5]])
  }

  @Test func `joins the remit as a disc does`() throws {
    let study = try SmallStudy(places: [(0, 0), (0, 9000)], wards: [0, 0])
    let organisations = [
      Organisation.working(at: (0, 100), remit: .areas(["W1"])), .working(at: (0, 9000)),
    ]
    let reach = study.catchments(of: organisations, rules(1)).reach
    #expect(reach.weights(ofOrganisation: 0) == [1, 0.5])
    #expect(reach.weights(ofOrganisation: 1) == [0, 1])
    #expect(reach[place: 0].first?.route == [.distance, .remit])
    #expect(reach[place: 1].first?.route == .remit)
  }

  @Test(arguments: UInt64(0)..<20)
  func `agrees with sorting all distances`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // A coarse lattice, so that ties are common.
    func offset() -> (Double, Double) {
      (
        Double(Int.random(in: 0...6, using: &random)) * 500,
        Double(Int.random(in: 0...6, using: &random)) * 500
      )
    }
    let study = try SmallStudy(places: (0..<15).map { _ in offset() })
    let organisations = (0..<10).map { _ in Organisation.working(at: offset()) }
    let sites = try organisations.map { try #require($0.site.position) }
    let count = Int.random(in: 1...6, using: &random)
    let reach = study.catchments(of: organisations, rules(count)).reach
    for (place, position) in study.places.positions.enumerated() {
      let limit = sites.map { $0.squaredDistance(to: position) }.sorted()[count - 1]
      let expected = sites.indices.filter { sites[$0].squaredDistance(to: position) <= limit }
      #expect(reach[place: place].map(\.organisation) == expected)
    }
  }
}
