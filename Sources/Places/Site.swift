public import SimpleFeatures

/// Where an organisation works from: one of its doors.
public struct Site: Hashable, Sendable {
  /// The position, if there is one, in the study's reference system.
  public let position: Coordinate?
  /// How well it is known.
  public let precision: LocationPrecision
  /// Its own name, such as "Peckham office"; empty where it has none.
  public let name: String
  /// Its postcode; empty where unknown.
  public let postcode: String
  /// What to bear in mind about it.
  public let flags: Set<Flag>
  /// The row that told of it, where it was read from one.
  public let source: RowSource?

  /// A site from its parts.
  ///
  /// - Parameters:
  ///   - position: Where it is; without one there is no precision either.
  ///   - precision: How well that is known.
  ///   - name: Its own name.
  ///   - postcode: Its postcode.
  ///   - flags: What to bear in mind.
  ///   - source: The row that told of it.
  public init(
    position: Coordinate?, precision: LocationPrecision, name: String = "",
    postcode: String = "", flags: Set<Flag> = [], source: RowSource? = nil
  ) {
    self.position = position
    self.precision = position == nil ? .none : precision
    self.name = name
    self.postcode = postcode
    self.flags = flags
    self.source = source
  }

  /// No location at all, and nothing said of any.
  public static let unknown = Site(position: nil, precision: .none)

  /// Whether it tells neither where it is nor what it is called.
  public var isUnknown: Bool { position == nil && name.isEmpty && postcode.isEmpty }

  /// The position from which distances may be measured in a study that asks for a precision;
  /// `nil` where it is known less well, and for the middle point of a borough.
  public func position(knownAtLeast least: LocationPrecision) -> Coordinate? {
    precision.isAtLeast(least) ? position : nil
  }

  /// Its name and postcode, so far as they are known: "Peckham office, SE15 4AA".
  public var label: String {
    [name, postcode].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Site {
  /// Something to bear in mind about a site.
  public enum Flag: Hashable, Sendable {
    /// It is the main one of its organisation's.
    case main
    /// It is an office address, such as one that many unrelated organisations share: perhaps not
    /// where they work.
    case headOffice
    /// Its postcode belongs to one receiver of much post: a mailroom, perhaps not a place of work.
    case largeUser
    /// Its postcode is no longer in use, since the date in the source's words.
    case terminated(since: String)
    /// Its postcode was mended from another spelling.
    case repaired(from: String)
  }
}

extension Site.Flag: CustomStringConvertible {
  /// The flag in words: "terminated 2016-03".
  public var description: String {
    switch self {
    case .main: "main site"
    case .headOffice: "head office"
    case .largeUser: "large user"
    case .terminated(let since): since.isEmpty ? "terminated" : "terminated \(since)"
    case .repaired(let spelling): "repaired from \(spelling)"
    }
  }
}
