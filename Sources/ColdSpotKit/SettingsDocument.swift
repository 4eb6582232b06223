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

  /// The parser keeps no positions of keys, so they are found in the text: a `[table]` line opens
  /// a table, and `key =` stands in the table opened last.
  private static func lines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    var table = ""
    var isInLongText = false
    let split = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in split.enumerated() {
      let line = line.drop(while: \.isWhitespace)
      // A text in three quotes may run over several lines, which are no keys.
      let wasInLongText = isInLongText
      for quotes in ["\"\"\"", "\'\'\'"] where line.ranges(of: quotes).count % 2 == 1 {
        isInLongText.toggle()
      }
      if wasInLongText { continue }
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        table = line[line.index(after: line.startIndex)..<end].filter { !$0.isWhitespace } + "."
        lines[String(table.dropLast())] = index + 1
      } else if let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        let key = line[..<equals].filter { !$0.isWhitespace && $0 != "\"" }
        if lines[table + key] == nil { lines[table + key] = index + 1 }
      }
    }
    return lines
  }
}

/// One table of a study file, whose keys are all accounted for.
struct SettingsTable {
  let document: SettingsDocument
  private let path: String
  private let members: [String: JSONValue]

  /// The whole document, in which only these keys may stand.
  init(_ document: SettingsDocument, keys: [String]) throws(SettingsError) {
    try self.init(document, path: "", value: document.root, keys: keys)
  }

  private init(
    _ document: SettingsDocument, path: String, value: JSONValue, keys: [String]?
  ) throws(SettingsError) {
    self.document = document
    self.path = path
    guard case .object(let members) = value else {
      throw .invalidValue(
        file: document.file, line: document.line(of: path), key: path, expected: "a table")
    }
    self.members = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    guard let keys else { return }
    for member in members where !keys.contains(member.name) {
      throw .unknownKey(
        file: document.file, line: document.line(of: full(member.name)), key: full(member.name),
        nearest: NearestWord.to(member.name, among: keys))
    }
  }

  /// The names of the keys that are there, in order.
  var keys: [String] { members.keys.sorted() }

  /// A table below this one; `nil` where there is none.
  ///
  /// Without `keys`, any may stand in it.
  func table(_ key: String, keys: [String]? = nil) throws(SettingsError) -> SettingsTable? {
    guard let value = members[key] else { return nil }
    return try SettingsTable(document, path: full(key), value: value, keys: keys)
  }

  /// A table that must be there.
  func requiredTable(_ key: String, keys: [String]) throws(SettingsError) -> SettingsTable {
    guard let table = try table(key, keys: keys) else {
      throw .missingKey(file: document.file, key: full(key))
    }
    return table
  }

  func text(_ key: String) throws(SettingsError) -> String? {
    guard let value = members[key] else { return nil }
    guard case .string(let text) = value else { throw invalid(key, "text in quotes") }
    return text
  }

  func requiredText(_ key: String) throws(SettingsError) -> String {
    guard let text = try text(key) else {
      throw .missingKey(file: document.file, key: full(key))
    }
    return text
  }

  func texts(_ key: String) throws(SettingsError) -> [String]? {
    guard let value = members[key] else { return nil }
    guard case .array(let values) = value else { throw invalid(key, "a list of texts") }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw invalid(key, "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  func number(
    _ key: String, in range: ClosedRange<Double>, expected: String
  ) throws(SettingsError) -> Double? {
    guard let value = members[key] else { return nil }
    guard let number = value.double, number.isFinite, range.contains(number) else {
      throw invalid(key, expected)
    }
    return number
  }

  func system(_ key: String) throws(SettingsError) -> ReferenceSystem? {
    guard let text = try text(key) else { return nil }
    do {
      return try ReferenceSystem(text)
    } catch {
      throw invalid(key, "a known reference system, such as \"EPSG:27700\"")
    }
  }

  func flag(_ key: String) throws(SettingsError) -> Bool? {
    guard let value = members[key] else { return nil }
    guard case .bool(let flag) = value else { throw invalid(key, "true or false") }
    return flag
  }

  /// One of the cases of an enumeration, by its name in files.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(SettingsError) -> Choice? {
    guard let text = try text(key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw invalid(key, "one of \(names)")
    }
    return choice
  }

  func invalid(_ key: String, _ expected: String) -> SettingsError {
    .invalidValue(
      file: document.file, line: document.line(of: full(key)), key: full(key), expected: expected)
  }

  private func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
