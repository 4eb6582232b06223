/// A line of a study file, told apart as TOML does: what stands in quotes, what in comments.
///
/// - SeeAlso: T. Preston-Werner, P. Gedam, *TOML v1.0.0*, 2021.
struct SettingsLine {
  /// The number of the line, counted from 1.
  let number: Int
  /// Whether a table or a key may begin on it, because no list and no long text is open.
  let beginsEntry: Bool
  /// The whole line, without white space before it.
  let text: String
  /// The line without its comment; of texts in quotes only the quotes are left.
  let bare: [UInt8]

  /// The name between the brackets of a table, with what stands behind it; `nil` for other lines.
  var tableName: ArraySlice<UInt8>? {
    guard beginsEntry, bare.first == UInt8(ascii: "[") else { return nil }
    let inner = bare.dropFirst().trimmedStart
    return inner.first == UInt8(ascii: "[") ? inner.dropFirst().trimmedStart : inner
  }

  /// What stands before the first "=", and what behind it; a line in a list is all value.
  var keyAndValue: (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
    guard beginsEntry else { return ([], bare[...]) }
    let equals = bare.firstIndex(of: UInt8(ascii: "=")) ?? bare.endIndex
    return (bare[..<equals], bare[equals...])
  }
}

extension SettingsLine {
  /// The lines of a text, without a byte order mark.
  static func all(of text: String) -> [SettingsLine] {
    var scanner = Scanner()
    let body = text.utf8.dropFirst(text.utf8.starts(with: "\u{FEFF}".utf8) ? 3 : 0)
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let bytes = Array((line.last == UInt8(ascii: "\r") ? line.dropLast() : line).trimmedStart)
      let beginsEntry = scanner.isBetweenEntries
      return SettingsLine(
        number: index + 1, beginsEntry: beginsEntry, text: String(decoding: bytes, as: UTF8.self),
        bare: scanner.bare(bytes))
    }
  }

  /// What is open at the end of a line.
  private struct Scanner {
    /// The quotation mark of the text that is open.
    private var quote: UInt8?
    /// Whether that text began with three of them, and so may run over lines.
    private var isLong = false
    /// The number of brackets that are open.
    private var depth = 0

    var isBetweenEntries: Bool { quote == nil && depth == 0 }

    mutating func bare(_ line: [UInt8]) -> [UInt8] {
      var bare: [UInt8] = []
      var index = 0
      while index < line.count {
        let byte = line[index]
        if let quote {
          index += passText(line[index...], endingWith: quote)
        } else if byte == UInt8(ascii: "#") {
          break
        } else {
          bare.append(byte)
          index += pass(line[index...])
        }
      }
      // Other texts end on their line, or the parser stops there.
      if !isLong { quote = nil }
      return bare
    }

    /// Passes one character outside of texts, or the quotes that begin one.
    private mutating func pass(_ rest: ArraySlice<UInt8>) -> Int {
      switch rest.first {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = rest.first
        isLong = rest.prefix(3).count { $0 == rest.first } == 3
        return isLong ? 3 : 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: break
      }
      return 1
    }

    /// Passes one character of a text, or the quotes at its end; of a long text the last two quotes
    /// of five may be part of it.
    private mutating func passText(_ rest: ArraySlice<UInt8>, endingWith mark: UInt8) -> Int {
      if rest.first == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") { return 2 }
      guard rest.first == mark else { return 1 }
      let marks = rest.prefix(isLong ? 5 : 1).prefix { $0 == mark }.count
      if !isLong || marks >= 3 { (quote, isLong) = (nil, false) }
      return marks
    }
  }
}

extension Collection<UInt8> {
  /// The bytes without the spaces and tabs before them.
  fileprivate var trimmedStart: SubSequence {
    drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
