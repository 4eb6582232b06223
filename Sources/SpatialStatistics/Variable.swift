/// One value per area, and what the statistics ask of them.
struct Variable: Sendable {
  /// The values over a power of two that brings the largest to between 1 and 2.
  ///
  /// All statistics here are ratios, in which it cancels out without rounding; their fourth powers
  /// neither over- nor underflow.
  let values: [Double]
  /// The moments of all values.
  let whole: Moments
  /// For each area, the mean and the squares of all values but its own.
  private let others: [(mean: Double, squares: Double)]
  /// The largest absolute value but one, which may be as large.
  private let secondLargest: Double

  /// A variable.
  ///
  /// - Complexity: O(*n*).
  init(_ values: [Double], allowsNegative: Bool = true) throws(VariableError) {
    for (area, value) in values.enumerated() {
      guard value.isFinite else { throw .notFinite(area: area) }
      guard allowsNegative || value >= 0 else { throw .negative(value, area: area) }
    }
    self.init(finite: values)
  }

  /// A variable whose values are known to be finite.
  init(finite values: [Double]) {
    let largest = values.lazy.map(abs).max() ?? 0
    let exponent = largest > 0 ? -Int(largest.exponent) : 0
    let scaled = Self.scaled(values, by: exponent)
    // What stands after each area, then what stands before it: to take one value out of the sums
    // of all would leave rounding where that value is most of them.
    var others = [(mean: Double, squares: Double)](repeating: (0, 0), count: scaled.count)
    var after = Moments.none
    for area in scaled.indices.reversed() {
      others[area] = (after.mean, after.squares)
      after = Moments(of: scaled[area]).joined(with: after)
    }
    var (before, secondLargest) = (Moments.none, 0.0)
    for (area, value) in scaled.enumerated() {
      let after = Moments(
        count: Double(scaled.count - 1 - area), mean: others[area].mean, largest: 0,
        squares: others[area].squares)
      let both = before.joined(with: after)
      others[area] = (both.mean, both.squares)
      secondLargest = max(secondLargest, min(before.largest, abs(value)))
      before = before.joined(with: Moments(of: value))
    }
    whole = before
    self.values = scaled
    self.others = others
    self.secondLargest = secondLargest
  }

  /// Values times a power of two.
  private static func scaled(_ values: [Double], by exponent: Int) -> [Double] {
    let factor = Double(sign: .plus, exponent: exponent, significand: 1)
    // One product is right to the last digit; extreme powers take two, and no number is so large.
    return factor.isNormal
      ? values.map { factor * $0 }
      : values.map { Double(sign: .plus, exponent: exponent, significand: $0) }
  }

  /// The moments of all values but an area's own.
  func moments(without area: Int) -> Moments {
    Moments(
      count: max(0, whole.count - 1), mean: others[area].mean,
      largest: abs(values[area]) < whole.largest ? whole.largest : secondLargest,
      squares: others[area].squares)
  }

  /// Whether sums of up to so many of the values come out without rounding, in any order.
  ///
  /// They do where the values are whole multiples of one power of two, as counts are, and their
  /// sums fit into the 53 bits of a number.
  func sumsAreExact(of count: Int) -> Bool {
    let unit = values.lazy.filter { $0 != 0 }.map { Int($0.exponent) - $0.significandWidth }.min()
    guard let unit else { return true }
    let bits = Int(whole.largest.exponent) + 1 - unit
    return bits + (Int.bitWidth - count.leadingZeroBitCount) <= 53
  }
}
