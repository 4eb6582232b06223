import AccessMeasures
import Catchments
import SimpleFeatures
import TestSupport
import Testing

/// Decays for the laws: with and without a cliff, with and without a limit.
private let decays: [Decay] = [
  .step(limit: 3000), .truncatedGaussian(limit: 5000), .exponential(rate: 0.0005),
  .zones([
    Decay.Zone(upTo: 1000, weight: 1), Decay.Zone(upTo: 2000, weight: 0.68),
    Decay.Zone(upTo: 3000, weight: 0.22),
  ]),
]

/// The measures that random totals do not forbid, and that do not deal out sites' room or let
/// residents make way for each other: those have laws of their own.
private let measures = AccessMeasure.allCases.filter { measure in
  ![
    .doublyConstrained, .rationalAgent, .rationalAgentIteration, .capacityLimited,
    .capacityLimitedInOrder,
  ].contains(measure)
}

private func expect(
  _ found: [Double?], agreeWith expected: [Double?], _ comment: String = "",
  within tolerance: Double = 1e-11
) {
  #expect(found.count == expected.count)
  for (one, other) in zip(found, expected) {
    if let one, let other {
      // Relative: accesses are small numbers.
      #expect(abs(one - other) <= tolerance * abs(other), "\(comment)")
    } else {
      #expect(one == nil && other == nil, "\(comment)")
    }
  }
}

@Suite struct `Laws of measures` {
  @Test(arguments: measures, UInt64(0)..<20)
  func `readings are finite, not negative, and missing only for a reason`(
    measure: AccessMeasure, seed: UInt64
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    for decay in decays {
      let found = try measure.readings(
        of: town.study(), decay: decay, neighbours: town.neighbours)
      #expect(found.readings.count == town.people.count)
      for reading in found.readings {
        #expect(reading.number.map { $0 >= 0 && $0.isFinite } ?? (reading.reason != nil))
        if reading.number == 0 { #expect(reading.reason != nil || measure.isBetterLow) }
      }
      #expect(found.balance?.holds != false)
      #expect(found.unusedCapacity.map { $0 >= 0 && $0.isFinite } != false)
    }
  }

  @Test(arguments: measures, UInt64(0)..<20)
  func `the order of places and sites does not matter`(
    measure: AccessMeasure, seed: UInt64
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let places = town.places.indices.shuffled(using: &random)
    let sites = town.sites.indices.shuffled(using: &random)
    var shuffled = town
    shuffled.places = places.map { town.places[$0] }
    shuffled.people = places.map { town.people[$0] }
    shuffled.sites = sites.map { town.sites[$0] }
    shuffled.capacities = sites.map { town.capacities[$0] }
    for decay in decays {
      let before = try town.numbers(measure, decay)
      expect(try shuffled.numbers(measure, decay), agreeWith: places.map { before[$0] })
    }
  }

  @Test(
    arguments: [
      .catchmentRatio, .floatingCatchment, .modifiedFloatingCatchment,
      .threeStepFloatingCatchment, .balancedFloatingCatchment,
    ] as [AccessMeasure], UInt64(0)..<20)
  func `twice the people halve what one of them has`(measure: AccessMeasure, seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var crowded = town
    crowded.people = town.people.map { $0 * 2 }
    for decay in decays {
      let before = try town.numbers(measure, decay)
      expect(try crowded.numbers(measure, decay), agreeWith: before.map { $0.map { $0 / 2 } })
    }
  }

  @Test(
    arguments: measures.filter { !$0.isBetterLow }, UInt64(0)..<20)
  func `twice the capacity doubles access`(measure: AccessMeasure, seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var generous = town
    generous.capacities = town.capacities.map { $0 * 2 }
    for decay in decays {
      let before = try town.numbers(measure, decay)
      expect(try generous.numbers(measure, decay), agreeWith: before.map { $0.map { $0 * 2 } })
    }
  }

  @Test(
    arguments: [
      .potential, .closestCost, .nthCapacityCost, .catchmentRatio, .floatingCatchment,
      .modifiedFloatingCatchment, .threeStepFloatingCatchment,
    ] as [AccessMeasure], UInt64(0)..<20)
  func `splitting a place into two halves leaves what one resident has`(
    measure: AccessMeasure, seed: UInt64
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var split = town
    split.people[0] /= 2
    split.people.append(split.people[0])
    split.places.append(town.places[0])
    for decay in decays {
      let before = try town.numbers(measure, decay)
      expect(try split.numbers(measure, decay), agreeWith: before + [before[0]])
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `splitting a place into two halves its share of what all have together`(
    seed: UInt64
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var split = town
    split.people[0] /= 2
    split.people.append(split.people[0])
    split.places.append(town.places[0])
    for decay in decays {
      let before = try town.numbers(.spatialAvailability, decay)
      var expected = before + [before[0]]
      for half in [0, before.count] { expected[half] = expected[half].map { $0 / 2 } }
      expect(
        try split.numbers(.spatialAvailability, decay, parameters: AccessParameters()),
        agreeWith: expected)
    }
  }

  @Test(
    arguments: [.potential, .closestCost, .nthCapacityCost, .balancingCost, .catchmentRatio]
      as [AccessMeasure], UInt64(0)..<20)
  func `a site that moves nearer makes no place worse off that does not share it`(
    measure: AccessMeasure, seed: UInt64
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let site = town.sites.indices.randomElement(using: &random) ?? 0
    let place = town.places.indices.randomElement(using: &random) ?? 0
    var nearer = town
    nearer.sites[site] = town.sites[site].middle(to: town.places[place])
    for decay in decays {
      let before = try town.numbers(measure, decay)[place]
      let after = try nearer.numbers(measure, decay)[place]
      switch (before, after) {
      case (let before?, let after?):
        #expect(measure.isBetterLow ? after <= before : after >= before)
      case (nil, _): break
      case (_?, nil): Issue.record("what was in reach no longer is")
      }
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `availability for each resident is the floating catchment`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try town.study()
    for decay in decays {
      let weights = study.costs.weights(decay)
      let access = FloatingCatchment(
        weights: weights, people: town.people, capacities: town.capacities
      ).access
      let availability = SpatialAvailability(
        weights: weights, people: town.people, capacities: town.capacities)
      expect(
        availability.perResident,
        agreeWith: zip(access, town.people).map { $1 > 0 ? $0 : nil })
      #expect(
        try town.numbers(.singlyConstrained, decay)
          == town.numbers(.spatialAvailability, decay))
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `capacity is conserved, or what is lost is told`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try town.study()
    for decay in decays {
      let weights = study.costs.weights(decay)
      // From the definition: the sites that have a weight for somebody who lives somewhere.
      let serving = town.sites.indices.filter { site in
        town.places.indices.contains { place in
          town.people[place] > 0 && weights[place: place].contains { $0.site == site }
        }
      }
      let capacity = serving.reduce(0) { $0 + town.capacities[$1] }
      func received(_ access: [Double]) -> Double {
        zip(access, town.people).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let modified = ModifiedFloatingCatchment(
        weights: weights, people: town.people, capacities: town.capacities)
      #expect((received(modified.access) + modified.unusedCapacity).agrees(with: capacity))
      let chosen = ThreeStepFloatingCatchment(
        selection: weights, people: town.people, capacities: town.capacities)
      #expect(received(chosen.access).agrees(with: capacity))
      let available = SpatialAvailability(
        weights: weights, people: town.people, capacities: town.capacities, demandExponent: 0.5)
      #expect(available.availability.reduce(0, +).agrees(with: capacity))
      let balanced = BalancedFloatingCatchment(
        weights: weights, people: town.people, capacities: town.capacities)
      #expect(balanced.demandBalance.holds)
      #expect(balanced.serviceBalance.holds)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `costs in minutes with decays in minutes give the same access`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try town.study()
    let minutes = try SupplyAndDemand(
      people: town.people, capacities: town.capacities,
      costs: CostMatrix(
        town.places.indices.flatMap { place in
          study.costs[place: place].map {
            CostMatrix.Pair(place: place, site: $0.site, cost: $0.value / 64)
          }
        }, placeCount: town.places.count, siteCount: town.sites.count))
    for decay in decays {
      let found = try AccessMeasure.floatingCatchment.readings(
        of: minutes, decay: decay.scaled(by: 1.0 / 64))
      expect(
        found.readings.map(\.number), agreeWith: try town.numbers(.floatingCatchment, decay))
    }
  }
}

@Suite struct `A site moved nearer to one place` {
  /// Only the cost of that pair falls: for all others the site is where it was.
  @Test(
    arguments: [AccessMeasure.potential, .floatingCatchment, .modifiedFloatingCatchment],
    UInt64(0)..<20)
  func `never leaves the place with less access`(
    measure: AccessMeasure, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let count = 12
    var pairs = (0..<count).flatMap { place in
      (0..<4).map { site in
        CostMatrix.Pair(
          place: place, site: site, cost: Double.random(in: 0...4000, using: &random))
      }
    }
    let people = (0..<count).map { _ in Double(Int.random(in: 1...900, using: &random)) }
    let capacities = (0..<4).map { _ in Double(Int.random(in: 1...9, using: &random)) }
    func access() throws -> [Double?] {
      let study = try SupplyAndDemand(
        people: people, capacities: capacities,
        costs: try CostMatrix(pairs, placeCount: count, siteCount: 4))
      return try measure.readings(of: study, decay: .truncatedGaussian(limit: 3000)).readings
        .map(\.number)
    }
    let before = try access()
    let moved = Int.random(in: pairs.indices, using: &random)
    let pair = pairs[moved]
    pairs[moved] = CostMatrix.Pair(place: pair.place, site: pair.site, cost: pair.cost / 2)
    let after = try access()
    let (old, new) = (try #require(before[pair.place]), try #require(after[pair.place]))
    #expect(new >= old * (1 - 1e-12))
  }
}
