import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `List of measures` {
  /// One place with 10 residents and one site with capacity for 10, 500 m apart.
  private func study(people: [Double] = [10], capacities: [Double] = [10]) throws -> SupplyAndDemand
  {
    try SupplyAndDemand(
      people: people, capacities: capacities, costs: CostMatrix(table: [[500]]))
  }

  private func error(
    _ measure: AccessMeasure, decay: Decay? = .step(limit: 1000), neighbours: CostMatrix? = nil,
    _ parameters: AccessParameters = AccessParameters()
  ) throws -> AccessMeasureError? {
    let study = try study()
    do throws(AccessMeasureError) {
      _ = try measure.readings(
        of: study, decay: decay, neighbours: neighbours, parameters: parameters)
      return nil
    } catch {
      return error
    }
  }

  @Test func `has the keys that a command offers`() {
    #expect(
      AccessMeasure.allCases.map(\.key)
        == [
          "potential", "closest-cost", "nth-capacity-cost", "balancing-cost", "fca-ratio", "2sfca",
          "m2sfca", "3sfca", "bfca", "spatial-availability", "total-constrained",
          "singly-constrained", "doubly-constrained", "raam", "raam-iteration",
          "capacity-limited", "capacity-limited-in-order",
        ])
    #expect(Set(AccessMeasure.allCases.map(\.title)).count == AccessMeasure.allCases.count)
  }

  @Test func `knows one place with one site by every measure`() throws {
    // The half-life is 500 m, so the weight is ½; R = 10 / (½ · 10) = 2.
    let expected: [AccessMeasure: Double] = [
      .potential: 5, .closestCost: 500, .nthCapacityCost: 500, .balancingCost: 500,
      .catchmentRatio: 0.5, .floatingCatchment: 1, .modifiedFloatingCatchment: 0.5,
      .threeStepFloatingCatchment: 1, .balancedFloatingCatchment: 1, .spatialAvailability: 10,
      .totalConstrained: 10, .singlyConstrained: 10, .doublyConstrained: 500,
      // Travel of 500 at τ = 1, and the ordinary crowding of ρ = ΣP/ΣS.
      .rationalAgent: 501, .rationalAgentIteration: 501, .capacityLimited: 1,
      .capacityLimitedInOrder: 1,
    ]
    for measure in AccessMeasure.allCases {
      let found = try measure.readings(
        of: measure == .balancingCost ? study(capacities: [11]) : study(),
        decay: .exponential(halfLife: 500), neighbours: CostMatrix(table: [[0]]))
      let number = try #require(found.readings[0].number)
      #expect(number.agrees(with: try #require(expected[measure])), "\(measure.key)")
      #expect(found.measure == measure)
      #expect(found.siteFlags == [[]])
      #expect((found.balance != nil) == (measure.conservation != nil))
      #expect(found.balance?.holds != false)
      #expect((found.unusedCapacity != nil) == (measure == .modifiedFloatingCatchment))
      #expect((found.convergence != nil) == (measure == .doublyConstrained))
    }
  }

  @Test(arguments: AccessMeasure.allCases)
  func `asks for a decay and for neighbours by those that need them`(
    measure: AccessMeasure
  ) throws {
    let neighbours = try CostMatrix(table: [[0]])
    #expect(
      try error(measure, decay: nil, neighbours: neighbours)
        == (measure.needsDecay ? .noDecay(measure) : nil))
    #expect(try error(measure) == (measure.needsNeighbours ? .noNeighbours(measure) : nil))
  }

  @Test(arguments: AccessMeasure.allCases, [-1, 0, .infinity] as [Double])
  func `refuses parameters that it needs and cannot use`(
    measure: AccessMeasure, value: Double
  ) throws {
    let parameters = AccessParameters(
      amount: value, costStep: value, peoplePerUnit: value, demandExponent: value,
      travelScale: value, residentsPerCapacity: value, maximumCost: value)
    let refused = measure.parameters.first {
      $0 != .selection && !([.demandExponent, .maximumCost].contains($0) && value == 0)
    }
    #expect(
      try error(measure, neighbours: CostMatrix(table: [[0]]), parameters)
        == refused.map { .invalidParameter($0, value: value) })
  }

  @Test func `refuses weights above 1 where they are shares`() throws {
    let decay = Decay.inversePower(exponent: 1, scale: 200, floor: 100)
    #expect(
      try error(.modifiedFloatingCatchment, decay: decay)
        == .weightsAboveOne(.modifiedFloatingCatchment, weightAtZero: 2))
  }

  @Test func `passes on why a doubly constrained measure cannot be taken`() throws {
    #expect(
      try error(.doublyConstrained, AccessParameters(peoplePerUnit: 2))
        == .unbalanced(.totalsDiffer(people: 10, capacity: 20)))
  }

  @Test func `has sentences for what is wrong`() {
    let errors: [AccessMeasureError] = [
      .noDecay(.potential), .noNeighbours(.catchmentRatio),
      .invalidParameter(.costStep, value: -2), .invalidParameter(.demandExponent, value: -2),
      .weightsAboveOne(.modifiedFloatingCatchment, weightAtZero: 2),
      .unbalanced(.totalsDiffer(people: 1, capacity: 2)), .unbalanced(.unservedPlace(3)),
      .unbalanced(.unusedSite(4)),
    ]
    #expect(Set(errors.map(\.description)).count == errors.count)
    #expect(errors[0].description == "the measure \"potential\" needs a decay")
    #expect(
      errors[2].description
        == "the parameter \"cost-step\" is a finite number above 0, not -2.0")
  }

  @Test func `shares nothing where there is nobody to share it`() throws {
    let study = try study(people: [0])
    let reasons: [AccessMeasure: Reading] = [
      .catchmentRatio: Reading(zero: .noResidentsInReach),
      .floatingCatchment: Reading(zero: .noResidentsInReach),
      .modifiedFloatingCatchment: Reading(zero: .noResidentsInReach),
      .threeStepFloatingCatchment: Reading(zero: .noResidentsInReach),
      .balancedFloatingCatchment: Reading(zero: .noResidentsInReach),
      .spatialAvailability: Reading(zero: .noResidents),
      .singlyConstrained: Reading(zero: .noResidents),
      .balancingCost: Reading(zero: .noResidents),
    ]
    for (measure, expected) in reasons {
      let found = try measure.readings(
        of: study, decay: .step(limit: 1000), neighbours: CostMatrix(table: [[0]]))
      #expect(found.readings == [expected], "\(measure.key)")
      if measure.needsDecay { #expect(found.siteFlags == [[.reachesNoResidents]]) }
    }
  }

  @Test(arguments: AccessMeasure.allCases)
  func `stays without infinity and NaN where there is no demand, or nothing at all`(
    measure: AccessMeasure
  ) throws {
    for study in [
      try study(people: [0], capacities: [0]), try study(people: [10], capacities: [0]),
      try study(people: [0], capacities: [10]),
      try SupplyAndDemand(
        people: [0, 0], capacities: [], costs: CostMatrix([], placeCount: 2, siteCount: 0)),
      try SupplyAndDemand(
        people: [], capacities: [1], costs: CostMatrix([], placeCount: 0, siteCount: 1)),
    ] {
      let count = study.people.count
      do {
        let found = try measure.readings(
          of: study, decay: .linear(limit: 1000),
          neighbours: CostMatrix([], placeCount: count, siteCount: count))
        #expect(found.readings.count == count)
        #expect(found.readings.allSatisfy { $0.number?.isFinite ?? ($0.reason != nil) })
        #expect(found.balance?.holds != false)
      } catch AccessMeasureError.unbalanced {
        #expect(measure == .doublyConstrained)
      }
    }
  }
}
