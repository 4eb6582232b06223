/// Values spread over buckets by their size, with the weight of each bucket.
struct WeightedBuckets {
  private let values: [Double]
  private let weights: [Double]
  /// The bucket of each value.
  private let homes: [Int32]
  /// The weight of all buckets up to each.
  private let cumulative: [Double]

  /// Spreads values; `nil` where there is none.
  ///
  /// - Complexity: O(*n*).
  init?(of values: [Double], weights: [Double]) {
    guard let first = values.first else { return nil }
    var (least, greatest) = (first, first)
    for value in values {
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
    }
    let count = min(max(values.count / 8, 1), 4096)
    let scale = Double(count) / (greatest - least)
    // Too far apart to be subtracted, or too close to be divided by: one bucket for all.
    let isSpread = scale.isFinite && scale > 0
    var homes = [Int32](repeating: 0, count: values.count)
    var cumulative = [Double](repeating: 0, count: count)
    for index in values.indices {
      if isSpread { homes[index] = Int32(min(Int((values[index] - least) * scale), count - 1)) }
      cumulative[Int(homes[index])] += weights[index]
    }
    var sum = 0.0
    for bucket in 0..<count {
      sum += cumulative[bucket]
      cumulative[bucket] = sum
    }
    self.values = values
    self.weights = weights
    self.homes = homes
    self.cumulative = cumulative
  }

  /// The smallest value whose cumulative weight reaches a share of the total.
  func quantile(_ share: Double) -> Double {
    // The slack forgives the rounding of a share that should fall exactly on a unit, however many
    // people there are, and whatever the order in which they are added up.
    let target = share * cumulative[cumulative.count - 1] * (1 - 1e-12)
    let bucket = cumulative.firstIndex { $0 >= target } ?? cumulative.count - 1
    let home = Int32(truncatingIfNeeded: bucket)
    var members: [Int] = []
    for index in homes.indices where homes[index] == home { members.append(index) }
    let order = ascendingOrder(of: members.map { values[$0] })
    var sum = bucket > 0 ? cumulative[bucket - 1] : 0
    var found = 0.0
    for position in order {
      let index = members[position]
      found = values[index]
      sum += weights[index]
      if sum >= target { break }
    }
    return found
  }
}
