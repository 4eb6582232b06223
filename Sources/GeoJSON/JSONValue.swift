/// A value of a JSON text.
///
/// Whole numbers that fit in an `Int` are kept apart from other numbers, and the members of an
/// object keep the order of the text, so that writing what was read changes nothing of substance.
///
/// - SeeAlso: RFC 8259.
public enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case bool(Bool)
  /// A number written without fraction and exponent that fits in an `Int`.
  case integer(Int)
  /// Any other number; always finite when read.
  case number(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object: its members in the order of the text, each name once.
  case object([Member])

  /// A name and its value in an object.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public var name: String
    /// The member's value.
    public var value: JSONValue

    /// Makes a member of a name and a value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// The value as a table cell would show it: the string itself, or a number in plain digits.
  ///
  /// A number that is whole shows no fraction: both `7` and `7.0` give `"7"`. `nil` for every other
  /// kind of value.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .integer(let value): String(value)
    case .number(let value): PlainNumber.text(value, keepingFraction: false)
    case .null, .bool, .array, .object: nil
    }
  }

  /// The number; `nil` for a value that is not a number, and for a string of digits too.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// The value of a member; `nil` if this is not an object or has no member of that name.
  ///
  /// - Complexity: O(*n*) in the number of members.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
