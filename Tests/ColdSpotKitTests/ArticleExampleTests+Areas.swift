import ColdSpotKit
import Testing

// The examples of the articles on clusters, equity, other areas, maps and ranks.
extension `Article examples` {
  @Test func `find clusters in a row of squares`() throws {
    // Clusters.md shows these lines.
    let squares = try [0.0, 1000, 2000, 3000].map { west in
      let corners = [(west, 0.0), (west + 1000, 0), (west + 1000, 1000), (west, 1000)]
      let ring = try LinearRing(corners.map { Coordinate(x: $0.0, y: $0.1) })
      return MultiPolygon([Polygon(exterior: ring)])
    }
    print(Contiguity.rook.neighbours(of: squares))  // [[1], [0, 2], [1, 3], [2]]
    print(Proximity.within(.metres(1000)).neighbours(of: squares.map(\.centroid)))
    // [[1], [0, 2], [1, 3], [2]]
    let neighbours = Neighbours(Contiguity.rook.neighbours(of: squares))
    let values = [1.0, 1, 3, 3]

    let shuffles = try PermutationTable(
      rows: [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]], areaCount: 4)
    let hot = try GetisOrd(
      of: values, neighbours: neighbours, isStarred: true, permutations: shuffles)
    print(hot.areas.map { $0.z ?? 0 })  // [-1.732…, -1.0, 1.0, 1.732…]
    print(hot.areas[0].permutation?.lower ?? 1, hot.areas[0].permutation?.twoSided ?? 1)
    // 0.428… 0.857…
    let local = try LocalMoran(of: values, neighbours: neighbours.rowStandardised())
    print(local.areas.map { $0.value ?? 0 })  // [0.75, 0.0, 0.0, 0.75]
    print(try GlobalMoran(of: values, neighbours: neighbours).value ?? 0)  // 0.333…
    print(try Geary(of: values, neighbours: neighbours).value ?? 0)  // 0.5
    let general = try GeneralG(of: values, neighbours: neighbours)
    print(general.value ?? 0, general.expectation ?? 0)  // 0.590… 0.5
    let joins = JoinCounts(of: values.map { $0 == 3 }, neighbours: neighbours)
    print(joins.bothBlack, joins.bothWhite, joins.unlike)  // 1.0 1.0 1.0
    let p = [0.01, 0.02, 0.03, 0.5]
    print(FalseDiscoveryRate(of: p, rate: 0.05).isRejected)  // [true, true, true, false]
    print(FalseDiscoveryRate(of: p, rate: 0.05, procedure: .benjaminiYekutieli).isRejected)
    // [false, false, false, false]
    try expect(in: "Clusters")
  }

  @Test func `tell how evenly access is shared`() throws {
    // Equity.md shows these lines.
    let access = try Distribution(of: [0, 1, 4], weights: [300, 400, 100])
    print(access.mean ?? 0, access.gini.value ?? 0)  // 1.0 0.5625
    let split = access.theil(within: ["x", "x", "y"])
    print(access.theil.value ?? 0, split?.between ?? 0)  // 0.693… 0.413…
    print([0.5, 1].map { access.atkinson(aversion: $0).value ?? 0 })  // [0.4375, 1.0]
    let advantage = [2.0, 1, 3]
    print(try access.concentrationIndex(rankedBy: advantage).value ?? 0)  // 0.1875
    print(try access.erreygersIndex(rankedBy: advantage, bounds: 0...4).value ?? 0)  // 0.1875
    print(try access.palmaRatio(rankedBy: advantage).value ?? 0)  // 4.0
    if let poverty = access.poverty(below: 2) {
      print(poverty.headcount, poverty.depth, poverty.severity)  // 0.875 0.625 0.5
    }
    try expect(in: "Equity")
  }

  @Test func `carry figures over to other areas`() throws {
    // ArealInterpolation.md shows these lines.
    func box(from west: Double, to east: Double) throws -> MultiPolygon {
      let corners = [(west, 0.0), (east, 0), (east, 1000), (west, 1000)]
      let ring = try LinearRing(corners.map { Coordinate(x: $0.0, y: $0.1) })
      return MultiPolygon([Polygon(exterior: ring)])
    }
    let sources = try [box(from: 0, to: 2000), box(from: 2000, to: 4000)]
    let targets = try [
      box(from: 0, to: 3000), box(from: 3000, to: 3500), box(from: 9000, to: 9500),
    ]
    let overlaps = try AreaOverlaps(of: sources, with: targets).pairs.map {
      Crosswalk.Overlap(source: $0.source, target: $0.target, size: $0.area)
    }
    let crosswalk = try Crosswalk(
      overlaps: overlaps, sourceAreas: sources.map(\.area), targetAreas: targets.map(\.area))
    print(crosswalk.weights().map(\.weight))  // [1.0, 0.5, 0.25]
    let people = try crosswalk.extensive([100, 300])
    print(people.totals, people.balance.unassigned)  // [Optional(250.0), Optional(75.0), nil] 75.0
    print(try crosswalk.extensive([100, 300], allocateTotal: true).totals)
    // [Optional(300.0), Optional(100.0), nil]
    print(try crosswalk.intensive([10, 40]).means)  // [Optional(20.0), Optional(40.0), nil]
    print(crosswalk.categorical(["A", "B"])["A"] ?? [])  // [Optional(0.666…), Optional(0.0), nil]
    print(BestFit(crosswalk).targets)  // [Optional(0), Optional(0)]

    let byPeople = try Crosswalk(
      people: [10, 30, 45, 15], sources: [0, 0, 1, 1], targets: [0, 1, 1, nil], sourceCount: 2,
      targetCount: 3)
    print(byPeople.weights().map(\.weight))  // [0.25, 0.75, 0.75]
    try expect(in: "ArealInterpolation")
  }

  @Test func `class five values in five ways`() throws {
    // MapClasses.md shows these lines.
    let values = [1.0, 2, 3, 4, 10]
    for method in [
      ClassBreaks.Method.quantiles(2), .equalIntervals(3), .fisherJenks(2), .standardDeviations,
      .headTail,
    ] {
      print(try ClassBreaks(of: values, by: method)?.upperBounds ?? [])
    }
    // [3.0, 10.0]
    // [4.0, 7.0, 10.0]
    // [4.0, 10.0]
    // [4.0, 7.162…, 10.0]
    // [4.0, 10.0]
    if let jenks = try ClassBreaks(of: values, by: .fisherJenks(2)) {
      print(jenks.goodnessOfVarianceFit ?? 0)  // 0.9
      print([4, 4.5, 100].map(jenks.classIndex))  // [0, 1, 1]
    }
    let people = [1.0, 1, 1, 1, 7]
    print(try ClassBreaks(of: values, weights: people, by: .quantiles(2))?.upperBounds ?? [])
    // [10.0]
    try expect(in: "MapClasses")
  }

  @Test func `rank two areas in two scenarios`() throws {
    // RankFirmness.md shows these lines.
    var ranks: [Int32] = []
    for aggregation in Aggregation.allCases {
      let a = ColdSpotScore.value(need: 0.81, lack: 0.25, exponent: 0.5, aggregation: aggregation)
      let b = ColdSpotScore.value(need: 0.5, lack: 0.5, exponent: 0.5, aggregation: aggregation)
      ranks.append(a > b ? 1 : 2)
      print(aggregation, a, b)
    }
    // geometric 45.0 50.0
    // arithmetic 53.0 50.0
    let interval = RankInterval(of: ranks, topDecile: RankInterval.topDecile(of: 2))
    print(interval.low, interval.high, interval.topDecileShare, interval.coldSpotClass)
    // 1 2 0.5 likely
    print(try MethodGrid(around: CatchmentRules(), score: ScoreRules()).count)  // 486
    print(try MethodGrid(around: CatchmentRules(), score: ScoreRules(needExponent: 0.4)).count)
    // 648
    try expect(in: "RankFirmness")
  }
}
