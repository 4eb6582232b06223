/// What is wrong with a study file.
public enum SettingsError: Error, Hashable, Sendable {
  /// The text is not TOML at this line and column.
  case malformed(file: String, line: Int, column: Int, reason: String)
  /// A key that means nothing; the nearest one that does, if any is near.
  case unknownKey(file: String, line: Int?, key: String, nearest: String?)
  /// A value of the wrong kind, or outside its range.
  case invalidValue(file: String, line: Int?, key: String, expected: String)
  /// A word, such as a status, that no organisation has; these are the words they have.
  case unknownWord(file: String, key: String, word: String, nearest: String?, present: [String])
  /// A scenario names an organisation or a function that there is none of.
  case unknownScenarioWord(file: String, key: String, word: String, kind: String, nearest: String?)
  /// A key that must be there is not.
  case missingKey(file: String, key: String)

  /// The stable code of the error.
  public var code: String {
    switch self {
    case .malformed: "E101"
    case .unknownKey: "E102"
    case .invalidValue, .unknownWord, .unknownScenarioWord: "E103"
    case .missingKey: "E104"
    }
  }

  /// What the user can try; empty when the description says it all.
  public var suggestion: String {
    switch self {
    case .unknownKey(_, _, _, let nearest?), .unknownWord(_, _, _, let nearest?, _),
      .unknownScenarioWord(_, _, _, _, let nearest?):
      "Did you mean \"\(nearest)\"?"
    case .missingKey: "The embedded London study, boundaries/study.toml, shows every key."
    default: ""
    }
  }
}

extension SettingsError: CustomStringConvertible {
  /// Where and what.
  public var description: String {
    switch self {
    case .malformed(let file, let line, let column, let reason):
      "\(file):\(line):\(column): \(reason)"
    case .unknownKey(let file, let line, let key, _):
      "\(Self.place(file, line)): unknown key \"\(key)\"."
    case .invalidValue(let file, let line, let key, let expected):
      "\(Self.place(file, line)): \"\(key)\" must be \(expected)."
    case .unknownWord(let file, let key, let word, _, let present):
      "\(file): no organisation has \"\(word)\", which \"\(key)\" names; they have "
        + "\(present.map { "\"\($0)\"" }.joined(separator: ", "))."
    case .unknownScenarioWord(let file, let key, let word, let kind, _):
      "\(file): \"\(key)\" names \"\(word)\", and there is no such \(kind)."
    case .missingKey(let file, let key):
      "\(file): \"\(key)\" is missing."
    }
  }

  private static func place(_ file: String, _ line: Int?) -> String {
    line.map { "\(file):\($0)" } ?? file
  }
}
