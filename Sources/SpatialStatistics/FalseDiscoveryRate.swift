/// Which of many tests to believe, so that the expected share of false ones among them is limited.
///
/// One test per area at 5 % finds a hot spot in every twentieth area of a map without any.
///
/// - SeeAlso: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate: a practical and
///   powerful approach to multiple testing", *Journal of the Royal Statistical Society B* 57(1),
///   1995, 289–300; M. Caldas de Castro, B. H. Singer, "Controlling the false discovery rate: a new
///   application to account for multiple and dependent tests in local statistics of spatial
///   association", *Geographical Analysis* 38(2), 2006, 180–208.
public struct FalseDiscoveryRate: Hashable, Sendable {
  /// How the rate is controlled.
  public enum Procedure: Hashable, Sendable {
    /// The largest k with p₍ₖ₎ ≤ αk ∕ n, for tests that are independent or positively dependent.
    case benjaminiHochberg
    /// The same with α ∕ (1 + ½ + … + 1 ∕ n), for tests that depend on each other in any way.
    ///
    /// - SeeAlso: Y. Benjamini, D. Yekutieli, "The control of the false discovery rate in multiple
    ///   testing under dependency", *Annals of Statistics* 29(4), 2001, 1165–1188.
    case benjaminiYekutieli
  }

  /// α, the rate that is allowed.
  public let rate: Double
  /// How the rate is controlled.
  public let procedure: Procedure
  /// n, the number of p-values.
  public let testedCount: Int
  /// αk ∕ n (for Benjamini–Yekutieli with its smaller α): p-values up to here are rejected; `nil`
  /// where none is.
  public let cutOff: Double?
  /// Whether the hypothesis of chance is rejected, one per unit; `false` where there is no p-value.
  public let isRejected: [Bool]

  /// Decides over all tests together.
  ///
  /// A p-value on the line αk ∕ n is rejected, also if rounding puts it up to 10⁻¹² of itself above.
  ///
  /// - Parameters:
  ///   - pValues: From 0 to 1; those that are `nil` take no part, and do not count in *n*.
  ///   - rate: α, more than 0 and at most 1.
  ///   - procedure: How to control the rate.
  /// - Complexity: O(*n* log *n*).
  public init(
    of pValues: [Double?], rate: Double, procedure: Procedure = .benjaminiHochberg
  ) {
    precondition(rate > 0 && rate <= 1, "a rate is more than 0 and at most 1")
    let tested = pValues.compactMap(\.self).sorted()
    precondition(tested.allSatisfy { $0 >= 0 && $0 <= 1 }, "p-values are from 0 to 1")
    let divisor =
      switch procedure {
      case .benjaminiHochberg: 1.0
      case .benjaminiYekutieli: (0..<tested.count).reduce(0) { $0 + 1 / Double($1 + 1) }
      }
    func line(_ rank: Int) -> Double {
      rate / divisor * Double(rank) / Double(tested.count)
    }
    let last = tested.indices.last { tested[$0] <= line($0 + 1) * (1 + 1e-12) }
    self.rate = rate
    self.procedure = procedure
    testedCount = tested.count
    cutOff = last.map { line($0 + 1) }
    isRejected = pValues.map { p in
      guard let p, let last else { return false }
      return p <= tested[last]
    }
  }
}
