/// Population-weighted percentiles that treat ties alike.
public enum WeightedPercentiles {
  /// The mid-rank percentile of each value: the share of weight below it, plus half the share at it.
  ///
  /// `p_i = [Σ_{x_k < x_i} w_k + ½ Σ_{x_k = x_i} w_k] / Σ w`. Equal values get equal percentiles in
  /// any row order, and the weighted mean of the result is ½, up to rounding.
  ///
  /// - Parameters:
  ///   - values: Finite numbers, one per unit.
  ///   - weights: Non-negative, one per unit (people, usually).
  /// - Returns: One value in 0…1 per unit, in the order given; all ½ when the weights sum to 0.
  /// - Complexity: O(*n* log *n*).
  public static func midRanks(of values: [Double], weights: [Double]) -> [Double] {
    precondition(values.count == weights.count, "one weight per value")
    let order = ascendingOrder(of: values)
    let total = order.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return Array(repeating: 0.5, count: values.count) }
    var result = Array(repeating: 0.0, count: values.count)
    var below = 0.0
    var start = 0
    while start < order.count {
      var end = start
      var tied = 0.0
      while end < order.count, values[order[end]] == values[order[start]] {
        tied += weights[order[end]]
        end += 1
      }
      let percentile = (below + tied / 2) / total
      for position in start..<end { result[order[position]] = percentile }
      below += tied
      start = end
    }
    return result
  }

  /// The smallest value whose cumulative weight, in ascending order, reaches a share of the total.
  ///
  /// - Parameters:
  ///   - share: 0…1; ½ for the weighted median.
  ///   - values: Finite numbers.
  ///   - weights: Non-negative, one per value.
  /// - Returns: One of the values; `nil` when there is none.
  /// - Complexity: O(*n* log *n*).
  public static func quantile(
    _ share: Double, of values: [Double], weights: [Double]
  ) -> Double? {
    quantiles([share], of: values, weights: weights)[0]
  }

  /// Several quantiles from one sorting; see ``quantile(_:of:weights:)``.
  ///
  /// - Complexity: O(*n* log *n*), O(*n*) more per share.
  public static func quantiles(
    _ shares: [Double], of values: [Double], weights: [Double]
  ) -> [Double?] {
    precondition(values.count == weights.count, "one weight per value")
    let order = ascendingOrder(of: values)
    // Summed twice in the same order, so that a share of 1 finds the last value exactly; the
    // slack forgives the rounding of a share that should fall exactly on a unit, however many
    // people there are.
    let total = order.reduce(0) { $0 + weights[$1] }
    return shares.map { share in
      let target = share * total * (1 - 1e-12)
      var cumulative = 0.0
      for index in order {
        cumulative += weights[index]
        if cumulative >= target { return values[index] }
      }
      return order.last.map { values[$0] }
    }
  }
}
