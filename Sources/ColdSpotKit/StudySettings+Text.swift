internal import Catchments
internal import ColdSpots
internal import GeoJSON
internal import GeometryEngine
internal import Intake
internal import Places
internal import SimpleFeatures

extension StudySettings {
  /// The settings as the text of a study file: every choice, and each path as it was given.
  ///
  /// Reading it gives the same settings back.
  public var toml: String {
    var text = StudyText()
    text.add("name", name)
    text.add("crs", system?.code)
    text.add("attribution", attribution)
    text.add("datapackage", dataPackage)
    text.add(wards, "wards", parentKey: "borough")
    if let boroughs { text.add(boroughs, "boroughs", parentKey: nil) }
    text.add(places)
    text.add(need)
    text.add(organisations)
    text.begin("functions")
    text.add("file", functions)
    text.add(catchment)
    text.add(score)
    text.add(sensitivity)
    text.add(scenario)
    return text.lines.joined(separator: "\n") + "\n"
  }
}

/// The lines of a study file.
private struct StudyText {
  private(set) var lines: [String] = []

  mutating func begin(_ table: String) { lines += ["", "[\(table)]"] }

  mutating func add(_ key: String, _ text: String?) {
    if let text { lines.append("\(key) = \(Self.quoted(text))") }
  }

  /// A list; an empty one too where `isAlways` says so, since leaving it out means another.
  mutating func add(_ key: String, _ texts: [String], isAlways: Bool = false) {
    guard isAlways || !texts.isEmpty else { return }
    lines.append("\(key) = [\(texts.map(Self.quoted).joined(separator: ", "))]")
  }

  mutating func add(_ key: String, _ number: Double) {
    lines.append("\(key) = \(PropertyValue.number(number).plainText)")
  }

  mutating func add(_ key: String, _ numbers: [Double]) {
    let texts = numbers.map { PropertyValue.number($0).plainText }
    lines.append("\(key) = [\(texts.joined(separator: ", "))]")
  }

  mutating func add(_ key: String, _ flag: Bool) {
    if flag { lines.append("\(key) = true") }
  }

  /// A basic string of TOML.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension StudyText {
  mutating func add(_ source: StudySettings.AreaSource, _ table: String, parentKey: String?) {
    begin(table)
    add("file", source.file)
    add("layer", source.layer)
    add("level", source.level.description)
    add("vintage", source.vintage.description)
    add("code", source.columns.code)
    add("name", source.columns.name)
    if let parentKey {
      add(parentKey, source.columns.parent)
      add("merged", source.merged)
    }
    add("crs", source.system?.code)
    add("repair", source.repairs)
  }

  mutating func add(_ source: StudySettings.PlaceSource) {
    begin("places")
    add("file", source.file)
    let columns = source.columns
    let named = [
      ("sheet", columns.sheet), ("id", columns.id), ("x", columns.x), ("y", columns.y),
      ("people", columns.people), ("ward", columns.ward), ("borough", columns.borough),
      ("neighbourhood", columns.neighbourhood),
    ]
    for (key, column) in named { add(key, column) }
    add("crs", source.system.code)
    add("crosswalk", source.crosswalk)
  }

  mutating func add(_ source: StudySettings.NeedSource) {
    begin("need")
    add("name", source.name)
    add("file", source.file)
    add("unit", source.unit.rawValue)
    add("sheet", source.columns.sheet)
    add("code", source.columns.code)
    add("column", source.columns.index)
    add("direction", source.columns.direction?.rawValue)
    add("crosswalk", source.crosswalk)
  }

  mutating func add(_ source: StudySettings.OrganisationSource) {
    begin("organisations")
    add("file", source.file)
    let columns = source.columns
    let named = [
      ("sheet", columns.sheet), ("id", columns.id), ("name", columns.name),
      ("charity", columns.charity), ("company", columns.company),
      ("specialisms", columns.specialisms), ("serves", columns.serves),
      ("everywhere", columns.everywhere), ("x", columns.x), ("y", columns.y),
      ("postcode", columns.postcode),
    ]
    for (key, column) in named { add(key, column) }
    add("crs", source.system.code)
    add("postcodes", source.postcodes)
    add("areas_of_benefit", source.areasOfBenefit)
    add("regions", source.regions)
    add("remits", source.remits)
    add("classifications", source.classifications)
    add("crosswalk", source.crosswalk)
    add("usual_specialisms", source.usualSpecialisms)
    add("least_placed", source.leastPlaced)
  }

  mutating func add(_ rules: CatchmentRules) {
    begin("catchment")
    switch rules.reach {
    case .disc(let decay):
      add("radius_m", rules.reach.typicalRadius.metres)
      add("decay", decay.description)
    case .nearest(let count): add("nearest", Double(count))
    case .remitOnly: add("remit_only", true)
    }
    add("remit_weight", rules.remitWeight)
    add("pan_london", rules.panLondon.rawValue)
    add("statuses", rules.statuses.sorted(), isAlways: true)
    add("kinds", rules.kinds.sorted())
    add("least_precision", rules.leastPrecision.rawValue)
  }

  mutating func add(_ rules: ScoreRules) {
    begin("score")
    add("need_exponent", rules.needExponent)
    add("aggregation", rules.aggregation.rawValue)
    add("standard_quantile", rules.standardQuantile)
    guard !rules.declaredStandards.isEmpty else { return }
    begin("score.standards")
    for (key, standard) in rules.declaredStandards.sorted(by: { $0.key < $1.key }) {
      let isBare = key.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
      }
      add(isBare && !key.isEmpty ? key : Self.quoted(key), standard)
    }
  }

  mutating func add(_ values: MethodValues) {
    begin("sensitivity")
    add("decays", values.decays, isAlways: true)
    add("radius_scales", values.radiusScales)
    add("remit_weights", values.remitWeights)
    add("standard_quantiles", values.standardQuantiles)
    add("need_exponents", values.needExponents)
    add("aggregations", values.aggregations.map(\.rawValue), isAlways: true)
  }

  mutating func add(_ scenario: Scenario) {
    guard !scenario.isEmpty else { return }
    begin("scenario")
    add("closed", scenario.closed)
    add("moved", scenario.moved.map(\.description))
    add("added", scenario.added.map(\.description))
    add("functions", scenario.functions)
  }
}
