/// The measures of access that can be asked for by name.
///
/// Each is a type of its own in this module; this is their list. What a measure needs and gives is
/// said here, what it means in the documentation of its type.
public enum AccessMeasure: String, Hashable, Sendable, CaseIterable {
  /// ``Potential``; with a step decay, cumulative opportunities.
  case potential
  /// ``CostToCapacity`` of the closest site.
  case closestCost = "closest-cost"
  /// ``CostToCapacity`` of the n-th unit.
  case nthCapacityCost = "nth-capacity-cost"
  /// ``BalancingCost``.
  case balancingCost = "balancing-cost"
  /// ``CatchmentRatio``.
  case catchmentRatio = "fca-ratio"
  /// ``FloatingCatchment``: 2SFCA, E2SFCA, Gaussian and kernel-density variants by their decay.
  case floatingCatchment = "2sfca"
  /// ``ModifiedFloatingCatchment``.
  case modifiedFloatingCatchment = "m2sfca"
  /// ``ThreeStepFloatingCatchment``.
  case threeStepFloatingCatchment = "3sfca"
  /// ``BalancedFloatingCatchment``.
  case balancedFloatingCatchment = "bfca"
  /// ``SpatialAvailability``.
  case spatialAvailability = "spatial-availability"
  /// ``TotalConstrainedAccess``.
  case totalConstrained = "total-constrained"
  /// ``SpatialAvailability`` with α = 1, by its name in Wilson's family.
  case singlyConstrained = "singly-constrained"
  /// ``DoublyConstrainedAccess``, as the mean cost of being served.
  case doublyConstrained = "doubly-constrained"
  /// ``RationalAgentAccess``.
  case rationalAgent = "raam"
  /// ``RationalAgentIteration``.
  case rationalAgentIteration = "raam-iteration"
  /// ``CapacityLimitedCoverage``, as many residents as possible.
  case capacityLimited = "capacity-limited"
  /// ``CapacityLimitedCoverage``, one site after the other.
  case capacityLimitedInOrder = "capacity-limited-in-order"
}

extension AccessMeasure {
  /// The name by which it is asked for.
  public var key: String { rawValue }

  /// What it is called in the literature.
  public var title: String {
    switch self {
    case .potential: "Hansen potential"
    case .closestCost: "cost to the closest site"
    case .nthCapacityCost: "cost to the n-th unit of capacity"
    case .balancingCost: "balancing cost"
    case .catchmentRatio: "floating catchment ratio"
    case .floatingCatchment: "two-step floating catchment area"
    case .modifiedFloatingCatchment: "modified two-step floating catchment area"
    case .threeStepFloatingCatchment: "three-step floating catchment area"
    case .balancedFloatingCatchment: "balanced floating catchment area"
    case .spatialAvailability: "spatial availability"
    case .totalConstrained: "total-constrained accessibility"
    case .singlyConstrained: "singly constrained accessibility"
    case .doublyConstrained: "mean cost of the doubly constrained model"
    case .rationalAgent: "rational agent access, in equilibrium"
    case .rationalAgentIteration: "rational agent access, by iteration"
    case .capacityLimited: "capacity-limited coverage, as large as possible"
    case .capacityLimitedInOrder: "capacity-limited coverage, the largest sites first"
    }
  }

  /// The unit of its readings, in words.
  public var unit: String {
    switch self {
    case .potential: "weighted units of capacity"
    case .closestCost, .nthCapacityCost, .balancingCost, .doublyConstrained:
      "the unit of the costs"
    case .catchmentRatio, .floatingCatchment, .modifiedFloatingCatchment,
      .threeStepFloatingCatchment, .balancedFloatingCatchment:
      "units of capacity per resident"
    case .spatialAvailability, .totalConstrained, .singlyConstrained: "units of capacity"
    case .rationalAgent, .rationalAgentIteration: "ordinary crowding"
    case .capacityLimited, .capacityLimitedInOrder: "the share of residents who are served"
    }
  }

  /// Whether a low reading is good access, as for costs.
  public var isBetterLow: Bool {
    switch self {
    case .closestCost, .nthCapacityCost, .balancingCost, .doublyConstrained, .rationalAgent,
      .rationalAgentIteration:
      true
    default: false
    }
  }

  /// Whether it needs a decay; the others look at costs alone.
  public var needsDecay: Bool {
    switch self {
    case .closestCost, .nthCapacityCost, .balancingCost, .rationalAgent, .rationalAgentIteration,
      .capacityLimited, .capacityLimitedInOrder:
      false
    default: true
    }
  }

  /// Whether it needs the costs between places too.
  public var needsNeighbours: Bool { self == .catchmentRatio }

  /// Whether it is made of sums over weights alone, for which nobody has to hold the pairs.
  public var isSum: Bool { self == .floatingCatchment || self == .potential }

  /// The parameters that change its readings.
  public var parameters: [AccessParameter] {
    switch self {
    case .nthCapacityCost: [.amount]
    case .balancingCost: [.costStep, .peoplePerUnit]
    case .threeStepFloatingCatchment: [.selection]
    case .spatialAvailability: [.demandExponent]
    case .doublyConstrained: [.peoplePerUnit]
    case .rationalAgent: [.travelScale, .residentsPerCapacity]
    case .rationalAgentIteration: [.travelScale, .residentsPerCapacity, .cycles]
    case .capacityLimited, .capacityLimitedInOrder: [.peoplePerUnit, .maximumCost]
    default: []
    }
  }

  /// What must add up to what, in words, for those that conserve something; the two sides are the
  /// ``AccessReadings/balance``.
  public var conservation: String? {
    switch self {
    case .floatingCatchment, .threeStepFloatingCatchment:
      "readings times residents add up to the capacity that reaches a resident"
    case .spatialAvailability, .singlyConstrained:
      "readings add up to the capacity that reaches a resident"
    case .totalConstrained: "readings add up to the capacity that can be reached"
    case .balancedFloatingCatchment:
      "readings of places with residents add up to the levels of service of the sites"
    case .doublyConstrained: "the residents served add up to those whom all capacity is for"
    default: nil
    }
  }
}
