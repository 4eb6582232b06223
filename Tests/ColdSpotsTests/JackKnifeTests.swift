import Catchments
import ColdSpots
import Places
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Leaving out organisations` {
  /// Three wards a long way apart; the first two have an organisation each.
  private func town() throws -> TownStudy {
    let town = GridTown("a . . . . . b . . . . . c")
    return TownStudy(
      places: [
        try town.place("a", people: 100, need: 3, ward: 0),
        try town.place("b", people: 100, need: 2, ward: 1),
        try town.place("c", people: 100, need: 1, ward: 2),
      ],
      organisations: [
        .named("by a", at: try town.position(of: "a")),
        .named("by b", at: try town.position(of: "b")),
      ], functions: [.named("advice")], wards: ["A", "B", "C"])
  }

  @Test func `moves the ward that hangs on one alone`() throws {
    // Need percentiles are 5/6, 1/2 and 1/6. With both, only C lacks support: ranks C, then A and
    // B level at 0. Without "by a", A lacks it wholly too and its score is the greatest.
    let knife = JackKnife(of: try town().analysis())
    #expect(knife.omissions.map(\.organisation) == [0, 1])
    let move = try #require(knife.omissions[0].most)
    #expect((move.ward, move.from, move.to) == (0, 2, 1))
    // A from 2 to 1, B from 2 to 3, C from 1 to 2: one rank each.
    #expect(knife.omissions[0].meanShift == 1)
    // Without "by b", B is first and A third.
    #expect(knife.ranges == [1...3, 1...3, 1...2])
  }

  @Test func `equals a study without the organisation`() throws {
    for seed in UInt64(0)..<4 {
      let study = TownStudy.random(seed: seed)
      let analysis = try study.analysis()
      for omission in JackKnife(of: analysis).omissions {
        var without = study
        without.organisations.remove(at: omission.organisation)
        let ranks = try without.analysis().wards.map(\.rank)
        let pairs = zip(ranks, analysis.wards.map(\.rank)).compactMap { pair -> Int? in
          guard let new = pair.0, let old = pair.1 else { return nil }
          return abs(new - old)
        }
        let mean = Double(pairs.reduce(0, +)) / Double(pairs.count)
        #expect(omission.meanShift.agrees(with: mean), "seed \(seed)")
      }
    }
  }

  @Test func `leaves out only those that count`() throws {
    var study = try town()
    study.organisations.append(.named("closed", status: "closed"))
    #expect(JackKnife(of: try study.analysis()).omissions.map(\.organisation) == [0, 1])
  }

  @Test func `does not depend on the number of threads`() throws {
    let analysis = try TownStudy.random(seed: 1).analysis()
    let (one, four) = (
      JackKnife(of: analysis, threads: .one), JackKnife(of: analysis, threads: Threads(4))
    )
    #expect(one.omissions == four.omissions)
    #expect(one.ranges == four.ranges)
  }
}

@Suite struct `Moving organisations about` {
  private func study(_ precision: LocationPrecision) -> TownStudy {
    var study = TownStudy.random(seed: 2)
    study.catchmentRules.leastPrecision = .postcodeSector
    study.organisations = study.organisations.map { organisation in
      organisation.at(Site(position: organisation.site.position, precision: precision))
    }
    return study
  }

  @Test func `changes no rank where locations are exact`() throws {
    let analysis = try study(.point).analysis()
    let jitter = LocationJitter(of: analysis, draws: 9)
    #expect(jitter.movable == 0)
    for (interval, summary) in zip(jitter.intervals, analysis.wards) {
      #expect(interval.map { [$0.low, $0.high] } == summary.rank.map { [$0, $0] })
    }
  }

  @Test func `repeats with its seed, on any number of threads`() throws {
    let analysis = try study(.postcodeSector).analysis()
    let one = LocationJitter(of: analysis, draws: 20, seed: 5, threads: .one)
    let four = LocationJitter(of: analysis, draws: 20, seed: 5, threads: Threads(4))
    #expect(one.intervals == four.intervals)
    #expect(one.movable > 0)
  }

  @Test func `moves the sites at one position together, each organisation once`() throws {
    let study = study(.postcode)
    var doubled = study
    doubled.organisations = study.organisations.map { organisation in
      organisation.at(
        organisation.sites
          + organisation.sites.map {
            Site(position: $0.position, precision: $0.precision, name: "side door")
          })
    }
    let one = LocationJitter(of: try study.analysis(), draws: 20)
    let two = LocationJitter(of: try doubled.analysis(), draws: 20)
    #expect(one.intervals == two.intervals)
    #expect(one.movable == two.movable)
  }

  @Test func `leaves a site alone that is not measured from`() throws {
    var study = study(.postcodeDistrict)
    study.organisations = study.organisations.map { organisation in
      organisation.at(
        organisation.sites
          + organisation.sites.map {
            Site(position: $0.position, precision: .point)
          })
    }
    let analysis = try study.analysis()
    let jitter = LocationJitter(of: analysis, draws: 5)
    #expect(jitter.movable == 0)
    #expect(jitter.intervals.map { $0?.low } == analysis.wards.map(\.rank))
  }

  @Test func `has no meaning for a borough's middle point`() throws {
    let analysis = try study(.boroughPoint).analysis()
    #expect(LocationJitter(of: analysis, draws: 3).movable == 0)
  }
}
