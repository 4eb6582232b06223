/// Totals of targets, and the proof that nothing was lost on the way.
public struct InterpolatedTotals: Hashable, Sendable {
  /// One per target; `nil` where the target overlaps no source with a known value.
  public let totals: [Double?]
  /// How much of what each target overlaps lies in sources with a known value.
  ///
  /// 0 to 1; `nil` where it overlaps nothing. Below 1, the total leaves something out.
  public let knownShares: [Double?]
  /// What the transfer must conserve.
  public let balance: TransferBalance
}

/// Means of targets.
public struct InterpolatedMeans: Hashable, Sendable {
  /// One per target; `nil` where the target overlaps no source with a known value.
  public let means: [Double?]
  /// How much of what each target overlaps lies in sources with a known value.
  ///
  /// 0 to 1; `nil` where it overlaps nothing. Below 1, the mean speaks for a part only.
  public let knownShares: [Double?]
}

/// The conservation law of interpolation: what the sources have is in the targets or unassigned.
public struct TransferBalance: Hashable, Sendable {
  /// Σ x over the sources with a known value.
  public let sources: Double
  /// Σ y over the targets.
  public let targets: Double
  /// What lies outside all targets.
  ///
  /// Σ x (1 − Σ_t w_st) over the sources of which the targets have less than all. Where a source
  /// also lies in several targets at once, what they repeat of it is taken off.
  public let unassigned: Double
  /// What is counted more than once, because targets overlap each other.
  ///
  /// Σ x (Σ_t w_st − 1) over the sources of which the targets have more than all.
  public let repeated: Double
  /// Σ |x|, the measure of the error.
  let magnitude: Double

  /// - Parameters:
  ///   - values: x, one per source.
  ///   - given: Σ_t w_st, one per source.
  ///   - totals: y, one per target.
  init(values: [Double?], given: [Double], totals: [Double?]) {
    var (sources, targets, unassigned) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    var (repeated, magnitude) = (CompensatedSum(), CompensatedSum())
    for (value, given) in zip(values, given) {
      guard let value else { continue }
      sources.add(value)
      magnitude.add(abs(value))
      if given < 1 {
        unassigned.add(value * (1 - given))
      } else {
        repeated.add(value * (given - 1))
      }
    }
    for total in totals { targets.add(total ?? 0) }
    self.sources = sources.value
    self.targets = targets.value
    self.unassigned = unassigned.value
    self.repeated = repeated.value
    self.magnitude = magnitude.value
  }

  /// |Σ y + unassigned − repeated − Σ x|, relative to Σ |x|; 0 where all is 0.
  public var relativeError: Double {
    let error = abs((targets + unassigned) - (sources + repeated))
    return magnitude == 0 ? error : error / magnitude
  }

  /// The largest relative error that rounding explains.
  public static let tolerance = 1e-12

  /// Whether nothing was lost or added.
  public var holds: Bool { relativeError <= Self.tolerance }
}
