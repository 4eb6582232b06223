internal import SpatialStatistics

/// How firm the ranks of one level are over the scenarios of a grid.
public struct RankStability: Sendable {
  /// Where each area's rank lies, in the order of the areas; `nil` without residents.
  public let intervals: [RankInterval?]
  /// What each choice of method does to the ranks, in the order of the axes; empty for places,
  /// of which there are too many to be of use one by one.
  public let effects: [AxisEffect]

  /// - Parameters:
  ///   - ranks: The ranks of the units that are told apart.
  ///   - level: The level.
  ///   - grid: The scenarios.
  ///   - hasEffects: Whether to work out ``effects``.
  ///   - threads: How much to compute at the same time.
  /// - Complexity: O(scenarios · units · axes).
  init(
    ranks: RankTable, level: ScenarioLevel, grid: MethodGrid, hasEffects: Bool, threads: Threads
  ) {
    let topDecile = RankInterval.topDecile(of: level.zoning.ranked.count)
    let found = concurrently(over: ranks.unitCount, threads: threads) { units in
      // Some columns at a time: what is read of a row, together, is a line of the cache or more.
      let columns = ranks.columns(units)
      var selection = RankSelection()
      return stride(from: 0, to: columns.count, by: ranks.scenarioCount).map { start in
        RankInterval(
          of: columns.span.extracting(start..<start + ranks.scenarioCount), topDecile: topDecile,
          selection: &selection)
      }
    }
    intervals = level.spread(found)
    effects = hasEffects ? AxisEffect.effects(of: ranks, grid: grid, threads: threads) : []
  }
}
