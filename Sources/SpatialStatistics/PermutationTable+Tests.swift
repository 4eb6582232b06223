extension PermutationTable {
  /// Tests Σ_j w_ij x_j, the sum over the neighbours of each area, while its own value stays.
  ///
  /// G, G*, the local I and the local join count all rise or fall with this sum, and so their
  /// p-values come from here.
  ///
  /// Two sums are tied where they are equal but for rounding: exactly equal, where neighbours count
  /// alike and the values are multiples of one power of two as counts are; otherwise within 10⁻¹²
  /// of the largest sum possible.
  ///
  /// The draws are the same for every area, and so from one area to the next only the sums of those
  /// change that hold the index between: see ``DrawnValues`` and ``SortedSums``.
  ///
  /// - Parameters:
  ///   - variable: The values.
  ///   - neighbours: The weights; how a row is scaled does not matter.
  ///   - threads: How many blocks of areas are tested at a time.
  ///   - isTested: Which areas to test.
  /// - Returns: One test per area; `nil` where none was asked for, for islands, and where all other
  ///   areas have the same value, so that no shuffle changes anything.
  /// - Complexity: O(draws · pairs); where the neighbours of many areas count alike, O(pairs +
  ///   areas · log draws), and O(draws² · neighbours) for keeping the sums sorted.
  func tests(
    of variable: Variable, neighbours: Neighbours, threads: Threads,
    where isTested: @Sendable (_ area: Int) -> Bool = { _ in true }
  ) -> [PermutationTest?] {
    precondition(neighbours.count == areaCount, "the table is for another number of areas")
    precondition(neighbours.maximumNeighbours <= width, "the table is too narrow")
    let keptWidth = widthWorthKeeping(for: neighbours)
    let draws = DrawsByIndex(self, width: keptWidth)
    let sumsAreExact = variable.sumsAreExact(of: width)
    return concurrently(over: areaCount, blocks: threads.blockCount, threads: threads) { areas in
      func isAsked(_ area: Int) -> Bool {
        isTested(area) && !neighbours.isIsland(area) && !variable.moments(without: area).areAlike
      }
      var evenRows = [Int](repeating: 0, count: keptWidth + 1)
      for area in areas where isAsked(area) && neighbours.relativeRow(of: area).isEven {
        let count = neighbours.neighbourCount(of: area)
        if count <= keptWidth { evenRows[count] += 1 }
      }
      let sortedCounts = evenRows.indices.filter {
        isWorthSorting(over: $0, for: evenRows[$0], among: areas.count)
      }
      var sums = ShuffledSums(
        self, of: variable.values, without: areas.lowerBound, width: keptWidth,
        sortedOver: sortedCounts)
      var tests: [PermutationTest?] = []
      tests.reserveCapacity(areas.count)
      for area in areas {
        if area > areas.lowerBound { sums.advance(draws) }
        guard isAsked(area) else {
          tests.append(nil)
          continue
        }
        let row = neighbours.relativeRow(of: area)
        let observed = neighbours.sum(over: row) { variable.values[$0] }
        let tolerance =
          row.isEven && sumsAreExact ? 0 : variable.moments(without: area).negligible * row.total
        tests.append(
          sums.test(row, of: neighbours, from: observed - tolerance, to: observed + tolerance))
      }
      return tests
    }
  }

  /// For how many neighbours to keep what is drawn: as many as one in 1,024 areas have.
  ///
  /// A few areas with very many neighbours would otherwise need room for draws · neighbours numbers
  /// on every thread.
  private func widthWorthKeeping(for neighbours: Neighbours) -> Int {
    var areas = [Int](repeating: 0, count: width + 1)
    for area in 0..<areaCount { areas[neighbours.neighbourCount(of: area)] += 1 }
    var (kept, wider) = (width, 0)
    while kept > 0, wider + areas[kept] <= areaCount / 1_024 {
      wider += areas[kept]
      kept -= 1
    }
    return kept
  }

  /// Whether sums that are kept sorted take less time than sums made anew for each area.
  ///
  /// Both give the same tests. The times, in nanoseconds, were measured on 5,000 and 180,000 areas;
  /// what counts is how they compare.
  ///
  /// - Parameters:
  ///   - neighbourCount: The number of neighbours over which to add up.
  ///   - tested: How many areas with so many neighbours are tested,
  ///   - areas: and among how many areas.
  /// - Returns: Whether to keep them.
  private func isWorthSorting(
    over neighbourCount: Int, for tested: Int, among areas: Int
  ) -> Bool {
    let (neighbours, draws) = (Double(neighbourCount), Double(drawCount))
    let anew = Double(tested) * draws * 0.2 * (neighbours + 1)
    let changes = draws * neighbours * Double(areas) / Double(areaCount)
    return anew > draws * 60 + changes * (90 + 2 * neighbours + 0.025 * draws)
  }
}
