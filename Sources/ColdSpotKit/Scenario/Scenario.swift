public import SimpleFeatures

/// What if: organisations that close, move or open, and the functions that are looked at.
///
/// It is part of a study's settings, so that a scenario is a study like any other: the command, the
/// library and the map service compute it by the same call, and a study file keeps it.
public struct Scenario: Hashable, Sendable {
  /// An organisation that works from another place.
  public struct Move: Hashable, Sendable {
    /// The organisation's identifier.
    public var organisation: String
    /// Its one new site.
    public var position: LonLat

    /// A move from its parts.
    public init(_ organisation: String, to position: LonLat) {
      self.organisation = organisation
      self.position = position
    }
  }

  /// A new organisation, with the capacity of any other.
  public struct Opening: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its site.
    public var position: LonLat
    /// The keys of the functions that it provides; empty for all of them.
    public var functions: [String]

    /// An opening from its parts.
    public init(_ name: String, at position: LonLat, functions: [String] = []) {
      self.name = name
      self.position = position
      self.functions = functions
    }
  }

  /// The identifiers of the organisations that close.
  public var closed: [String]
  /// The organisations that move.
  public var moved: [Move]
  /// The organisations that open.
  public var added: [Opening]
  /// The keys of the functions that count, the others weighing nothing; empty for all of them.
  public var functions: [String]

  /// A scenario from its parts; without any, nothing changes.
  public init(
    closed: [String] = [], moved: [Move] = [], added: [Opening] = [], functions: [String] = []
  ) {
    self.closed = closed
    self.moved = moved
    self.added = added
    self.functions = functions
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { self == Scenario() }

  /// The most changes of a scenario, and the most bytes of a name.
  public static let changeLimit = 1_000
  /// The most bytes of a new organisation's name.
  public static let nameLimit = 200
}
