public import Places

/// What a text says about the areas that an organisation serves.
///
/// Every letter and digit of the text stands in exactly one of ``matched``, ``fillers`` and
/// ``unresolved``: nothing is dropped.
public struct RemitReading: Hashable, Sendable {
  /// A part of the text that was understood.
  public struct Match: Hashable, Sendable {
    /// How a part was understood.
    public enum How: Hashable, Sendable {
      /// The code of an area.
      case code
      /// The name of a borough.
      case borough
      /// The name of a ward that only one has, or told by its borough.
      case ward
      /// The name of a region, with the source of its definition.
      case region(source: String)
      /// The code of another area, for which a lookup gave areas of the study.
      case lookup
      /// Words for the whole study area.
      case everywhere
      /// Words for a reach.
      case scope(RemitScope)
      /// The record's own borough: "borough-wide".
      case ownBorough
      /// Says only where a narrower area lies: "London" in "Lambeth, London".
      case context
    }

    /// The part as the text has it.
    public let text: String
    /// The areas it stands for, sorted; empty for a reach, and for what only says where.
    public let codes: [AreaCode]
    /// Areas it stands for that the study does not have.
    public let missing: [AreaCode]
    /// How it was understood.
    public let how: How
  }

  /// A part of the text that was not understood.
  public struct Unresolved: Hashable, Sendable {
    /// Why a part was not understood.
    public enum Reason: Hashable, Sendable {
      /// No area of the study has the name.
      case unknownName
      /// Several areas have the name; the borough is missing.
      case ambiguousName
      /// Words around a known name that could change its meaning: "north Lambeth".
      case unknownWords
      /// Something is taken away from something: "all but Bromley".
      case exclusion
      /// An area code that is neither in the study nor in the lookup.
      case codeNotHeld(AreaCode)
      /// A country or continent elsewhere.
      case outside
      /// The name of an area of another kind than the record says.
      case otherType
      /// The record's own borough, which is not known.
      case noBorough
    }

    /// The part as the text has it.
    public let text: String
    /// Why.
    public let reason: Reason
    /// The areas that it may mean, sorted; empty where nobody can say.
    public let candidates: [AreaCode]
    /// A name that differs in a letter or two; given for the first few parts of a text.
    public let nearest: String?
  }

  /// The areas served, sorted, each once.
  public let areas: [AreaCode]
  /// Whether the text says that the whole study area is served.
  public let isEverywhere: Bool
  /// The widest reach that the text tells in words or codes of reach.
  public let scope: RemitScope?
  /// What was understood, in the order of the text.
  public let matched: [Match]
  /// Words that change nothing, in the order of the text.
  public let fillers: [String]
  /// What was not understood, in the order of the text.
  public let unresolved: [Unresolved]

  init(matched: [Match], fillers: [String], unresolved: [Unresolved]) {
    self.matched = matched
    self.fillers = fillers
    self.unresolved = unresolved
    areas = Set(matched.flatMap(\.codes)).sorted()
    let scopes = matched.compactMap { match -> RemitScope? in
      switch match.how {
      case .everywhere: .studyWide
      case .scope(let scope): scope
      default: nil
      }
    }
    scope = scopes.max()
    isEverywhere = scopes.contains { $0.coversStudy }
  }

  /// The remit: everywhere, the areas, or none.
  public var remit: Remit {
    isEverywhere ? .everywhere : areas.isEmpty ? .none : .areas(areas)
  }

  /// The codes that a lookup could resolve, sorted, each once.
  public var codesToLookUp: [AreaCode] {
    let codes = unresolved.compactMap { part -> AreaCode? in
      guard case .codeNotHeld(let code) = part.reason else { return nil }
      return code
    }
    return Set(codes).sorted()
  }

  /// What several texts of one record say together: its codes and its names, or eight locations.
  public static func together(_ readings: [RemitReading]) -> RemitReading {
    RemitReading(
      matched: readings.flatMap(\.matched), fillers: readings.flatMap(\.fillers),
      unresolved: readings.flatMap(\.unresolved))
  }
}

extension RemitReading.Unresolved: CustomStringConvertible {
  /// Why the part was not understood, and what could help, in one sentence.
  public var description: String {
    let meant = nearest.map { " Was \"\($0)\" meant?" } ?? ""
    let areas = candidates.map(\.description).joined(separator: ", ")
    switch reason {
    case .unknownName: return "No area of the study has this name." + meant
    case .ambiguousName: return "Several areas have this name (\(areas)): add the borough."
    case .unknownWords: return "There is a known name in it, but words beside it are not." + meant
    case .exclusion: return "It takes something away: list what is left."
    case .codeNotHeld(let code): return "\(code) is no area of the study; a lookup may have it."
    case .outside: return "It lies outside the study area."
    case .otherType: return "It is a name of another kind of area than the record says (\(areas))."
    case .noBorough: return "It means the borough of the record, which is not given."
    }
  }
}
