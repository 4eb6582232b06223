public import Catchments

/// The numbers that some measures need beside a decay; see ``AccessMeasure/parameters``.
public struct AccessParameters: Hashable, Sendable {
  /// n, the capacity to be met on the way.
  public var amount: Double
  /// δ, the step of the grid of balancing costs, in the unit of the costs.
  public var costStep: Double
  /// m, the number of residents that a unit of capacity is for.
  public var peoplePerUnit: Double
  /// α, how much the size of a place counts in what it claims.
  public var demandExponent: Double
  /// τ, the cost of travel that is as bad as ordinary crowding, in the unit of the costs.
  public var travelScale: Double
  /// ρ, the ordinary number of residents per unit of capacity; that of the data, if not given.
  public var residentsPerCapacity: Double?
  /// The number of cycles of an iteration.
  public var cycles: Int
  /// The highest cost at which residents are served; any, if not given.
  public var maximumCost: Double?
  /// The decay by which residents choose among sites; that of their reach, if not given.
  public var selection: Decay?

  /// Parameters; those that are not given are as in the literature, or 1.
  public init(
    amount: Double = 1, costStep: Double = 1, peoplePerUnit: Double = 1,
    demandExponent: Double = 1, travelScale: Double = 1, residentsPerCapacity: Double? = nil,
    cycles: Int = 150, maximumCost: Double? = nil, selection: Decay? = nil
  ) {
    self.amount = amount
    self.costStep = costStep
    self.peoplePerUnit = peoplePerUnit
    self.demandExponent = demandExponent
    self.travelScale = travelScale
    self.residentsPerCapacity = residentsPerCapacity
    self.cycles = cycles
    self.maximumCost = maximumCost
    self.selection = selection
  }

  /// The first of these parameters that cannot be used.
  func defect(in parameters: [AccessParameter]) -> AccessMeasureError? {
    for parameter in parameters {
      let value: Double
      switch parameter {
      case .amount: value = amount
      case .costStep: value = costStep
      case .peoplePerUnit: value = peoplePerUnit
      case .demandExponent: value = demandExponent
      case .travelScale: value = travelScale
      case .residentsPerCapacity:
        guard let given = residentsPerCapacity else { continue }
        value = given
      case .cycles: value = Double(cycles)
      case .maximumCost:
        guard let given = maximumCost else { continue }
        value = given
      case .selection: continue
      }
      let mayBeZero = parameter == .demandExponent || parameter == .maximumCost
      let isValid = mayBeZero ? value >= 0 : value > 0
      guard isValid, value.isFinite else {
        return .invalidParameter(parameter, value: value)
      }
    }
    return nil
  }
}

/// The names of ``AccessParameters``.
public enum AccessParameter: String, Hashable, Sendable, CaseIterable {
  /// n, a number above 0.
  case amount
  /// δ, a number above 0.
  case costStep = "cost-step"
  /// m, a number above 0.
  case peoplePerUnit = "people-per-unit"
  /// α, 0 or more.
  case demandExponent = "demand-exponent"
  /// τ, a number above 0.
  case travelScale = "travel-scale"
  /// ρ, a number above 0.
  case residentsPerCapacity = "residents-per-capacity"
  /// A whole number above 0.
  case cycles
  /// A number of at least 0.
  case maximumCost = "maximum-cost"
  /// A decay.
  case selection
}

/// Why a measure cannot be taken.
public enum AccessMeasureError: Error, Hashable, Sendable {
  /// The measure weighs costs, and was not told how.
  case noDecay(AccessMeasure)
  /// The measure counts residents around places, and was not told what lies between those.
  case noNeighbours(AccessMeasure)
  /// The parameter must be a finite number above 0, or at least 0 for an exponent.
  case invalidParameter(AccessParameter, value: Double)
  /// The measure takes weights for shares, and this decay begins above 1.
  case weightsAboveOne(AccessMeasure, weightAtZero: Double)
  /// There is no equilibrium of rational agents.
  case rationalAgent(RationalAgentError)
  /// It cannot be said who is served.
  case capacityLimited(CapacityLimitedError)
  /// Not everybody can be served by all capacity.
  case unbalanced(DoublyConstrainedError)
}

extension AccessMeasureError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .noDecay(let measure): "the measure \"\(measure.key)\" needs a decay"
    case .noNeighbours(let measure):
      "the measure \"\(measure.key)\" needs the costs between places: their positions, and a limit"
    case .invalidParameter(let parameter, let value):
      "the parameter \"\(parameter.rawValue)\" is a finite number "
        + (parameter == .demandExponent || parameter == .maximumCost ? "of at least 0" : "above 0")
        + ", not \(value)"
    case .weightsAboveOne(let measure, let weight):
      "the measure \"\(measure.key)\" needs a decay that is at most 1 at cost 0, not \(weight)"
    case .unbalanced(let error): error.description
    case .rationalAgent(let error): error.description
    case .capacityLimited(let error): error.description
    }
  }
}
