/// Finds three quantiles of ranks over many scenarios without sorting them all.
///
/// The ranks of a unit are counted in at most 512 steps between its least and its greatest, and
/// only those in the steps that a quantile falls into are sorted.
struct RankSelection {
  private var counts = [Int32](repeating: 0, count: Self.stepLimit)
  private var steps: [UInt16] = []
  private var candidates: [Int32] = []

  private static let stepLimit = 512

  /// The ranks at three positions of their ascending order.
  ///
  /// - Parameters:
  ///   - positions: From 0, below the number of ranks.
  ///   - ranks: At least one.
  /// - Returns: The ranks, in the order of the positions.
  /// - Complexity: O(*n*) where ranks are spread about, O(*n* log *n*) anyhow.
  mutating func ranks(
    at positions: (Int, Int, Int), of ranks: Span<Int32>
  ) -> (Int, Int, Int) {
    var (least, greatest) = (Int32.max, Int32.min)
    for place in 0..<ranks.count {
      least = min(least, ranks[place])
      greatest = max(greatest, ranks[place])
    }
    // As bits, because the greatest may lie farther above the least than a rank can be.
    let span = UInt32(bitPattern: greatest &- least)
    let shift = UInt32(max(0, 32 - span.leadingZeroBitCount - 9))
    count(ranks, from: least, shift: shift)
    return (
      rank(at: positions.0, of: ranks, from: least, shift: shift),
      rank(at: positions.1, of: ranks, from: least, shift: shift),
      rank(at: positions.2, of: ranks, from: least, shift: shift)
    )
  }

  private mutating func count(_ ranks: Span<Int32>, from least: Int32, shift: UInt32) {
    if steps.count != ranks.count { steps = Array(repeating: 0, count: ranks.count) }
    for step in 0..<Self.stepLimit { counts[step] = 0 }
    for place in 0..<ranks.count {
      let step = UInt32(bitPattern: ranks[place] &- least) >> shift
      steps[place] = UInt16(truncatingIfNeeded: step)
    }
    for step in steps { counts[Int(step)] += 1 }
  }

  private mutating func rank(
    at position: Int, of ranks: Span<Int32>, from least: Int32, shift: UInt32
  ) -> Int {
    var (step, before) = (0, 0)
    while before + Int(counts[step]) <= position {
      before += Int(counts[step])
      step += 1
    }
    if shift == 0 { return Int(least) + step }
    candidates.removeAll(keepingCapacity: true)
    let wanted = UInt16(truncatingIfNeeded: step)
    for place in 0..<ranks.count where steps[place] == wanted { candidates.append(ranks[place]) }
    candidates.sort()
    return Int(candidates[position - before])
  }
}
