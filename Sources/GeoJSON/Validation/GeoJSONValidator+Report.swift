extension GeoJSONValidator {
  /// What the validator found out about a document.
  public struct Report: Hashable, Sendable {
    /// The faults in the order of the file, of each rule no more than the validator keeps.
    public let faults: [Fault]
    /// How many faults there are of each rule that is broken, whether kept or not; errors first,
    /// then warnings, then notes.
    public let counts: [RuleCount]
    /// What the document holds.
    public let summary: Summary

    /// A rule and how often it is broken.
    public struct RuleCount: Hashable, Sendable {
      /// The rule.
      public let rule: Rule
      /// How often it is broken; at least 1.
      public let count: Int
    }

    /// Whether nothing worse than a note was found.
    public var isClean: Bool { counts.allSatisfy { $0.rule.severity == .note } }

    /// Whether there is no error: the document can be read, and keeps to what is required.
    public var isValid: Bool { count(of: .error) == 0 }

    /// How many faults there are of a severity, whether kept or not.
    public func count(of severity: Severity) -> Int {
      counts.reduce(0) { $0 + ($1.rule.severity == severity ? $1.count : 0) }
    }

    /// How often a rule is broken.
    public func count(of rule: Rule) -> Int {
      counts.first { $0.rule == rule }?.count ?? 0
    }
  }
}

extension GeoJSONValidator.Report {
  /// What a document holds, as far as it could be read.
  public struct Summary: Hashable, Sendable {
    /// The type of the document's own object, such as `"FeatureCollection"`; `nil` if it has none
    /// that GeoJSON knows.
    public internal(set) var type: String?
    /// The number of features.
    public internal(set) var features = 0
    /// The number of positions.
    public internal(set) var positions = 0
    /// The types of geometry and how often each occurs, in alphabetical order.
    ///
    /// A feature without a geometry counts as `"null"`; the members of a GeometryCollection are
    /// not counted.
    public internal(set) var geometryTypes: [TypeCount] = []
    /// The extent of all positions; `nil` if there is none.
    public internal(set) var extent: Extent?

    /// A type of geometry and how often it occurs.
    public struct TypeCount: Hashable, Sendable {
      /// The type.
      public let type: String
      /// How often it occurs; at least 1.
      public let count: Int
    }

    /// The least and greatest ordinates, as the document states them.
    public struct Extent: Hashable, Sendable {
      /// The least first ordinate.
      public let west: Double
      /// The least second ordinate.
      public let south: Double
      /// The greatest first ordinate.
      public let east: Double
      /// The greatest second ordinate.
      public let north: Double
    }
  }
}

extension GeoJSONValidator.Report {
  init(_ log: FaultLog, bytes: [UInt8], summary: Summary) {
    let entries = log.entries.enumerated().sorted { left, right in
      (left.element.offset ?? -1, left.offset) < (right.element.offset ?? -1, right.offset)
    }.map(\.element)
    var places = TextPositions(bytes)
    faults = entries.map { entry in
      GeoJSONValidator.Fault(
        rule: entry.rule, position: entry.offset.map { places.position(at: $0) },
        feature: entry.feature, ring: entry.ring, finding: entry.finding)
    }
    counts = GeoJSONValidator.Severity.allCases.flatMap { severity in
      GeoJSONValidator.Rule.allCases.filter { $0.severity == severity }.compactMap { rule in
        log.counts[rule].map { RuleCount(rule: rule, count: $0) }
      }
    }
    self.summary = summary
  }
}

/// Finds lines and columns of offsets that are asked for in ascending order, in one pass.
private struct TextPositions {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark takes no column.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func position(at target: Int) -> TextPosition {
    while offset < min(target, bytes.count) {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[offset] & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return TextPosition(offset: target, line: line, column: column)
  }
}
