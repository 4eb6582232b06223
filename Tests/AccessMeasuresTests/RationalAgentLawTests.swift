import AccessMeasures
import Catchments
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Laws of rational agents` {
  /// τ and ρ for random towns: travel matters much, somewhat, hardly.
  static let scales = [300.0, 3000, 100_000]
  private static let residentsPerCapacity = 400.0

  private func access(
    _ town: RandomSupplyAndDemand, scale: Double,
    residentsPerCapacity: Double? = residentsPerCapacity
  ) throws -> RationalAgentAccess {
    try RationalAgentAccess(
      in: town.study(), travelScale: scale, residentsPerCapacity: residentsPerCapacity)
  }

  private func numbers(_ access: RationalAgentAccess) -> [Double?] {
    access.readings.map(\.number)
  }

  private func expect(_ found: [Double?], agreeWith expected: [Double?]) {
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      #expect((one == nil) == (other == nil))
      if let one, let other { #expect(one.agrees(with: other, within: 1e-9)) }
    }
  }

  @Test(arguments: UInt64(0)..<60, scales)
  func `nobody gains by going elsewhere, and everybody goes somewhere`(
    seed: UInt64, scale: Double
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try town.study()
    let access = try access(town, scale: scale)
    // Everything anew from who uses which site.
    var loads = town.capacities.map { _ in 0.0 }
    var seated = town.people.map { _ in 0.0 }
    for choice in access.choices {
      #expect(choice.residents > 0)
      loads[choice.site] += choice.residents
      seated[choice.place] += choice.residents
    }
    func cost(_ place: Int, _ site: Int) throws -> Double {
      let travel = try #require(study.costs[place: place].first { $0.site == site }).value
      return travel / scale
        + loads[site] / (Self.residentsPerCapacity * town.capacities[site])
    }
    for place in town.people.indices {
      let sites = study.costs[place: place].map(\.site).filter { town.capacities[$0] > 0 }
      let least = try sites.map { try cost(place, $0) }.min()
      #expect((least == nil) == (access.readings[place].number == nil))
      guard let least else { continue }
      #expect(access.readings[place].number?.agrees(with: least, within: 1e-10) == true)
      #expect(abs(seated[place] - town.people[place]) <= 1e-9 * town.people[place])
      for choice in access.choices where choice.place == place {
        #expect(try cost(place, choice.site) <= least + 1e-9 * max(1, least))
      }
    }
    for (load, sum) in zip(access.loads, loads) { #expect(load.agrees(with: sum)) }
    #expect(access.gap <= RationalAgentAccess.tolerance)
  }

  @Test(arguments: UInt64(0)..<30)
  func `no other assignment has less of what the equilibrium minimises`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    let study = try town.study()
    let scale = 3000.0
    func objective(_ residents: [(place: Int, site: Int, residents: Double)]) throws -> Double {
      var loads = town.capacities.map { _ in 0.0 }
      var sum = 0.0
      for (place, site, residents) in residents {
        loads[site] += residents
        let travel = try #require(study.costs[place: place].first { $0.site == site }).value
        sum += residents * travel / scale
      }
      for (site, load) in loads.enumerated() where load > 0 {
        sum += load * load / (2 * Self.residentsPerCapacity * town.capacities[site])
      }
      return sum
    }
    let least = try objective(
      try access(town, scale: scale).choices.map { ($0.place, $0.site, $0.residents) })
    var random = SeededGenerator(seed: seed + 1000)
    for _ in 0..<30 {
      var other: [(place: Int, site: Int, residents: Double)] = []
      for (place, people) in town.people.enumerated() where people > 0 {
        let sites = study.costs[place: place].map(\.site).filter { town.capacities[$0] > 0 }
        let shares = sites.map { _ in Double.random(in: 0...1, using: &random) }
        for (site, share) in zip(sites, shares) {
          other.append((place, site, people * share / shares.reduce(0, +)))
        }
      }
      #expect(try objective(other) >= least * (1 - 1e-9))
    }
  }

  @Test(arguments: UInt64(0)..<40, scales)
  func `the order of places and sites does not matter`(seed: UInt64, scale: Double) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let places = town.places.indices.shuffled(using: &random)
    let sites = town.sites.indices.shuffled(using: &random)
    var shuffled = town
    shuffled.places = places.map { town.places[$0] }
    shuffled.people = places.map { town.people[$0] }
    shuffled.sites = sites.map { town.sites[$0] }
    shuffled.capacities = sites.map { town.capacities[$0] }
    let before = numbers(try access(town, scale: scale))
    let after = numbers(try access(shuffled, scale: scale))
    expect(after, agreeWith: places.map { before[$0] })
  }

  @Test(arguments: UInt64(0)..<40)
  func `splitting a place in two changes the cost of none`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var split = town
    split.people[0] /= 2
    split.people.append(split.people[0])
    split.places.append(town.places[0])
    let before = numbers(try access(town, scale: 2000))
    expect(numbers(try access(split, scale: 2000)), agreeWith: before + [before[0]])
  }

  @Test(arguments: UInt64(0)..<40)
  func `the units of people, of capacity and of travel do not matter`(seed: UInt64) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var other = town
    other.people = town.people.map { $0 * 1e-3 }
    other.capacities = town.capacities.map { $0 * 7 }
    let before = try access(town, scale: 3000, residentsPerCapacity: nil)
    let after = try access(other, scale: 3000, residentsPerCapacity: nil)
    expect(numbers(after), agreeWith: numbers(before))
    let study = try town.study()
    let pairs = town.places.indices.flatMap { place in
      study.costs[place: place].map {
        CostMatrix.Pair(place: place, site: $0.site, cost: $0.value / 2)
      }
    }
    let halved = try SupplyAndDemand(
      people: town.people, capacities: town.capacities,
      costs: CostMatrix(pairs, placeCount: town.places.count, siteCount: town.sites.count))
    expect(
      numbers(try RationalAgentAccess(in: halved, travelScale: 1500)), agreeWith: numbers(before))
  }

  @Test(arguments: UInt64(0)..<60, scales)
  func `more capacity makes no place's cost rise, more residents make none fall`(
    seed: UInt64, scale: Double
  ) throws {
    let town = RandomSupplyAndDemand(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let before = numbers(try access(town, scale: scale))
    var richer = town
    richer.capacities[.random(in: town.sites.indices, using: &random)] += 2
    for (more, less) in zip(numbers(try access(richer, scale: scale)), before) {
      if let more, let less { #expect(more <= less + 1e-9 * max(1, less)) }
    }
    var crowded = town
    crowded.people[.random(in: town.places.indices, using: &random)] += 1000
    for (more, less) in zip(numbers(try access(crowded, scale: scale)), before) {
      if let more, let less { #expect(more >= less - 1e-9 * max(1, less)) }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `numbers of very different size are no trouble`(seed: UInt64) throws {
    // From a millionth to a million, and costs that nearly tie.
    var random = SeededGenerator(seed: seed)
    func number() -> Double {
      Double(sign: .plus, exponent: .random(in: -20...20, using: &random), significand: 1.5)
    }
    let people = (0..<30).map { _ in number() }
    let capacities = (0..<8).map { _ in number() }
    let costs = (0..<30).map { _ in
      (0..<8).map { _ in
        Bool.random(using: &random)
          ? Double(Int.random(in: 0...3, using: &random))
          : 1000 + 1e-6 * Double.random(in: 0...1, using: &random)
      }
    }
    let town = try SupplyAndDemand(
      people: people, capacities: capacities, costs: CostMatrix(table: costs))
    let access = try RationalAgentAccess(in: town, travelScale: 10)
    var seated = people.map { _ in 0.0 }
    for choice in access.choices { seated[choice.place] += choice.residents }
    for (sum, people) in zip(seated, people) { #expect(abs(sum - people) <= 1e-9 * people) }
    // A few steps a place; without end where residents of no weight are sent to and fro.
    #expect(access.stepCount <= 20 * people.count)
  }

  @Test func `ties of cost, at lattices and at one address, are no trouble`() throws {
    // 400 places on a lattice, each twice, and nine sites on it, so that thousands of costs tie.
    let lattice = (0..<400).map { Coordinate(x: Double($0 % 20) * 100, y: Double($0 / 20) * 100) }
    let sites = (0..<9).map {
      Coordinate(x: 300 + Double($0 % 3) * 600, y: 300 + Double($0 / 3) * 600)
    }
    let town = try SupplyAndDemand(
      people: Array(repeating: 10, count: 800), capacities: Array(repeating: 1, count: 9),
      costs: CostMatrix(from: lattice + lattice, to: sites, within: .kilometres(3)))
    let access = try RationalAgentAccess(in: town, travelScale: 500)
    #expect(access.gap <= RationalAgentAccess.tolerance)
    let costs = access.readings.compactMap(\.number)
    for place in 0..<400 {
      #expect(costs[place] == costs[place + 400])
      // The town is the same from all four sides, mirrored about its first diagonal.
      let mirrored = place % 20 * 20 + place / 20
      #expect(costs[place].agrees(with: costs[mirrored], within: 1e-9))
    }
  }
}
