extension JSONScanner {
  /// The value under the cursor, whatever it is.
  mutating func value() throws(GeoJSONError) -> JSONValue {
    skipWhiteSpace()
    switch current {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["):
      try enterArray()
      var elements: [JSONValue] = []
      var isFirst = true
      while try nextElement(isFirst: &isFirst) { elements.append(try value()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let number = try number()
      // An integer cannot hold the sign of -0.
      if number.value == 0, number.value.sign == .minus { return .number(number.value) }
      return number.integer.map(JSONValue.integer) ?? .number(number.value)
    default:
      switch try literal() {
      case .null: return .null
      case .true: return .bool(true)
      case .false: return .bool(false)
      }
    }
  }

  /// The members of the object under the cursor; of a name that comes twice the last value, in the
  /// place of the first.
  mutating func members() throws(GeoJSONError) -> [JSONValue.Member] {
    try enterObject()
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    // Objects of one file tend to have the same members.
    members.reserveCapacity(usualMembers)
    var isFirst = true
    while let name = try nextMember(isFirst: &isFirst) {
      let value = try value()
      if let place = names.earlierPlace(of: name, in: members) {
        members[place].value = value
        repeatedNames.append(name)
      } else {
        members.append(JSONValue.Member(name, value))
      }
    }
    usualMembers = min(members.count, 64)
    return members
  }

  /// Moves the cursor past a value, checking all of it and keeping nothing.
  mutating func skipValue() throws(GeoJSONError) {
    skipWhiteSpace()
    switch current {
    case UInt8(ascii: "{"):
      try enterObject()
      var isFirst = true
      while try nextMember(isFirst: &isFirst) != nil { try skipValue() }
    case UInt8(ascii: "["):
      try enterArray()
      var isFirst = true
      while try nextElement(isFirst: &isFirst) { try skipValue() }
    case UInt8(ascii: "\""): try passString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
    default: _ = try literal()
    }
  }

  /// Whether `null` was under the cursor, and has been passed.
  mutating func passNull() throws(GeoJSONError) -> Bool {
    skipWhiteSpace()
    guard current == UInt8(ascii: "n") else { return false }
    _ = try literal()
    return true
  }

  enum Literal: String, CaseIterable {
    case null, `true`, `false`
  }

  private mutating func literal() throws(GeoJSONError) -> Literal {
    for literal in Literal.allCases where current == literal.rawValue.utf8.first {
      var index = offset
      for byte in literal.rawValue.utf8 {
        guard self[index] == byte else {
          if index == end { throw .truncated(at: position(at: end)) }
          throw unexpectedValue()
        }
        index += 1
      }
      offset = index
      return literal
    }
    throw unexpectedValue()
  }
}
