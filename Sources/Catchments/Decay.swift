internal import Foundation

/// How the weight of support falls with the cost of reaching it.
///
/// | | contract |
/// |---|---|
/// | domain | cost ≥ 0, in the unit of the parameters: metres, minutes |
/// | range | 0…``weightAtZero`` |
/// | shape | never increasing with the cost |
/// | at cost 0 | ``weightAtZero``: 1, but for zones and the inverse power, where it follows from the parameters |
/// | zero point | the weight is 0 at every cost above ``limit``; a cost equal to a threshold is inside |
///
/// The nine functions are those of the literature; ``Shape`` has the formulas. All of them keep
/// their form when costs are measured in another unit, see ``scaled(by:)``.
public struct Decay: Hashable, Sendable {
  /// The form of the function; R is the ``Decay/limit``.
  public enum Shape: Hashable, Sendable {
    /// 1 up to R.
    ///
    /// - SeeAlso: J. Radke, L. Mu, *Geographic Information Sciences* 6(2), 2000, 105–112.
    case step
    /// A weight for each band of costs: v_k for b_(k−1) < c ≤ b_k.
    ///
    /// - SeeAlso: W. Luo, Y. Qi, *Health & Place* 15(4), 2009, 1100–1107.
    case zones([Zone])
    /// `exp(−c²/2σ²)`.
    case gaussian(deviation: Double)
    /// A bell curve lowered so that it is 1 at 0 and 0 at R, without a cliff:
    /// `[exp(−½(c/R)²) − exp(−½)] / [1 − exp(−½)]`.
    ///
    /// - SeeAlso: D. Dai, *Health & Place* 16(5), 2010, 1038–1052.
    case truncatedGaussian
    /// `exp(−λc)`; a half-life *h* is λ = ln 2 / *h*.
    case exponential(rate: Double)
    /// `(max(c, floor)/scale)^−α`. Its weight at 0 is 1 where scale and floor are equal, else
    /// `(floor/scale)^−α`.
    ///
    /// - SeeAlso: W. G. Hansen, "How accessibility shapes land use", *Journal of the American
    ///   Institute of Planners* 25(2), 1959, 73–76.
    case inversePower(exponent: Double, scale: Double, floor: Double)
    /// `1 − c/R`.
    case linear
    /// `[1 + exp(−μk)] / [1 + exp((c − μ)k)]` with `k = π/(σ√3)`: the chance that a traveller
    /// whose limit follows a logistic distribution still comes, 1 at cost 0.
    ///
    /// - SeeAlso: J. Bauer, D. A. Groneberg, "Measuring spatial accessibility of health care
    ///   providers", *PLoS ONE* 11(7), 2016, e0159148.
    case logistic(median: Double, deviation: Double)
    /// 1 up to `full`, then a straight line to 0 at R.
    case trapezoid(full: Double)
  }

  /// One band of ``Shape/zones(_:)``.
  public struct Zone: Hashable, Sendable {
    /// The largest cost in the band; the smallest is that of the band before, left out.
    public let upTo: Double
    /// The weight in it.
    public let weight: Double

    /// A band.
    public init(upTo: Double, weight: Double) {
      self.upTo = upTo
      self.weight = weight
    }
  }

  /// The form of the function.
  public let shape: Shape
  /// R, the cost above which the weight is 0; `nil` where no cost is too high.
  public let limit: Double?

  /// A function that has been checked already.
  init(unchecked shape: Shape, limit: Double?) {
    self.shape = shape
    self.limit = limit
  }

  /// A decay of a form.
  ///
  /// - Throws: ``DecayError`` for parameters that break the contract, and where a form that needs
  ///   a limit (step, truncated Gaussian, linear, trapezoid) has none. The last zone is a limit.
  public init(_ shape: Shape, limit: Double? = nil) throws(DecayError) {
    var limit = limit
    if case .zones(let zones) = shape, let last = zones.last {
      limit = min(limit ?? last.upTo, last.upTo)
    }
    let decay = Decay(unchecked: shape, limit: limit)
    if let defect = decay.defect { throw defect }
    self = decay
  }

  /// The weight at a cost.
  ///
  /// - Complexity: O(1), O(zones) for zones.
  public func weight(at cost: Double) -> Double {
    if let limit, cost > limit { return 0 }
    switch shape {
    case .step: return 1
    case .zones(let zones):
      // Stretched bounds are rounded: the last may lie a little below the limit, which is inside.
      return (zones.first { cost <= $0.upTo } ?? zones.last)?.weight ?? 0
    case .gaussian(let deviation):
      let share = cost / deviation
      return exp(-0.5 * share * share)
    case .truncatedGaussian:
      let share = cost / reach
      return (exp(-0.5 * share * share) - Self.edge) / (1 - Self.edge)
    case .exponential(let rate): return exp(-rate * cost)
    case .inversePower(let exponent, let scale, let floor):
      return pow(max(cost, floor) / scale, -exponent)
    case .linear: return 1 - cost / reach
    case .logistic(let median, let deviation):
      let steepness = Double.pi / (deviation * 3.0.squareRoot())
      return (1 + exp(-median * steepness)) / (1 + exp((cost - median) * steepness))
    case .trapezoid(let full): return cost <= full ? 1 : (reach - cost) / (reach - full)
    }
  }

  /// The weight where nothing has to be travelled: the greatest of all.
  public var weightAtZero: Double { weight(at: 0) }

  /// exp(−½), the bell curve at its limit.
  private static let edge = exp(-0.5)

  /// The limit of a form that has one.
  private var reach: Double { limit ?? .infinity }
}

extension Decay {
  /// The same form with every cost multiplied.
  ///
  /// Where this has the weight w at cost *c*, the new one has it at *factor · c*. Organisations
  /// that reach further than others decay like them.
  public func scaled(by factor: Double) -> Decay {
    precondition(factor > 0 && factor.isFinite, "a scale is more than 0")
    let shape: Shape =
      switch shape {
      case .step, .truncatedGaussian, .linear: shape
      case .zones(let zones):
        .zones(zones.map { Zone(upTo: $0.upTo * factor, weight: $0.weight) })
      case .gaussian(let deviation): .gaussian(deviation: deviation * factor)
      case .exponential(let rate): .exponential(rate: rate / factor)
      case .inversePower(let exponent, let scale, let floor):
        .inversePower(exponent: exponent, scale: scale * factor, floor: floor * factor)
      case .logistic(let median, let deviation):
        .logistic(median: median * factor, deviation: deviation * factor)
      case .trapezoid(let full): .trapezoid(full: full * factor)
      }
    return Decay(unchecked: shape, limit: limit.map { $0 * factor })
  }

  /// The same form with every cost multiplied so that the limit becomes another one, exactly.
  func stretched(to limit: Double) -> Decay {
    guard let own = self.limit, own != limit else { return self }
    return Decay(unchecked: scaled(by: limit / own).shape, limit: limit)
  }

  /// The same form with another limit.
  ///
  /// Forms that are drawn to their limit (truncated Gaussian, linear, trapezoid) are drawn to the
  /// new one; others are cut there. Zones end with the last of them, however high the limit.
  ///
  /// - Throws: ``DecayError`` where the limit does not suit the form.
  public func limited(to limit: Double) throws(DecayError) -> Decay {
    try Decay(shape, limit: limit)
  }
}

extension Decay {
  /// 1 up to the limit.
  public static func step(limit: Double) -> Decay { Decay(sound: .step, limit: limit) }
  /// Falling in a straight line to 0 at the limit.
  public static func linear(limit: Double) -> Decay { Decay(sound: .linear, limit: limit) }
  /// A bell curve from 1 at 0 to 0 at the limit (Dai 2010).
  public static func truncatedGaussian(limit: Double) -> Decay {
    Decay(sound: .truncatedGaussian, limit: limit)
  }
  /// A bell curve, cut at the limit if there is one.
  public static func gaussian(deviation: Double, limit: Double? = nil) -> Decay {
    Decay(sound: .gaussian(deviation: deviation), limit: limit)
  }
  /// Falling by the same share with every unit of cost.
  public static func exponential(rate: Double, limit: Double? = nil) -> Decay {
    Decay(sound: .exponential(rate: rate), limit: limit)
  }
  /// Falling by half with every half-life.
  public static func exponential(halfLife: Double, limit: Double? = nil) -> Decay {
    Decay(sound: .exponential(rate: log(2) / halfLife), limit: limit)
  }
  /// A power of the cost, which is taken to be at least `floor`.
  public static func inversePower(
    exponent: Double, scale: Double, floor: Double, limit: Double? = nil
  ) -> Decay {
    Decay(sound: .inversePower(exponent: exponent, scale: scale, floor: floor), limit: limit)
  }
  /// A soft threshold at the median.
  public static func logistic(median: Double, deviation: Double, limit: Double? = nil) -> Decay {
    Decay(sound: .logistic(median: median, deviation: deviation), limit: limit)
  }
  /// A weight for each band of costs; 0 above the last.
  public static func zones(_ zones: [Zone]) -> Decay {
    Decay(sound: .zones(zones), limit: zones.last?.upTo)
  }
  /// 1 up to `full`, then a straight line to 0 at `limit`.
  public static func trapezoid(full: Double, limit: Double) -> Decay {
    Decay(sound: .trapezoid(full: full), limit: limit)
  }

  /// A decay whose parameters the program knows to be right.
  init(sound shape: Shape, limit: Double?) {
    self.init(unchecked: shape, limit: limit)
    precondition(defect == nil, "parameters that a decay can have")
  }
}
