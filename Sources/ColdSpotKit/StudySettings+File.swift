internal import Catchments
internal import ColdSpots
internal import GeometryEngine
internal import Intake
internal import Places
internal import SimpleFeatures

extension StudySettings {
  /// The settings in the text of a study file (TOML).
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - file: Its name, for messages.
  /// - Throws: ``SettingsError`` for text that is not TOML, an unknown key, a missing key, or a
  ///   value that cannot be.
  public init(_ text: String, file: String) throws(SettingsError) {
    let root = try SettingsTable(
      SettingsDocument(text, file: file),
      keys: [
        "name", "crs", "attribution", "datapackage", "wards", "boroughs", "places", "need",
        "organisations", "functions", "catchment", "score", "sensitivity", "scenario",
      ])
    name = try root.text("name") ?? "study"
    system = try root.system("crs")
    attribution = try root.texts("attribution") ?? []
    dataPackage = try root.text("datapackage")
    guard let wards = try AreaSource(root, "wards", level: "ward", parentKey: "borough") else {
      throw .missingKey(file: file, key: "wards")
    }
    self.wards = wards
    boroughs = try AreaSource(root, "boroughs", level: "borough", parentKey: nil)
    places = try PlaceSource(root)
    need = try NeedSource(root)
    organisations = try OrganisationSource(root)
    functions = try root.requiredTable("functions", keys: ["file"]).requiredText("file")
    catchment = try CatchmentRules(root)
    score = try ScoreRules(root)
    sensitivity = try MethodValues(root)
    scenario = try Scenario(root)
    if need.unit == .borough, need.file != nil, boroughs == nil {
      throw .missingKey(file: file, key: "boroughs")
    }
  }
}

extension CatchmentRules {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    self.init()
    guard
      let table = try root.table(
        "catchment",
        keys: [
          "radius_m", "decay", "nearest", "remit_only", "remit_weight", "pan_london", "statuses",
          "kinds", "least_precision",
        ])
    else { return }
    reach = try ReachRule(table)
    remitWeight =
      try table.number("remit_weight", in: 0...1, expected: "a weight from 0 to 1") ?? remitWeight
    panLondon = try table.choice("pan_london", of: PanLondonRule.self) ?? panLondon
    if let statuses = try table.texts("statuses") { self.statuses = Set(statuses) }
    if let kinds = try table.texts("kinds") { self.kinds = Set(kinds) }
    if let word = try table.text("least_precision") {
      guard let precision = LocationPrecision(rawValue: word), precision.isSite else {
        throw table.invalid("least_precision", LocationPrecision.siteNames)
      }
      leastPrecision = precision
    }
  }
}

extension LocationPrecision {
  /// The precisions of sites, for messages.
  static var siteNames: String {
    "one of " + allCases.filter(\.isSite).map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }
}

extension ReachRule {
  /// One of three rules: `nearest`, `remit_only`, or a radius with its decay.
  fileprivate init(_ table: SettingsTable) throws(SettingsError) {
    let isRemitOnly = try table.flag("remit_only") ?? false
    let count = try table.number("nearest", in: 1...1e6, expected: "1 or more")
    if isRemitOnly || count != nil {
      let others = ["radius_m", "decay"] + (isRemitOnly ? ["nearest"] : [])
      for key in others where table.keys.contains(key) {
        throw table.invalid(key, "left out: one rule of reach excludes the others")
      }
    }
    if isRemitOnly {
      self = .remitOnly
    } else if let count {
      guard count == count.rounded() else { throw table.invalid("nearest", "a whole number") }
      self = .nearest(count: Int(count))
    } else {
      let radius = try table.number("radius_m", in: 1...1e6, expected: "metres, from 1 to 1000000")
      do {
        self = try ReachRule.standard.replacing(
          radius: radius.map { .metres($0) }, decay: try table.text("decay"))
      } catch let error as DecayError {
        throw table.invalid("decay", "a decay: \(error)")
      } catch let error as SettingsError {
        throw error
      } catch {
        throw table.invalid("decay", "a decay")
      }
    }
  }
}

extension ScoreRules {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    self.init()
    guard
      let table = try root.table(
        "score", keys: ["need_exponent", "aggregation", "standard_quantile", "standards"])
    else { return }
    needExponent =
      try table.number("need_exponent", in: 0...1, expected: "an exponent from 0 to 1")
      ?? needExponent
    aggregation = try table.choice("aggregation", of: Aggregation.self) ?? aggregation
    standardQuantile =
      try table.number("standard_quantile", in: 0...1, expected: "a share from 0 to 1")
      ?? standardQuantile
    guard let standards = try table.table("standards") else { return }
    for key in standards.keys {
      declaredStandards[key] = try standards.number(
        key, in: 1e-30...1e12, expected: "a capacity per resident above 0")
    }
  }
}

extension Scenario {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    self.init()
    guard
      let table = try root.table("scenario", keys: ["closed", "moved", "added", "functions"])
    else { return }
    closed = try table.texts("closed") ?? []
    let moves = try table.texts("moved") ?? []
    moved = moves.compactMap { Move($0) }
    guard moved.count == moves.count else {
      throw table.invalid("moved", "a list of texts like \"org003@-0.12,51.5\"")
    }
    let openings = try table.texts("added") ?? []
    added = openings.compactMap { Opening($0) }
    guard added.count == openings.count else {
      throw table.invalid("added", "a list of texts like \"New hub@-0.1,51.5@funding;premises\"")
    }
    functions = try table.texts("functions") ?? []
  }
}

extension MethodValues {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    self.init()
    guard
      let table = try root.table(
        "sensitivity",
        keys: [
          "decays", "radius_scales", "remit_weights", "standard_quantiles", "need_exponents",
          "aggregations",
        ])
    else { return }
    decays = try table.texts("decays") ?? decays
    radiusScales =
      try table.numbers("radius_scales", in: 0.01...100, expected: "factors from 0.01 to 100")
      ?? radiusScales
    remitWeights =
      try table.numbers("remit_weights", in: 0...1, expected: "weights from 0 to 1")
      ?? remitWeights
    standardQuantiles =
      try table.numbers("standard_quantiles", in: 0...1, expected: "shares from 0 to 1")
      ?? standardQuantiles
    needExponents =
      try table.numbers("need_exponents", in: 0...1, expected: "exponents from 0 to 1")
      ?? needExponents
    if let words = try table.texts("aggregations") {
      aggregations = words.compactMap(Aggregation.init(rawValue:))
      guard aggregations.count == words.count else {
        throw table.invalid("aggregations", "a list of \"geometric\" and \"arithmetic\"")
      }
    }
  }
}
