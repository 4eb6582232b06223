/// The mean and the spread of some values.
///
/// - SeeAlso: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample
///   variance: analysis and recommendations", *The American Statistician* 37(3), 1983, 242–247.
struct Moments: Hashable, Sendable {
  /// How many values there are.
  let count: Double
  /// Their mean; 0 of none.
  let mean: Double
  /// The largest absolute value.
  let largest: Double
  /// Σ(x − x̄)², with what rounding leaves of it where the values are alike.
  let squares: Double

  /// The moments of no values.
  static let none = Moments(count: 0, mean: 0, largest: 0, squares: 0)

  /// Moments that are known.
  init(count: Double, mean: Double, largest: Double, squares: Double) {
    self.count = count
    self.mean = mean
    self.largest = largest
    self.squares = squares
  }

  /// The moments of one value.
  init(of value: Double) {
    self.init(count: 1, mean: value, largest: abs(value), squares: 0)
  }

  /// The moments of both together.
  ///
  /// Nothing is subtracted from a sum of squares: the spread of equal values is exactly 0, and
  /// that of different ones is not.
  func joined(with other: Moments) -> Moments {
    let total = count + other.count
    guard total > 0 else { return .none }
    let gap = other.mean - mean
    return Moments(
      count: total, mean: mean + gap * (other.count / total),
      largest: max(largest, other.largest),
      squares: squares + other.squares + gap * gap * (count * (other.count / total)))
  }

  /// Σ(x − x̄)² of the values; 0 where they are alike.
  var sumOfSquares: Double { areAlike ? 0 : squares }

  /// The variance, over *n* (not *n* − 1).
  var variance: Double { count > 0 ? sumOfSquares / count : 0 }

  /// How far values may lie apart by rounding: 10⁻¹² of the largest.
  var negligible: Double { 1e-12 * largest }

  /// Whether the values differ by no more than rounding explains.
  var areAlike: Bool { squares <= count * negligible * negligible }
}
