/// The texts that a simple regular expression matches, written out.
///
/// Knows what the table of column names uses: alternatives, groups, `?`, a set of letters, `\d{2}`
/// and `\d+`, and escaped signs; for digits it takes a few examples.
struct NamePattern {
  /// The texts, each once.
  let samples: [String]

  init(_ pattern: String) {
    var parser = Parser(rest: Array(pattern.filter { $0 != "^" && $0 != "$" }))
    samples = Array(Set(parser.alternatives())).sorted()
  }

  private struct Parser {
    var rest: [Character]

    mutating func alternatives() -> [String] {
      var all = sequence()
      while rest.first == "|" {
        rest.removeFirst()
        all += sequence()
      }
      return all
    }

    private mutating func sequence() -> [String] {
      var texts = [""]
      while let next = rest.first, next != "|", next != ")" {
        var choices = atom()
        if rest.first == "?" {
          rest.removeFirst()
          choices.append("")
        }
        texts = texts.flatMap { text in choices.map { text + $0 } }
      }
      return texts
    }

    private mutating func atom() -> [String] {
      let character = rest.removeFirst()
      switch character {
      case "(":
        let inner = alternatives()
        rest.removeFirst()
        return inner
      case "[":
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        let letters = rest[..<end].map(String.init)
        rest.removeFirst(end + 1)
        return letters
      case "\\":
        let escaped = rest.removeFirst()
        guard escaped == "d" else { return [String(escaped)] }
        let isRepeated = rest.first == "+"
        rest.removeFirst(isRepeated ? 1 : 3)
        return isRepeated ? ["0", "7", "12"] : ["18", "24"]
      default:
        return [String(character)]
      }
    }
  }
}
