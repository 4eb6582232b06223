extension Crosswalk {
  /// Totals of the targets from totals of the sources: people, organisations, pounds.
  ///
  /// `y_t = Σ_s x_s w_st` with the ``weights(allocateTotal:)``. What the targets do not have of a
  /// source is ``TransferBalance/unassigned``, never lost: Σ y + unassigned − repeated = Σ x.
  ///
  /// - Parameters:
  ///   - values: x, one per source; `nil` where missing. A missing value counts as nothing in the
  ///     totals and ``InterpolatedTotals/knownShares`` tell how much is missing.
  ///   - allocateTotal: Whether the targets share out also what lies outside all of them.
  /// - Returns: y, one per target, `nil` where it overlaps no source with a known value.
  /// - Throws: ``CrosswalkError/notFinite(source:)`` or ``CrosswalkError/totalTooLarge``.
  /// - Complexity: O(*k*) for *k* overlaps.
  public func extensive(
    _ values: [Double?], allocateTotal: Bool = false
  ) throws(CrosswalkError) -> InterpolatedTotals {
    try check(values)
    var sums = Array(repeating: CompensatedSum(), count: targetSizes.count)
    var given = Array(repeating: 0.0, count: sourceSizes.count)
    for row in weights(allocateTotal: allocateTotal) {
      given[row.source] += row.weight
      if let value = values[row.source] { sums[row.target].add(value * row.weight) }
    }
    let known = knownShares { values[$0] != nil }
    let totals = zip(sums, known).map { sum, share in (share ?? 0) > 0 ? sum.value : nil }
    let balance = TransferBalance(values: values, given: given, totals: totals)
    guard balance.relativeError.isFinite, totals.allSatisfy({ $0?.isFinite ?? true }) else {
      throw .totalTooLarge
    }
    return InterpolatedTotals(totals: totals, knownShares: known, balance: balance)
  }

  /// Means of the targets from means of the sources: rates, scores, shares.
  ///
  /// `y_t = Σ_s x_s A_st / Σ_s A_st`, over the sources whose value is known. Between the smallest
  /// and the largest value of the sources, up to rounding.
  ///
  /// - Parameter values: x, one per source; `nil` where missing.
  /// - Returns: y, one per target, `nil` where it overlaps no source with a known value.
  /// - Throws: ``CrosswalkError/notFinite(source:)``.
  /// - Complexity: O(*k*) for *k* overlaps.
  public func intensive(_ values: [Double?]) throws(CrosswalkError) -> InterpolatedMeans {
    try check(values)
    let known = overlaps.filter { values[$0.source] != nil }
    let sizes = sizesByTarget(known)
    var sums = Array(repeating: CompensatedSum(), count: targetSizes.count)
    for overlap in known {
      // Divided first, so that a large value times a large area cannot overflow.
      let share = overlap.size / sizes[overlap.target]
      if let value = values[overlap.source] { sums[overlap.target].add(value * share) }
    }
    let means = zip(sums, sizes).map { sum, size in size > 0 ? sum.value : nil }
    return InterpolatedMeans(means: means, knownShares: knownShares { values[$0] != nil })
  }

  /// Which share of each target belongs to sources of each kind.
  ///
  /// `Σ_{s of the kind} A_st / A_t`: a share of the whole target, so the kinds add up to less than 1
  /// where no labelled source is, and to more where sources overlap each other.
  ///
  /// - Parameter labels: The kind of every source; `nil` where missing.
  /// - Returns: For every kind one share per target; `nil` where the target overlaps no source with
  ///   a label.
  /// - Complexity: O(*k* + *c* *m*) for *k* overlaps, *c* kinds and *m* targets.
  public func categorical<Label: Hashable>(_ labels: [Label?]) -> [Label: [Double?]] {
    precondition(labels.count == sourceSizes.count, "one label per source")
    var byLabel: [Label: [Overlap]] = [:]
    for overlap in overlaps {
      if let label = labels[overlap.source] { byLabel[label, default: []].append(overlap) }
    }
    let isLabelled = knownShares { labels[$0] != nil }.map { ($0 ?? 0) > 0 }
    return byLabel.mapValues { overlaps in
      let sizes = sizesByTarget(overlaps)
      return sizes.indices.map { target in
        isLabelled[target] ? sizes[target] / targetSizes[target] : nil
      }
    }
  }

  private func check(_ values: [Double?]) throws(CrosswalkError) {
    precondition(values.count == sourceSizes.count, "one value per source")
    if let source = values.firstIndex(where: { !($0?.isFinite ?? true) }) {
      throw .notFinite(source: source)
    }
  }

  private func sizesByTarget(_ overlaps: [Overlap]) -> [Double] {
    var sums = Array(repeating: CompensatedSum(), count: targetSizes.count)
    for overlap in overlaps { sums[overlap.target].add(overlap.size) }
    return sums.map(\.value)
  }

  /// The share of what each target overlaps that lies in known sources; `nil` for none.
  private func knownShares(where isKnown: (_ source: Int) -> Bool) -> [Double?] {
    let all = sizesByTarget(overlaps)
    let known = sizesByTarget(overlaps.filter { isKnown($0.source) })
    return zip(known, all).map { $1 > 0 ? $0 / $1 : nil }
  }
}
