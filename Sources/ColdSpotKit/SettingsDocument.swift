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
    guard text.utf8.count <= Self.byteLimit else {
      throw .malformed(
        file: file, line: 1, column: 1, reason: "a study file has \(Self.byteLimit) bytes at most")
    }
    let lines = SettingsLine.all(of: text)
    for line in lines {
      guard let reason = Self.objection(to: line) else { continue }
      throw .malformed(file: file, line: line.number, column: 1, reason: reason)
    }
    do {
      root = Self.value(of: try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw .malformed(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        reason: error.description)
    } catch {
      throw .malformed(file: file, line: 1, column: 1, reason: "\(error)")
    }
    self.lines = Self.numbers(of: lines)
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

  /// The most bytes of a study file; the parser's time grows faster than the file.
  static let byteLimit = 1_000_000
  /// The most names that a key may be made of; the parser recurses into each.
  private static let nameLimit = 20

  /// What a study has no use for and the parser cannot take, if it stands on a line.
  ///
  /// The parser stops at a zero character as if the file ended there, and ends the program at a
  /// table without a name, such as `[` alone or `[/a]`, at white space that is not ASCII, and at
  /// some malformed inline tables and dates.
  private static func objection(to line: SettingsLine) -> String? {
    let hasZero = ["\0", "\\u0000", "\\U00000000"].contains(where: line.text.contains)
    let (key, value) = line.keyAndValue
    if hasZero || value.contains(where: "{}".utf8.contains) || hasDateOrTime(value) {
      return "zero characters, inline tables in braces, dates and times have no place in a study"
    }
    if hasQuote(in: key, notAfter: " \t[.") || hasQuote(in: value, notAfter: " \t=,[") {
      return "a quotation mark stands inside of a word or a number"
    }
    if let other = line.bare.first(where: { $0 != UInt8(ascii: "\t") && !(0x20...0x7E ~= $0) }) {
      return other < 0x80
        ? "a control character stands outside of quotes"
        : "letters with accents, curly quotes and the like may stand between straight quotes only"
    }
    if let name = line.tableName, !(name.first.map(beginsName) ?? false) {
      return "a line that begins with \"[\" must name a table, as [wards] does"
    }
    if key.count(where: { $0 == UInt8(ascii: ".") }) >= nameLimit {
      return "a key is made of \(nameLimit) names at most"
    }
    return nil
  }

  /// Whether there is a colon, or a minus that begins neither a number nor its exponent.
  private static func hasDateOrTime(_ value: ArraySlice<UInt8>) -> Bool {
    value.contains(UInt8(ascii: ":"))
      || zip(value, value.dropFirst()).contains { before, byte in
        byte == UInt8(ascii: "-") && !" \t=,[eE".utf8.contains(before)
      }
  }

  /// Whether a text in quotes begins right behind something that it cannot follow: the parser may
  /// take the quotes for a part of that.
  private static func hasQuote(
    in bare: ArraySlice<UInt8>, notAfter places: String
  ) -> Bool {
    zip(bare, bare.dropFirst()).contains { before, byte in
      "\"'".utf8.contains(byte) && !places.utf8.contains(before)
    }
  }

  /// Whether a name can begin with a character, or may be missing: that the parser says itself.
  private static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-_\"']".utf8.contains(byte)
    }
  }

  /// The parser keeps no positions of keys, so they are found in the text: a `[table]` line opens
  /// a table, and `key =` stands in the table opened last.
  private static func numbers(of lines: [SettingsLine]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    var table = ""
    for line in lines where line.beginsEntry {
      let text = line.text
      if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
        table = text[text.index(after: text.startIndex)..<end].filter { !$0.isWhitespace } + "."
        numbers[String(table.dropLast())] = line.number
      } else if let equals = text.firstIndex(of: "="), !text.hasPrefix("#") {
        let key = text[..<equals].filter { !$0.isWhitespace && $0 != "\"" }
        if numbers[table + key] == nil { numbers[table + key] = line.number }
      }
    }
    return numbers
  }
}
