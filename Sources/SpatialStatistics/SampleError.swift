/// Why numbers cannot be summed up by a statistic; rows are counted from 0.
public enum SampleError: Error, Hashable, Sendable {
  /// The number in this row is infinite or not a number.
  case notFinite(Double, index: Int)
  /// The number in this row is further than 2⁵⁰⁰ from 0, so that sums of products may overflow.
  case tooLarge(Double, index: Int)
  /// The amount in this row is negative.
  case negativeValue(Double, index: Int)
  /// The weight in this row is negative.
  case negativeWeight(Double, index: Int)
  /// The amount in this row lies outside the bounds it was said to have.
  case outsideBounds(Double, index: Int)
}

extension SampleError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .notFinite(let number, let index): "row \(index): \(number) is not a finite number"
    case .tooLarge(let number, let index): "row \(index): \(number) is too large to be summed up"
    case .negativeValue(let value, let index): "row \(index): the amount \(value) is negative"
    case .negativeWeight(let weight, let index): "row \(index): the weight \(weight) is negative"
    case .outsideBounds(let value, let index):
      "row \(index): the amount \(value) lies outside its bounds"
    }
  }
}
