/// Ranks with gaps after ties ("1, 2, 2, 4"), the largest value first.
public enum CompetitionRanks {
  /// The rank of each value.
  ///
  /// A value shares the rank of the largest one that is at most 10⁻⁹ above it and begins a rank, so
  /// that rounding in the last digit of a sum cannot reorder areas that are equal.
  ///
  /// - Parameter values: One per unit; `nil` for units that take no part.
  /// - Returns: One rank per unit, 1 for the largest value; `nil` where the value is `nil`.
  /// - Complexity: O(*n*).
  public static func descending(_ values: [Double?]) -> [Int?] {
    let ranked = values.indices.filter { values[$0] != nil }
    var ranks = [Int?](repeating: nil, count: values.count)
    for (index, rank) in zip(ranked, descending(ranked.map { values[$0] ?? 0 })) {
      ranks[index] = rank
    }
    return ranks
  }

  /// The rank of each of values that all take part; see ``descending(_:)-([Double?])``.
  ///
  /// - Complexity: O(*n*).
  public static func descending(_ values: [Double]) -> [Int] {
    var ranks = [Int](repeating: 0, count: values.count)
    // Not by rounding each value: two that are equal but for the last digit may round apart.
    var (rank, largest) = (0, Double.infinity)
    for (position, index) in descendingOrder(of: values).enumerated() {
      if position == 0 || largest - values[index] > 1e-9 {
        rank = position + 1
        largest = values[index]
      }
      ranks[index] = rank
    }
    return ranks
  }
}
