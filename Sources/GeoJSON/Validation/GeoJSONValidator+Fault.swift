extension GeoJSONValidator {
  /// How much a fault matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The document cannot be read, or breaks what RFC 7946 or JSON requires.
    case error
    /// The document goes against a recommendation, or some programs will misread it.
    case warning
    /// The document is in order, but some programs will leave something out.
    case note

    /// Orders severities from the worst down.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// One fault of a document.
  public struct Fault: Hashable, Sendable {
    /// The rule that is broken.
    public let rule: Rule
    /// Where; `nil` when it is the file as a whole.
    public let position: TextPosition?
    /// The feature, counted from 0; `nil` outside features.
    public let feature: Int?
    /// The ring or line, counted from 0 through the whole geometry; `nil` where there is none.
    public let ring: Int?
    /// What was found, without the place: "the ring is not closed: …".
    ///
    /// Names and values from the document are shortened, and their control characters shown by
    /// number, so that they can be printed.
    public let finding: String

    /// How much it matters: that of the rule.
    public var severity: Severity { rule.severity }

    /// What was found, why it matters and what to do about it.
    public var message: String {
      "\(finding.sentence) \(rule.reason) \(rule.remedy)"
    }
  }
}

extension GeoJSONValidator.Fault: CustomStringConvertible {
  /// Severity, rule, place and message in one line.
  public var description: String {
    var place: [String] = []
    if let position { place.append("\(position)") }
    if let feature { place.append("feature \(feature)") }
    if let ring { place.append("ring \(ring)") }
    let here = place.isEmpty ? "" : " " + place.joined(separator: ", ")
    return "\(severity)[\(rule.rawValue)]\(here): \(message) (\(rule.source))"
  }
}

extension String {
  /// The text with a capital at its beginning and a full stop at its end.
  fileprivate var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
