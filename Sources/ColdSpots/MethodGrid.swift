public import Catchments
internal import SimpleFeatures

/// The choices of method that a ranking could reasonably have been made with, all combined.
///
/// No draw of chance: every combination of the values on six axes is one scenario, so that anyone
/// can repeat the grid. The study's own choices are always among the values.
///
/// - SeeAlso: M. Saisana, A. Saltelli, S. Tarantola, "Uncertainty and sensitivity analysis
///   techniques as tools for the quality assessment of composite indicators", *Journal of the
///   Royal Statistical Society A* 168(2), 2005, 307–323.
public struct MethodGrid: Hashable, Sendable {
  /// One choice of method.
  public enum Axis: Int, Hashable, Sendable, CaseIterable {
    /// How support falls with distance.
    case decay
    /// How far organisations reach, relative to the study's radii.
    case radius
    /// ρ, the weight of a mandate without presence.
    case remitWeight
    /// The quantile that the adequacy standard is set at.
    case standardQuantile
    /// β, the exponent of need.
    case needExponent
    /// The mean of need and lack.
    case aggregation
  }

  /// The values of an axis.
  public struct Values<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The values, each once.
    public let all: [Value]
    /// Which of them is the study's own.
    public let own: Int

    /// The study's own value and others; one that is among the others already stays there.
    public init(own: Value, others: [Value]) {
      var all: [Value] = []
      for value in others where !all.contains(value) { all.append(value) }
      if !all.contains(own) { all.append(own) }
      self.all = all
      self.own = all.firstIndex(of: own) ?? 0
    }
  }

  /// The decays, in metres, at the study's radius; `nil` where organisations do not reach by
  /// distance.
  public let decays: Values<Decay?>
  /// What radii are multiplied by.
  public let radiusScales: Values<Double>
  /// ρ.
  public let remitWeights: Values<Double>
  /// Quantiles of the standard.
  public let standardQuantiles: Values<Double>
  /// β.
  public let needExponents: Values<Double>
  /// Means.
  public let aggregations: Values<Aggregation>

  /// The most scenarios of a grid.
  public static let countLimit = 20_000

  /// The grid of a study's own choices and other values.
  ///
  /// An axis that means nothing to the study has one value: decay and radius where organisations
  /// do not reach by distance, the standard where every one is declared.
  ///
  /// - Parameters:
  ///   - catchment: How the study's organisations reach places.
  ///   - score: How access and need become a score.
  ///   - values: The other values.
  ///   - hasFreeStandards: Whether any function's standard is a quantile.
  /// - Throws: `DecayError` for a text that is no decay.
  public init(
    around catchment: CatchmentRules, score: ScoreRules, values: MethodValues = MethodValues(),
    hasFreeStandards: Bool = true
  ) throws(DecayError) {
    if case .disc(let own) = catchment.reach {
      var others: [Decay] = []
      for text in values.decays {
        others.append(try Decay(text, limit: catchment.reach.typicalRadius.metres))
      }
      decays = Values(own: own, others: others)
      radiusScales = Values(own: 1, others: values.radiusScales)
    } else {
      decays = Values(own: nil, others: [])
      radiusScales = Values(own: 1, others: [])
    }
    remitWeights = Values(own: catchment.remitWeight, others: values.remitWeights)
    standardQuantiles = Values(
      own: score.standardQuantile, others: hasFreeStandards ? values.standardQuantiles : [])
    needExponents = Values(own: score.needExponent, others: values.needExponents)
    aggregations = Values(own: score.aggregation, others: values.aggregations)
  }

  /// The number of scenarios.
  public var count: Int { Axis.allCases.reduce(1) { $0 * size(of: $1) } }

  /// The number of values on an axis.
  public func size(of axis: Axis) -> Int {
    switch axis {
    case .decay: decays.all.count
    case .radius: radiusScales.all.count
    case .remitWeight: remitWeights.all.count
    case .standardQuantile: standardQuantiles.all.count
    case .needExponent: needExponents.all.count
    case .aggregation: aggregations.all.count
    }
  }

  /// Which value of an axis a scenario has; the last axis changes fastest.
  public func value(of axis: Axis, in scenario: Int) -> Int {
    scenario / step(of: axis) % size(of: axis)
  }

  /// The scenario of the study's own choices.
  public var ownScenario: Int {
    Axis.allCases.reduce(0) { $0 * size(of: $1) + ownValue(of: $1) }
  }

  /// The scenario that differs from the study's own choices on one axis alone.
  public func scenario(with value: Int, on axis: Axis) -> Int {
    ownScenario + (value - ownValue(of: axis)) * step(of: axis)
  }

  /// Which value of an axis is the study's own.
  public func ownValue(of axis: Axis) -> Int {
    switch axis {
    case .decay: decays.own
    case .radius: radiusScales.own
    case .remitWeight: remitWeights.own
    case .standardQuantile: standardQuantiles.own
    case .needExponent: needExponents.own
    case .aggregation: aggregations.own
    }
  }

  /// How many scenarios lie between two neighbouring values of an axis.
  func step(of axis: Axis) -> Int {
    Axis.allCases.filter { $0.rawValue > axis.rawValue }.reduce(1) { $0 * size(of: $1) }
  }
}

extension MethodGrid.Axis: CustomStringConvertible {
  /// The choice in words.
  public var description: String {
    switch self {
    case .decay: "decay"
    case .radius: "radius"
    case .remitWeight: "remit weight"
    case .standardQuantile: "adequacy quantile"
    case .needExponent: "need exponent"
    case .aggregation: "aggregation"
    }
  }
}

extension MethodGrid {
  /// A value of an axis in words.
  public func label(of value: Int, on axis: Axis) -> String {
    switch axis {
    case .decay: decays.all[value].map(\.description) ?? "none"
    case .radius: "× \(radiusScales.all[value])"
    case .remitWeight: "\(remitWeights.all[value])"
    case .standardQuantile: "\(standardQuantiles.all[value])"
    case .needExponent: "\(needExponents.all[value])"
    case .aggregation: aggregations.all[value].rawValue
    }
  }
}
