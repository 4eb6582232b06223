import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Laws of capacity-limited coverage` {
  /// Residents to a unit of a random town's capacity: far too few, about enough, plenty.
  static let residentsPerUnit = [50.0, 500, 5000]

  private func study(
    _ town: RandomSupplyAndDemand, residentsPerUnit: Double
  ) throws -> SupplyAndDemand {
    let study = try town.study()
    return try SupplyAndDemand(
      people: study.people, capacities: study.capacities.map { $0 * residentsPerUnit },
      costs: study.costs)
  }

  private func expectFeasible(
    _ coverage: CapacityLimitedCoverage, in study: SupplyAndDemand, within limit: Double?
  ) throws {
    var byPlace = study.people.map { _ in 0.0 }
    var bySite = study.capacities.map { _ in 0.0 }
    var cost = 0.0
    for assignment in coverage.assignments {
      let pair = try #require(
        study.costs[place: assignment.place].first { $0.site == assignment.site })
      #expect(assignment.cost == pair.value)
      #expect(assignment.cost <= limit ?? .infinity)
      #expect(assignment.residents > 0)
      byPlace[assignment.place] += assignment.residents
      bySite[assignment.site] += assignment.residents
      cost += assignment.residents * pair.value
    }
    for (served, people) in zip(byPlace, study.people) { #expect(served <= people * (1 + 1e-12)) }
    for (served, room) in zip(bySite, study.capacities) { #expect(served <= room * (1 + 1e-12)) }
    #expect(coverage.totalCost.agrees(with: cost))
    #expect(coverage.served.agrees(with: bySite.reduce(0, +)))
    for (one, other) in zip(coverage.servedByPlace, byPlace) { #expect(one.agrees(with: other)) }
    for (one, other) in zip(coverage.servedBySite, bySite) { #expect(one.agrees(with: other)) }
  }

  /// The least change of cost, per resident, of any cycle of moves that an assignment allows.
  ///
  /// Residents can move between sites, become unserved or served, and room at a site can become
  /// free or be filled. An assignment is best if and only if no such cycle has a negative cost
  /// (M. Klein, "A primal method for minimal cost flows", *Management Science* 14, 1967).
  private func bestCycle(
    of coverage: CapacityLimitedCoverage, in study: SupplyAndDemand, within limit: Double?
  ) -> Double {
    let siteCount = study.capacities.count
    let (unserved, room) = (siteCount, siteCount + 1)
    let crumb = 1e-7
    var lengths = Array(
      repeating: Array(repeating: Double.infinity, count: siteCount + 2), count: siteCount + 2)
    func shorten(_ from: Int, _ to: Int, _ length: Double) {
      lengths[from][to] = min(lengths[from][to], length)
    }
    // To be served is worth more than any chain of moves of at most 6 km can cost.
    let worth = 1e6
    for place in study.people.indices {
      let ways = study.costs[place: place].filter {
        study.capacities[$0.site] > 0 && $0.value <= limit ?? .infinity
      }
      for used in coverage.assignments where used.place == place && used.residents > crumb {
        for way in ways { shorten(used.site, way.site, way.value - used.cost) }
        shorten(used.site, unserved, worth - used.cost)
      }
      if study.people[place] - coverage.servedByPlace[place] > crumb {
        for way in ways { shorten(unserved, way.site, way.value - worth) }
      }
    }
    for site in 0..<siteCount {
      if study.capacities[site] - coverage.servedBySite[site] > crumb { shorten(site, room, 0) }
      if coverage.servedBySite[site] > crumb { shorten(room, site, 0) }
    }
    shorten(unserved, room, 0)
    shorten(room, unserved, 0)
    for middle in lengths.indices {
      for from in lengths.indices {
        for to in lengths.indices {
          shorten(from, to, lengths[from][middle] + lengths[middle][to])
        }
      }
    }
    return lengths.indices.map { lengths[$0][$0] }.min() ?? 0
  }

  @Test(arguments: UInt64(0)..<60, residentsPerUnit)
  func `no cycle of moves would serve more residents, or the same at less cost`(
    seed: UInt64, residentsPerUnit: Double
  ) throws {
    let study = try study(RandomSupplyAndDemand(seed: seed), residentsPerUnit: residentsPerUnit)
    for limit in [nil, 2500.0] {
      let coverage = try CapacityLimitedCoverage(in: study, within: limit)
      try expectFeasible(coverage, in: study, within: limit)
      #expect(bestCycle(of: coverage, in: study, within: limit) >= -1e-6)
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `no assignment of single residents is better`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let people = (0..<3).map { _ in Double(Int.random(in: 0...2, using: &random)) }
    let capacities = (0..<3).map { _ in Double(Int.random(in: 0...3, using: &random)) }
    let costs = (0..<3).map { _ in
      (0..<3).map { _ in
        Int.random(in: 0...3, using: &random) == 0
          ? nil : Double(Int.random(in: 0...9, using: &random))
      }
    }
    let coverage = try CapacityLimitedCoverage(
      in: SupplyAndDemand(
        people: people, capacities: capacities, costs: CostMatrix(table: costs, siteCount: 3)))
    // Whole numbers of people have a best assignment in whole numbers. Each resident goes to one
    // of three sites or to none.
    let homes = people.indices.flatMap { place in
      Array(repeating: place, count: Int(people[place]))
    }
    var (most, least) = (0.0, Double.infinity)
    var choices = homes.map { _ in 0 }
    repeat {
      var room = capacities
      var (served, cost) = (0.0, 0.0)
      for (home, choice) in zip(homes, choices) where choice < 3 {
        room[choice] -= 1
        served += 1
        cost += costs[home][choice] ?? .infinity
      }
      if room.allSatisfy({ $0 >= 0 }), cost < .infinity,
        (served, -cost) > (most, -least) || most == 0 && served == 0
      {
        (most, least) = (served, cost)
      }
      // The next of all combinations, as a counter to the base of four.
      let digit = choices.firstIndex { $0 < 3 }
      for index in 0..<(digit ?? choices.count) { choices[index] = 0 }
      guard let digit else { break }
      choices[digit] += 1
    } while true
    #expect(coverage.served == most)
    #expect(coverage.totalCost == least)
  }

  @Test(arguments: UInt64(0)..<60, residentsPerUnit)
  func `no order of sites serves more`(seed: UInt64, residentsPerUnit: Double) throws {
    let study = try study(RandomSupplyAndDemand(seed: seed), residentsPerUnit: residentsPerUnit)
    var random = SeededGenerator(seed: seed + 1000)
    let best = try CapacityLimitedCoverage(in: study, within: 3000)
    for order in [nil, study.capacities.indices.shuffled(using: &random)] {
      let filled = try CapacityLimitedCoverage.inOrder(order, in: study, within: 3000)
      try expectFeasible(filled, in: study, within: 3000)
      #expect(filled.served <= best.served * (1 + 1e-12))
      if filled.served.agrees(with: best.served) {
        #expect(filled.totalCost >= best.totalCost * (1 - 1e-9))
      }
    }
  }

  @Test(arguments: UInt64(0)..<40, residentsPerUnit)
  func `the order of places and sites does not matter to what is served and what it costs`(
    seed: UInt64, residentsPerUnit: Double
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
    let before = try CapacityLimitedCoverage(
      in: study(town, residentsPerUnit: residentsPerUnit))
    let after = try CapacityLimitedCoverage(
      in: study(shuffled, residentsPerUnit: residentsPerUnit))
    #expect(after.served.agrees(with: before.served))
    #expect(after.totalCost.agrees(with: before.totalCost, within: 1e-11))
  }

  @Test(arguments: UInt64(0)..<40)
  func `everybody goes to the nearest site where there is room for all`(seed: UInt64) throws {
    let study = try study(RandomSupplyAndDemand(seed: seed), residentsPerUnit: 1e9)
    let expected = study.people.indices.reduce(0.0) { sum, place in
      let costs = study.costs[place: place].filter { study.capacities[$0.site] > 0 }.map(\.value)
      return sum + study.people[place] * (costs.min() ?? 0)
    }
    #expect(try CapacityLimitedCoverage(in: study).totalCost.agrees(with: expected))
  }

  @Test(arguments: UInt64(0)..<40, residentsPerUnit)
  func `more room or a higher limit never serves fewer`(
    seed: UInt64, residentsPerUnit: Double
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let before = try CapacityLimitedCoverage(
      in: study(town, residentsPerUnit: residentsPerUnit), within: 2000)
    let roomier = try CapacityLimitedCoverage(
      in: study(town, residentsPerUnit: residentsPerUnit * 1.5), within: 2000)
    let farther = try CapacityLimitedCoverage(
      in: study(town, residentsPerUnit: residentsPerUnit), within: 4000)
    #expect(roomier.served >= before.served * (1 - 1e-12))
    #expect(farther.served >= before.served * (1 - 1e-12))
  }
}
