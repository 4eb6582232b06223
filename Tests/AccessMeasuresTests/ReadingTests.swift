import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Readings of access` {
  /// Places: ordinary; support that reaches no resident; only a site without capacity; a site
  /// beyond the limit; nothing at all.
  private func study() throws -> SupplyAndDemand {
    try SupplyAndDemand(
      people: [100, 0, 7, 7, 7], capacities: [2, 3, 0],
      costs: CostMatrix(
        table: [[100, nil, nil], [nil, 100, nil], [nil, nil, 100], [5000, nil, nil], []],
        siteCount: 3))
  }

  @Test func `tell five places apart that have nothing, or something`() throws {
    let found = try AccessMeasure.floatingCatchment.readings(
      of: study(), decay: .step(limit: 1000))
    #expect(
      found.readings
        == [
          Reading(0.02), Reading(zero: .noResidentsInReach), Reading(zero: .noSupportInReach),
          Reading(zero: .noSupportInReach), Reading(zero: .unreachable),
        ])
  }

  @Test func `do not need residents where a measure does not`() throws {
    let found = try AccessMeasure.potential.readings(of: study(), decay: .step(limit: 1000))
    #expect(found.readings.prefix(2) == [Reading(2), Reading(3)])
  }

  @Test func `have no number where it is too large to be held`() throws {
    let study = try SupplyAndDemand(
      people: [1], capacities: [1e300, 1e300],
      costs: CostMatrix(table: [[0, 0]]))
    let decay = Decay.inversePower(exponent: 1, scale: 1e10, floor: 1)
    let found = try AccessMeasure.potential.readings(of: study, decay: decay)
    #expect(found.readings == [Reading(missing: .overflow)])
  }

  @Test func `have reasons that files can hold`() {
    #expect(
      Reading.Reason.allCases.map(\.rawValue)
        == [
          "no_support_in_reach", "no_residents_in_reach", "no_room", "unreachable", "never_enough",
          "no_residents", "no_demand", "not_converged", "overflow",
        ])
  }
}

@Suite struct `Normalised readings` {
  @Test func `have a mean of 1 over residents`() {
    // (1·30 + 4·10 + 0·30) / 70 = 1.
    let readings = [Reading(2), Reading(8), Reading(zero: .noSupportInReach), Reading(5)]
    let found = Reading.normalised(readings, people: [30, 10, 30, 0])
    #expect(
      found == [Reading(1), Reading(4), Reading(zero: .noSupportInReach), Reading(2.5)])
  }

  @Test func `leave missing ones out of the mean, and missing`() {
    let found = Reading.normalised(
      [Reading(2), Reading(missing: .unreachable)], people: [10, 1000])
    #expect(found == [Reading(1), Reading(missing: .unreachable)])
  }

  @Test func `are missing where nothing can be divided by`() {
    let zeros = [Reading(zero: .unreachable), Reading(0)]
    let nothing = [Reading(missing: .noDemand), Reading(missing: .noDemand)]
    #expect(Reading.normalised(zeros, people: [10, 10]) == nothing)
    #expect(Reading.normalised([Reading(3), Reading(2)], people: [0, 0]) == nothing)
    #expect(Reading.normalised([], people: []) == [])
  }
}

@Suite struct `Mixed readings` {
  @Test func `are weighted sums, place by place`() {
    let found = Reading.mixed([
      (readings: [Reading(1), Reading(0)], weight: 0.75),
      (readings: [Reading(3), Reading(2)], weight: 0.25),
    ])
    #expect(found == [Reading(1.5), Reading(0.5)])
  }

  @Test func `are missing where one of them is, for its reason`() {
    let found = Reading.mixed([
      (readings: [Reading(1), Reading(missing: .neverEnough)], weight: 1),
      (readings: [Reading(missing: .noResidents), Reading(missing: .unreachable)], weight: 1),
      (readings: [Reading(1), Reading(1)], weight: 0),
    ])
    #expect(found == [Reading(missing: .noResidents), Reading(missing: .neverEnough)])
  }

  @Test func `do not miss what has no weight`() {
    let found = Reading.mixed([
      (readings: [Reading(4)], weight: 0.5),
      (readings: [Reading(missing: .noResidents)], weight: 0),
    ])
    #expect(found == [Reading(2)])
    #expect(Reading.mixed([]) == [])
  }

  @Test func `are 0 for a reason where all of them are`() {
    let zero = Reading(zero: .unreachable)
    #expect(
      Reading.mixed([(readings: [zero], weight: 1), (readings: [zero], weight: 2)]) == [zero])
    #expect(
      Reading.mixed([(readings: [zero], weight: 1), (readings: [Reading(2)], weight: 2)])
        == [Reading(4)])
  }
}

@Suite struct `Supply and demand` {
  private func error(people: [Double], capacities: [Double]) throws -> SupplyAndDemandError? {
    let costs = try CostMatrix(
      [], placeCount: people.count, siteCount: capacities.count)
    do throws(SupplyAndDemandError) {
      _ = try SupplyAndDemand(people: people, capacities: capacities, costs: costs)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [-1, -Double.leastNonzeroMagnitude, .infinity, -.infinity])
  func `refuses what is negative or infinite, and says where`(value: Double) throws {
    #expect(
      try error(people: [1, value], capacities: [1]) == .invalidPeople(place: 1, people: value))
    #expect(
      try error(people: [1], capacities: [0, 1, value])
        == .invalidCapacity(site: 2, capacity: value))
  }

  @Test func `refuses what is no number`() throws {
    guard case .invalidPeople(place: 0, let people) = try error(people: [.nan], capacities: [])
    else {
      Issue.record("NaN people were taken")
      return
    }
    #expect(people.isNaN)
    guard case .invalidCapacity(site: 0, _) = try error(people: [], capacities: [.nan]) else {
      Issue.record("NaN capacity was taken")
      return
    }
  }

  @Test func `adds up both sides`() throws {
    let study = try SupplyAndDemand(
      people: [1, 2], capacities: [3, 4, 0], costs: CostMatrix([], placeCount: 2, siteCount: 3))
    #expect(study.totalPeople == 3)
    #expect(study.totalCapacity == 7)
  }

  @Test func `flags sites that a reader may wonder at`() throws {
    // Sites: ordinary; without capacity; beyond the limit for all who live; with neither capacity
    // nor a way; reached from an empty place alone.
    let study = try SupplyAndDemand(
      people: [5, 0], capacities: [1, 0, 1, 0, 1],
      costs: CostMatrix(table: [[100, 100, 5000, nil, nil], [nil, nil, 100, nil, 100]]))
    let weights = study.costs.weights(.step(limit: 1000))
    #expect(
      study.siteFlags(weights: weights)
        == [
          [], [.noCapacity], [.reachesNoResidents], [.noCapacity, .unreachable],
          [.reachesNoResidents],
        ])
    // At any cost, the third site reaches residents.
    #expect(study.siteFlags()[2] == [])
    #expect(
      SiteFlag.allCases.map(\.rawValue) == ["no_capacity", "unreachable", "reaches_no_residents"])
  }
}
