/// How QGIS chooses a symbol for each feature.
enum QGISRenderer {
  /// By conditions in the language of QGIS; a feature is drawn by each rule that it meets.
  case rules([(label: String, condition: String, symbol: QGISSymbol)])
  /// By the range in which a number lies.
  case ranges(
    column: String, [(label: String, lower: Double, upper: Double, symbol: QGISSymbol)])
  /// By a value.
  case categories(column: String, [(label: String, value: String, symbol: QGISSymbol)])

  /// The renderer as an element of a style.
  var element: MarkupElement {
    switch self {
    case .rules(let rules):
      let list = rules.enumerated().map { index, rule in
        MarkupElement(
          "rule",
          [
            ("key", Self.key(index + 1)), ("label", rule.label), ("filter", rule.condition),
            ("symbol", "\(index)"),
          ])
      }
      return Self.element(
        "RuleRenderer", [], [MarkupElement("rules", [("key", Self.key(0))], children: list)],
        rules.map(\.symbol))
    case .ranges(let column, let ranges):
      let list = ranges.enumerated().map { index, range in
        MarkupElement(
          "range",
          [
            ("lower", "\(range.lower)"), ("upper", "\(range.upper)"), ("label", range.label),
            ("symbol", "\(index)"), ("render", "true"),
          ])
      }
      return Self.element(
        "graduatedSymbol", [("attr", column), ("graduatedMethod", "GraduatedColor")],
        [MarkupElement("ranges", children: list)], ranges.map(\.symbol))
    case .categories(let column, let categories):
      let list = categories.enumerated().map { index, category in
        MarkupElement(
          "category",
          [
            ("value", category.value), ("label", category.label), ("symbol", "\(index)"),
            ("render", "true"),
          ])
      }
      return Self.element(
        "categorizedSymbol", [("attr", column)], [MarkupElement("categories", children: list)],
        categories.map(\.symbol))
    }
  }

  private static func element(
    _ type: String, _ attributes: [(String, String)], _ choice: [MarkupElement],
    _ symbols: [QGISSymbol]
  ) -> MarkupElement {
    let symbols = symbols.enumerated().map { index, symbol in symbol.element(name: "\(index)") }
    return MarkupElement(
      "renderer-v2",
      [
        ("type", type), ("forceraster", "0"), ("symbollevels", "0"), ("enableorderby", "0"),
      ] + attributes,
      children: choice + [MarkupElement("symbols", children: symbols)])
  }

  /// The key of a rule, which QGIS wants unique in its style, in the form of a UUID.
  private static func key(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return "{00000000-0000-0000-0000-\(String(repeating: "0", count: 12 - digits.count))\(digits)}"
  }
}
