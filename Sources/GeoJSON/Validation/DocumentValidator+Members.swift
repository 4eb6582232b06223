/// The kinds of value that JSON has.
enum ValueKind: Hashable, CustomStringConvertible {
  case null, boolean, number, string, object, array

  /// The kind with its article.
  var description: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .object: "an object"
    case .array: "an array"
    }
  }
}

// MARK: - Values

extension DocumentValidator {
  /// Moves the cursor past a value, checking all of it.
  mutating func passValue() throws(GeoJSONError) -> ValueKind {
    scanner.skipWhiteSpace()
    switch scanner.current {
    case UInt8(ascii: "{"):
      try members { validator, _, _ throws(GeoJSONError) in _ = try validator.passValue() }
      return .object
    case UInt8(ascii: "["):
      try elements { validator throws(GeoJSONError) in _ = try validator.passValue() }
      return .array
    case UInt8(ascii: "\""):
      try scanner.passString()
      return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      _ = try number()
      return .number
    default:
      if passNotANumber() { return .number }
      let kind: ValueKind = scanner.current == UInt8(ascii: "n") ? .null : .boolean
      try scanner.skipValue()
      return kind
    }
  }

  /// The number under the cursor, which is passed; `nil`, and noted, if it is none that programs
  /// can hold.
  mutating func number() throws(GeoJSONError) -> Double? {
    if passNotANumber() { return nil }
    let start = scanner.offset
    if let number = try scanner.representableNumber() { return number.value }
    let text = String(decoding: scanner.bytes[start..<scanner.offset], as: UTF8.self)
    note(.numberTooLarge, at: start, "the number \(shown(text)) is too large")
    return nil
  }

  /// Whether `NaN` or its like was under the cursor, and has been noted and passed.
  mutating func passNotANumber() -> Bool {
    // Digits are looked at first, as they nearly always are there.
    let next = scanner[scanner.offset + 1]
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if digits.contains(scanner.current) || digits.contains(next) { return false }
    guard let token = scanner.notANumberToken else { return false }
    note(.nanOrInfinity, at: scanner.offset, "\(token) stands for a value")
    scanner.offset += token.utf8.count
    return true
  }
}

// MARK: - Objects and arrays

extension DocumentValidator {
  /// Calls `body` for every member of the object under the cursor, which stands on its value and
  /// is to be moved past it.
  mutating func members(
    _ body: (inout DocumentValidator, _ name: String, _ offset: Int) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) {
    var names = MemberNames()
    var isFirst = true
    try scanner.enterObject()
    while true {
      let place = scanner.nextNameOffset
      guard let name = try scanner.nextMember(isFirst: &isFirst) else { return }
      if names.earlierPlace(of: name) != nil {
        note(.duplicateKey, at: place, "the name \(shown(name)) occurs twice in one object")
      }
      try body(&self, name, place)
    }
  }

  /// Calls `body` for every element of the array under the cursor, which stands on it and is to be
  /// moved past it.
  ///
  /// - Returns: The number of elements.
  @discardableResult
  mutating func elements(
    _ body: (inout DocumentValidator) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) -> Int {
    var count = 0
    var isFirst = true
    try scanner.enterArray()
    while try scanner.nextElement(isFirst: &isFirst) {
      count += 1
      try body(&self)
    }
    return count
  }

  /// Calls `body` for every member of the GeoJSON object under the cursor that is not `bbox` or
  /// `crs`, and holds the box against what the object contains.
  mutating func object(
    _ body: (inout DocumentValidator, _ name: String, _ offset: Int) throws(GeoJSONError) -> Void
  ) throws(GeoJSONError) {
    let outer = contents
    contents = Contents()
    defer { contents = outer.union(contents) }
    var box: BoxMember?
    try members { validator, name, place throws(GeoJSONError) in
      switch name {
      case "bbox": box = try validator.box() ?? box
      case "crs": try validator.referenceSystem(at: place)
      default: try body(&validator, name, place)
      }
    }
    if let box { check(box) }
  }
}

// MARK: - What an object is

extension DocumentValidator {
  /// Whether an object is under the cursor; if not, the value is noted and passed.
  mutating func isObject(
    _ what: String, expecting expected: String = "an object"
  ) throws(GeoJSONError) -> Bool {
    scanner.skipWhiteSpace()
    if scanner.current == UInt8(ascii: "{") { return true }
    try noteWrongValue(what, expected)
    return false
  }

  /// Notes that the value under the cursor, which is passed, is of the wrong kind.
  mutating func noteWrongValue(_ what: String, _ expected: String) throws(GeoJSONError) {
    let start = scanner.offset
    let kind = try passValue()
    note(.wrongValueType, at: start, "\(what) is \(kind), not \(expected)")
  }

  /// Notes a member that belongs to another kind of object.
  mutating func noteClash(_ name: String, in object: String, at offset: Int) {
    note(.foreignMemberClash, at: offset, "\(object) has a \"\(name)\" member")
  }

  /// The `type` of the object under the cursor, which does not move; `nil`, and noted, if it is
  /// none of the given ones.
  mutating func knownType(
    of what: String, among known: [String]
  ) throws(GeoJSONError) -> String? {
    let start = scanner.offset
    var ahead = self
    ahead.log = FaultLog(limit: 0)
    guard let type = try ahead.firstType() else {
      note(.missingType, at: start, "\(what) has no \"type\"")
      return nil
    }
    guard let name = type.name else {
      note(.unknownType, at: type.offset, "the \"type\" of \(what) is not a string")
      return nil
    }
    if known.contains(name) { return name }
    let meant = known.first { $0.lowercased() == name.lowercased() }
    let hint =
      if let meant { "; it is written \(meant)" } else if name == "Topology" {
        ": this is TopoJSON, another format"
      } else { "" }
    note(.unknownType, at: type.offset, "the type of \(what) is \(shown(name))\(hint)")
    return nil
  }

  private mutating func firstType() throws(GeoJSONError) -> (name: String?, offset: Int)? {
    var isFirst = true
    try scanner.enterObject()
    while let name = try scanner.nextMember(isFirst: &isFirst) {
      let place = scanner.offset
      if name == "type" {
        let isString = scanner.current == UInt8(ascii: "\"")
        return (isString ? try scanner.string() : nil, place)
      }
      _ = try passValue()
    }
    return nil
  }
}

extension JSONScanner {
  /// Where the next member of the object that the cursor is in begins, if there is one.
  fileprivate var nextNameOffset: Int {
    var ahead = offset
    func passWhiteSpace() {
      while [0x20, 0x09, 0x0A, 0x0D].contains(self[ahead]) { ahead += 1 }
    }
    passWhiteSpace()
    if self[ahead] == UInt8(ascii: ",") {
      ahead += 1
      passWhiteSpace()
    }
    return ahead
  }
}

/// A text from the document as a message can show it: in quotes, shortened, with control and
/// formatting characters by their numbers.
func shown(_ text: String) -> String {
  let limit = 60
  var shown = ""
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      shown += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return "\"\(shown)\(text.unicodeScalars.dropFirst(limit).isEmpty ? "" : "…")\""
}
