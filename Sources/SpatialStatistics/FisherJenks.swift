/// The optimal classes of Fisher and Jenks, by dynamic programming.
///
/// The best *k* classes of the first *e* levels are the best *k* − 1 classes of the first *s* and one
/// class of the rest, for the best start *s* of that last class. As *e* grows, the best *s* never
/// falls. So the best start for the middle *e* halves the work on either side of it, and a row of
/// *n* ends takes O(*n* log *n*) instead of O(*n*²).
///
/// - SeeAlso: W. D. Fisher, "On grouping for maximum homogeneity", *Journal of the American
///   Statistical Association* 53(284), 1958; H. Wang, M. Song, "Ckmeans.1d.dp: optimal k-means
///   clustering in one dimension by dynamic programming", *The R Journal* 3(2), 2011; A. Grønlund,
///   K. G. Larsen, A. Mathiasen, J. S. Nielsen, S. Schneider, M. Song, "Fast exact k-means,
///   k-medians and Bregman divergence clustering in 1D", arXiv:1701.07204, 2017.
struct FisherJenks {
  private let squares: SquaresOfRuns
  /// The least sum of squares of the first *e* levels in one class less than in this row.
  private var previous: [Double]
  /// The same in this row's number of classes.
  private var current: [Double]
  /// Where the last class starts for it.
  private var starts: [Int32]

  /// The classes with the least sum of squares; of equally good ones those whose last class starts
  /// first.
  ///
  /// - Parameters:
  ///   - levels: At least one.
  ///   - classes: At least 1, at most the number of levels.
  /// - Returns: The end of each class, after its last level.
  /// - Complexity: O(*k* *n* log *n*) time and O(*k* *n*) memory for *k* classes of *n* levels.
  static func ends(of levels: ValueLevels, classes: Int) -> [Int] {
    let count = levels.values.count
    var row = FisherJenks(levels)
    var rows: [[Int32]] = []
    for number in 2..<max(2, classes + 1) {
      row.fill(ends: number...count, starts: number - 1...count - 1)
      rows.append(row.starts)
      row.previous = row.current
    }
    var ends = [count]
    for starts in rows.reversed() { ends.append(Int(starts[ends[ends.count - 1]])) }
    return ends.reversed()
  }

  private init(_ levels: ValueLevels) {
    let squares = SquaresOfRuns(levels)
    self.squares = squares
    previous = (0...levels.values.count).map { squares.sum(0, $0) }
    current = previous
    starts = Array(repeating: 0, count: previous.count)
  }

  /// Finds the best start for each end, all of which lie in `candidates`.
  private mutating func fill(ends: ClosedRange<Int>, starts candidates: ClosedRange<Int>) {
    let end = (ends.lowerBound + ends.upperBound) / 2
    var (best, least) = (candidates.lowerBound, Double.infinity)
    for start in candidates.lowerBound...min(candidates.upperBound, end - 1) {
      let sum = previous[start] + squares.sum(start, end)
      if sum < least { (best, least) = (start, sum) }
    }
    current[end] = least
    starts[end] = Int32(best)
    if end > ends.lowerBound {
      fill(ends: ends.lowerBound...end - 1, starts: candidates.lowerBound...best)
    }
    if end < ends.upperBound {
      fill(ends: end + 1...ends.upperBound, starts: best...candidates.upperBound)
    }
  }
}

/// The sum of squared distances to the mean of any run of levels, in constant time.
private struct SquaresOfRuns {
  /// Sums over the levels before each position: of weights, and of weights times the first and the
  /// second power of the distance to the middle level, in ranges of all values.
  private var weights: [Double]
  private var distances: [Double]
  private var squares: [Double]

  init(_ levels: ValueLevels) {
    let count = levels.values.count
    let middle = count / 2
    let scale = levels.largest > levels.smallest ? levels.largest - levels.smallest : 1
    weights = Array(repeating: 0, count: count + 1)
    distances = weights
    squares = weights
    // Summed from the middle outwards, negative below it: a few values far away from the others
    // stand at the ends of the sums and cannot drown the differences between the others.
    func add(_ level: Int, from known: Int, to next: Int, sign: Double) {
      let distance = (levels.values[level] - levels.values[middle]) / scale
      let weight = sign * levels.weights[level]
      weights[next] = weights[known] + weight
      distances[next] = distances[known] + weight * distance
      squares[next] = squares[known] + weight * distance * distance
    }
    for level in middle..<count { add(level, from: level, to: level + 1, sign: 1) }
    for level in (0..<middle).reversed() { add(level, from: level + 1, to: level, sign: -1) }
  }

  func sum(_ start: Int, _ end: Int) -> Double {
    let weight = weights[end] - weights[start]
    guard weight > 0 else { return 0 }
    let distance = distances[end] - distances[start]
    // Rounding may leave less than nothing.
    return max(0, squares[end] - squares[start] - distance * distance / weight)
  }
}
