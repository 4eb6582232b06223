import Catchments
import ColdSpots
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Reason of an area` {
  /// One place in W1 at the origin, with organisations at distances in metres.
  private func study(
    _ organisations: [Organisation], functions: [String] = ["Advice"], standard: Double? = nil
  ) throws -> TownStudy {
    let town = GridTown("p")
    return TownStudy(
      places: [try town.place("p", people: 100)], organisations: organisations,
      functions: functions.map { .named($0.lowercased(), name: $0) },
      scoreRules: ScoreRules(
        declaredStandards: standard.map { standard in
          Dictionary(uniqueKeysWithValues: functions.map { ($0.lowercased(), standard) })
        } ?? [:]))
  }

  private func organisation(
    _ id: String, metres: Double = 0, group: String? = nil, functions: [Int] = [0]
  ) -> Organisation {
    .named(id, at: Coordinate(x: metres, y: 0), group: group, functions: functions)
  }

  /// The reason of the first ward.
  private func reason(_ study: TownStudy) throws -> String {
    let analysis = try study.analysis()
    return Reason(
      for: analysis.wards[0], organisations: analysis.data.organisations,
      functions: analysis.data.functions
    ).description
  }

  @Test func `says that an area has no demand point`() throws {
    var study = try study([organisation("X")])
    study.places[0].ward = nil
    #expect(try reason(study) == "Not scored: no demand point falls in this area.")
  }

  @Test func `says that nobody lives in an area`() throws {
    var study = try study([organisation("X")])
    study.places[0].people = 0
    #expect(try reason(study) == "Not scored: nobody lives here according to the data.")
  }

  @Test func `says that nobody reaches an area, and who is nearest`() throws {
    let study = try study([organisation("Far Aid", metres: 2449), organisation("Y", metres: 9000)])
    #expect(
      try reason(study)
        == "No organisation reaches anyone here. Nearest: Far Aid, 2.4 km. "
        + "Need percentile 50.")
  }

  @Test func `says that nobody reaches an area where no site is known`() throws {
    let study = try study([.named("X", remit: .areas(["W9"]))])
    #expect(
      try reason(study) == "No organisation reaches anyone here. Need percentile 50.")
  }

  @Test func `names the only source of support`() throws {
    #expect(
      try reason(try study([organisation("Alone Trust")]))
        == "Only Alone Trust reaches people here; every function is adequate. "
        + "Need percentile 50.")
  }

  @Test func `counts the organisations`() throws {
    let study = try study([organisation("X"), organisation("Y"), organisation("Z")])
    #expect(
      try reason(study)
        == "3 organisations reach people here; every function is adequate. "
        + "Need percentile 50.")
  }

  @Test func `tells independent organisations from branches`() throws {
    let study = try study([
      organisation("X", group: "host"), organisation("Y", group: "host"), organisation("Z"),
    ])
    #expect(try reason(study).hasPrefix("3 organisations (2 independent) reach people here; "))
  }

  @Test func `names the functions that nobody provides, up to three`() throws {
    let names = ["Advice", "Funds", "Voice", "Space", "Skills", "Sites"]
    let serving = organisation("X", functions: [1])
    #expect(
      try reason(try study([serving], functions: Array(names.prefix(4))))
        == "Only X reaches people here; nobody provides advice, voice, space. "
        + "Need percentile 50.")
    #expect(
      try reason(try study([serving], functions: Array(names.prefix(5))))
        .contains("; nobody provides advice, voice, space and 1 more function. "))
    #expect(
      try reason(try study([serving], functions: names))
        .contains("; nobody provides advice, voice, space and 2 more functions. "))
    #expect(
      try reason(try study([serving], functions: Array(names.prefix(2))))
        .contains("; nobody provides advice. "))
  }

  @Test func `names the greatest shortfall where everything is provided`() throws {
    // 1 unit for 100 people in each function, 2 in the second: 0.01 and 0.02 of 0.0125 and
    // 0.04 declared fall short by 20 % and 50 %.
    var study = try study(
      [organisation("X", functions: [0, 1]), organisation("Y", functions: [1])],
      functions: ["Advice", "Funds"])
    study.scoreRules.declaredStandards = ["advice": 0.0125, "funds": 0.04]
    #expect(
      try reason(study)
        == "2 organisations reach people here; the greatest shortfall is in funds (50 %). "
        + "Need percentile 50.")
  }

  @Test func `names the nearest site only where much is lacking`() throws {
    // Access 0.02 of 0.038 declared: lack 0.47; of 0.042: 0.52.
    let near = [organisation("X", metres: 600), organisation("Y", metres: 900)]
    #expect(!(try reason(try study(near, standard: 0.038)).contains("Nearest")))
    #expect(try reason(try study(near, standard: 0.042)).contains("Nearest: X, 0.6 km."))
  }

  @Test func `does not name the only source of support twice`() throws {
    let only = [organisation("X", metres: 600)]
    #expect(!(try reason(try study(only, standard: 0.021)).contains("Nearest")))
  }

  @Test func `names a host whose projects are all there is`() throws {
    let study = try study([organisation("X", group: "X"), organisation("Y", group: "X")])
    #expect(try reason(study).hasPrefix("Only X and others of its group reach people here; "))
  }

  @Test func `gives the need in whole percent`() throws {
    // 100 people with less need, then half of 100 of 300: 50 %; the least need: 17 %.
    let town = GridTown("p q r")
    var study = try study([organisation("X")])
    study.places = try ["p", "q", "r"].enumerated().map { index, id in
      try town.place(id, people: 100, need: Double(index), ward: index == 0 ? 0 : nil)
    }
    #expect(try reason(study).hasSuffix("Need percentile 17."))
  }

  @Test(arguments: UInt64(0)..<20)
  func `is short enough for a Shapefile`(seed: UInt64) throws {
    // Names as long as those of London's councils for voluntary service, and a function table
    // with the longest phrases in use.
    var study = TownStudy.random(seed: seed)
    study.functions = [
      "Facilitating funding", "Organisational development", "Volunteering and participation",
    ].enumerated().map { .named("f\($0.offset)", name: $0.element) }
    study.organisations = study.organisations.map { organisation in
      Organisation(
        id: organisation.id,
        name: "Kensington and Chelsea Social Council \(organisation.id)",
        site: organisation.site, remit: organisation.remit, radius: organisation.radius,
        functions: organisation.functions)
    }
    let analysis = try study.analysis()
    for summary in analysis.wards + analysis.boroughs {
      let reason = Reason(
        for: summary, organisations: study.organisations, functions: analysis.data.functions)
      #expect(reason.description.utf8.count <= 254)
      #expect(reason.description.hasSuffix("."))
    }
  }
}
