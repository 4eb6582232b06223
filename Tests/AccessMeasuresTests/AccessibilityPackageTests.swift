import AccessMeasures
import Catchments
import TestSupport
import Testing

/// The R package `accessibility` of IPEA on the same town.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Measures of accessibility for R` {
  private static let slow = Decay.exponential(rate: 0.0005)
  private static let bell = Decay.gaussian(deviation: 1200)

  private func expect(
    _ readings: [String: Reading], agreeWith column: String, of file: String
  ) throws {
    for (id, peer) in try referenceColumn(column, of: "accessibility_r/\(file).csv") {
      expectAgreement(readings[id]?.number, peer, id)
    }
  }

  @Test(
    arguments: [
      ("binary_3000", .step(limit: 3000)), ("linear_3000", .linear(limit: 3000)),
      ("exponential_0.0005", slow),
      ("power_1.5", .inversePower(exponent: 1.5, scale: 1, floor: 1)),
      ("logistic_c3000_sd1000", .logistic(median: 3000, deviation: 1000)),
    ] as [(String, Decay)])
  func `gravity is the potential`(column: String, decay: Decay) throws {
    let readings = try ReferenceStudy().readings(.potential, decay)
    try expect(readings, agreeWith: column, of: "potential")
  }

  @Test func `stepped gravity is the potential but for costs equal to a step`() throws {
    // Its step function gives such a cost the weight of the next band; here it is inside.
    let steps = [(1000.0, 1.0, 0.68), (2000, 0.68, 0.22), (3000, 0.22, 0)]
    let study = try ReferenceStudy()
    let readings = try study.readings(
      .potential, .zones(steps.map { Decay.Zone(upTo: $0.0, weight: $0.1) }))
    let stored = try referenceColumn(
      "stepped_1000_2000_3000", of: "accessibility_r/potential.csv")
    let peers = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, $0.peer) })
    var hits = 0
    for (place, id) in study.ids.enumerated() {
      guard let peer = peers[id] else { continue }
      var expected = peer
      for (site, cost) in study.supplyAndDemand.costs[place: place] {
        guard let step = steps.first(where: { $0.0 == cost }) else { continue }
        expected += study.supplyAndDemand.capacities[site] * (step.1 - step.2)
        hits += 1
      }
      let found = try #require(readings[id]?.number)
      #expect(abs(found - expected) <= 1e-9 * max(1, expected), "place \(id)")
    }
    #expect(hits > 0)
  }

  @Test func `floating catchments, availability and constrained measures are the same`() throws {
    // It was given the places with residents only, as the others make it infinite.
    let study = try ReferenceStudy(onlyWithResidents: true)
    let measures: [(String, AccessMeasure, Decay)] = [
      ("twosfca_binary_3000", .floatingCatchment, .step(limit: 3000)),
      ("twosfca_gauss_1200", .floatingCatchment, Self.bell),
      ("bfca_exp_0.0005", .balancedFloatingCatchment, Self.slow),
      ("bfca_gauss_1200", .balancedFloatingCatchment, Self.bell),
      ("spatial_availability_exp_0.0005", .spatialAvailability, Self.slow),
      ("singly_constrained_exp_0.0005", .singlyConstrained, Self.slow),
      ("total_constrained_exp_0.0005", .totalConstrained, Self.slow),
    ]
    for (column, measure, decay) in measures {
      try expect(study.readings(measure, decay), agreeWith: column, of: "competition")
    }
  }

  @Test func `places without residents change nothing for the others`() throws {
    let whole = try ReferenceStudy()
    for (column, measure) in [
      ("bfca_exp_0.0005", AccessMeasure.balancedFloatingCatchment),
      ("spatial_availability_exp_0.0005", .spatialAvailability),
    ] {
      try expect(whole.readings(measure, Self.slow), agreeWith: column, of: "competition")
    }
  }

  @Test(arguments: [1, 2, 3, 10])
  func `cost to the closest capacity is the same, and missing where it is infinite`(
    amount: Int
  ) throws {
    let study = try ReferenceStudy()
    let readings = try study.readings(
      .nthCapacityCost, nil, AccessParameters(amount: Double(amount)))
    let closest = try study.readings(.closestCost)
    for (id, peer) in try referenceColumn(
      "\(amount)", of: "accessibility_r/cost_to_closest_capacity.csv")
    {
      if peer.isInfinite {
        #expect(readings[id] == Reading(missing: .neverEnough), "place \(id)")
      } else {
        expectAgreement(readings[id]?.number, peer, id)
        if amount == 1 { expectAgreement(closest[id]?.number, peer, id) }
      }
    }
  }

  @Test func `balancing cost is the same up to the largest cost of the table`() throws {
    let study = try ReferenceStudy(onlyWithResidents: true)
    let readings = try study.readings(
      .balancingCost, nil, AccessParameters(costStep: 100, peoplePerUnit: 2000))
    let largest =
      study.ids.indices.flatMap { study.supplyAndDemand.costs[place: $0] }
      .map(\.value).max() ?? 0
    for (id, peer) in try referenceColumn("cost", of: "accessibility_r/balancing_cost.csv") {
      let reading = try #require(readings[id])
      if peer.isNaN {
        // Its grid has no value above the largest cost; ours goes on to the next one.
        #expect(reading.number.map { $0 > largest } ?? (reading.reason == .neverEnough))
      } else {
        #expect(reading == Reading(peer), "place \(id)")
      }
    }
  }

  @Test func `a place that nobody reaches is absent there and has a reason here`() throws {
    let stored = try referenceColumn("binary_3000", of: "accessibility_r/potential.csv")
    let study = try ReferenceStudy()
    let absent = Set(study.ids).subtracting(stored.map(\.id))
    #expect(!absent.isEmpty)
    let potential = try study.readings(.potential, .step(limit: 3000))
    let closest = try study.readings(.closestCost)
    for id in absent {
      #expect(potential[id] == Reading(zero: .unreachable))
      #expect(closest[id] == Reading(missing: .unreachable))
    }
  }
}
