import AccessMeasures
import Catchments
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Measures of positions` {
  private static let decays: [Decay] = [
    .step(limit: 2500), .truncatedGaussian(limit: 3000), .linear(limit: 1500),
    .zones([.init(upTo: 800, weight: 1), .init(upTo: 2600, weight: 0.25)]),
    .exponential(rate: 0.001, limit: 4000), .gaussian(deviation: 700),
  ]

  private func positions(_ town: RandomSupplyAndDemand) throws -> SupplyAndDemandByDistance {
    try SupplyAndDemandByDistance(
      people: town.people, at: town.places, capacities: town.capacities,
      at: town.sites.map { [$0] })
  }

  @Test(arguments: UInt64(0)..<12, decays)
  func `say what the measures of the pairs say`(seed: UInt64, decay: Decay) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try positions(town)
    let pairs = study.pairs(within: decay.limit)
    for measure in [AccessMeasure.floatingCatchment, .potential, .modifiedFloatingCatchment] {
      let found = try measure.readings(of: study, decay: decay)
      let expected = try measure.readings(of: pairs, decay: decay)
      #expect(found.readings.map(\.reason) == expected.readings.map(\.reason))
      #expect(found.siteFlags == expected.siteFlags)
      for (one, other) in zip(found.readings, expected.readings) {
        let (one, other) = (try #require(one.number), try #require(other.number))
        #expect(abs(one - other) <= 1e-11 * other)
      }
      #expect((found.balance != nil) == (measure == .floatingCatchment))
      #expect(found.balance?.holds ?? true)
      if let one = found.balance, let other = expected.balance {
        #expect(one.capacity.agrees(with: other.capacity))
      }
    }
  }

  @Test(arguments: UInt64(0)..<12)
  func `between places too, where a measure asks for it`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try positions(town)
    let decay = Decay.step(limit: 2000)
    let found = try AccessMeasure.catchmentRatio.readings(of: study, decay: decay)
    let expected = try AccessMeasure.catchmentRatio.readings(
      of: study.pairs(within: 2000), decay: decay, neighbours: town.neighbours)
    #expect(found.readings == expected.readings)
  }

  @Test(arguments: UInt64(0)..<12, decays)
  func `residents receive exactly the capacity that reaches them`(
    seed: UInt64, decay: Decay
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let found = try AccessMeasure.floatingCatchment.readings(of: positions(town), decay: decay)
    let reaching = town.sites.indices.filter { site in
      town.places.indices.contains { place in
        town.people[place] > 0
          && decay.weight(at: town.places[place].distance(to: town.sites[site]).metres) > 0
      }
    }
    let balance = try #require(found.balance)
    #expect(balance.capacity == reaching.reduce(0) { $0 + town.capacities[$1] })
    #expect(balance.holds)
  }

  @Test func `nobody can reach what is nowhere`() throws {
    let here = Coordinate(x: 0, y: 0)
    let study = try SupplyAndDemandByDistance(
      people: [1], at: [here], capacities: [1, 0], at: [[], []])
    let endless = try AccessMeasure.floatingCatchment.readings(
      of: study, decay: .exponential(rate: 1))
    #expect(endless.readings == [Reading(zero: .unreachable)])
    #expect(endless.siteFlags == [[.unreachable], [.noCapacity, .unreachable]])
    let limited = try AccessMeasure.floatingCatchment.readings(of: study, decay: .step(limit: 1))
    #expect(limited.readings == [Reading(zero: .noSupportInReach)])
    #expect(limited.siteFlags == [[.reachesNoResidents], [.noCapacity, .reachesNoResidents]])
  }

  @Test func `numbers that cannot be are refused`() throws {
    let here = Coordinate(x: 0, y: 0)
    #expect(throws: SupplyAndDemandError.invalidPeople(place: 0, people: -1)) {
      try SupplyAndDemandByDistance(people: [-1], at: [here], capacities: [1], at: [[here]])
    }
    #expect(throws: SupplyAndDemandError.invalidCapacity(site: 0, capacity: .infinity)) {
      try SupplyAndDemandByDistance(people: [1], at: [here], capacities: [.infinity], at: [[here]])
    }
    let study = try SupplyAndDemandByDistance(
      people: [1], at: [here], capacities: [1], at: [[here]])
    #expect(throws: AccessMeasureError.noDecay(.floatingCatchment)) {
      try AccessMeasure.floatingCatchment.readings(of: study)
    }
  }
}
