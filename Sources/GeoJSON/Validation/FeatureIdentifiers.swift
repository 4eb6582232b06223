/// The identifiers of the features met so far.
struct FeatureIdentifiers {
  enum Identifier: Hashable {
    case text(String)
    case integer(Int)
    case number(Double)

    /// `nil` for a number that is not there.
    init?(_ number: JSONNumber?) {
      guard let number else { return nil }
      // 1 and 1.0 are the same number.
      if let integer = number.integer ?? Int(exactly: number.value) {
        self = .integer(integer)
      } else {
        self = .number(number.value)
      }
    }

    var isText: Bool {
      if case .text = self { true } else { false }
    }

    var description: String {
      switch self {
      case .text(let text): shown(text)
      case .integer(let value): "\(value)"
      case .number(let value): "\(value)"
      }
    }
  }

  private var features: [Identifier: Int] = [:]
  private var firstIsText: Bool?
  private var isMixed = false
  private var missing: (count: Int, offset: Int, feature: Int)?

  /// Takes an identifier, and says what is wrong with it beside the earlier ones.
  mutating func add(
    _ identifier: Identifier, feature: Int
  ) -> [(rule: GeoJSONValidator.Rule, finding: String)] {
    var faults: [(rule: GeoJSONValidator.Rule, finding: String)] = []
    if let earlier = features[identifier] {
      faults.append(
        (.duplicateID, "the \"id\" \(identifier.description) is that of feature \(earlier) too"))
    } else {
      features[identifier] = feature
    }
    guard let firstIsText else {
      self.firstIsText = identifier.isText
      return faults
    }
    if firstIsText != identifier.isText, !isMixed {
      isMixed = true
      let (now, before) = firstIsText ? ("number", "strings") : ("string", "numbers")
      faults.append((.mixedIDTypes, "the \"id\" is a \(now), those before it are \(before)"))
    }
    return faults
  }

  /// Takes a feature that has no identifier.
  mutating func addMissing(at offset: Int, feature: Int) {
    missing = missing.map { ($0.count + 1, $0.offset, $0.feature) } ?? (1, offset, feature)
  }

  /// What is wrong with all of them together.
  var faults: [FaultLog.Entry] {
    guard let missing, firstIsText != nil else { return [] }
    return [
      FaultLog.Entry(
        rule: .someIDsMissing, offset: missing.offset, feature: missing.feature, ring: nil,
        finding: "this is the first of \(missing.count) features without an \"id\"; others have one"
      )
    ]
  }
}
