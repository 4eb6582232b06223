import ColdSpots
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Area summary` {
  @Test func `is the mean over its residents, scored anew`() throws {
    let measures = try #require(try TownStudy.road().analysis().wards[0].measures)
    // a: 100 people with N = 0.125, L = 0.625; b: 200 with N = 0.75, L = 0.375.
    let (need, lack) = ((12.5 + 150) / 300, (62.5 + 75) / 300)
    #expect(measures.need.agrees(with: need))
    #expect(measures.lack.agrees(with: lack))
    #expect(measures.score.agrees(with: 100 * (need * lack).squareRoot()))
    #expect(measures.shortfalls[0].agrees(with: 0.5))
    #expect(measures.shortfalls[1].agrees(with: 1 / 3.0))
    #expect(measures.lackRange.lowerBound.agrees(with: 0.375))
    #expect(measures.lackRange.upperBound.agrees(with: 0.625))
  }

  @Test func `adds up residents and burdens`() throws {
    let analysis = try TownStudy.road().analysis()
    #expect(analysis.wards.map(\.people) == [300, 100, 0, 0])
    #expect(analysis.boroughs.map(\.people) == [400, 0])
    let burdens = analysis.wards.compactMap { $0.measures?.burden }
    #expect(burdens.count == 2)
    #expect(burdens[0].agrees(with: 7.8125 + 56.25))
    #expect(burdens[1].agrees(with: 28.125))
    #expect(analysis.boroughs[0].measures?.burden.agrees(with: 92.1875) == true)
  }

  @Test func `has no measures and no rank without residents`() throws {
    let wards = try TownStudy.road().analysis().wards
    // W3 has no place; in W4 there is one, but nobody lives there.
    for ward in wards[2...] {
      #expect(ward.measures == nil)
      #expect(ward.rank == nil)
      #expect(ward.organisations.isEmpty)
    }
    #expect(wards.map(\.places) == [[0, 1], [2], [], [3]])
    // Its middle then stands for it: the tile from (2, 0) to (3, 1).
    #expect(wards[2].centre == Coordinate(x: 2.5, y: 0.5))
  }

  @Test func `stands where its residents live on average`() throws {
    // 100 people at 0 km and 200 at 2 km.
    let centre = try TownStudy.road().analysis().wards[0].centre
    #expect(centre.x.agrees(with: 4000 / 3.0))
    #expect(centre.y == 0)
  }

  @Test func `lists who reaches a resident and what nobody provides`() throws {
    let wards = try TownStudy.road().analysis().wards
    #expect(wards[0].organisations == [0, 1])
    #expect(wards[0].missing.isEmpty)
    #expect(wards[0].sole == nil)
    #expect(wards[1].organisations == [1])
    #expect(wards[1].missing == [0])
    #expect(wards[1].sole == 1)
    #expect(wards.map(\.independentCount) == [2, 1, 0, 0])
  }

  @Test func `counts organisations of one group as one source, named by its host`() throws {
    let town = GridTown("p")
    let home = try town.position(of: "p")
    var study = TownStudy(
      places: [try town.place("p", people: 10)],
      organisations: [
        .named("branch", at: home, group: "host"), .named("host", at: home, group: "host"),
      ],
      functions: [.named("advice")])
    var ward = try study.analysis().wards[0]
    #expect(ward.organisations == [0, 1])
    #expect(ward.independentCount == 1)
    #expect(ward.sole == 1)
    // Without the host itself, the first of the group stands for it.
    study.organisations[1] = .named("other branch", at: home, group: "host")
    ward = try study.analysis().wards[0]
    #expect(ward.sole == 0)
  }

  @Test func `measures the nearest site from where its residents live`() throws {
    let wards = try TownStudy.road().analysis().wards
    let first = try #require(wards[0].nearest)
    // Its residents live at 1333 m on average, X works at 1000 m.
    #expect(first.organisation == 0)
    #expect(first.distance.metres.agrees(with: 1000 / 3.0))
    // c lies 2 km from both X and Y: the first of the list.
    let second = try #require(wards[1].nearest)
    #expect(second.organisation == 0)
    #expect(second.distance == .kilometres(2))
  }

  @Test func `sees no nearest site among those who do not count or have none`() throws {
    var study = try TownStudy.road()
    let positions = study.organisations.map(\.site.position)
    study.organisations = [
      .named("X", at: positions[0], status: "closed"),
      .named("Y", remit: .areas(["W1"])),
    ]
    #expect(try study.analysis().wards.allSatisfy { $0.nearest == nil })
    study.organisations.append(.named("Z", at: positions[1]))
    #expect(try study.analysis().wards.allSatisfy { $0.nearest?.organisation == 2 })
  }

  @Test func `shares a rank with its equals and leaves the next ones out`() throws {
    // e is served by X; the others lack everything and differ in need alone, b and c not even.
    let town = GridTown(
      """
      a . . . b
      . . . . .
      . . e X .
      . . . . .
      c . . . d
      """, spacing: .kilometres(3))
    let needs = [("a", 4.0), ("b", 3), ("c", 3), ("d", 2), ("e", 9)]
    let study = TownStudy(
      places: try needs.enumerated().map { index, place in
        try town.place(place.0, people: 100, need: place.1, ward: index)
      },
      organisations: [.named("X", at: try town.position(of: "X"), radius: .kilometres(6))],
      functions: [.named("advice")], wards: ["Wa", "Wb", "Wc", "Wd", "We"])
    #expect(try study.analysis().wards.map(\.rank) == [1, 2, 2, 4, 5])
  }

  @Test func `averages the exposure of its residents to the border of the data`() throws {
    // The outline ends at x = 0, where half of what surrounds a lies; b lies deep inside.
    let town = GridTown("a . . . . . . . . b")
    let study = TownStudy(
      places: [try town.place("a", people: 100), try town.place("b", people: 300)],
      organisations: [], functions: [.named("advice")])
    let whole = try study.data()
    let data = StudyData(
      wards: whole.wards, boroughs: nil, places: whole.places, organisations: [],
      functions: whole.functions,
      outline: try .tile(at: Coordinate(x: 0, y: -500_000), side: 1_000_000))
    let analysis = ColdSpotAnalysis(
      of: data, catchmentRules: study.catchmentRules, scoreRules: study.scoreRules)
    #expect(analysis.edgeExposure[0].agrees(with: 0.5))
    #expect(analysis.edgeExposure[1] == 0)
    #expect(analysis.wards[0].measures?.edgeExposure.agrees(with: 0.125) == true)
  }

  @Test func `has no boroughs in a study of one level`() throws {
    var study = try TownStudy.road()
    study.boroughs = []
    #expect(try study.analysis().boroughs.isEmpty)
  }
}
