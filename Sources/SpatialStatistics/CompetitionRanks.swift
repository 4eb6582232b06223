/// Ranks with gaps after ties ("1, 2, 2, 4"), the largest value first.
public enum CompetitionRanks {
  /// The rank of each value.
  ///
  /// A value shares the rank of the largest one that is at most 10⁻⁹ above it and begins a rank, so
  /// that rounding in the last digit of a sum cannot reorder areas that are equal.
  ///
  /// - Parameter values: One per unit; `nil` for units that take no part.
  /// - Returns: One rank per unit, 1 for the largest value; `nil` where the value is `nil`.
  /// - Complexity: O(*n* log *n*).
  public static func descending(_ values: [Double?]) -> [Int?] {
    let order = values.indices
      .compactMap { index in values[index].map { (index: index, value: $0) } }
      .sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    var ranks = [Int?](repeating: nil, count: values.count)
    // Not by rounding each value: two that are equal but for the last digit may round apart.
    var (rank, largest) = (0, Double.infinity)
    for (position, entry) in order.enumerated() {
      if position == 0 || largest - entry.value > 1e-9 {
        rank = position + 1
        largest = entry.value
      }
      ranks[entry.index] = rank
    }
    return ranks
  }
}
