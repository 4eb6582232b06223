/// An amount, such as access to support, and the people who share it.
///
/// Every measure of inequality of the amount is asked of this value. It counts people, not rows: a
/// place of 500 residents weighs as 500 persons with the same access each. So neither the order
/// of the rows, nor places where nobody lives, nor splitting a place into parts changes a measure.
/// For inequality between places give each the weight 1.
///
/// Zeros are kept: those who have nothing are what the measures are for.
public struct Distribution: Sendable {
  /// The number of rows of the table.
  let rowCount: Int
  /// The places where people live, by value and then by weight.
  let units: [WeightedUnit]
  /// The people and what they have, by value, ascending.
  let levels: [Portion]
  /// Everybody, and all there is.
  let whole: Portion

  /// A distribution from a table.
  ///
  /// - Parameters:
  ///   - values: The amount per person, not negative, one value per place.
  ///   - weights: The number of people, not negative, one per place.
  /// - Throws: ``SampleError`` when a number is negative, not finite or beyond 2⁵⁰⁰, also where
  ///   nobody lives.
  /// - Complexity: O(*n*).
  public init(of values: [Double], weights: [Double]) throws(SampleError) {
    units = try WeightedUnit.sorted(values, weights: weights)
    if let index = values.firstIndex(where: { $0 < 0 }) {
      throw .negativeValue(values[index], index: index)
    }
    rowCount = values.count
    levels = units.runs(by: \.value).map(Portion.init)
    whole = Portion(units[...])
  }

  /// The number of people.
  public var people: Double { whole.people }

  /// The smallest and the largest amount that anybody has; `nil` where there is nobody.
  public var range: ClosedRange<Double>? {
    guard let first = units.first, let last = units.last else { return nil }
    return first.value...last.value
  }

  /// The amount per person, on average; `nil` where there is nobody.
  public var mean: Double? {
    // Rounding must not put the mean of equal numbers beside them.
    range.map { min(max(whole.amount / whole.people, $0.lowerBound), $0.upperBound) }
  }

  /// Why no share of the amount can be told, if so.
  var nothing: InequalityMeasure.Reason? {
    if units.isEmpty { return .noPeople }
    return whole.amount > 0 ? nil : .nothingToShare
  }

  /// The places in groups with the same key, ascending by key; in each by value and weight.
  func groups(by keys: [Double]) -> [ArraySlice<WeightedUnit>] {
    precondition(keys.count == rowCount, "one key per row of the table")
    return ascendingOrder(of: units.map { keys[$0.index] }).map { units[$0] }
      .runs { keys[$0.index] }
  }
}

/// Some of the people, and what they have together.
struct Portion: Sendable {
  /// The number of people.
  let people: Double
  /// The sum of what they have.
  let amount: Double

  init(_ units: ArraySlice<WeightedUnit>) {
    people = units.reduce(0) { $0 + $1.weight }
    amount = units.reduce(0) { $0 + $1.weight * $1.value }
  }

  init(_ parts: [Portion]) {
    people = parts.reduce(0) { $0 + $1.people }
    amount = parts.reduce(0) { $0 + $1.amount }
  }
}
