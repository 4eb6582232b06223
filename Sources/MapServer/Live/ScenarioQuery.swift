internal import ColdSpotKit

/// The choices in the query of an address, in the notation that the page keeps in its own address.
///
/// | parameter | what it changes |
/// |---|---|
/// | `radius` | how far organisations reach, in metres |
/// | `remit` | the weight of a mandate without presence, 0 to 1 |
/// | `need` | the exponent of need, 0 to 1 |
/// | `pan` | `include` or `exclude`: providers that serve the whole area |
/// | `functions` | the functions that count, by key, separated by commas |
/// | `close` | organisations that close, by id, separated by commas |
/// | `move` | `org003@-0.12,51.5`, several separated by `|` |
/// | `add` | `New hub@-0.1,51.5@funding;premises`, several separated by `|` |
enum ScenarioQuery {
  private static let names = [
    "radius", "remit", "need", "pan", "functions", "close", "move", "add",
  ]

  /// The settings of a study with the choices of a query.
  ///
  /// - Throws: A problem for a parameter that is unknown, repeated or not what it must be.
  static func settings(
    _ query: [Request.Parameter], changing own: StudySettings
  ) throws(Problem) -> StudySettings {
    let parameters = try QueryParameters(query, known: names)
    var settings = own
    if let text = parameters["radius"] {
      let radius = try number(text, "radius", in: 1...1_000_000, "metres, from 1 to 1000000")
      do {
        settings.catchment.reach = try settings.catchment.reach.replacing(
          radius: .metres(radius))
      } catch {
        throw .badValue(parameter: "radius", value: text, expected: "a radius of the decay")
      }
    }
    if let text = parameters["remit"] {
      settings.catchment.remitWeight = try number(text, "remit", in: 0...1, "from 0 to 1")
    }
    if let text = parameters["need"] {
      settings.score.needExponent = try number(text, "need", in: 0...1, "from 0 to 1")
    }
    if let text = parameters["pan"] {
      guard let rule = PanLondonRule(rawValue: text) else {
        throw .badValue(parameter: "pan", value: text, expected: "‘include’ or ‘exclude’")
      }
      settings.catchment.panLondon = rule
    }
    if let text = parameters["functions"] { settings.scenario.functions = list(text, ",") }
    if let text = parameters["close"] { settings.scenario.closed += list(text, ",") }
    for text in list(parameters["move"] ?? "", "|") {
      guard let move = Scenario.Move(text) else {
        throw .badValue(parameter: "move", value: text, expected: "like ‘org003@-0.12,51.5’")
      }
      settings.scenario.moved.append(move)
    }
    for text in list(parameters["add"] ?? "", "|") {
      guard let opening = Scenario.Opening(text) else {
        throw .badValue(
          parameter: "add", value: text, expected: "like ‘New hub@-0.1,51.5@funding;premises’")
      }
      settings.scenario.added.append(opening)
    }
    return settings
  }

  private static func list(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator).map(String.init)
  }

  private static func number(
    _ text: String, _ name: String, in range: ClosedRange<Double>, _ expected: String
  ) throws(Problem) -> Double {
    guard let number = Double(text), number.isFinite, range.contains(number) else {
      throw .badValue(parameter: name, value: text, expected: expected)
    }
    return number
  }
}
