import AccessMeasures
import Catchments
import ColdSpots
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Laws of scores` {
  /// A random town whose standards are declared, so that they stay when supply changes.
  private func declared(seed: UInt64) -> TownStudy {
    var study = TownStudy.random(seed: seed)
    study.scoreRules.declaredStandards = ["advice": 0.003, "funds": 0.005, "voice": 0.002]
    return study
  }

  @Test(arguments: UInt64(0)..<30)
  func `all figures stay within their ranges`(seed: UInt64) throws {
    let scores = try TownStudy.random(seed: seed).analysis().scores
    #expect(scores.need.allSatisfy { (0...1).contains($0) })
    #expect(scores.shortfalls.joined().allSatisfy { (0...1).contains($0) })
    #expect(scores.lack.allSatisfy { (0...1).contains($0) })
    #expect(scores.score.allSatisfy { (0...100).contains($0) })
    #expect(scores.burden.allSatisfy { $0 >= 0 && $0.isFinite })
    for place in scores.score.indices where scores.need[place] * scores.lack[place] == 0 {
      #expect(scores.score[place] == 0)
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `another organisation makes no place colder by a declared standard`(seed: UInt64) throws {
    // Floating catchments do not let it draw residents from the others, so no access falls.
    var study = declared(seed: seed)
    let before = try study.analysis().scores
    var random = SeededGenerator(seed: seed + 1000)
    let position = Coordinate(
      x: Double.random(in: 0...10_000, using: &random),
      y: Double.random(in: 0...10_000, using: &random))
    study.organisations.append(
      .named("z", at: position, remit: .areas(["W2"]), capacity: 5, functions: [0, 2]))
    let after = try study.analysis().scores
    for place in before.lack.indices {
      for function in 0..<3 {
        #expect(after.shortfalls[function][place] <= before.shortfalls[function][place])
      }
      #expect(after.lack[place] <= before.lack[place])
      #expect(after.score[place] <= before.score[place])
    }
    #expect(after.shortfalls[1] == before.shortfalls[1])
  }

  @Test(arguments: UInt64(0)..<30)
  func `a closure makes no place warmer by a declared standard`(seed: UInt64) throws {
    var study = declared(seed: seed)
    let before = try study.analysis().scores
    study.organisations.removeLast()
    let after = try study.analysis().scores
    #expect(zip(after.lack, before.lack).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: UInt64(0)..<30)
  func `the people lost by a closure are those whom nobody reaches after it`(
    seed: UInt64
  ) throws {
    let study = TownStudy.random(seed: seed)
    let before = try study.analysis().coverage
    for index in study.organisations.indices {
      var closed = study
      closed.organisations.remove(at: index)
      let after = try closed.analysis().coverage
      let drop = before.people(reachedByAtLeast: 1) - after.people(reachedByAtLeast: 1)
      #expect(before.peopleLostIfClosed[index] == drop)
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `a town twice as full has the same scores and twice the burden`(seed: UInt64) throws {
    // The standard is a quantile of its own access, which halves with it.
    var study = TownStudy.random(seed: seed)
    let before = try study.analysis().scores
    for index in study.places.indices { study.places[index].people *= 2 }
    let after = try study.analysis().scores
    #expect(zip(after.score, before.score).allSatisfy { $0.agrees(with: $1, within: 1e-9) })
    #expect(zip(after.burden, before.burden).allSatisfy { $0.agrees(with: 2 * $1, within: 1e-9) })
  }

  @Test(arguments: UInt64(0)..<30)
  func `need counts by its order alone`(seed: UInt64) throws {
    var study = TownStudy.random(seed: seed)
    let before = try study.analysis().scores.need
    for index in study.places.indices {
      let need = study.places[index].needIndex
      study.places[index].needIndex = 7 * need * need * need - 100
    }
    #expect(try study.analysis().scores.need == before)
  }

  @Test func `the weight of a remit cancels for an organisation without a site`() throws {
    // Everybody it reaches has the weight ρ, which step 1 divides out again: 4 units for 100
    // people are 0.04 each, whatever ρ. ρ matters only beside a site.
    let town = GridTown("a b")
    var study = TownStudy(
      places: [try town.place("a", people: 40), try town.place("b", people: 60)],
      organisations: [.named("X", remit: .areas(["W1"]), capacity: 4)],
      functions: [.named("advice")])
    for remitWeight in [0.125, 0.25, 0.5, 1] {
      study.catchmentRules.remitWeight = remitWeight
      let access = try study.analysis().scores.access[0]
      #expect(access.allSatisfy { $0.agrees(with: 0.04) })
    }
    // X at a now: 1 for a and ρ for b; 4 / (40 + 60ρ) for a and ρ of that for b.
    study.organisations = [
      .named(
        "X", at: try town.position(of: "a"), remit: .areas(["W1"]), radius: .metres(500),
        capacity: 4)
    ]
    study.catchmentRules.remitWeight = 0.5
    let access = try study.analysis().scores.access[0]
    #expect(access[0].agrees(with: 4 / 70.0))
    #expect(access[1].agrees(with: 2 / 70.0))
  }
}
