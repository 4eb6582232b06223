/// The properties of a feature, in the order of the file, each name once.
public struct Properties: Hashable, Sendable {
  /// Names and values in the order of the file.
  public let members: [JSONValue.Member]

  /// Makes properties of members whose names differ.
  ///
  /// - Precondition: No name occurs twice.
  public init(_ members: [JSONValue.Member] = []) {
    precondition(
      Set(members.map(\.name)).count == members.count, "two properties have the same name")
    self.members = members
  }

  /// Makes properties of members already known to differ in name.
  init(distinct members: [JSONValue.Member]) {
    self.members = members
  }

  /// The names in the order of the file.
  public var keys: [String] { members.map(\.name) }

  /// The value of a property; `nil` if the feature has none of that name.
  ///
  /// A property that is there and holds `null` gives ``JSONValue/null``.
  ///
  /// - Complexity: O(*n*) in the number of properties.
  public subscript(key: String) -> JSONValue? {
    members.first { $0.name == key }?.value
  }
}

extension Properties: ExpressibleByDictionaryLiteral {
  /// Makes properties in the order of the literal.
  ///
  /// - Precondition: No name occurs twice.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { JSONValue.Member($0.0, $0.1) })
  }
}
