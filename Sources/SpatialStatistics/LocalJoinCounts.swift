/// How many of its neighbours are marked, for each marked ("black") area.
///
/// `BB_i = x_i Σ_j w_ij x_j`, with x = 1 for a black area and 0 for a white one. Only black areas
/// are tested, as a white one has 0 in every shuffle; the upper tail finds clusters.
///
/// - SeeAlso: L. Anselin, X. Li, "Operational local join count statistics for cluster detection",
///   *Journal of Geographical Systems* 21, 2019, 189–210.
public struct LocalJoinCounts: Hashable, Sendable {
  /// The count of one area.
  public struct Area: Hashable, Sendable {
    /// BB; `nil` for an island.
    public let value: Double?
    /// The area stays black and the others are shuffled; `nil` without a table of draws, for white
    /// areas, for islands, and where all other areas are of one colour.
    public let permutation: PermutationTest?
  }

  /// One entry per area.
  public let areas: [Area]

  /// The count of every area.
  ///
  /// - Parameters:
  ///   - isBlack: One mark per area.
  ///   - neighbours: The weights, binary as a rule.
  ///   - permutations: The draws to test with, if any.
  ///   - threads: How many blocks of areas are tested at a time; no result depends on it.
  /// - Complexity: O(areas + pairs), and at most O(draws · pairs) for the tests.
  public init(
    of isBlack: [Bool], neighbours: Neighbours,
    permutations: PermutationTable? = nil, threads: Threads = .all
  ) {
    precondition(isBlack.count == neighbours.count, "one mark per area")
    let tests = permutations?.tests(
      of: Variable(finite: isBlack.map { $0 ? 1 : 0 }), neighbours: neighbours, threads: threads,
      where: { isBlack[$0] })
    areas = isBlack.indices.map { area in
      guard !neighbours.isIsland(area) else { return Area(value: nil, permutation: nil) }
      let black = neighbours[area].lazy.filter { isBlack[$0.area] }
      return Area(
        value: isBlack[area] ? black.reduce(0) { $0 + $1.weight } : 0,
        permutation: tests?[area])
    }
  }
}
