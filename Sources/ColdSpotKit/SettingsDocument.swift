internal import GeoJSON
internal import GeometryEngine
internal import TOMLKit

/// A study file as read: nested tables of values, and the line on which each key stands.
struct SettingsDocument {
  let file: String
  let root: JSONValue
  /// The line of each key, by its dotted path.
  private let lines: [String: Int]

  init(_ text: String, file: String) throws(SettingsError) {
    self.file = file
    try Self.requireNamedTables(text, file: file)
    try Self.requirePlainValues(text, file: file)
    do {
      root = Self.value(of: try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw .malformed(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        reason: error.description)
    } catch {
      throw .malformed(file: file, line: 1, column: 1, reason: "\(error)")
    }
    lines = Self.lines(of: text)
  }

  func line(of path: String) -> Int? { lines[path] }

  private static func value(of toml: any TOMLValueConvertible) -> JSONValue {
    if let table = toml.table {
      return .object(
        table.keys.sorted().map { key in
          JSONValue.Member(key, table[key].map(value(of:)) ?? .null)
        })
    }
    if let array = toml.array { return .array(array.map { value(of: $0) }) }
    if let text = toml.string { return .string(text) }
    if let flag = toml.bool { return .bool(flag) }
    if let number = toml.int { return .integer(number) }
    if let number = toml.double { return .number(number) }
    return .null
  }

  /// The parser ends the program at a table without a name, such as `[` alone or `[/a]`, so those
  /// are refused before it sees them.
  private static func requireNamedTables(_ text: String, file: String) throws(SettingsError) {
    for (number, line) in meaningfulLines(of: text) where line.hasPrefix("[") {
      let name = line.drop { $0 == "[" || $0.isWhitespace }
      guard let first = name.unicodeScalars.first,
        first == "]" || first == "\"" || first == "'" || first == "_" || first == "-"
          || (first.isASCII && first.properties.isAlphabetic)
          || ("0"..."9").contains(first)
      else {
        throw .malformed(
          file: file, line: number, column: 1,
          reason: "a line that begins with \"[\" must name a table, as [wards] does")
      }
    }
  }

  /// Refuses what a study has no use for and the parser cannot take.
  ///
  /// It stops at a zero character as if the file ended there, and ends the program at some
  /// malformed inline tables and dates.
  private static func requirePlainValues(_ text: String, file: String) throws(SettingsError) {
    for (number, line) in meaningfulLines(of: text) {
      let isZero =
        line.unicodeScalars.contains("\0") || line.contains("\\u0000")
        || line.contains("\\U00000000")
      let bare = withoutTexts(line)
      guard
        isZero || bare.contains("{") || bare.contains("}")
          || bare.contains(/[0-9]-[0-9]|[0-9]:/)
      else { continue }
      throw .malformed(
        file: file, line: number, column: 1,
        reason: "zero characters, inline tables in braces, dates and times have no place in a study"
      )
    }
  }

  /// A line without its quoted texts and its comment.
  private static func withoutTexts(_ line: Substring) -> String {
    var bare = ""
    var quote: Character?
    var isEscaped = false
    for character in line {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\", open == "\"" {
          isEscaped = true
        } else if character == open {
          quote = nil
        }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return bare
      } else {
        bare.append(character)
      }
    }
    return bare
  }

  /// The parser keeps no positions of keys, so they are found in the text: a `[table]` line opens
  /// a table, and `key =` stands in the table opened last.
  private static func lines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    var table = ""
    for (number, line) in meaningfulLines(of: text) {
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        table = line[line.index(after: line.startIndex)..<end].filter { !$0.isWhitespace } + "."
        lines[String(table.dropLast())] = number
      } else if let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        let key = line[..<equals].filter { !$0.isWhitespace && $0 != "\"" }
        if lines[table + key] == nil { lines[table + key] = number }
      }
    }
    return lines
  }

  /// The lines with their numbers, without white space before them and without those inside a
  /// text in three quotes, which are no keys.
  private static func meaningfulLines(of text: String) -> [(number: Int, line: Substring)] {
    var isInLongText = false
    var lines: [(number: Int, line: Substring)] = []
    let split = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in split.enumerated() {
      let wasInLongText = isInLongText
      for quotes in ["\"\"\"", "\'\'\'"] where line.ranges(of: quotes).count % 2 == 1 {
        isInLongText.toggle()
      }
      if !wasInLongText { lines.append((index + 1, line.drop(while: \.isWhitespace))) }
    }
    return lines
  }
}
