/// How an area's statistic compares with those of shuffled maps.
///
/// Ties count on both sides. Where most of the values are 0, most shuffles give the same 0 as the
/// map does; a rule that counts them on one side only finds cold spots in pure chance.
///
/// - SeeAlso: B. Phipson, G. K. Smyth, "Permutation p-values should never be zero", *Statistical
///   Applications in Genetics and Molecular Biology* 9(1), 2010.
public struct PermutationTest: Hashable, Sendable {
  /// R, the number of shuffles.
  public let drawCount: Int
  /// The number of shuffles in which the statistic is at least as large.
  public let atLeast: Int
  /// The number of shuffles in which it is at most as large.
  public let atMost: Int

  /// A test from its counts.
  public init(drawCount: Int, atLeast: Int, atMost: Int) {
    self.drawCount = drawCount
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// The upper-tail p-value, `(atLeast + 1) ∕ (R + 1)`: small where the statistic is high.
  public var upper: Double { Double(atLeast + 1) / Double(drawCount + 1) }

  /// The lower-tail p-value, `(atMost + 1) ∕ (R + 1)`: small where the statistic is low.
  public var lower: Double { Double(atMost + 1) / Double(drawCount + 1) }

  /// The two-sided p-value, twice the smaller tail and at most 1.
  public var twoSided: Double { min(1, 2 * min(upper, lower)) }

  /// The test of the same values with the opposite sign.
  var reversed: PermutationTest {
    PermutationTest(drawCount: drawCount, atLeast: atMost, atMost: atLeast)
  }

  /// The test of a statistic that no shuffle changes.
  var allTied: PermutationTest {
    PermutationTest(drawCount: drawCount, atLeast: drawCount, atMost: drawCount)
  }
}
