/// The local Moran statistic: whether each area resembles its neighbours.
///
/// With z_i = (x_i − x̄) ∕ s, `I_i = (n − 1) z_i Σ_j w_ij z_j ∕ Σ_k z_k²`: positive among neighbours
/// that are alike, negative next to unlike ones.
///
/// The expectations and variances are, as is usual, those of `z_i Σ_j w_ij z_j`, which is
/// *n* ∕ (*n* − 1) times the value. Values are alike if they differ by no more than 10⁻¹² of the
/// largest.
///
/// - SeeAlso: L. Anselin, "Local indicators of spatial association — LISA", *Geographical Analysis*
///   27(2), 1995, 93–115; R. R. Sokal, N. L. Oden, B. A. Thomson, "Local spatial autocorrelation in
///   a biological model", *Geographical Analysis* 30(4), 1998, 331–354.
public struct LocalMoran: Sendable {
  /// Where an area stands in the Moran scatterplot: the area first, then its neighbours.
  ///
  /// Numbered as usual, against the clock from the upper right. At the mean counts as low.
  public enum Quadrant: Int, Hashable, Sendable {
    /// A high value among high ones.
    case highHigh = 1
    /// A low value among high ones.
    case lowHigh = 2
    /// A low value among low ones.
    case lowLow = 3
    /// A high value among low ones.
    case highLow = 4
  }

  /// The statistic of one area; everything is `nil` where all values are alike.
  public struct Area: Hashable, Sendable {
    /// The area's own value, in standard deviations (over *n*) from the mean.
    public var z: Double? { zOrNil.value }
    /// I; `nil` for an island.
    public var value: Double? { valueOrNil.value }
    /// Which kind of resemblance; `nil` for an island.
    public let quadrant: Quadrant?
    /// The mean if the values of all areas were shuffled; `nil` for an island.
    public var expectation: Double? { expectationOrNil.value }
    /// The variance if the values of all areas were shuffled; `nil` for an island and for fewer
    /// than three areas.
    public var variance: Double? { varianceOrNil.value }
    /// The mean if the area kept its value and the others were shuffled; `nil` for an island.
    public var conditionalExpectation: Double? { conditionalExpectationOrNil.value }
    /// The variance if the area kept its value and the others were shuffled; `nil` for an island
    /// and for fewer than three areas.
    public var conditionalVariance: Double? { conditionalVarianceOrNil.value }
    /// The area keeps its value and the others are shuffled; `nil` without a table of draws, for
    /// an island, and where all other areas have the same value.
    ///
    /// An area at the mean has I = 0 in every shuffle, and both its p-values are 1.
    public let permutation: PermutationTest?

    private let zOrNil, valueOrNil, expectationOrNil, varianceOrNil: OptionalNumber
    private let conditionalExpectationOrNil, conditionalVarianceOrNil: OptionalNumber
  }

  /// One entry per area.
  public let areas: [Area]

  /// The statistic of every area.
  ///
  /// - Parameters:
  ///   - values: One finite number per area.
  ///   - neighbours: The weights, row-standardised as a rule.
  ///   - permutations: The draws to test with, if any.
  ///   - threads: How many blocks of areas are tested at a time; no result depends on it.
  /// - Throws: ``VariableError`` for a value that is not finite.
  /// - Complexity: O(areas + pairs), and at most O(draws · pairs) for the tests.
  public init(
    of values: [Double], neighbours: Neighbours,
    permutations: PermutationTable? = nil, threads: Threads = .all
  ) throws(VariableError) {
    precondition(values.count == neighbours.count, "one value per area")
    let variable = try Variable(values)
    guard let deviations = Deviations(variable) else {
      areas = Array(repeating: .undefined, count: values.count)
      return
    }
    let tests = permutations?.tests(of: variable, neighbours: neighbours, threads: threads)
    areas = concurrently(over: values.count, blocks: threads.blockCount, threads: threads) {
      areas in
      areas.map { area in
        Area(
          area, of: variable, deviations: deviations, neighbours: neighbours,
          permutation: tests?[area])
      }
    }
  }
}

extension LocalMoran.Area {
  /// Where all values are alike.
  fileprivate static let undefined = LocalMoran.Area()

  private init() {
    (zOrNil, valueOrNil, quadrant, expectationOrNil, varianceOrNil) = (nil, nil, nil, nil, nil)
    (conditionalExpectationOrNil, conditionalVarianceOrNil, permutation) = (nil, nil, nil)
  }

  // Borrowed: copies that an initialiser would own are counted in every area, which took 1.25 times
  // as long.
  fileprivate init(
    _ area: Int, of variable: borrowing Variable, deviations: borrowing Deviations,
    neighbours: borrowing Neighbours, permutation test: PermutationTest?
  ) {
    let z = deviations.values[area] / deviations.standardDeviation
    zOrNil = OptionalNumber(z)
    guard !neighbours.isIsland(area) else {
      (valueOrNil, quadrant, expectationOrNil, varianceOrNil) = (nil, nil, nil, nil)
      (conditionalExpectationOrNil, conditionalVarianceOrNil, permutation) = (nil, nil, nil)
      return
    }
    let (n, m2, b2) = (variable.whole.count, deviations.secondMoment, deviations.kurtosis)
    let row = neighbours.relativeRow(of: area)
    let lag = neighbours.sum(over: row) { deviations.values[$0] }
    valueOrNil = OptionalNumber(
      (n - 1) / n * z * (row.largest * lag / deviations.standardDeviation))
    let side = deviations.side(of: deviations.values[area])
    let lagSide = deviations.side(of: lag / row.total)
    quadrant =
      if side > 0 {
        lagSide > 0 ? .highHigh : .highLow
      } else {
        lagSide > 0 ? .lowHigh : .lowLow
      }
    let (sum, squares) = (row.largest * row.total, row.largest * row.largest * row.squares)
    expectationOrNil = OptionalNumber(-sum / (n - 1))
    conditionalExpectationOrNil = OptionalNumber(-z * z * sum / (n - 1))
    if n > 2 {
      let second =
        squares * (n - b2) / (n - 1)
        + (sum * sum - squares) * (2 * b2 - n) / ((n - 1) * (n - 2))
      // A variance of 0 may come out a little below it.
      varianceOrNil = OptionalNumber(max(0, second - sum * sum / ((n - 1) * (n - 1))))
      // Usually z² n ∕ (n − 2) (S₁ − W² ∕ (n − 1)) (1 − z² ∕ (n − 1)): here both differences are
      // variances, that of the weights and that of the other areas' values.
      let spread = row.largest * row.largest * neighbours.spread(of: row, among: n - 1)
      conditionalVarianceOrNil = OptionalNumber(
        z * z * spread * (n - 1) / (n - 2) * (variable.moments(without: area).variance / m2))
    } else {
      (varianceOrNil, conditionalVarianceOrNil) = (nil, nil)
    }
    // I rises with the neighbours' sum where the area is high, and falls where it is low.
    permutation = test.map { test in
      side > 0 ? test : side < 0 ? test.reversed : test.allTied
    }
  }
}
