/// The faults found so far, by offset rather than line, and no more of each rule than asked for.
struct FaultLog {
  struct Entry {
    let rule: GeoJSONValidator.Rule
    let offset: Int?
    let feature: Int?
    let ring: Int?
    let finding: String
  }

  private let limit: Int
  private(set) var entries: [Entry] = []
  private(set) var counts: [GeoJSONValidator.Rule: Int] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts a fault, and keeps it if there are not too many of its rule; only then is the finding
  /// put into words.
  mutating func add(
    _ rule: GeoJSONValidator.Rule, at offset: Int?, feature: Int?, ring: Int? = nil,
    _ finding: () -> String
  ) {
    let count = counts[rule, default: 0]
    counts[rule] = count + 1
    guard count < limit else { return }
    entries.append(
      Entry(rule: rule, offset: offset, feature: feature, ring: ring, finding: finding()))
  }

  /// Adds a fault that is already in words.
  mutating func add(_ entry: Entry) {
    add(entry.rule, at: entry.offset, feature: entry.feature, ring: entry.ring) { entry.finding }
  }

  /// Adds the error that ended the reading.
  mutating func add(_ error: GeoJSONError, feature: Int?, in bytes: [UInt8]) {
    add(error.rule, at: error.position?.offset, feature: feature) { error.finding(in: bytes) }
  }
}

extension GeoJSONError {
  /// The rule that is broken where the reader gives up.
  fileprivate var rule: GeoJSONValidator.Rule {
    switch self {
    case .emptyFile: .emptyFile
    case .truncated: .truncated
    case .invalidNumber: .invalidNumber
    case .notANumber: .nanOrInfinity
    case .invalidEscape: .invalidEscape
    case .invalidUTF8: .notUTF8
    case .depthExceeded: .nestedTooDeep
    case .limitExceeded: .limitExceeded
    // The rest comes of tokens in the wrong place; the validator never asks for a member or a
    // shape in a way that throws.
    case .unexpectedCharacter, .notGeoJSON, .unknownType, .missingMember, .wrongCoordinateShape,
      .tooFewPositions, .unclosedRing:
      .syntax
    }
  }

  fileprivate func finding(in bytes: [UInt8]) -> String {
    switch self {
    case .unexpectedCharacter(let position, let found, .endOfText) where found == "{":
      return position.line > 1
        ? "a second JSON object follows the first: this may be newline-delimited GeoJSON"
        : "a second JSON object follows the first"
    case .unexpectedCharacter(let position, "\u{1E}", _) where position.offset == 0:
      return "the file begins with a record separator: this may be a GeoJSON text sequence"
    case .invalidUTF8(let position)
    where position.offset == 0
      && (bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])):
      return "the file is in UTF-16"
    case .invalidUTF8(let position):
      return "the byte at offset \(position.offset) is not part of a UTF-8 character"
    default:
      // The place is said beside the finding.
      guard let position, description.hasPrefix("\(position): ") else { return description }
      return String(description.dropFirst("\(position): ".count))
    }
  }
}
