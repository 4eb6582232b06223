internal import Catchments

extension AccessMeasure {
  /// Readings of a measure that looks at costs alone, without a decay.
  func readingsOfCosts(
    _ study: SupplyAndDemand, _ parameters: AccessParameters
  ) throws(AccessMeasureError) -> [Reading] {
    switch self {
    case .nthCapacityCost: return CostToCapacity(of: parameters.amount, in: study).readings
    case .balancingCost:
      return BalancingCost(
        in: study, step: parameters.costStep, peoplePerUnit: parameters.peoplePerUnit
      ).readings
    case .rationalAgent, .rationalAgentIteration: return try rationalAgent(study, parameters)
    case .capacityLimited, .capacityLimitedInOrder: return try capacityLimited(study, parameters)
    default: return CostToCapacity(closestIn: study).readings
    }
  }

  private func rationalAgent(
    _ study: SupplyAndDemand, _ parameters: AccessParameters
  ) throws(AccessMeasureError) -> [Reading] {
    do {
      guard self == .rationalAgentIteration else {
        return try RationalAgentAccess(
          in: study, travelScale: parameters.travelScale,
          residentsPerCapacity: parameters.residentsPerCapacity
        ).readings
      }
      return try RationalAgentIteration(
        in: study, travelScale: parameters.travelScale,
        residentsPerCapacity: parameters.residentsPerCapacity, cycles: parameters.cycles
      ).readings
    } catch {
      throw .rationalAgent(error)
    }
  }

  private func capacityLimited(
    _ study: SupplyAndDemand, _ parameters: AccessParameters
  ) throws(AccessMeasureError) -> [Reading] {
    // A capacity that becomes infinite is refused like those too large to be summed up.
    guard
      let study = try? SupplyAndDemand(
        people: study.people,
        capacities: study.capacities.map { $0 * parameters.peoplePerUnit }, costs: study.costs)
    else { throw .capacityLimited(.outOfRange) }
    do {
      return self == .capacityLimitedInOrder
        ? try CapacityLimitedCoverage.inOrder(in: study, within: parameters.maximumCost).readings
        : try CapacityLimitedCoverage(in: study, within: parameters.maximumCost).readings
    } catch {
      throw .capacityLimited(error)
    }
  }
}
