/// Ranks with gaps after ties ("1, 2, 2, 4"), the largest value first.
public enum CompetitionRanks {
  /// The rank of each value.
  ///
  /// A value shares the rank of the largest one that is at most 10⁻⁹ above it and begins a rank, so
  /// that rounding in the last digit of a sum cannot reorder areas that are equal.
  ///
  /// - Parameter values: One per unit; `nil` for units that take no part.
  /// - Returns: One rank per unit, 1 for the largest value; `nil` where the value is `nil`.
  /// - Complexity: O(*n*) where the values are spread about, O(*n* log *n*) anyhow.
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
  /// - Complexity: As there.
  public static func descending(_ values: [Double]) -> [Int] {
    var sorting = Sorting()
    var ranks = [Int32](repeating: 0, count: values.count)
    descending(values, to: &ranks, at: 0, sorting: &sorting)
    return ranks.map { Int($0) }
  }

  /// Writes the rank of each of values into a stretch of `ranks`, without storage of its own.
  ///
  /// - Parameters:
  ///   - values: One per kind of unit.
  ///   - counts: How many units each value stands for; one where there are no counts.
  ///   - ranks: Where to write.
  ///   - start: Where to begin there.
  ///   - sorting: Storage from other sortings.
  package static func descending(
    _ values: [Double], counts: [Int32] = [], to ranks: inout [Int32], at start: Int,
    sorting: inout Sorting
  ) {
    sorting.sort(values, .descending)
    var ranks = ranks.mutableSpan
    // Not by rounding each value: two that are equal but for the last digit may round apart.
    var (rank, largest): (Int32, Double) = (0, .infinity)
    var before: Int32 = 0
    for element in sorting.sorted {
      if largest - element.value > 1e-9 {
        rank = before + 1
        largest = element.value
      }
      before += counts.isEmpty ? 1 : counts[Int(element.index)]
      ranks[start + Int(element.index)] = rank
    }
  }
}
