import ColdSpots
import Places
import TestSupport
import Testing

@Suite struct `Invariants of a run` {
  @Test(arguments: UInt64(0)..<30)
  func `hold for any town`(seed: UInt64) throws {
    let invariants = try TownStudy.random(seed: seed).analysis().invariants
    for invariant in invariants { #expect(invariant.holds, "\(invariant)") }
    // One a function, two a level, and the mean need.
    #expect(invariants.count == 3 + 2 * 2 + 1)
  }

  @Test func `account for residents outside all areas`() throws {
    var study = try TownStudy.road()
    study.places[0].ward = nil
    let analysis = try study.analysis()
    #expect(analysis.wards.reduce(0) { $0 + $1.people } == 300)
    #expect(analysis.invariants.allSatisfy { $0.holds })
  }

  @Test func `hold in a town without organisations or without people`() throws {
    var study = try TownStudy.road()
    study.organisations = []
    #expect(try study.analysis().invariants.allSatisfy { $0.holds })
    for index in study.places.indices { study.places[index].people = 0 }
    let invariants = try study.analysis().invariants
    #expect(invariants.allSatisfy { $0.holds })
    // Without residents there is no mean.
    #expect(invariants.count == 2 + 2 * 2)
  }

  @Test func `are named after what they are about`() throws {
    let names = try TownStudy.road().analysis().invariants.map(\.name)
    #expect(
      names == [
        "residents receive the capacity that reaches them: advice",
        "residents receive the capacity that reaches them: funds",
        "residents of ward areas and those outside them are all residents",
        "burdens of ward areas add up to those of their places",
        "residents of borough areas and those outside them are all residents",
        "burdens of borough areas add up to those of their places",
        "the mean need percentile of residents",
      ])
  }

  @Test func `compare relative to what is expected`() {
    #expect(Invariant("", expected: 1e6, found: 1e6 + 5e-4).holds)
    #expect(!Invariant("", expected: 1e6, found: 1e6 + 5e-3).holds)
    #expect(!Invariant("", expected: 1e-6, found: 2e-6).holds)
    #expect(Invariant("", expected: 0, found: 0).holds)
    #expect(!Invariant("", expected: 0, found: 1e-6).holds)
    #expect(!Invariant("", expected: 1, found: .nan).holds)
  }
}
