/// What a directory knows of a postcode.
public struct PostcodeEntry: Hashable, Sendable {
  /// The postcode.
  public let postcode: Postcode
  /// Where it is, or last was; `nil` where no position is known.
  public let position: BritishPosition?
  /// What the position is the position of.
  public let precision: PostcodePrecision
  /// How well the position is known; `nil` where the source does not say.
  public let quality: PositionalQuality?
  /// When it came into use; `nil` where the source does not say.
  public let introduced: YearMonth?
  /// When it went out of use; `nil` for a live postcode.
  public let terminated: YearMonth?
  /// Whether a single organisation gets all the post: this is a mailroom, not a place.
  ///
  /// `false` where the source does not say.
  public let isLargeUser: Bool
  /// The code of its ward, in the source's edition; `nil` where there is none.
  public let ward: String?
  /// The code of its borough or district, in the source's edition; `nil` where there is none.
  public let borough: String?
}

/// How large the thing is whose position is given for a postcode, the smallest first.
public enum PostcodePrecision: String, Hashable, Comparable, Sendable {
  /// The postcode itself: some fifteen addresses.
  case postcode
  /// The middle of its sector.
  case sector
  /// The middle of its district.
  case district

  /// Whether one is more precise than the other.
  public static func < (first: PostcodePrecision, second: PostcodePrecision) -> Bool {
    first.rank < second.rank
  }

  private var rank: Int {
    switch self {
    case .postcode: 0
    case .sector: 1
    case .district: 2
    }
  }
}

/// What a directory knows of a sector or a district.
public struct PostcodeSummary: Hashable, Sendable {
  /// The mean position of its live postcodes, or of those it once had where none is live; `nil` where
  /// no position is known.
  ///
  /// In the system in which most of them are given.
  public let centre: BritishPosition?
  /// How many live postcodes it has; 0 where the directory knows sectors only and no numbers.
  public let liveCount: Int
  /// How many postcodes it has or once had.
  public let count: Int
}
