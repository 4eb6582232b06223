extension Crosswalk {
  /// Which share of each source goes to each target.
  ///
  /// `w_st = A_st / A_s`, or `A_st / Σ_t A_st` when all is to be allocated. Where the targets have
  /// all of a source (to a part in 10⁹), its weights add up to exactly 1 in the order of the rows.
  /// Otherwise they add up to less, or to more where targets overlap each other.
  ///
  /// - Parameter allocateTotal: Whether to give to the targets also what lies outside all of them,
  ///   in proportion to their shares. That puts people where they do not live; leave it off unless
  ///   what lies outside is an error of drawing.
  /// - Returns: One row per overlap, in the same order.
  /// - Complexity: O(*k*) for *k* overlaps.
  public func weights(allocateTotal: Bool = false) -> [Weight] {
    var weights: [Weight] = []
    weights.reserveCapacity(overlaps.count)
    var start = 0
    while start < overlaps.count {
      let source = overlaps[start].source
      let rows = overlaps[start...].prefix { $0.source == source }
      let covered = rows.reduce(0) { $0 + $1.size }
      let isWhole = abs(covered / sourceSizes[source] - 1) <= Self.wholeTolerance
      let shares =
        allocateTotal || isWhole
        ? Self.shares(of: rows, in: covered) : rows.map { $0.size / sourceSizes[source] }
      for (row, share) in zip(rows, shares) {
        weights.append(Weight(source: source, target: row.target, weight: share))
      }
      start = rows.endIndex
    }
    return weights
  }

  /// Shares that add up to exactly 1: each is what is missing to the cumulative share, so that
  /// rounding is made good by the next and the last is the remainder.
  private static func shares(of rows: ArraySlice<Overlap>, in total: Double) -> [Double] {
    var (cumulative, sum) = (0.0, 0.0)
    return rows.map { row in
      cumulative += row.size
      let share = max(0, cumulative / total - sum)
      sum += share
      return share
    }
  }
}
