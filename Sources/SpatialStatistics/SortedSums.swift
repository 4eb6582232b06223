/// The sums of all draws over some numbers of neighbours, each time from the smallest to the
/// largest.
///
/// How an area's sum compares with those of all draws is then found by a search. With sums made
/// anew for each area, Gi* of 5,000 areas took 5 times as long, that of 180,000 areas 11 times.
struct SortedSums {
  /// The numbers of neighbours over which sums are kept.
  let neighbourCounts: [Int]
  private let drawCount: Int
  /// Where the sums over so many neighbours begin, if they are kept.
  private let starts: [Int?]
  /// The sum of each draw.
  private var sums: [Double]
  private var ascending: [Double]

  /// The sums of all draws.
  ///
  /// - Complexity: O(draws · (neighbours + log draws)) for each of the numbers of neighbours.
  init(of drawn: DrawnValues, over neighbourCounts: [Int]) {
    self.neighbourCounts = neighbourCounts
    drawCount = drawn.drawCount
    var starts = [Int?](repeating: nil, count: drawn.width + 1)
    (sums, ascending) = ([], [])
    for count in neighbourCounts {
      starts[count] = sums.count
      let ofCount = (0..<drawn.drawCount).map { drawn.sum(ofDraw: $0, over: count) }
      sums += ofCount
      ascending += ofCount.sorted()
    }
    self.starts = starts
  }

  /// Whether sums over so many neighbours are kept.
  func contain(neighbourCount: Int) -> Bool { starts[neighbourCount] != nil }

  /// Puts a new sum in the place of a draw's old one.
  ///
  /// - Complexity: O(draws), of which only the moving of those between both places grows.
  mutating func update(_ draw: Int, over neighbourCount: Int, to new: Double) {
    guard let start = starts[neighbourCount] else { return }
    let old = sums[start + draw]
    guard old != new else { return }
    sums[start + draw] = new
    let place = start + count(below: old, over: neighbourCount)
    let end = start + count(below: new, over: neighbourCount)
    if old < new {
      ascending.move(place + 1..<end, by: -1)
      ascending[end - 1] = new
    } else {
      ascending.move(end..<place, by: 1)
      ascending[end] = new
    }
  }

  /// How many draws have a sum of at least `low`, and how many of at most `high`, which is not less.
  ///
  /// - Complexity: O(log draws).
  func test(over neighbourCount: Int, from low: Double, to high: Double) -> PermutationTest {
    let below = count(below: low, over: neighbourCount)
    return PermutationTest(
      drawCount: drawCount, atLeast: drawCount - below,
      atMost: count(upTo: high, over: neighbourCount, from: below))
  }

  /// The number of sums that are less than a limit.
  ///
  /// The search has no branch to guess wrong, which took 1.3 times as long: the sign of a
  /// difference goes left or right. Sums of values of at most 2 cannot overflow, and no sum is −0.
  @inline(__always)
  private func count(below limit: Double, over neighbourCount: Int) -> Int {
    guard let first = starts[neighbourCount] else { return 0 }
    var (start, length) = (first, drawCount)
    while length > 1 {
      let half = length / 2
      start &+= half & Self.allBits(where: ascending[start &+ half &- 1], isBelow: limit)
      length &-= half
    }
    return start &- first &- Self.allBits(where: ascending[start], isBelow: limit)
  }

  /// −1 or 0.
  private static func allBits(where value: Double, isBelow limit: Double) -> Int {
    Int(truncatingIfNeeded: Int64(bitPattern: (value - limit).bitPattern) >> 63)
  }

  /// The number of sums up to a limit, of which some are known to be: as a rule, all but few.
  @inline(__always)
  private func count(upTo limit: Double, over neighbourCount: Int, from known: Int) -> Int {
    guard let first = starts[neighbourCount] else { return 0 }
    var (count, step) = (known, 1)
    // In steps that grow, and then shrink.
    while count + step <= drawCount, ascending[first + count + step - 1] <= limit {
      count += step
      step *= 2
    }
    while step > 0 {
      if count + step <= drawCount, ascending[first + count + step - 1] <= limit { count += step }
      step /= 2
    }
    return count
  }
}
