/// Text as the source of a manual page (mdoc) has it.
enum ManualText {
  /// Paragraphs, each sentence on a line of its own, which tells the formatter where one ends.
  ///
  /// Lines set apart by runs of spaces, such as those of a table, stay as they are.
  static func paragraphs(_ text: String) -> [String] {
    var lines: [String] = []
    for paragraph in split(text) {
      let isTable = paragraph.contains { $0.contains("  ") }
      // A display has its own space before it.
      if !lines.isEmpty, !isTable { lines.append(".Pp") }
      lines +=
        isTable
        ? [".Bd -literal -offset indent"] + paragraph.map(escaped) + [".Ed"]
        : sentences(paragraph.joined(separator: " "))
    }
    return lines
  }

  /// The lines of each paragraph, as empty lines set them apart.
  private static func split(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.map(String.init) }
  }

  /// The sentences of a text, wrapped.
  static func sentences(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let escaped = escaped(String(word))
      if !line.isEmpty, line.utf8.count + 1 + escaped.utf8.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? escaped : " " + escaped
      if let last = word.trimmingSuffix(while: { ")\"".contains($0) }).last, ".?!".contains(last) {
        lines.append(line)
        line = ""
      }
    }
    return (line.isEmpty ? lines : lines + [line]).map(guarded)
  }

  private static let width = 76

  /// A word or line with nothing in it that the formatter would take for its own.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      // A hyphen that can be copied into a command.
      case "-" where escaped.isEmpty || escaped.hasSuffix("\\-"): escaped += "\\-"
      case " "..."~": escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return guarded(escaped)
  }

  /// A line that does not begin as a request does.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// A word on the line of a macro: in quotes, and never taken for a macro or for punctuation.
  static func argument(_ text: String) -> String {
    let escaped = escaped(text).replacing("\"", with: "\\(dq")
    return escaped.contains(" ") ? "\"\\&\(escaped)\"" : "\\&\(escaped)"
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
