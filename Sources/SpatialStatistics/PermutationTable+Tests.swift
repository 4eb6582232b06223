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
  /// - Parameters:
  ///   - variable: The values.
  ///   - neighbours: The weights; how a row is scaled does not matter.
  ///   - threads: How many blocks of areas are tested at a time.
  ///   - isTested: Which areas to test.
  /// - Returns: One test per area; `nil` where none was asked for, for islands, and where all other
  ///   areas have the same value, so that no shuffle changes anything.
  /// - Complexity: O(draws · pairs).
  func tests(
    of variable: Variable, neighbours: Neighbours, threads: Threads,
    where isTested: @Sendable (_ area: Int) -> Bool = { _ in true }
  ) -> [PermutationTest?] {
    precondition(neighbours.count == areaCount, "the table is for another number of areas")
    precondition(neighbours.maximumNeighbours <= width, "the table is too narrow")
    let sumsAreExact = variable.sumsAreExact(of: width)
    return concurrently(over: areaCount, threads: threads) { areas in
      var sums = [Double](repeating: 0, count: drawCount)
      return areas.map { area in
        let others = variable.others[area]
        guard isTested(area), !neighbours.isIsland(area), !others.areAlike else { return nil }
        let row = RelativeRow(neighbours[area])
        addUp(row, of: variable.values, without: area, into: &sums)
        let observed = zip(neighbours[area], row.weights).reduce(0) {
          $0 + $1.1 * variable.values[$1.0.area]
        }
        let countsAlike = row.weights.allSatisfy { $0 == 1 }
        let tolerance = countsAlike && sumsAreExact ? 0 : others.negligible * row.total
        return PermutationTest(
          drawCount: drawCount,
          atLeast: sums.count { $0 >= observed - tolerance },
          atMost: sums.count { $0 <= observed + tolerance })
      }
    }
  }

  /// The weighted sum over the neighbours of an area in every draw.
  private func addUp(
    _ row: RelativeRow, of values: [Double], without area: Int, into sums: inout [Double]
  ) {
    for draw in sums.indices { sums[draw] = 0 }
    // One neighbour after the other over all draws: a loop long enough to be fast.
    for (neighbour, weight) in row.weights.enumerated() {
      for draw in 0..<drawCount {
        let other = self[draw: draw, neighbour: neighbour]
        sums[draw] += weight * values[other < area ? other : other + 1]
      }
    }
  }
}
