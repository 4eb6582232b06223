/// The classes of a choropleth map: where one colour ends and the next begins.
///
/// Class *k* holds the values above bound *k* − 1 and up to bound *k*; a value on a bound belongs to
/// the class below it. The first class is open downwards and the last one upwards, so that the
/// breaks of one map can colour another and every value has exactly one class.
public struct ClassBreaks: Hashable, Sendable {
  /// The upper bound of each class, strictly ascending; never empty.
  public let upperBounds: [Double]
  /// The share of the variance that lies between the classes, 0…1: `1 − Σ_k S_k ∕ S`.
  ///
  /// *S* is the sum of squared distances to the mean, *S_k* that within class *k* to its own mean.
  /// `nil` for declared bounds and for values that are all the same.
  ///
  /// - SeeAlso: G. F. Jenks, "Optimal data classification for choropleth maps", *Occasional Paper*
  ///   2, Department of Geography, University of Kansas 1977.
  public let goodnessOfVarianceFit: Double?

  /// Declared bounds, finite and strictly ascending, at least one.
  public init(upperBounds: [Double]) {
    precondition(!upperBounds.isEmpty, "there is a class")
    precondition(upperBounds.allSatisfy(\.isFinite), "bounds are finite")
    precondition(
      zip(upperBounds, upperBounds.dropFirst()).allSatisfy { $0 < $1 }, "bounds ascend")
    self.upperBounds = upperBounds
    goodnessOfVarianceFit = nil
  }

  /// The classes of values by a method; `nil` where nothing counts.
  ///
  /// Equal values always share a class, so there are fewer classes than asked for where there are
  /// fewer different values. The last bound is the largest value.
  ///
  /// - Parameters:
  ///   - values: Finite numbers, one per area.
  ///   - weights: How much each area counts, not negative, such as its people; all alike if not
  ///     given. Areas without weight have no influence on the classes.
  ///   - method: How to find the bounds.
  /// - Throws: ``SampleError`` when a weight is negative, or a number not finite or beyond 2⁵⁰⁰.
  /// - Complexity: O(*n*), and O(*k* *n* log *n*) for *k* classes by Fisher and Jenks.
  public init?(
    of values: [Double], weights: [Double]? = nil, by method: Method
  ) throws(SampleError) {
    let levels = try ValueLevels(
      of: values, weights: weights ?? Array(repeating: 1, count: values.count))
    guard !levels.values.isEmpty else { return nil }
    var bounds: [Double] = []
    for bound in levels.bounds(by: method) where bound < levels.largest {
      if bound > bounds.last ?? -.infinity { bounds.append(bound) }
    }
    bounds.append(levels.largest)
    upperBounds = bounds
    goodnessOfVarianceFit = levels.varianceFit(of: bounds)
  }

  /// The number of classes.
  public var count: Int { upperBounds.count }

  /// The class of a value, from 0 for the smallest.
  ///
  /// - Parameter value: Any number but NaN.
  /// - Returns: 0..<``count``.
  /// - Complexity: O(log *k*) for *k* classes.
  public func classIndex(of value: Double) -> Int {
    precondition(!value.isNaN, "NaN has no class")
    var (first, beyond) = (0, count - 1)
    while first < beyond {
      let middle = (first + beyond) / 2
      if value <= upperBounds[middle] { beyond = middle } else { first = middle + 1 }
    }
    return first
  }
}
