/// Which column names mean what, in which source.
///
/// A pattern is the name in small letters with single spaces; `#` stands for one digit. Patterns
/// match a whole name, never a part of it. What a name means may depend on its neighbours: `name`
/// is a ward in one file and a charity in another, so a name alone yields every reading that
/// some source has for it, and ``RecognisedTable`` chooses.
public struct ColumnLexicon: Sendable {
  /// What one source calls the columns of one role.
  ///
  /// Names in one entry are as good as each other; of two entries with the same role and source,
  /// the earlier is the better column.
  struct Entry: Sendable {
    let role: ColumnRole
    let source: DataSource
    let patterns: [String]

    init(_ role: ColumnRole, _ source: DataSource, _ patterns: String...) {
      self.init(role, source, patterns)
    }

    init(_ role: ColumnRole, _ source: DataSource, _ patterns: [String]) {
      self.role = role
      self.source = source
      self.patterns = patterns
    }
  }

  /// One reading of a name.
  struct Reading: Hashable, Sendable {
    let role: ColumnRole
    let source: DataSource
    /// The place of the entry in the lexicon: lower is better among those of one role and source.
    let rank: Int
  }

  private let readingsByMask: [String: [(pattern: String, reading: Reading)]]

  init(_ entries: [Entry]) {
    var readings: [String: [(pattern: String, reading: Reading)]] = [:]
    for (rank, entry) in entries.enumerated() {
      let reading = Reading(role: entry.role, source: entry.source, rank: rank)
      for pattern in entry.patterns {
        let mask = String(pattern.map { $0.isDecimalDigit ? "#" : $0 })
        readings[mask, default: []].append((pattern, reading))
      }
    }
    readingsByMask = readings
  }

  /// The names that ``DataSource`` lists.
  public static let standard = ColumnLexicon(
    boundaries + postcodes + grants + charities + services + deprivation + study + spreadsheets)

  /// Every reading of a name, in the order of the lexicon; empty for an unknown name.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  func readings(of name: ColumnName) -> [Reading] {
    guard let candidates = readingsByMask[name.mask] else { return [] }
    return candidates.filter { Self.matches($0.pattern, name.text) }.map(\.reading)
  }

  /// Whether a text of the same mask has the digits that the pattern asks for.
  private static func matches(_ pattern: String, _ text: String) -> Bool {
    zip(pattern, text).allSatisfy { $0 == "#" ? $1.isDecimalDigit : $0 == $1 }
  }

  /// The names of a repeated part, written with and without its number: "location:name",
  /// "location:0:name", "location:12:name".
  static func numbered(_ before: String, _ after: String, by mark: String = ":") -> [String] {
    ["", "#" + mark, "##" + mark, "###" + mark].map { before + mark + $0 + after }
  }

  /// The ways to write two words as one name.
  static func joined(_ first: String, _ second: String) -> [String] {
    [first + " " + second, first + "_" + second, first + second]
  }
}
