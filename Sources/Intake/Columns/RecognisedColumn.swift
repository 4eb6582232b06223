/// A column of a table, and what it was taken for.
public struct RecognisedColumn: Hashable, Sendable {
  /// The name as the table writes it.
  public let name: String
  /// What it means; `nil` for a name that no source has.
  public let role: ColumnRole?
  /// Whose name it is; `nil` for one that no source has.
  public let source: DataSource?
  /// The year that the name carries: 2024 for `WD24CD`.
  public let vintage: Int?
  /// Which of several the column is, from 0: 2 for "Beneficiary Location:2:Name".
  public let entry: Int?
  /// Why it was taken for that, in words.
  public let reason: String
  /// The direction of need that the name tells.
  public let needDirection: NeedDirection?
}

/// Which of several columns of one role was taken, and why.
public struct ColumnChoice: Hashable, Sendable {
  /// Why a column is better than the others.
  public enum Reason: String, Hashable, Sendable {
    /// The source has a better and a worse column for it: `pcds` before `pcd`.
    case bestName = "the best of these names"
    /// It carries the latest year: `WD24CD` before `WD22CD`.
    case latestVintage = "the latest edition"
    /// It stands first.
    case first = "the first of them"
  }

  /// The role.
  public let role: ColumnRole
  /// The column taken.
  public let chosen: Int
  /// The columns passed over, best first.
  public let others: [Int]
  /// Why.
  public let reason: Reason
}
