public import GeoJSON

extension Finding {
  /// The finding as the manifest and `--json` show it.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(code)), .init("severity", .string(severity.rawValue)),
      .init("file", .string(file)), .init("count", .integer(count)),
      .init("message", .string(message)),
    ]
    if !examples.isEmpty {
      members.append(.init("examples", .array(examples.map(JSONValue.string))))
    }
    if !suggestion.isEmpty { members.append(.init("try", .string(suggestion))) }
    return .object(members)
  }
}
