/// What became of the rows of a file.
///
/// Each was used as it is, used after a repair, or set aside with a reason; none is lost.
public struct RowAccount: Hashable, Sendable {
  /// The rows with data, those set aside included.
  public let rows: Int
  /// Those used after a repair that had one possible reading.
  public let repaired: Int
  /// Those set aside, by reason, the reasons in alphabetical order.
  public let setAside: [Reason]

  /// Why rows were set aside, and how many.
  public struct Reason: Hashable, Sendable {
    /// The reason in a few words: "a row of totals".
    public let text: String
    /// The number of rows.
    public let count: Int
  }

  /// An account from the reasons why rows were set aside, one each.
  ///
  /// - Precondition: No more rows are repaired and set aside than there are.
  public init(rows: Int, repaired: Int = 0, setAside reasons: [String] = []) {
    precondition(repaired + reasons.count <= rows, "rows are counted twice")
    self.rows = rows
    self.repaired = repaired
    setAside = Dictionary(grouping: reasons, by: \.self)
      .map { Reason(text: $0.key, count: $0.value.count) }
      .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
  }

  /// The rows that count: all but those set aside.
  public var used: Int { rows - setAside.reduce(0) { $0 + $1.count } }
}
