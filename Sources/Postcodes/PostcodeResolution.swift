/// What a directory makes of a cell.
///
/// Only ``found(_:)`` and ``terminated(_:)`` place anything at a postcode; every other case says why
/// not, and what could be meant.
public enum PostcodeResolution: Hashable, Sendable {
  /// The cell holds nothing.
  case empty
  /// A live postcode with a position.
  case found(PostcodeMatch)
  /// A postcode that is out of use since ``PostcodeEntry/terminated``, at its last known position.
  case terminated(PostcodeMatch)
  /// A postcode whose position nobody gives: a box in a post office, a new or a fictitious one.
  case noGridReference(PostcodeMatch)
  /// A sector only, and what is known of it; `nil` where the directory does not have it.
  case sector(PostcodeSector, PostcodeSummary?)
  /// A district only, and what is known of it; `nil` where the directory does not have it.
  case district(PostcodeDistrict, PostcodeSummary?)
  /// Several different things in one cell, each with its own answer.
  case several([PostcodeResolution])
  /// A postcode that is right in form and not in the directory.
  ///
  /// `sector` is what is known of its sector, a possible place that nobody has confirmed; `possible`
  /// are the postcodes of the directory that look alike, in ascending order.
  case unknown(Postcode, sector: PostcodeSummary?, possible: [Postcode])
  /// No postcode, or one that does not exist, that looks like each of these, which do.
  case ambiguous(original: String, [Postcode])
  /// No postcode; it looks like `candidates`, none of which is in the directory.
  case notAPostcode(original: String, candidates: [Postcode])
}

extension PostcodeResolution {
  /// What was found, wherever it is and whether it is still in use.
  public var match: PostcodeMatch? {
    switch self {
    case .found(let match), .terminated(let match), .noGridReference(let match): match
    default: nil
    }
  }

  /// How large the thing is that the cell names, where it is known to exist.
  public var precision: PostcodePrecision? {
    switch self {
    case .found(let match), .terminated(let match): match.entry.precision
    case .sector(_, .some): .sector
    case .district(_, .some): .district
    default: nil
    }
  }
}

/// A postcode of a directory, and how it was found in a cell.
public struct PostcodeMatch: Hashable, Sendable {
  /// What the directory knows of it.
  public let entry: PostcodeEntry
  /// The piece of the cell that was read, as it stands there.
  public let original: String
  /// Whether look-alike characters were taken for each other to find it: what stands in the cell is
  /// not this postcode in any spelling.
  public let isRepaired: Bool
  /// Other postcodes earlier in the same line of an address.
  public let passedOver: [Postcode]
}
