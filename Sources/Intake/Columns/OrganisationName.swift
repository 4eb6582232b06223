/// Names of organisations, compared to propose that two rows are one organisation.
///
/// Two organisations may share a name: rows are merged on their ``OrganisationIdentifier`` only,
/// and a match of names is a question for a person.
public enum OrganisationName {
  /// What is left of a name without its legal form, "the", "and", punctuation, case and accents.
  ///
  /// A name of nothing but such words keeps them. Spelling differences that remain are
  /// differences: "Centre" and "Center".
  public static func folded(_ name: String) -> String {
    var words = [""]
    for character in name {
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if !"'’‘`.".contains(character), words.last != "" {
        words.append("")
      }
    }
    if words.last == "" { words.removeLast() }
    words = words.map(FoldedWord.of)
    let kept = withoutForms(words).filter { !dropped.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  /// The groups of names that could be one organisation each, as indices in order; a name that
  /// is like no other is in none.
  ///
  /// - Complexity: O(*n*) in the length of all names.
  public static func proposals(_ names: [String]) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    for (index, name) in names.enumerated() {
      let key = folded(name)
      if !key.isEmpty { groups[key, default: []].append(index) }
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private static let dropped: Set<String> = [
    "ltd", "limited", "cio", "cic", "plc", "llp", "scio", "the", "and",
  ]

  private static let forms: [[String]] = [
    ["community", "interest", "company"], ["charitable", "incorporated", "organisation"],
    ["public", "limited", "company"], ["company", "limited", "by", "guarantee"],
  ]

  /// The words without legal forms written out.
  private static func withoutForms(_ words: [String]) -> [String] {
    var rest: [String] = []
    var index = 0
    while index < words.count {
      if let form = forms.first(where: { words[index...].starts(with: $0) }) {
        index += form.count
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    return rest
  }
}
