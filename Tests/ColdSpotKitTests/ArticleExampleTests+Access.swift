import ColdSpotKit
import Testing

// The examples of the articles on access and coverage.
extension `Article examples` {
  @Test func `weigh a cost by each form of decay`() throws {
    // Decay.md shows these lines.
    print(try Decay("step:3000").weight(at: 3000))  // 1.0
    print(try Decay("zones:1000=1,2000=0.68,3000=0.22").weight(at: 2000))  // 0.68
    print(try Decay("gaussian:2000").weight(at: 2000))  // 0.606…
    print(try Decay("truncated-gaussian:4000").weight(at: 2000))  // 0.701…
    print(try Decay("exponential:0.001").weight(at: 2000))  // 0.135…
    print(try Decay("half-life:1000").weight(at: 2000))  // 0.25
    print(try Decay("power:2,1000,1000").weight(at: 2000))  // 0.25
    print(try Decay("linear:4000").weight(at: 2000))  // 0.5
    print(try Decay("logistic:2000,500").weight(at: 2000))  // 0.500…
    print(try Decay("trapezoid:1000,3000").weight(at: 2000))  // 0.5
    print(try Decay("gaussian:2000", limit: 1500).weight(at: 2000))  // 0.0
    try expect(in: "Decay")
  }

  @Test func `measure what is near and how far the nearest is`() throws {
    // PotentialAndCost.md shows these lines.
    let costs = try CostMatrix(
      [
        CostMatrix.Pair(place: 0, site: 0, cost: 500),
        CostMatrix.Pair(place: 0, site: 1, cost: 1500),
        CostMatrix.Pair(place: 1, site: 1, cost: 1000),
      ], placeCount: 3, siteCount: 2)
    let study = try SupplyAndDemand(people: [100, 200, 50], capacities: [2, 3], costs: costs)
    for decay in [Decay.step(limit: 1000), .linear(limit: 2000)] {
      print(Potential(weights: costs.weights(decay), capacities: study.capacities).access)
    }
    // [2.0, 3.0, 0.0]
    // [2.25, 1.5, 0.0]
    for measure in [
      CostToCapacity(closestIn: study).readings, CostToCapacity(of: 4, in: study).readings,
      BalancingCost(in: study, step: 400, peoplePerUnit: 50).readings,
    ] {
      print(measure.map { $0.number.map(\.description) ?? $0.reason?.rawValue ?? "" })
    }
    // ["500.0", "1000.0", "unreachable"]
    // ["1500.0", "never_enough", "unreachable"]
    // ["1600.0", "never_enough", "unreachable"]
    try expect(in: "PotentialAndCost")
  }

  @Test func `share capacity among those who reach it`() throws {
    // FloatingCatchments.md shows these lines.
    let road = [0.0, 1000, 2000].map { Coordinate(x: $0, y: 0) }
    let costs = CostMatrix(from: road, to: [road[0], road[2]], within: .metres(1000))
    let (people, capacities) = ([100.0, 200, 300], [6.0, 7])

    let step = costs.weights(.step(limit: 1000))
    let twoStep = FloatingCatchment(weights: step, people: people, capacities: capacities)
    print(twoStep.access, twoStep.balance.received)  // [0.02, 0.034, 0.014] 13.0
    print(
      ThreeStepFloatingCatchment(selection: step, people: people, capacities: capacities).access,
      BalancedFloatingCatchment(weights: step, people: people, capacities: capacities).access)
    // [0.03, 0.02375, 0.0175] [0.015, 0.02375, 0.00875]
    let around = CostMatrix(from: road, to: road, within: .metres(1000))
    let ratio = CatchmentRatio(
      sites: step, neighbours: around.weights(.step(limit: 1000)), people: people,
      capacities: capacities)
    print(ratio.access)  // [0.02, 0.02166…, 0.014]

    let zones = costs.weights(try Decay("zones:500=1,1000=0.25"))
    print(FloatingCatchment(weights: zones, people: people, capacities: capacities).access)
    // [0.04, 0.015, 0.02]
    let modified = ModifiedFloatingCatchment(weights: zones, people: people, capacities: capacities)
    print(modified.access, modified.unusedCapacity)  // [0.04, 0.00375, 0.02] 2.25
    try expect(in: "FloatingCatchments")
  }

  @Test func `share out a fixed amount`() throws {
    // ConstrainedAccess.md shows these lines.
    let road = [0.0, 1000, 2000].map { Coordinate(x: $0, y: 0) }
    let decay = try Decay("zones:500=1,1000=0.25")
    let costs = CostMatrix(from: road, to: [road[0], road[2]], within: .metres(1000))
    let (people, capacities) = ([100.0, 200, 300], [6.0, 7])
    let availability = SpatialAvailability(
      weights: costs.weights(decay), people: people, capacities: capacities)
    print(availability.availability, availability.balance.received)  // [4.0, 3.0, 6.0] 13.0
    let total = TotalConstrainedAccess(
      weights: costs.weights(decay), capacities: capacities, total: 13)
    print(total.access)  // [4.8, 2.6, 5.6]

    let ends = CostMatrix(
      from: Array(road.prefix(2)), to: Array(road.prefix(2)), within: .metres(1000))
    let doubly = try DoublyConstrainedAccess(
      weights: ends.weights(decay), people: [100, 100], capacities: [2, 2], peoplePerUnit: 50)
    print(doubly.flows[place: 0].map(\.value), doubly.hasConverged)  // [80.0, 20.0] true
    print(doubly.meanCosts(ends).map { $0 ?? 0 })  // [200.0, 200.0]
    let homes = [Coordinate(x: 0, y: 0), Coordinate(x: 1000, y: 0)]
    let crowded = try SupplyAndDemand(
      people: [100, 50], capacities: [2, 1],
      costs: CostMatrix(
        from: homes, to: [homes[0], Coordinate(x: 3000, y: 0)], within: .metres(5000)))
    let agents = try RationalAgentAccess(in: crowded, travelScale: 1000)
    print(agents.readings.map { $0.number ?? 0 })  // [1.333…, 2.333…]
    print(agents.loads)  // [133.333…, 16.666…]

    let rooms = try SupplyAndDemand(
      people: [100, 50], capacities: [60, 60],
      costs: CostMatrix(
        from: homes, to: [homes[1], Coordinate(x: 3000, y: 0)], within: .metres(2000)))
    print(try CapacityLimitedCoverage(in: rooms).served)  // 110.0
    print(try CapacityLimitedCoverage.inOrder(in: rooms).served)  // 60.0
    try expect(in: "ConstrainedAccess")
  }

  @Test func `count who is reached and by how many`() throws {
    // CoverageAndRedundancy.md shows these lines.
    let reached = [[0, 1], [1, 2], [2]].map { places in
      places.map { ReachedPlace(place: $0, weight: 1, route: .distance) }
    }
    let coverage = Coverage(
      reach: ReachMatrix(columns: reached, placeCount: 4), people: [100, 200, 300, 400],
      groups: ["a", "a", "b"], supports: [true, true, true])
    print(coverage.organisations, coverage.independent)  // [1, 2, 2, 0] [1, 1, 2, 0]
    print(coverage.sole.map { $0 ?? -1 })  // [0, -1, -1, -1]
    print(coverage.people(reachedByAtLeast: 1), coverage.share(reachedByAtLeast: 2) ?? 0)
    // 600.0 0.5
    print(coverage.meanRedundancy ?? 0)  // 1.1
    print(coverage.peopleReached, coverage.peopleLostIfClosed)
    // [300.0, 500.0, 300.0] [100.0, 0.0, 0.0]
    print(coverage.functionCounts(of: [[0], [0, 1], [2]]))  // [1, 2, 3, 0]
    let expected = try coverage.expectation(groupSurvival: ["a": 0.9, "b": 0.5])
    print(expected.chances, expected.people)  // [0.9, 0.9, 0.95, 0.0] 555.0

    func box(from west: Double, to east: Double) throws -> MultiPolygon {
      let corners = [(west, 0.0), (east, 0), (east, 2000), (west, 2000)]
      let ring = try LinearRing(corners.map { Coordinate(x: $0.0, y: $0.1) })
      return MultiPolygon([Polygon(exterior: ring)])
    }
    let catchments = try [box(from: 0, to: 2000), box(from: 1000, to: 3000)]
    let ground = try AreaCoverage(of: catchments, depth: 2)
    let ward = try box(from: 0, to: 4000)
    print(try ground.share(of: ward, coveredAtLeast: 1))  // 0.75
    print(try ground.share(of: ward, coveredAtLeast: 2))  // 0.25
    print(ground.overlapRatio ?? 0, try ground.soleAreas())  // 1.333… [2000000.0, 2000000.0]

    let discs = [1000.0, 2000].map { x in
      Disc(centre: Coordinate(x: x, y: 1000), radius: .kilometres(1))
    }
    let reach = DiscCoverage(of: discs)
    print(reach.area)  // 5054815.6…
    print(try reach.share(of: box(from: 1000, to: 2000)) ?? 0)  // 0.9566…
    try expect(in: "CoverageAndRedundancy")
  }
}
