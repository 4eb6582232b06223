import ColdSpotKit
import TestSupport
import Testing

@Suite struct `A scenario` {
  private static let sample = Result { try SampleRun() }
  private static let loaded = Result { try sample.get().study().load() }

  /// The analysis of the sample with organisations edited by hand.
  private func edited(
    _ edit: (inout [Organisation]) throws -> Void,
    functions: FunctionTable? = nil
  ) throws -> ColdSpotAnalysis {
    let data = try Self.loaded.get().data
    var organisations = data.organisations
    try edit(&organisations)
    return ColdSpotAnalysis(
      of: StudyData(
        wards: data.wards, boroughs: data.boroughs, places: data.places,
        organisations: organisations, functions: functions ?? data.functions,
        outline: data.outline),
      catchmentRules: CatchmentRules(), scoreRules: ScoreRules())
  }

  /// The analysis of the sample with a scenario in its settings.
  private func analysis(_ scenario: Scenario) throws -> ColdSpotAnalysis {
    var study = try Self.sample.get().study()
    study.settings.scenario = scenario
    return try study.run(stability: false).analysis
  }

  private func place(_ position: LonLat) throws -> Site {
    let system = try Self.loaded.get().system
    return Site(
      position: try CoordinateTransform(from: .wgs84, to: system).coordinate(of: position),
      precision: .point)
  }

  /// Positions in the north and the south of the sample.
  private let north = LonLat(longitude: 0.2, latitude: 51.61)
  private let south = LonLat(longitude: 0.19, latitude: 51.53)

  /// An organisation that counts.
  private func someone(_ number: Int = 0) throws -> Organisation {
    let study = try Self.sample.get().study().run(stability: false).analysis
    let counted = study.data.organisations.indices.filter {
      study.catchments.participation[$0] == .counted
    }
    return study.data.organisations[try #require(counted.dropFirst(number).first)]
  }

  @Test func `without changes changes nothing`() throws {
    expectSame(try analysis(Scenario()), try edited { _ in })
  }

  @Test func `that closes an organisation is the study without it`() throws {
    let id = try someone().id
    let closed = try analysis(Scenario(closed: [id, id]))
    expectSame(closed, try edited { $0.removeAll { $0.id == id } })
    #expect(
      closed.scores.score != (try edited { _ in }).scores.score,
      "it supported somebody")
  }

  @Test func `that moves an organisation is the study with its site elsewhere`() throws {
    let id = try someone().id
    let site = try place(north)
    let moved = try analysis(Scenario(moved: [Scenario.Move(id, to: north)]))
    expectSame(
      moved,
      try edited { organisations in
        for index in organisations.indices where organisations[index].id == id {
          organisations[index] = organisations[index].at([site])
        }
      })
  }

  @Test func `that adds an organisation is the study with one more`() throws {
    let site = try place(south)
    let added = try analysis(
      Scenario(added: [
        Scenario.Opening("Hub", at: south, functions: ["premises", "funding"]),
        Scenario.Opening("All", at: north),
      ]))
    let other = try place(north)
    let functions = try Self.loaded.get().data.functions.functions.map(\.key)
    let some = try ["funding", "premises"].map { try #require(functions.firstIndex(of: $0)) }
    expectSame(
      added,
      try edited { organisations in
        organisations += [
          Organisation(id: "added-1", name: "Hub", site: site, functions: some),
          Organisation(
            id: "added-2", name: "All", site: other, functions: Array(functions.indices)),
        ]
        organisations.sort { $0.id < $1.id }
      })
  }

  @Test func `with some functions is the study in which the others weigh nothing`() throws {
    let table = try Self.loaded.get().data.functions
    let kept: Set<String> = ["funding", "volunteering"]
    let weighed = FunctionTable(
      table.functions.map { function in
        SupportFunction(
          key: function.key, column: function.column, name: function.name,
          weight: kept.contains(function.key) ? function.weight : 0,
          specialisms: function.specialisms)
      })
    expectSame(
      try analysis(Scenario(functions: kept.sorted())), try edited({ _ in }, functions: weighed))
  }

  @Test func `cannot name an organisation or a function that there is none of`() throws {
    let id = try someone().id
    let near = id + "x"
    for scenario in [
      Scenario(closed: [near]), Scenario(moved: [Scenario.Move(near, to: north)]),
    ] {
      let error = try #require(try refusal(of: scenario))
      #expect(error.code == "E103")
      #expect(error.description.contains("\"\(near)\""))
      #expect(error.suggestion.contains(id) || error.suggestion.contains("Did you mean"))
    }
    let functions = [
      Scenario(functions: ["fundin"]),
      Scenario(added: [Scenario.Opening("Hub", at: north, functions: ["fundin"])]),
    ]
    for scenario in functions {
      #expect(try refusal(of: scenario)?.suggestion == "Did you mean \"funding\"?")
    }
    #expect(try refusal(of: Scenario(closed: ["nobody like that at all"]))?.suggestion == "")
  }

  @Test func `is bounded in the number of its changes`() throws {
    let many = Array(
      repeating: Scenario.Opening("Hub", at: north), count: Scenario.changeLimit + 1)
    #expect(try refusal(of: Scenario(added: many)) != nil)
  }

  /// What the settings with a scenario are refused for; `nil` if they are not.
  private func refusal(of scenario: Scenario) throws -> SettingsError? {
    do {
      _ = try analysis(scenario)
      return nil
    } catch StudyError.settings(let error) {
      return error
    }
  }

  /// Every figure of places and areas, exactly.
  private func expectSame(_ one: ColdSpotAnalysis, _ other: ColdSpotAnalysis) {
    #expect(one.scores.standards.map(\.access) == other.scores.standards.map(\.access))
    #expect(one.scores.score == other.scores.score)
    for (areas, others) in [(one.wards, other.wards), (one.boroughs, other.boroughs)] {
      #expect(areas.map(\.rank) == others.map(\.rank))
      #expect(areas.map(\.measures?.score) == others.map(\.measures?.score))
      #expect(areas.map(\.measures?.lack) == others.map(\.measures?.lack))
      #expect(areas.map(\.measures?.burden) == others.map(\.measures?.burden))
    }
  }
}

@Suite struct `A live study` {
  private static let sample = Result { try SampleRun() }
  private static let live = Result { try LiveStudy(try sample.get().study()) }

  /// Each twice, so that what is kept from one change to the next shows.
  private static let changes: [(name: String, change: @Sendable (inout StudySettings) -> Void)] = [
    ("as it is", { _ in }),
    ("2 km", { $0.catchment.reach = .disc(radius: .kilometres(2), decay: .linear) }),
    ("nearest", { $0.catchment.reach = .nearest(count: 2) }),
    ("remits", { $0.catchment.reach = .remitOnly }),
    ("need", { $0.score.needExponent = 0.25 }),
    ("mean", { $0.score.aggregation = .arithmetic }),
    (
      "opening",
      {
        $0.scenario.added = [
          Scenario.Opening("Hub", at: LonLat(longitude: 0.2, latitude: 51.6))
        ]
      }
    ),
    ("functions", { $0.scenario.functions = ["funding"] }),
  ]

  @Test func `gives the figures that running the study gives, in any order`() throws {
    let live = try Self.live.get()
    for (name, change) in Self.changes + Self.changes.reversed() {
      var study = try Self.sample.get().study()
      change(&study.settings)
      let run = try study.run(stability: false)
      let quick = try live.result(with: study.settings)
      for (one, other) in zip(try run.published().layers, try quick.published().layers) {
        #expect(one.name == other.name)
        #expect(one.columns == other.columns, "\(name): \(one.name)")
        #expect(one.features == other.features, "\(name): \(one.name)")
      }
    }
  }

  /// One organisation moved, closed and opened; and remits that weigh something else.
  private func scenarios() throws -> [StudySettings] {
    let live = try Self.live.get()
    let own = live.study.settings
    let analysis = try live.result(with: own).analysis
    let counted = analysis.catchments.participation.indices.filter {
      analysis.catchments.participation[$0] == .counted
    }.map { analysis.data.organisations[$0].id }
    let here = LonLat(longitude: 0.19, latitude: 51.55)
    func changed(_ change: (inout StudySettings) -> Void) -> StudySettings {
      var settings = own
      change(&settings)
      return settings
    }
    return [
      own, changed { $0.scenario.moved = [Scenario.Move(counted[0], to: here)] },
      changed { $0.scenario.moved = counted.prefix(3).map { Scenario.Move($0, to: here) } },
      changed { $0.scenario.closed = [counted[1]] },
      changed { $0.scenario.added = [Scenario.Opening("Hub", at: here)] },
      changed { $0.catchment.remitWeight = 0.9 },
      changed { $0.catchment.panLondon = .include },
      changed {
        $0.catchment.reach = .remitOnly
        $0.scenario.closed = [counted[0]]
      },
    ]
  }

  @Test func `gives every figure as if nothing were known, to the last bit`() throws {
    let live = try Self.live.get()
    let scenarios = try scenarios()
    for settings in scenarios + scenarios.reversed() {
      let quick = try live.result(with: settings).analysis
      let full = ColdSpotAnalysis(
        of: quick.data, catchmentRules: settings.catchment, scoreRules: settings.score,
        threads: .one)
      for place in 0..<quick.data.places.count {
        #expect(
          quick.catchments.reach[place: place].elementsEqual(full.catchments.reach[place: place]))
      }
      #expect(quick.catchments.participation == full.catchments.participation)
      #expect(quick.coverage.sole == full.coverage.sole)
      #expect(quick.coverage.independent == full.coverage.independent)
      #expect(quick.coverage.peopleReached == full.coverage.peopleReached)
      #expect(quick.scores.access == full.scores.access)
      #expect(quick.scores.score == full.scores.score)
      #expect(quick.edgeExposure == full.edgeExposure)
      for (areas, others) in [(quick.wards, full.wards), (quick.boroughs, full.boroughs)] {
        #expect(areas.map(\.rank) == others.map(\.rank))
        #expect(areas.map(\.organisations) == others.map(\.organisations))
        #expect(areas.map(\.measures?.score) == others.map(\.measures?.score))
        #expect(areas.map(\.measures?.shortfalls) == others.map(\.measures?.shortfalls))
        #expect(areas.map(\.measures?.edgeExposure) == others.map(\.measures?.edgeExposure))
      }
    }
  }

  @Test func `refuses choices that cannot be`() throws {
    let live = try Self.live.get()
    var settings = live.study.settings
    settings.score.needExponent = 2
    #expect(throws: StudyError.self) { try live.result(with: settings) }
    settings = live.study.settings
    settings.scenario.closed = ["nobody"]
    #expect(throws: StudyError.self) { try live.result(with: settings) }
    // And goes on as before.
    _ = try live.result(with: live.study.settings)
  }
}
