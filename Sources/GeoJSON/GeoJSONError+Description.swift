extension GeoJSONError: CustomStringConvertible {
  /// The problem in words, with its line and column.
  public var description: String {
    switch self {
    case .emptyFile: "the file is empty"
    case .truncated(let position): "\(position): the file ends in the middle of the document"
    case .unexpectedCharacter(let position, let found, let expected):
      "\(position): expected \(expected), found \(quoted(found))"
    case .invalidNumber(let position, let text): "\(position): \"\(text)\" is not a number"
    case .notANumber(let position, let token):
      "\(position): \(token) is not a number that JSON has; use null"
    case .invalidEscape(let position): "\(position): the escape in this string is not one of JSON"
    case .invalidUTF8(let position):
      "\(position) (byte \(position.offset)): the file is not UTF-8"
    case .depthExceeded(let position, let limit):
      "\(position): nested deeper than \(limit) levels"
    case .limitExceeded(let position, let kind, let value):
      "\(position.map { "\($0): " } ?? "")more than \(value) \(kind)"
    case .notGeoJSON(let position, let type):
      if let type {
        "\(position): a document of type \"\(type)\" is not GeoJSON"
      } else {
        "\(position): the document has no GeoJSON \"type\""
      }
    case .unknownType(let position, let feature, let type):
      "\(position): feature \(feature): the type \"\(type)\" does not belong here"
    case .missingMember(let position, let feature, let name):
      "\(position): \(feature.map { "feature \($0)" } ?? "the document") has no \"\(name)\" member"
    case .wrongCoordinateShape(let position, let feature):
      "\(position): feature \(feature): the coordinates are not shaped as their geometry type asks"
    case .tooFewPositions(let position, let feature, let ring, let count):
      "\(position): feature \(feature), ring \(ring): only \(count) positions"
    case .unclosedRing(let position, let feature, let ring):
      "\(position): feature \(feature), ring \(ring): the last position differs from the first"
    }
  }
}

extension GeoJSONError.Expected: CustomStringConvertible {
  /// What was expected, in words.
  public var description: String {
    switch self {
    case .value: "a value"
    case .object: "an object"
    case .objectOrNull: "an object or null"
    case .array: "an array"
    case .string: "a string"
    case .identifier: "a string or a number"
    case .memberName: "a member name in quotes"
    case .colon: "a colon"
    case .comma: "a comma"
    case .commaOrEndOfObject: "a comma or \"}\""
    case .commaOrEndOfArray: "a comma or \"]\""
    case .endOfString: "the end of the string"
    case .endOfRecord: "the end of the record"
    case .endOfText: "the end of the file"
    }
  }
}

extension GeoJSONError.LimitKind: CustomStringConvertible {
  /// What is limited, in words.
  public var description: String {
    switch self {
    case .bytes: "bytes"
    case .vertices: "positions"
    case .stringBytes: "bytes in one string"
    }
  }
}

/// A character as a message can show it: a control or formatting character by its number.
private func quoted(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
    .spaceSeparator:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  default: return "\"\(scalar)\""
  }
}
