public import SimpleFeatures

/// The code that identifies an area, such as the GSS code `E09000016`.
public struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The code as written.
  public let description: String

  /// A code from its text.
  public init(_ text: String) {
    description = text
  }

  /// A code written in source.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// Orders codes by their bytes, so that the order is the same in every locale.
  public static func < (left: AreaCode, right: AreaCode) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

/// What kind of area, in the user's word: "ward", "borough", "arrondissement".
public struct AreaLevel: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The word, in the singular.
  public let description: String

  /// A level from its name in the singular.
  public init(_ name: String) {
    description = name
  }

  /// A level written in source.
  public init(stringLiteral name: String) {
    self.init(name)
  }
}

/// The edition of a set of boundaries, such as "May 2025".
public struct Vintage: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The edition as its publisher words it; empty when unknown.
  public let description: String

  /// An edition from its publisher's words.
  public init(_ text: String) {
    description = text
  }

  /// An edition written in source.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

/// A place with a border: a ward, a borough.
public struct Area: Sendable {
  /// Its code, unique within its level.
  public let code: AreaCode
  /// Its name, which may not be unique: several boroughs have an "Abbey" ward.
  public let name: String
  /// The code of the area of the next level up that it belongs to, if known.
  public let parent: AreaCode?
  /// Its shape, in the study's reference system.
  public let shape: MultiPolygon

  /// An area from its parts.
  public init(code: AreaCode, name: String, parent: AreaCode? = nil, shape: MultiPolygon) {
    self.code = code
    self.name = name
    self.parent = parent
    self.shape = shape
  }
}
