/// The sums over an area's neighbours in all draws, from one area to the next.
struct ShuffledSums {
  private let table: PermutationTable
  private let values: [Double]
  /// Which area is left out.
  private var area: Int
  private var drawn: DrawnValues
  private var sorted: SortedSums

  /// The sums while an area is left out.
  ///
  /// - Parameters:
  ///   - table: The draws.
  ///   - values: One per area.
  ///   - area: The first of the areas to test.
  ///   - width: For how many neighbours to keep what is drawn.
  ///   - sortedCounts: The numbers of neighbours over which sums are kept sorted.
  init(
    _ table: PermutationTable, of values: [Double], without area: Int, width: Int,
    sortedOver sortedCounts: [Int]
  ) {
    self.table = table
    self.values = values
    self.area = area
    drawn = DrawnValues(table, of: values, without: area, width: width)
    sorted = SortedSums(of: drawn, over: sortedCounts)
  }

  /// Leaves out the next area: draws that held its index now hold the value before it.
  mutating func advance(_ draws: DrawsByIndex) {
    let value = values[area]
    for change in draws[area] {
      let (draw, neighbour) = (Int(change.draw), Int(change.neighbour))
      drawn.set(value, draw: draw, neighbour: neighbour)
      for count in sorted.neighbourCounts where count > neighbour {
        // Added up anew, and not adjusted: no rounding is left behind, and the sum is the same
        // wherever the areas began.
        sorted.update(draw, over: count, to: drawn.sum(ofDraw: draw, over: count))
      }
    }
    area += 1
  }

  /// How many draws have a sum of at least `low`, and how many of at most `high`, which is not less.
  ///
  /// - Parameters:
  ///   - row: The area's neighbours, at least one.
  ///   - neighbours: Those of all areas.
  ///   - low: What a sum is at least where it is as large as the area's, or tied,
  ///   - high: and at most where it is as small.
  /// - Returns: The counts.
  func test(
    _ row: RelativeRow, of neighbours: Neighbours, from low: Double, to high: Double
  ) -> PermutationTest {
    let count = row.pairs.count
    if row.isEven, count <= drawn.width, sorted.contain(neighbourCount: count) {
      return sorted.test(over: count, from: low, to: high)
    }
    var (atLeast, atMost) = (DrawnValues.Draws.zero, DrawnValues.Draws.zero)
    let weights = row.pairs.map { neighbours.relativeWeight(of: $0, in: row) }
    guard count <= drawn.width else { return gatheredTest(weights, from: low, to: high) }
    for group in 0..<drawn.groupCount {
      let sums = drawn.sums(ofGroup: group, weights: weights)
      let one = DrawnValues.Draws(repeating: 1)
      atLeast += DrawnValues.Draws.zero.replacing(with: one, where: sums .>= low)
      atMost += DrawnValues.Draws.zero.replacing(with: one, where: sums .<= high)
    }
    return PermutationTest(
      drawCount: drawn.drawCount, atLeast: Int(atLeast.sum()), atMost: Int(atMost.sum()))
  }

  /// The test of an area with more neighbours than there are values kept for.
  private func gatheredTest(
    _ weights: [Double], from low: Double, to high: Double
  ) -> PermutationTest {
    var sums = [Double](repeating: 0, count: table.drawCount)
    for (neighbour, weight) in weights.enumerated() {
      for draw in sums.indices {
        let index = table[draw: draw, neighbour: neighbour]
        sums[draw] += weight * values[index < area ? index : index + 1]
      }
    }
    return PermutationTest(
      drawCount: table.drawCount, atLeast: sums.count { $0 >= low },
      atMost: sums.count { $0 <= high })
  }
}
