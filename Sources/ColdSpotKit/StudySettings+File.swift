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
        "organisations", "functions", "catchment", "score", "sensitivity",
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
    if need.unit == .borough, need.file != nil, boroughs == nil {
      throw .missingKey(file: file, key: "boroughs")
    }
  }
}

extension StudySettings.AreaSource {
  fileprivate init?(
    _ root: SettingsTable, _ key: String, level: AreaLevel, parentKey: String?
  ) throws(SettingsError) {
    let keys = ["file", "level", "vintage", "code", "name", "crs"] + (parentKey.map { [$0] } ?? [])
    guard let table = try root.table(key, keys: keys) else { return nil }
    file = try table.requiredText("file")
    self.level = AreaLevel(try table.text("level") ?? level.description)
    vintage = Vintage(try table.text("vintage") ?? "")
    columns = AreaFile.Columns(
      code: try table.text("code") ?? "gss_code", name: try table.text("name") ?? "name",
      parent: try parentKey.flatMap { (key) throws(SettingsError) in try table.text(key) })
    system = try table.system("crs")
  }
}

extension StudySettings.PlaceSource {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    let table = try root.requiredTable(
      "places",
      keys: [
        "file", "id", "x", "y", "crs", "people", "ward", "borough", "neighbourhood",
      ])
    file = try table.requiredText("file")
    columns = PlaceReader.Columns()
    columns.id = try table.text("id") ?? columns.id
    columns.x = try table.text("x") ?? columns.x
    columns.y = try table.text("y") ?? columns.y
    columns.people = try table.text("people") ?? columns.people
    columns.ward = try table.text("ward")
    columns.borough = try table.text("borough")
    columns.neighbourhood = try table.text("neighbourhood")
    system = try table.system("crs") ?? .wgs84
  }
}

extension StudySettings.NeedSource {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    let table = try root.requiredTable(
      "need", keys: ["name", "file", "code", "column", "direction", "unit"])
    column = try table.requiredText("column")
    name = try table.text("name") ?? column
    file = try table.text("file")
    code = try table.text("code") ?? "gss_code"
    guard let direction = try table.choice("direction", of: NeedTable.Direction.self) else {
      // A rank read as a score would call the best-off places the neediest.
      throw .missingKey(
        file: table.document.file,
        key: "need.direction (\"higher-is-more-need\" or \"lower-is-more-need\")")
    }
    self.direction = direction
    unit = try table.choice("unit", of: Unit.self) ?? .place
  }
}

extension StudySettings.OrganisationSource {
  fileprivate init(_ root: SettingsTable) throws(SettingsError) {
    let table = try root.requiredTable(
      "organisations",
      keys: [
        "file", "id", "name", "specialisms", "serves", "everywhere", "x", "y", "crs", "postcodes",
        "areas_of_benefit",
      ])
    file = try table.requiredText("file")
    columns = OrganisationReader.Columns()
    columns.id = try table.text("id") ?? columns.id
    columns.name = try table.text("name") ?? columns.name
    columns.specialisms = try table.text("specialisms") ?? columns.specialisms
    columns.serves = try table.text("serves") ?? columns.serves
    columns.everywhere = try table.text("everywhere") ?? columns.everywhere
    columns.x = try table.text("x") ?? columns.x
    columns.y = try table.text("y") ?? columns.y
    system = try table.system("crs") ?? .wgs84
    postcodes = try table.text("postcodes")
    areasOfBenefit = try table.text("areas_of_benefit")
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
          "kinds",
        ])
    else { return }
    reach = try ReachRule(table)
    remitWeight =
      try table.number("remit_weight", in: 0...1, expected: "a weight from 0 to 1") ?? remitWeight
    panLondon = try table.choice("pan_london", of: PanLondonRule.self) ?? panLondon
    if let statuses = try table.texts("statuses") { self.statuses = Set(statuses) }
    if let kinds = try table.texts("kinds") { self.kinds = Set(kinds) }
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
