/// How an area's statistic compares with those of shuffled maps.
///
/// Ties count on both sides. Where most of the values are 0, most shuffles give the same 0 as the
/// map does; a rule that counts them on one side only finds cold spots in pure chance.
///
/// - SeeAlso: B. Phipson, G. K. Smyth, "Permutation p-values should never be zero", *Statistical
///   Applications in Genetics and Molecular Biology* 9(1), 2010.
public struct PermutationTest: Hashable, Sendable {
  // In 32 bits: maps hold one test for each of very many areas.
  private let draws: Int32
  private let larger: Int32
  private let smaller: Int32

  /// A test from its counts, each less than 2³¹.
  public init(drawCount: Int, atLeast: Int, atMost: Int) {
    draws = Int32(drawCount)
    larger = Int32(atLeast)
    smaller = Int32(atMost)
  }

  /// R, the number of shuffles.
  public var drawCount: Int { Int(draws) }

  /// The number of shuffles in which the statistic is at least as large.
  public var atLeast: Int { Int(larger) }

  /// The number of shuffles in which it is at most as large.
  public var atMost: Int { Int(smaller) }

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
