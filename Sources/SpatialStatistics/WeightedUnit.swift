/// One row of a table: a value, and how much it counts.
struct WeightedUnit: Sendable {
  /// The row, from 0.
  let index: Int
  /// The value; never −0.
  let value: Double
  /// Its weight, more than 0.
  let weight: Double

  /// The rows that count, in an order that does not depend on theirs: by value, then by weight.
  ///
  /// - Throws: ``SampleError`` for the first row that is not a number or has a negative weight,
  ///   even where it would not count.
  /// - Complexity: O(*n*).
  static func sorted(_ values: [Double], weights: [Double]) throws(SampleError) -> [WeightedUnit] {
    precondition(values.count == weights.count, "one weight per value")
    for index in values.indices {
      try check(values[index], index: index)
      try check(weights[index], index: index)
      if weights[index] < 0 { throw .negativeWeight(weights[index], index: index) }
    }
    let ascending = ascendingOrder(of: weights)
    let total = ascending.reduce(0) { $0 + weights[$1] }
    // A share too small to be a normal number has no inverse; nobody will miss it.
    let byWeight = ascending.filter { (weights[$0] / total).isNormal }
    return ascendingOrder(of: byWeight.map { values[$0] }).map { position in
      let index = byWeight[position]
      // Adding 0 turns −0 into 0.
      return WeightedUnit(index: index, value: values[index] + 0, weight: weights[index])
    }
  }

  /// Refuses what is not a number, or too large to be multiplied and summed.
  static func check(_ number: Double, index: Int) throws(SampleError) {
    guard number.isFinite else { throw .notFinite(number, index: index) }
    guard abs(number) <= 0x1p500 else { throw .tooLarge(number, index: index) }
  }
}

extension [WeightedUnit] {
  /// The runs of neighbours with the same key.
  func runs<Key: Equatable>(by key: (WeightedUnit) -> Key) -> [ArraySlice<WeightedUnit>] {
    var runs: [ArraySlice<WeightedUnit>] = []
    var start = startIndex
    for position in indices where key(self[position]) != key(self[start]) {
      runs.append(self[start..<position])
      start = position
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
