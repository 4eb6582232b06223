/// The local statistics of Getis and Ord: how much of a variable lies in and around each area.
///
/// `G_i = Σ_j w_ij x_j ∕ Σ_j x_j`, the sums without area *i*; G_i* includes it in both. A high z
/// marks a hot spot, a low one a cold spot.
///
/// With W_i = Σ_j w_ij and S_1i = Σ_j w_ij², and *n*, x̄ and s of the areas that count (all for
/// G*, all but *i* for G), `z = (Σ_j w_ij x_j − W_i x̄) ∕ (s √[(n S_1i − W_i²) ∕ (n − 1)])`.
/// The sum of *squared* weights makes z the same however a row is scaled.
///
/// In G* an area counts as much as its closest neighbour: w_ii is the largest weight of its row, 1
/// for binary weights and for islands. Weights that are row-standardised are so again with it
/// included. Values are alike if they differ by no more than 10⁻¹² of the largest.
///
/// - SeeAlso: A. Getis, J. K. Ord, "The analysis of spatial association by use of distance
///   statistics", *Geographical Analysis* 24(3), 1992, 189–206; J. K. Ord, A. Getis, "Local spatial
///   autocorrelation statistics: distributional issues and an application", *Geographical
///   Analysis* 27(4), 1995, 286–306.
public struct GetisOrd: Sendable {
  /// The statistic of one area.
  public struct Area: Hashable, Sendable {
    /// G, or G*; `nil` where the values that count sum to 0, and G of an island.
    public var value: Double? { valueOrNil.value }
    /// What the value would be on average if the values were shuffled; `nil` where it is.
    public var expectation: Double? { expectationOrNil.value }
    /// The variance of the value if the values were shuffled; `nil` also for fewer than two areas.
    public var variance: Double? { varianceOrNil.value }
    /// The standard score, positive in hot spots; `nil` also where the values that count are alike
    /// or every area counts alike, so that no shuffle changes anything.
    public var z: Double? { zOrNil.value }
    /// The same question without the normal distribution; `nil` without a table of draws, for
    /// islands, and where all other areas have the same value.
    ///
    /// G and G* have the same test, as an area keeps its own value.
    public let permutation: PermutationTest?

    private let valueOrNil, expectationOrNil, varianceOrNil, zOrNil: OptionalNumber
  }

  /// Whether an area is its own neighbour: G* rather than G.
  public let isStarred: Bool
  /// One entry per area.
  public let areas: [Area]

  /// The statistic of every area.
  ///
  /// - Parameters:
  ///   - values: One per area, 0 or more.
  ///   - neighbours: The weights.
  ///   - isStarred: Whether an area is its own neighbour.
  ///   - permutations: The draws to test with, if any.
  ///   - threads: How many blocks of areas are tested at a time; no result depends on it.
  /// - Throws: ``VariableError`` for a value that is negative or not finite.
  /// - Complexity: O(areas + pairs), and at most O(draws · pairs) for the tests.
  public init(
    of values: [Double], neighbours: Neighbours, isStarred: Bool,
    permutations: PermutationTable? = nil, threads: Threads = .all
  ) throws(VariableError) {
    precondition(values.count == neighbours.count, "one value per area")
    let variable = try Variable(values, allowsNegative: false)
    let tests = permutations?.tests(of: variable, neighbours: neighbours, threads: threads)
    self.isStarred = isStarred
    areas = concurrently(over: values.count, blocks: threads.blockCount, threads: threads) {
      areas in
      areas.map { area in
        Area(
          area, of: variable, neighbours: neighbours, isStarred: isStarred,
          permutation: tests?[area])
      }
    }
  }
}

extension GetisOrd.Area {
  // Borrowed: copies that an initialiser would own are counted in every area, which took 1.25 times
  // as long.
  fileprivate init(
    _ area: Int, of variable: borrowing Variable, neighbours: borrowing Neighbours,
    isStarred: Bool, permutation: PermutationTest?
  ) {
    self.permutation = permutation
    let row = neighbours.relativeRow(of: area, includingSelf: isStarred)
    let counted = isStarred ? variable.whole : variable.moments(without: area)
    guard row.total > 0, counted.mean > 0 else {
      (valueOrNil, expectationOrNil, varianceOrNil, zOrNil) = (nil, nil, nil, nil)
      return
    }
    // Sums over the row as if its largest weight were 1; `scale` gives it the weights it has.
    let scale = neighbours.isRowStandardised ? 1 / row.total : row.largest
    let sum = neighbours.sum(over: row) { variable.values[$0] }
    let (n, mean) = (counted.count, counted.mean)
    valueOrNil = OptionalNumber(scale * sum / (n * mean))
    expectationOrNil = OptionalNumber(scale * row.total / n)
    guard n > 1 else {
      (varianceOrNil, zOrNil) = (nil, nil)
      return
    }
    // The deviation of the sum in units of the mean: the square of a small mean may underflow.
    let variation = counted.variance.squareRoot() / mean
    let deviation = variation * (neighbours.spread(of: row, among: n) * n / (n - 1)).squareRoot()
    varianceOrNil = OptionalNumber(scale * scale * deviation * deviation / (n * n))
    // Each value less the mean, and not the sum less its expectation, which may be almost the same.
    let excess = neighbours.sum(over: row) { variable.values[$0] - mean }
    zOrNil = deviation > 0 ? OptionalNumber(excess / mean / deviation) : nil
  }
}
