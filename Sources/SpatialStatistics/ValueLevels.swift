/// The different values of a variable, and how much weight there is at each.
struct ValueLevels: Sendable {
  /// The values, strictly ascending.
  let values: [Double]
  /// The weight at each value, more than 0.
  let weights: [Double]

  /// The levels of a table, the same in any order of its rows.
  init(of values: [Double], weights: [Double]) throws(SampleError) {
    let levels = try WeightedUnit.sorted(values, weights: weights).runs(by: \.value)
    self.values = levels.compactMap(\.first?.value)
    self.weights = levels.map { $0.reduce(0) { $0 + $1.weight } }
  }

  /// The smallest value; there must be one.
  var smallest: Double { values[0] }
  /// The largest value; there must be one.
  var largest: Double { values[values.count - 1] }

  /// The weight of consecutive levels.
  func weight(of range: Range<Int>) -> Double {
    range.reduce(0) { $0 + weights[$1] }
  }

  /// The mean of consecutive levels, at least one.
  func mean(of range: Range<Int>) -> Double {
    let mean = range.reduce(0) { $0 + weights[$1] * values[$1] } / weight(of: range)
    // Rounding must not put it beside the values.
    return min(max(mean, values[range.lowerBound]), values[range.upperBound - 1])
  }

  /// The sum of squared distances of consecutive levels to their mean.
  ///
  /// In squares of the range of all values, so that it neither over- nor underflows.
  func squares(of range: Range<Int>) -> Double {
    let mean = mean(of: range)
    let scale = largest > smallest ? largest - smallest : 1
    return range.reduce(0) { sum, level in
      let distance = (values[level] - mean) / scale
      return sum + weights[level] * distance * distance
    }
  }

  /// The share of the variance that lies between classes with these upper bounds; `nil` where
  /// there is no variance.
  func varianceFit(of upperBounds: [Double]) -> Double? {
    let all = squares(of: values.indices)
    guard all > 0 else { return nil }
    var within = 0.0
    var start = 0
    for bound in upperBounds {
      let end = values[start...].firstIndex { $0 > bound } ?? values.endIndex
      if start < end { within += squares(of: start..<end) }
      start = end
    }
    return max(0, 1 - within / all)
  }
}
