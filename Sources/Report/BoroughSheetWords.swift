internal import GeoJSON

/// Numbers and lists as people read them, the same in every locale.
enum BoroughSheetWords {
  /// A number with exactly so many decimals, and thousands set apart by commas; a dash for none.
  static func number(_ number: Double?, decimals: Int = 0) -> String {
    guard let number else { return "–" }
    let plain = PropertyValue.decimal(number, places: decimals).plainText
    let parts = plain.split(separator: ".", maxSplits: 1)
    let isNegative = plain.hasPrefix("-")
    var digits = Array(parts[0].drop { $0 == "-" })
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    let whole = (isNegative ? "−" : "") + String(digits)
    guard decimals > 0 else { return whole }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return whole + "." + fraction + String(repeating: "0", count: decimals - fraction.count)
  }

  /// A share as a percentage; a dash for none, and never 0 or 100 for what is not.
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    if share > 0, share < 0.005 { return "< 1 %" }
    if share < 1, share >= 0.995 { return "> 99 %" }
    return number(100 * share) + " %"
  }

  /// So many of a thing: "1 ward", "20 wards".
  static func count(_ number: Int, _ noun: String) -> String {
    "\(Self.number(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A rank in a row: "1st", "22nd", "113th".
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// A list in a sentence: "a, b and c".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A list in a sentence of at most so many characters: "a, b and 3 more"; one is always named.
  static func list(_ words: [String], within limit: Int) -> String {
    let whole = list(words)
    guard whole.count > limit, words.count > 1 else { return whole }
    func cut(_ named: Int) -> String {
      "\(words.prefix(named).joined(separator: ", ")) and \(words.count - named) more"
    }
    return cut((2..<words.count).last { cut($0).count <= limit } ?? 1)
  }

  /// A text of at most so many characters, cut with an ellipsis.
  static func short(_ text: String, _ limit: Int) -> String {
    let text = printable(text)
    return text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }

  /// A text with its first letter in lower case, as in the middle of a sentence.
  static func inSentence(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A text with its first letter in upper case.
  static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A text without what no reader sees, such as the marks that turn the direction of writing.
  ///
  /// Stacks of accents without a letter between them are cut too: one character may be a megabyte.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: continue
      case .nonspacingMark, .enclosingMark, .spacingMark: marks += 1
      default: marks = 0
      }
      if marks <= 3 { result.append(scalar) }
    }
    return String(result)
  }
}
