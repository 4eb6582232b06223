import Catchments
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Organisation with several sites` {
  private func organisation(
    at offsets: [(Double, Double)], precision: LocationPrecision = .point,
    remit: Remit = .none, radius: Distance? = nil
  ) -> Organisation {
    Organisation(
      id: "o", name: "",
      sites: offsets.enumerated().map { index, offset in
        Site(
          position: SmallStudy.at(offset.0, offset.1), precision: precision, name: "\(index)")
      }, remit: remit, radius: radius, functions: [0])
  }

  private let linear = CatchmentRules(reach: .disc(radius: .metres(1000), decay: .linear))

  @Test func `reaches a place from the nearest of them, once`() throws {
    let study = try SmallStudy(places: [(0, 0), (1000, 0), (2000, 0), (4000, 0)])
    let reach = study.catchments(of: [organisation(at: [(0, 0), (1500, 0)])], linear).reach
    // From 0 m: 0, 1000, 2000, 4000 m away; from 1500 m: 1500, 500, 500, 2500 m away.
    #expect(reach.weights(ofOrganisation: 0) == [1, 0.5, 0.5, 0])
    #expect(reach.organisationsByPlace == [[0], [0], [0], []])
  }

  @Test func `is one of the nearest, through however many doors`() throws {
    let study = try SmallStudy(places: [(0, 0)])
    let organisations = [
      organisation(at: [(0, 100), (0, 200), (0, 300), (0, 400)]), organisation(at: [(0, 1000)]),
      organisation(at: [(600, 800), (9000, 0)]), organisation(at: [(0, 1001)]),
    ]
    func nearest(_ count: Int) -> [[Int]] {
      study.catchments(of: organisations, CatchmentRules(reach: .nearest(count: count)))
        .reach.organisationsByPlace
    }
    #expect(nearest(1) == [[0]])
    // The second and the third are both 1000 m away.
    #expect(nearest(2) == [[0, 1, 2]])
    #expect(nearest(3) == [[0, 1, 2]])
    #expect(nearest(4) == [[0, 1, 2, 3]])
    #expect(nearest(9) == [[0, 1, 2, 3]])
  }

  @Test(arguments: UInt64(0)..<30)
  func `is among the nearest as sorting all distances has it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // A coarse lattice, so that ties are common.
    func offset() -> (Double, Double) {
      (
        Double(Int.random(in: 0...8, using: &random)) * 500,
        Double(Int.random(in: 0...8, using: &random)) * 500
      )
    }
    let study = try SmallStudy(places: (0..<15).map { _ in offset() })
    let organisations = (0..<8).map { _ in
      organisation(at: (0..<Int.random(in: 1...9, using: &random)).map { _ in offset() })
    }
    let count = Int.random(in: 1...8, using: &random)
    let reach = study.catchments(
      of: organisations, CatchmentRules(reach: .nearest(count: count))
    ).reach
    for (place, position) in study.places.positions.enumerated() {
      let distances = organisations.map { organisation in
        organisation.positions(knownAtLeast: .point)
          .map { $0.squaredDistance(to: position) }.min() ?? .infinity
      }
      let limit = distances.sorted()[count - 1]
      #expect(
        reach[place: place].map(\.organisation)
          == distances.indices.filter { distances[$0] <= limit }
      )
    }
  }

  @Test func `does not search for ever where there are fewer organisations than asked for`() {
    let sites = NearestSites(
      of: [organisation(at: [(0, 0), (1, 0), (2, 0)])], participation: [.counted],
      knownAtLeast: .point)
    #expect(sites.nearest(5, to: SmallStudy.origin) == [0])
    #expect(sites.nearest(5, to: Coordinate(x: .nan, y: 0)) == [])
    #expect(sites.nearest(0, to: SmallStudy.origin) == [])
  }

  @Test func `is not measured from a site known less well than asked for`() throws {
    let study = try SmallStudy(places: [(0, 0), (5000, 0)])
    let sites = [
      Site(position: SmallStudy.at(0, 0), precision: .postcodeDistrict),
      Site(position: SmallStudy.at(5000, 0), precision: .postcodeSector),
    ]
    let both = Organisation(id: "o", name: "", sites: sites, functions: [0])
    func weights(_ least: LocationPrecision) -> [Double] {
      var rules = linear
      rules.leastPrecision = least
      return study.weights(of: both, rules)
    }
    #expect(CatchmentRules().leastPrecision == .outputArea)
    #expect(weights(.outputArea) == [0, 0])
    #expect(weights(.postcodeSector) == [0, 1])
    #expect(weights(.postcodeDistrict) == [1, 1])
  }

  @Test(arguments: [LocationPrecision.postcodeSector, .postcodeDistrict])
  func `of coarse location acts by its remit only, else does not count`(
    precision: LocationPrecision
  ) throws {
    let study = try SmallStudy(places: [(0, 0), (0, 10)], wards: [0, 2])
    let withRemit = organisation(at: [(0, 0)], precision: precision, remit: .areas(["W3"]))
    #expect(study.weights(of: withRemit) == [0, 0.5])
    let without = organisation(at: [(0, 0)], precision: precision)
    #expect(study.catchments(of: [without]).participation == [.coarseLocation])
    #expect(study.catchments(of: [withRemit]).participation == [.counted])
    var rules = CatchmentRules(leastPrecision: precision)
    #expect(study.catchments(of: [without], rules).participation == [.counted])
    rules.reach = .remitOnly
    #expect(study.catchments(of: [without], rules).participation == [.noReach])
  }

  @Test(arguments: UInt64(0)..<30)
  func `reaches with each further site no one less`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func offset() -> (Double, Double) {
      (.random(in: 0...6000, using: &random), .random(in: 0...6000, using: &random))
    }
    let study = try SmallStudy(places: (0..<40).map { _ in offset() })
    let decay = try #require(Decay.everyForm.randomElement(using: &random))
    let rules = CatchmentRules(reach: .disc(decay))
    let radius: Distance? = Bool.random(using: &random) ? .metres(1700) : nil
    var offsets = [offset()]
    let others = [organisation(at: [offset(), offset()]), organisation(at: [offset()])]
    func reach() -> ReachMatrix {
      study.catchments(of: [organisation(at: offsets, radius: radius)] + others, rules).reach
    }
    var before = reach()
    for _ in 0..<5 {
      offsets.append(offset())
      let after = reach()
      for place in 0..<study.places.count {
        let (old, new) = (before[place: place], after[place: place])
        #expect(
          old.dropFirst(old.first?.organisation == 0 ? 1 : 0)
            == new.dropFirst(new.first?.organisation == 0 ? 1 : 0))
      }
      let (old, new) = (before.weights(ofOrganisation: 0), after.weights(ofOrganisation: 0))
      #expect(zip(old, new).allSatisfy { $0 <= $1 })
      before = after
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `has the same reach in any order of sites, and with one of them twice`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    func offset() -> (Double, Double) {
      (.random(in: 0...6000, using: &random), .random(in: 0...6000, using: &random))
    }
    let study = try SmallStudy(places: (0..<40).map { _ in offset() })
    let offsets = (0..<5).map { _ in offset() }
    for rules in [linear, CatchmentRules(reach: .nearest(count: 1))] {
      func entries(_ offsets: [(Double, Double)]) -> [[ReachMatrix.Entry]] {
        let reach = study.catchments(
          of: [organisation(at: offsets), organisation(at: [(3000, 3000)])], rules
        ).reach
        return (0..<study.places.count).map { Array(reach[place: $0]) }
      }
      let expected = entries(offsets)
      #expect(entries(offsets.shuffled(using: &random)) == expected)
      #expect(entries(offsets + [offsets[2]]) == expected)
    }
  }
}

@Suite struct `Cost to the nearest door` {
  @Test func `is the least of the distances, a column a supplier`() throws {
    let places = [0.0, 1000, 2000].map { SmallStudy.at($0, 0) }
    let doors = [[SmallStudy.at(0, 0), SmallStudy.at(1900, 0)], [], [SmallStudy.at(1000, 0)]]
    let costs = CostMatrix(from: places, toNearestOf: doors, within: .metres(1000))
    #expect(costs.siteCount == 3)
    #expect((0..<3).map { costs[place: $0].map(\.site) } == [[0, 2], [0, 2], [0, 2]])
    #expect((0..<3).map { costs[place: $0].map(\.value) } == [[0, 1000], [900, 0], [100, 1000]])
  }

  @Test(arguments: UInt64(0)..<20)
  func `never rises with another door, and no pair is lost`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func position() -> Coordinate {
      SmallStudy.at(.random(in: 0...6000, using: &random), .random(in: 0...6000, using: &random))
    }
    let places = (0..<40).map { _ in position() }
    var doors = (0..<6).map { _ in
      (0..<Int.random(in: 0...3, using: &random)).map { _ in position() }
    }
    let before = CostMatrix(from: places, toNearestOf: doors, within: .metres(2500))
    doors[2].append(position())
    let after = CostMatrix(from: places, toNearestOf: doors, within: .metres(2500))
    doors[2].shuffle(using: &random)
    let shuffled = CostMatrix(from: places, toNearestOf: doors + [], within: .metres(2500))
    for place in places.indices {
      let costs = Dictionary(
        uniqueKeysWithValues: after[place: place].map { ($0.site, $0.value) })
      for pair in before[place: place] {
        let cost = try #require(costs[pair.site])
        #expect(pair.site == 2 ? cost <= pair.value : cost == pair.value)
      }
      #expect(shuffled[place: place].map(\.value) == after[place: place].map(\.value))
    }
  }

  @Test func `of one door each is the distance between points`() {
    let places = (0..<20).map { SmallStudy.at(Double($0 * 300), 0) }
    let doors: [Coordinate?] = [SmallStudy.at(500, 100), nil, SmallStudy.at(4000, 0)]
    let points = CostMatrix(from: places, to: doors, within: .metres(1500))
    let several = CostMatrix(
      from: places, toNearestOf: doors.map { $0.map { [$0, $0] } ?? [] }, within: .metres(1500))
    for place in places.indices {
      #expect(points[place: place].map(\.site) == several[place: place].map(\.site))
      #expect(points[place: place].map(\.value) == several[place: place].map(\.value))
    }
  }
}
