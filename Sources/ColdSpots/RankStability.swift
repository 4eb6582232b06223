internal import SpatialStatistics

/// How firm the ranks of one level are over the scenarios of a grid.
public struct RankStability: Sendable {
  /// Where each area's rank lies, in the order of the areas; `nil` without residents.
  public let intervals: [RankInterval?]
  /// What each choice of method does to the ranks, in the order of the axes; empty for places,
  /// of which there are too many to be of use one by one.
  public let effects: [AxisEffect]

  /// - Parameters:
  ///   - ranks: `[scenario][unit]`, in the order of the grid's scenarios; 0 for units without
  ///     residents.
  ///   - ranked: The units with residents.
  ///   - grid: The scenarios.
  ///   - hasEffects: Whether to work out ``effects``.
  ///   - threads: How much to compute at the same time.
  /// - Complexity: O(scenarios · units · (log scenarios + axes)).
  init(
    ranks: [[Int32]], ranked: [Int], grid: MethodGrid, hasEffects: Bool, threads: Threads
  ) {
    let topDecile = RankInterval.topDecile(of: ranked.count)
    let found = concurrently(over: ranked.count, threads: threads) { range in
      range.map { position in
        RankInterval(of: ranks.map { $0[ranked[position]] }, topDecile: topDecile)
      }
    }
    var intervals = [RankInterval?](repeating: nil, count: ranks[0].count)
    for (unit, interval) in zip(ranked, found) { intervals[unit] = interval }
    self.intervals = intervals
    effects = hasEffects ? AxisEffect.effects(of: ranks, ranked: ranked, grid: grid) : []
  }
}
