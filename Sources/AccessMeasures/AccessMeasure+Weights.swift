internal import Catchments

/// Supply and demand with the weight of each pair, as most measures want them.
struct WeighedStudy {
  let study: SupplyAndDemand
  let decay: Decay
  let weights: WeightMatrix

  init(_ study: SupplyAndDemand, _ decay: Decay) {
    self.study = study
    self.decay = decay
    weights = study.costs.weights(decay)
  }
}

extension AccessMeasure {
  /// Takes a measure that weighs costs.
  func readings(
    _ given: WeighedStudy, neighbours: CostMatrix?, parameters: AccessParameters
  ) throws(AccessMeasureError) -> AccessReadings {
    let (people, capacities) = (given.study.people, given.study.capacities)
    let weights = given.weights
    switch self {
    case .closestCost, .nthCapacityCost, .balancingCost, .rationalAgent, .rationalAgentIteration,
      .capacityLimited, .capacityLimitedInOrder:
      return result(given, try readingsOfCosts(given.study, parameters))
    case .potential:
      return result(given, Potential(weights: weights, capacities: capacities).access)
    case .catchmentRatio:
      guard let neighbours else { throw .noNeighbours(self) }
      let ratio = CatchmentRatio(
        sites: weights, neighbours: neighbours.weights(given.decay), people: people,
        capacities: capacities)
      return result(given, ratio.access)
    case .floatingCatchment:
      let catchment = FloatingCatchment(
        weights: weights, people: people, capacities: capacities)
      return result(given, catchment.access, balance: catchment.balance)
    case .modifiedFloatingCatchment:
      guard given.decay.weightAtZero <= 1 else {
        throw .weightsAboveOne(self, weightAtZero: given.decay.weightAtZero)
      }
      let catchment = ModifiedFloatingCatchment(
        weights: weights, people: people, capacities: capacities)
      return result(given, catchment.access, unusedCapacity: catchment.unusedCapacity)
    case .threeStepFloatingCatchment:
      let catchment = ThreeStepFloatingCatchment(
        selection: parameters.selection.map(given.study.costs.weights) ?? weights,
        reach: weights, people: people, capacities: capacities)
      return result(
        given, given.study.readings(of: catchment.access, weights: catchment.weights),
        balance: catchment.balance)
    case .balancedFloatingCatchment:
      let catchment = BalancedFloatingCatchment(
        weights: weights, people: people, capacities: capacities)
      return result(given, catchment.access, balance: catchment.serviceBalance)
    case .spatialAvailability, .singlyConstrained:
      let measure = SpatialAvailability(
        weights: weights, people: people, capacities: capacities,
        demandExponent: self == .singlyConstrained ? 1 : parameters.demandExponent)
      let readings = given.study.readings(of: measure.availability, weights: weights)
      return result(
        given,
        zip(readings, people).map { $1 > 0 ? $0 : Reading(zero: .noResidents) },
        balance: measure.balance)
    case .totalConstrained:
      let measure = TotalConstrainedAccess(
        weights: weights, capacities: capacities, total: given.study.reachableCapacity)
      return result(given, measure.access, balance: measure.balance)
    case .doublyConstrained: return try doublyConstrained(given, parameters)
    }
  }

  private func doublyConstrained(
    _ given: WeighedStudy, _ parameters: AccessParameters
  ) throws(AccessMeasureError) -> AccessReadings {
    let study = given.study
    let measure: DoublyConstrainedAccess
    do {
      measure = try DoublyConstrainedAccess(
        weights: given.weights, people: study.people, capacities: study.capacities,
        peoplePerUnit: parameters.peoplePerUnit)
    } catch {
      throw .unbalanced(error)
    }
    let readings = measure.meanCosts(study.costs).enumerated().map { place, cost in
      guard study.people[place] > 0, let cost else { return Reading(missing: .noResidents) }
      return measure.hasConverged ? Reading(cost) : Reading(missing: .notConverged)
    }
    let served = measure.flows.rowSums(of: study.capacities.map { _ in 1 }).reduce(0, +)
    return result(
      given, readings,
      balance: MassBalance(
        capacity: study.totalCapacity * parameters.peoplePerUnit, received: served),
      convergence: AccessReadings.Convergence(
        hasConverged: measure.hasConverged, iterations: measure.iterations,
        relativeError: measure.relativeError))
  }

  private func result(
    _ given: WeighedStudy, _ access: [Double], balance: MassBalance? = nil,
    unusedCapacity: Double? = nil
  ) -> AccessReadings {
    result(
      given, given.study.readings(of: access, weights: given.weights), balance: balance,
      unusedCapacity: unusedCapacity)
  }

  private func result(
    _ given: WeighedStudy, _ readings: [Reading], balance: MassBalance? = nil,
    unusedCapacity: Double? = nil, convergence: AccessReadings.Convergence? = nil
  ) -> AccessReadings {
    AccessReadings(
      measure: self, readings: readings, siteFlags: given.study.siteFlags(weights: given.weights),
      balance: balance, unusedCapacity: unusedCapacity, convergence: convergence)
  }
}

extension SupplyAndDemand {
  /// Σ S_j over the sites that some place can reach at some cost.
  var reachableCapacity: Double {
    zip(capacities, siteFlags()).reduce(0) { sum, site in
      site.1.contains(.unreachable) ? sum : sum + site.0
    }
  }
}
