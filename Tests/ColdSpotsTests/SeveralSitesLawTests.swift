import AccessMeasures
import Catchments
import ColdSpots
import Places
import SimpleFeatures
import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Laws of several sites` {
  /// A random town in which some organisations have further sites.
  private func town(seed: UInt64) -> TownStudy {
    var study = TownStudy.random(seed: seed)
    var random = SeededGenerator(seed: seed + 500)
    for index in study.organisations.indices where !study.organisations[index].sites.isEmpty {
      let more = (0..<Int.random(in: 0...3, using: &random)).map { number in
        Self.site(name: "\(number)", using: &random)
      }
      study.organisations[index] = study.organisations[index].at(
        study.organisations[index].sites + more)
    }
    return study
  }

  private static func site(name: String = "", using random: inout SeededGenerator) -> Site {
    Site(
      position: Coordinate(
        x: .random(in: 0...10_000, using: &random), y: .random(in: 0...10_000, using: &random)),
      precision: .point, name: name)
  }

  private func expectSame(_ one: ColdSpotAnalysis, _ other: ColdSpotAnalysis) {
    #expect(one.scores.access == other.scores.access)
    #expect(one.scores.score == other.scores.score)
    #expect(one.scores.burden == other.scores.burden)
    #expect(one.coverage.organisations == other.coverage.organisations)
    #expect(one.coverage.independent == other.coverage.independent)
    #expect(one.coverage.peopleReached == other.coverage.peopleReached)
    #expect(one.coverage.peopleLostIfClosed == other.coverage.peopleLostIfClosed)
    #expect(one.wards.map(\.rank) == other.wards.map(\.rank))
    #expect(one.wards.map(\.organisations) == other.wards.map(\.organisations))
    #expect(
      one.wards.map { $0.nearest?.organisation } == other.wards.map { $0.nearest?.organisation })
    #expect(one.wards.map { $0.nearest?.distance } == other.wards.map { $0.nearest?.distance })
    #expect(
      JackKnife(of: one, threads: .one).omissions == JackKnife(of: other, threads: .one).omissions)
  }

  @Test(arguments: UInt64(0)..<10)
  func `two identical sites are as good as one`(seed: UInt64) throws {
    let study = town(seed: seed)
    var doubled = study
    doubled.organisations = study.organisations.map { organisation in
      organisation.at(
        organisation.sites
          + organisation.sites.map {
            Site(position: $0.position, precision: $0.precision, name: "again \($0.name)")
          })
    }
    expectSame(try study.analysis(), try doubled.analysis())
  }

  @Test(arguments: UInt64(0)..<10)
  func `the order of sites changes nothing`(seed: UInt64) throws {
    let study = town(seed: seed)
    var random = SeededGenerator(seed: seed + 900)
    var shuffled = study
    shuffled.organisations = study.organisations.map {
      $0.at($0.sites.shuffled(using: &random))
    }
    #expect(shuffled.organisations == study.organisations)
    expectSame(try study.analysis(), try shuffled.analysis())
  }

  @Test(arguments: UInt64(0)..<20)
  func `another site takes nobody out of coverage`(seed: UInt64) throws {
    var study = town(seed: seed)
    let before = try study.analysis()
    var random = SeededGenerator(seed: seed + 700)
    let index = Int.random(in: study.organisations.indices, using: &random)
    study.organisations[index] = study.organisations[index].at(
      study.organisations[index].sites + [Self.site(name: "new", using: &random)])
    let after = try study.analysis()
    for place in before.coverage.organisations.indices {
      let (old, new) = (before.coverage.organisations[place], after.coverage.organisations[place])
      // It counts once, however many of its doors are near.
      #expect(new == old || new == old + 1)
    }
    for other in study.organisations.indices {
      let (old, new) = (before.coverage.peopleReached[other], after.coverage.peopleReached[other])
      #expect(other == index ? new >= old : new == old)
    }
    for (old, new) in zip(before.wards, after.wards) {
      #expect(new.organisations.filter { $0 != index } == old.organisations.filter { $0 != index })
      guard let far = old.nearest?.distance else { continue }
      #expect(try #require(new.nearest).distance <= far)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `capacity is handed out once, not at every door`(seed: UInt64) throws {
    let analysis = try town(seed: seed).analysis()
    for invariant in analysis.invariants { #expect(invariant.holds, "\(invariant)") }
  }

  @Test func `two doors share the capacity of one organisation`() throws {
    // Doors at a and b, 5 km apart, with nobody reached from both; 6 units for 100 + 200 residents
    // right at them: 0.02 each. As two organisations of 6, a would have 0.06 and b 0.03.
    let town = GridTown("a . . . . b")
    var study = TownStudy(
      places: [
        try town.place("a", people: 100, need: 1), try town.place("b", people: 200, need: 2),
      ],
      organisations: [
        Organisation(
          id: "o", name: "o",
          sites: try ["a", "b"].map {
            Site(position: try town.position(of: $0), precision: .point)
          }, capacity: 6, functions: [0])
      ], functions: [.named("advice")])
    let analysis = try study.analysis()
    for access in analysis.scores.access[0] { #expect(access.agrees(with: 0.02)) }
    #expect(analysis.coverage.organisations == [1, 1])
    #expect(analysis.coverage.peopleReached == [300])
    study.organisations = try ["a", "b"].map {
      .named($0, at: try town.position(of: $0), capacity: 6)
    }
    let apart = try study.analysis().scores.access[0]
    #expect(apart[0].agrees(with: 0.06))
    #expect(apart[1].agrees(with: 0.03))
  }

  @Test func `a place between two doors counts one organisation`() throws {
    let town = GridTown("a p b")
    let study = TownStudy(
      places: [try town.place("p", people: 100)],
      organisations: [
        Organisation(
          id: "o", name: "o",
          sites: try ["a", "b"].map {
            Site(position: try town.position(of: $0), precision: .point)
          }, functions: [0])
      ], functions: [.named("advice")])
    let analysis = try study.analysis()
    #expect(analysis.coverage.organisations == [1])
    #expect(analysis.coverage.sole == [0])
    #expect(analysis.wards[0].organisations == [0])
    #expect(analysis.wards[0].independentCount == 1)
  }
}
