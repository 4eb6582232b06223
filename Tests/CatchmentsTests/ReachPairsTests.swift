import Catchments
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Pairs of organisations and places` {
  private static let rules: [CatchmentRules] = [
    CatchmentRules(reach: .disc(radius: .kilometres(2), decay: .truncatedGaussian)),
    CatchmentRules(reach: .disc(radius: .kilometres(1), decay: .step), remitWeight: 0),
    CatchmentRules(reach: .nearest(count: 2), panLondon: .include),
    CatchmentRules(reach: .remitOnly, panLondon: .include),
  ]

  /// What a matrix holds, row by row.
  private func entries(_ reach: ReachMatrix) -> [[ReachMatrix.Entry]] {
    (0..<reach.placeCount).map { Array(reach[place: $0]) }
  }

  @Test(arguments: UInt64(0)..<6)
  func `weigh what the rule of the largest of three says`(seed: UInt64) throws {
    let town = try RandomReach(seed: seed)
    for rules in Self.rules {
      if case .nearest = rules.reach { continue }
      let pairs = ReachPairs(of: town.organisations, over: town.index, rules: rules)
      #expect(
        entries(pairs.reach(remitWeight: rules.remitWeight)) == town.entries(under: rules))
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func `are the same with those of other organisations known`(seed: UInt64) throws {
    let town = try RandomReach(seed: seed)
    let changes = [
      town.organisations, Array(town.organisations.dropFirst(3)),
      town.organisations.map { $0.id == "o104" ? $0.at(town.site(500, 700)) : $0 },
      town.organisations + [.working(at: (900, 900))], town.organisations.reversed(),
    ]
    for rules in Self.rules {
      var known = ReachPairs(of: town.organisations, over: town.index, rules: rules)
      for organisations in changes + changes.reversed() {
        let fresh = ReachPairs(of: organisations, over: town.index, rules: rules)
        known = ReachPairs(
          of: organisations, over: town.index, rules: rules, reusing: known)
        #expect(known.participation == fresh.participation)
        #expect(entries(known.reach(remitWeight: 0.3)) == entries(fresh.reach(remitWeight: 0.3)))
      }
    }
  }

  @Test func `known under other rules are not taken for these`() throws {
    let town = try RandomReach(seed: 3)
    for rules in Self.rules {
      for other in Self.rules {
        let known = ReachPairs(of: town.organisations, over: town.index, rules: other)
        let pairs = ReachPairs(
          of: town.organisations, over: town.index, rules: rules, reusing: known)
        let fresh = ReachPairs(of: town.organisations, over: town.index, rules: rules)
        #expect(entries(pairs.reach(remitWeight: 0.5)) == entries(fresh.reach(remitWeight: 0.5)))
      }
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func `tell places apart that any weight tells apart`(seed: UInt64) throws {
    let town = try RandomReach(seed: seed)
    for rules in Self.rules {
      let pairs = ReachPairs(
        of: town.organisations, over: town.index, rules: rules, widest: 1.5)
      let count = town.index.count
      let classes = pairs.classes(refining: (0..<count).map { $0 % 2 })
      let weights = [(1.5, 0.2), (0.7, 1), (1, 0)].map { scale, remit in
        pairs.weights(decay: nil, radiusScale: scale, remitWeight: remit)
      }
      for one in 0..<count {
        for other in 0..<one where classes[one] == classes[other] {
          #expect(one % 2 == other % 2)
          for weights in weights {
            let (row, second) = (weights[place: one], weights[place: other])
            #expect(row.map(\.site) == second.map(\.site))
            #expect(row.map(\.value) == second.map(\.value))
          }
        }
      }
    }
  }

  @Test func `put places together that a remit reaches alike`() throws {
    let study = try SmallStudy(
      places: [(0, 0), (9000, 0), (0, 9000), (9000, 9000)], wards: [0, 0, 1, 2])
    let index = PlaceIndex(study.places, wards: study.wards, boroughs: study.boroughs)
    let pairs = ReachPairs(
      of: [.working(remit: .areas(["W1"])), .working(remit: .areas(["B1"]))], over: index,
      rules: CatchmentRules())
    // Both in W1 and B1; in B1 alone; in neither.
    let classes = pairs.classes(refining: [0, 0, 0, 0])
    #expect(classes[0] == classes[1])
    #expect(Set(classes).count == 3)
  }
}

/// Places and organisations drawn at random: some places share a position, some organisations have
/// no site, several sites, a remit of overlapping areas, or the whole of the study.
private struct RandomReach {
  let index: PlaceIndex
  let organisations: [Organisation]

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func offset() -> (Double, Double) {
      (
        Double(Int.random(in: 0...40, using: &random) * 100),
        Double(Int.random(in: 0...40, using: &random) * 100)
      )
    }
    let study = try SmallStudy(
      places: (0..<60).map { _ in offset() },
      wards: (0..<60).map { _ in [nil, 0, 1, 2].randomElement(using: &random) ?? nil })
    index = PlaceIndex(study.places, wards: study.wards, boroughs: study.boroughs)
    let remits: [Remit] = [
      .none, .none, .areas(["W1"]), .areas(["B1", "W2"]), .areas(["nowhere"]), .everywhere,
    ]
    organisations = (0..<14).map { number in
      let sites = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        let (x, y) = offset()
        return Site(position: SmallStudy.at(x, y), precision: .point)
      }
      return Organisation(
        id: "o\(100 + number)", name: "", sites: sites,
        remit: remits.randomElement(using: &random) ?? .none,
        radius: Bool.random(using: &random) ? .metres(700) : nil, functions: [0])
    }
  }

  func site(_ x: Double, _ y: Double) -> Site {
    Site(position: SmallStudy.at(x, y), precision: .point)
  }

  /// What the rules say of every pair, one after the other.
  func entries(under rules: CatchmentRules) -> [[ReachMatrix.Entry]] {
    let participation = Catchments(
      ReachPairs(of: organisations, over: index, rules: rules), rules: rules
    ).participation
    return (0..<index.count).map { place in
      organisations.indices.compactMap { number in
        guard participation[number] == .counted else { return nil }
        return entry(place, number, rules)
      }
    }
  }

  private func entry(
    _ place: Int, _ number: Int, _ rules: CatchmentRules
  ) -> ReachMatrix.Entry? {
    let organisation = organisations[number]
    var (weight, route): (Double, ReachRoute) = (0, [])
    if case .disc(let decay) = rules.reach {
      let radius = organisation.radius?.metres ?? decay.limit ?? 0
      let distances = organisation.sites.compactMap { site in
        site.position.map { $0.distance(to: index.places.positions[place]).metres }
      }
      let factor = radius / (decay.limit ?? 1)
      if let nearest = distances.min(), nearest <= radius {
        let stretched = factor == 1 ? decay : .limitedForTest(decay, to: radius)
        let found = stretched.weight(at: nearest)
        if found > 0 { (weight, route) = (found, .distance) }
      }
    }
    let (ward, borough) = (index.places.wards[place], index.places.boroughs[place])
    let isInRemit: Bool =
      switch organisation.remit {
      case .none: false
      case .everywhere: true
      case .areas(let codes):
        codes.contains { code in
          ward.map { code == ["W1", "W2", "W3"][$0] } ?? false
            || borough.map { code == ["B1", "B2"][$0] } ?? false
        }
      }
    if isInRemit, rules.remitWeight > 0 {
      weight = max(weight, rules.remitWeight)
      route.formUnion(.remit)
    }
    return weight > 0
      ? ReachMatrix.Entry(organisation: number, weight: weight, route: route) : nil
  }
}

extension Decay {
  /// The forms tried here are drawn to their limit.
  fileprivate static func limitedForTest(_ decay: Decay, to limit: Double) -> Decay {
    (try? decay.limited(to: limit)) ?? decay
  }
}
