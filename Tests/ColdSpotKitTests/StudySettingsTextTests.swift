import ColdSpotKit
import TestSupport
import Testing

@Suite struct `Settings as the text of a study file` {
  /// What a text may hold that is not as harmless as letters.
  ///
  /// No study file has a zero character.
  private static let hostileTexts = [
    "", " ", "\"", "\\", "\\\"", "'", "'''", "\"\"\"", "a\nb", "a\r\nb", "\t", "\u{1}",
    "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}abc", "é", "e\u{301}", "🏴‍☠️", "# no comment",
    "[wards]", "a = 1", "\\u0041", "]", "}", ",", "=", "file = \"x\"", "\u{FEFF}",
    "Ⅷ 'quoted' \"twice\" \\ and \n[score]\nneed_exponent = 1",
  ]

  @Test func `read back are those of the embedded study`() throws {
    try expectSame(try Study.london().settings)
  }

  @Test(arguments: hostileTexts)
  func `keep any text in any place`(text: String) throws {
    var settings = try Study.london().settings
    settings.name = text
    settings.attribution = [text, "x", text]
    settings.dataPackage = text
    settings.wards = StudySettings.AreaSource(
      file: text, layer: text, level: AreaLevel(text), vintage: Vintage(text),
      columns: AreaFile.Columns(code: text, name: text, parent: text), repairs: true,
      merged: [text, text])
    settings.places.columns.people = text
    settings.places.crosswalk = text
    settings.need.name = text
    settings.need.file = text
    settings.organisations.columns.everywhere = text
    settings.organisations.postcodes = [text, text + "/more"]
    settings.organisations.usualSpecialisms = [text]
    settings.functions = text
    settings.catchment.statuses = [text, "active"]
    settings.catchment.kinds = [text]
    settings.score.declaredStandards = [text: 1e-6, "funding": 2.5]
    settings.scenario.closed = [text]
    settings.scenario.moved = [
      Scenario.Move(text, to: LonLat(longitude: -0.12, latitude: 51.5))
    ]
    settings.scenario.functions = [text]
    let again = try expectSame(settings)
    #expect(again.name == text)
    #expect(again.attribution == settings.attribution)
    #expect(again.wards.layer == text)
    #expect(again.wards.merged == settings.wards.merged)
    #expect(again.organisations.postcodes == settings.organisations.postcodes)
    #expect(again.catchment.statuses == settings.catchment.statuses)
    #expect(again.score.declaredStandards == settings.score.declaredStandards)
    #expect(again.scenario == settings.scenario)
  }

  @Test(arguments: [
    "step", "linear", "truncated-gaussian", "gaussian:1200", "exponential:0.001", "half-life:800",
    "power:1.5,500,500", "logistic:1500,400", "trapezoid:500", "zones:1000=1,2000=0.68,3000=0.22",
  ])
  func `keep every decay with its radius`(decay: String) throws {
    var settings = try Study.london().settings
    for radius in [1, 2500, 1234.567, 1e6 / 3] where decay.hasPrefix("zones") == (radius == 2500) {
      settings.catchment.reach = try ReachRule.standard.replacing(
        radius: decay.hasPrefix("zones") || radius < 600 && decay.hasPrefix("trap")
          ? nil : .metres(radius),
        decay: decay)
      let again = try expectSame(settings)
      #expect(again.catchment.reach == settings.catchment.reach)
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `keep every choice, down to the last digit of a number`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func share() -> Double { Double.random(in: 0...1, using: &random) }
    func word() -> String { Self.hostileTexts.randomElement(using: &random) ?? "" }
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    var settings = try Study.london().settings
    settings.system = maybe(.britishNationalGrid)
    if Bool.random(using: &random) { settings.boroughs = nil }
    settings.places.columns.ward = maybe(word())
    settings.places.system = Bool.random(using: &random) ? .wgs84 : .britishNationalGrid
    settings.need.columns.direction = NeedTable.Direction.allCases.randomElement(using: &random)
    settings.need.unit = settings.boroughs == nil ? .ward : .borough
    settings.organisations.leastPlaced = share()
    settings.organisations.remits = maybe(word())
    settings.catchment.reach =
      [.remitOnly, .nearest(count: .random(in: 1...1_000_000, using: &random)), .standard]
      .randomElement(using: &random) ?? .standard
    settings.catchment.remitWeight = share()
    settings.catchment.panLondon =
      PanLondonRule.allCases.randomElement(using: &random) ?? .exclude
    if Bool.random(using: &random) { settings.catchment.statuses = [] }
    settings.catchment.leastPrecision =
      LocationPrecision.allCases.filter(\.isSite).randomElement(using: &random) ?? .outputArea
    settings.score = ScoreRules(
      needExponent: share(), aggregation: Aggregation.allCases.randomElement(using: &random)!,
      standardQuantile: share(),
      declaredStandards: ["advice": 1e-30 + share(), "a.b": 1e12 * share() + 1])
    settings.sensitivity.decays = [[], ["step"], ["linear", "gaussian:12.5"]].randomElement(
      using: &random)!
    settings.sensitivity.radiusScales = (0..<3).map { _ in 0.01 + share() }
    settings.sensitivity.remitWeights = []
    settings.sensitivity.aggregations = [[], [.geometric]].randomElement(using: &random)!
    settings.scenario.added = [
      Scenario.Opening(
        "New \(word()) hub", at: LonLat(longitude: -0.5, latitude: 51.2345678),
        functions: ["funding", "premises"])
    ]
    let again = try expectSame(settings)
    #expect(again.catchment == settings.catchment)
    #expect(again.score == settings.score)
    #expect(again.sensitivity == settings.sensitivity)
    #expect(again.scenario == settings.scenario)
    #expect(again.organisations.leastPlaced == settings.organisations.leastPlaced)
  }

  @Test(arguments: [
    "org003@-0.12,51.5", "org@2@0,0", "a b@179.9999999,-89.9999999", "@1,1", "ä@-180,90",
  ])
  func `write a move as it was read`(text: String) throws {
    let move = try #require(Scenario.Move(text))
    #expect(move.description == text)
  }

  @Test(arguments: [
    "New hub@-0.1,51.5@funding;premises", "A@B@0.5,0.5@", "Café «Ø»@-0.1234567,51.7654321@advice",
  ])
  func `write an opening as it was read`(text: String) throws {
    let opening = try #require(Scenario.Opening(text))
    #expect(opening.description == text)
  }

  @Test(arguments: [
    "", "org003", "org003@", "org003@1", "org003@1,2,3", "org003@x,51", "org003@nan,51",
    "org003@181,0", "org003@0,91", "org003@inf,0", "org003@-0.12;51.5",
  ])
  func `take no other text for a move`(text: String) {
    #expect(Scenario.Move(text) == nil)
    #expect(Scenario.Opening(text + "@") == nil || text.isEmpty == false)
    #expect(throws: SettingsError.self) {
      try StudySettings(
        try Study.london().settings.toml + "\n[scenario]\nmoved = [\"\(text)\"]\n", file: "x")
    }
  }

  /// Expects the text of settings to give the same text again once it is read.
  @discardableResult
  private func expectSame(_ settings: StudySettings) throws -> StudySettings {
    let text = settings.toml
    let again = try StudySettings(text, file: "study.toml")
    #expect(again.toml == text)
    return again
  }
}
