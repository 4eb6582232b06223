/// Which way an index of need points.
public enum NeedDirection: String, Hashable, Sendable, CaseIterable {
  /// A higher figure means more need: a deprivation score.
  case higher = "higher-is-more-need"
  /// A lower figure means more need: a deprivation rank or decile, where 1 is most deprived.
  case lower = "lower-is-more-need"

  /// What the name of a column tells: its role, or the words in brackets behind it.
  ///
  /// - Returns: `nil` for a name that does not tell; such a column must not be used as need.
  init?(of name: ColumnName, role: ColumnRole?) {
    switch role {
    case .imdScore: self = .higher
    case .imdRank, .imdDecile: self = .lower
    default:
      if Self.highestFirst.contains(where: name.text.contains) {
        self = .lower
      } else if Self.lowestFirst.contains(where: name.text.contains) {
        self = .higher
      } else {
        return nil
      }
    }
  }

  private static let highestFirst = [
    "where 1 is most deprived", "1 is most deprived", "1 = most deprived", "1=most deprived",
    "where 1 is the most deprived",
  ]

  private static let lowestFirst = [
    "where 1 is least deprived", "1 is least deprived", "1 = least deprived",
    "1=least deprived", "where 1 is the least deprived",
  ]
}
