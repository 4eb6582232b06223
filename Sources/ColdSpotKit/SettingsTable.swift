internal import GeoJSON
internal import GeometryEngine

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

  /// A text, or a list of texts.
  func textOrTexts(_ key: String) throws(SettingsError) -> [String]? {
    if case .string(let text)? = members[key] { return [text] }
    return try texts(key)
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

  func numbers(
    _ key: String, in range: ClosedRange<Double>, expected: String
  ) throws(SettingsError) -> [Double]? {
    guard let value = members[key] else { return nil }
    guard case .array(let values) = value else { throw invalid(key, "a list of \(expected)") }
    let numbers = values.compactMap(\.double).filter { $0.isFinite && range.contains($0) }
    guard numbers.count == values.count else { throw invalid(key, "a list of \(expected)") }
    return numbers
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
