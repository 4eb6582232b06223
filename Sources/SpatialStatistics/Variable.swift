/// One value per area, and what the statistics ask of them.
struct Variable: Sendable {
  /// The values over a power of two that brings the largest to between 1 and 2.
  ///
  /// All statistics here are ratios, in which it cancels out without rounding; their fourth powers
  /// neither over- nor underflow.
  let values: [Double]
  /// The moments of all values.
  let whole: Moments
  /// For each area, the moments of all values but its own.
  let others: [Moments]

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
    let values = values.map { Double(sign: .plus, exponent: exponent, significand: $0) }
    // What stands after each area, then what stands before it: to take one value out of the sums
    // of all would leave rounding where that value is most of them.
    var after = [Moments.none]
    after.reserveCapacity(values.count + 1)
    for value in values.reversed() {
      after.append(Moments(of: value).joined(with: after[after.count - 1]))
    }
    var before = Moments.none
    others = values.enumerated().map { area, value in
      defer { before = before.joined(with: Moments(of: value)) }
      return before.joined(with: after[values.count - 1 - area])
    }
    whole = before
    self.values = values
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
