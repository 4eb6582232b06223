internal import SpatialStatistics

/// What one choice of method does to the ranks.
public struct AxisEffect: Sendable {
  /// What becomes of the ranks when one value takes the place of the study's own, all else equal.
  public struct Shift: Sendable {
    /// The value, in words.
    public let value: String
    /// R̄, the mean number of ranks that areas move.
    public let meanShift: Double
    /// Spearman's correlation with the study's own ranks; `nil` where all areas tie.
    public let spearman: Double?
    /// The coldest tenths of both, their common part over their union, 0…1 (Jaccard).
    public let topDecileJaccard: Double
  }

  /// The choice.
  public let axis: MethodGrid.Axis
  /// The study's own value, in words.
  public let ownValue: String
  /// The other values.
  public let shifts: [Shift]
  /// The share of the variance of ranks over the grid that this choice explains by itself, 0…1
  /// (first-order Sobol index, all areas together); `nil` where no rank ever changes.
  public let firstOrder: Double?
  /// The share that would be left if all other choices were settled, 0…1 (total Sobol index).
  public let total: Double?

  /// The largest of the mean shifts, 0 where the axis has one value.
  public var largestMeanShift: Double { shifts.map(\.meanShift).max() ?? 0 }

  /// The effects of all axes.
  ///
  /// The grid is complete, and so its variance splits exactly, with no sampling (ANOVA). Indices
  /// of several areas are put together by their variances.
  ///
  /// - SeeAlso: A. Saltelli et al., *Global Sensitivity Analysis: The Primer*, 2008; F. Gamboa et
  ///   al., "Sensitivity analysis for multidimensional and functional outputs", *Electronic
  ///   Journal of Statistics* 8, 2014, 575–603.
  static func effects(
    of ranks: RankTable, grid: MethodGrid, threads: Threads
  ) -> [AxisEffect] {
    let own = Array(ranks[scenario: grid.ownScenario])
    let variances = RankVariance(of: ranks, grid: grid, threads: threads)
    return MethodGrid.Axis.allCases.map { axis in
      let others = (0..<grid.size(of: axis)).filter { $0 != grid.ownValue(of: axis) }
      return AxisEffect(
        axis: axis, ownValue: grid.label(of: grid.ownValue(of: axis), on: axis),
        shifts: others.map { value in
          Shift(
            grid.label(of: value, on: axis), from: own,
            to: Array(ranks[scenario: grid.scenario(with: value, on: axis)]))
        },
        firstOrder: variances.firstOrder(axis), total: variances.total(axis))
    }
  }
}

extension AxisEffect.Shift {
  /// The shift between two rankings of the same areas.
  init(_ value: String, from own: [Int32], to changed: [Int32]) {
    self.value = value
    let moved = zip(own, changed).reduce(0) { $0 + abs(Double($1.0 - $1.1)) }
    meanShift = own.isEmpty ? 0 : moved / Double(own.count)
    spearman = Self.correlation(Self.midRanks(own), Self.midRanks(changed))
    let topDecile = RankInterval.topDecile(of: own.count)
    let both = zip(own, changed).count { $0 <= topDecile && $1 <= topDecile }
    let either = zip(own, changed).count { $0 <= topDecile || $1 <= topDecile }
    topDecileJaccard = either == 0 ? 1 : Double(both) / Double(either)
  }

  /// Ranks that all tied areas share, moved to the middle of those they take up.
  private static func midRanks(_ ranks: [Int32]) -> [Double] {
    var ties: [Int32: Int] = [:]
    for rank in ranks { ties[rank, default: 0] += 1 }
    return ranks.map { Double($0) + Double((ties[$0] ?? 1) - 1) / 2 }
  }

  /// Pearson's correlation of mid-ranks, which is Spearman's of what was ranked.
  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    let count = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (a, b) in zip(a, b) {
      ab += (a - meanA) * (b - meanB)
      aa += (a - meanA) * (a - meanA)
      bb += (b - meanB) * (b - meanB)
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : nil
  }
}

/// The variance of ranks over a complete grid, split by its axes and summed over the areas.
private struct RankVariance {
  private let all: Double
  private let between: [Double]
  private let within: [Double]

  init(of ranks: RankTable, grid: MethodGrid, threads: Threads) {
    let lines = MethodGrid.Axis.allCases.map { GridLines(along: $0, in: grid) }
    let parts = concurrently(over: ranks.unitCount, threads: threads) { units in
      let columns = ranks.columns(units)
      return stride(from: 0, to: columns.count, by: ranks.scenarioCount).map { start in
        let values = columns[start..<start + ranks.scenarioCount].map { Double($0) }
        return (
          all: Self.variance(of: values),
          between: lines.map { Self.variance(of: $0.means(of: values)) },
          within: lines.map { $0.meanVariance(of: values) }
        )
      }
    }
    var (all, between, within) = (0.0, lines.map { _ in 0.0 }, lines.map { _ in 0.0 })
    for part in parts {
      all += part.all
      for axis in lines.indices {
        between[axis] += part.between[axis]
        within[axis] += part.within[axis]
      }
    }
    self.all = all
    self.between = between
    self.within = within
  }

  private static func variance(of values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }

  func firstOrder(_ axis: MethodGrid.Axis) -> Double? {
    all > 0 ? between[axis.rawValue] / all : nil
  }

  func total(_ axis: MethodGrid.Axis) -> Double? {
    all > 0 ? within[axis.rawValue] / all : nil
  }
}

/// The scenarios of a grid in lines that differ on one axis alone.
private struct GridLines {
  private let size: Int
  private let step: Int
  /// The first scenario of each line.
  private let firsts: [Int]

  init(along axis: MethodGrid.Axis, in grid: MethodGrid) {
    size = grid.size(of: axis)
    step = grid.step(of: axis)
    firsts = (0..<grid.count).filter { grid.value(of: axis, in: $0) == 0 }
  }

  /// The mean of the scenarios with each value of the axis.
  func means(of values: [Double]) -> [Double] {
    (0..<size).map { value in
      firsts.reduce(0) { $0 + values[$1 + value * step] } / Double(firsts.count)
    }
  }

  /// The variance along a line, on average over the lines.
  func meanVariance(of values: [Double]) -> Double {
    var total = 0.0
    for first in firsts {
      var (sum, squares) = (0.0, 0.0)
      for value in 0..<size { sum += values[first + value * step] }
      let mean = sum / Double(size)
      for value in 0..<size {
        let difference = values[first + value * step] - mean
        squares += difference * difference
      }
      total += squares / Double(size)
    }
    return total / Double(firsts.count)
  }
}
