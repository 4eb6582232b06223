import AccessMeasures
import ColdSpots
import Places
import TestSupport
import Testing

@Suite struct `Row order` {
  private func reasons(_ analysis: ColdSpotAnalysis) -> [String] {
    (analysis.wards + analysis.boroughs).map { summary in
      Reason(
        for: summary, organisations: analysis.data.organisations,
        functions: analysis.data.functions
      ).description
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `of places changes nothing at all`(seed: UInt64) throws {
    let study = TownStudy.random(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    var shuffled = study
    shuffled.places.shuffle(using: &random)
    let (one, other) = try (study.analysis(), shuffled.analysis())
    #expect(one.scores.access == other.scores.access)
    #expect(one.scores.standards == other.scores.standards)
    #expect(one.scores.need == other.scores.need)
    #expect(one.scores.score == other.scores.score)
    #expect(one.scores.burden == other.scores.burden)
    #expect(one.coverage.organisations == other.coverage.organisations)
    #expect(one.coverage.peopleLostIfClosed == other.coverage.peopleLostIfClosed)
    #expect(one.edgeExposure == other.edgeExposure)
    #expect(one.invariants == other.invariants)
    for (first, second) in zip(one.wards + one.boroughs, other.wards + other.boroughs) {
      #expect(first.rank == second.rank)
      #expect(first.measures?.score == second.measures?.score)
      #expect(first.measures?.burden == second.measures?.burden)
    }
    #expect(reasons(one) == reasons(other))
  }

  @Test(arguments: UInt64(0)..<20)
  func `of organisations changes nothing but rounding`(seed: UInt64) throws {
    let study = TownStudy.random(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    let order = study.organisations.indices.shuffled(using: &random)
    var shuffled = study
    shuffled.organisations = order.map { study.organisations[$0] }
    let (one, other) = try (study.analysis(), shuffled.analysis())
    for (first, second) in zip(one.scores.score, other.scores.score) {
      #expect(first.agrees(with: second, within: 1e-9))
    }
    #expect(one.coverage.organisations == other.coverage.organisations)
    #expect(one.coverage.independent == other.coverage.independent)
    #expect(order.map { one.coverage.peopleReached[$0] } == other.coverage.peopleReached)
    #expect(order.map { one.coverage.peopleLostIfClosed[$0] } == other.coverage.peopleLostIfClosed)
    for (first, second) in zip(one.wards + one.boroughs, other.wards + other.boroughs) {
      #expect(first.rank == second.rank)
      #expect(first.organisations == second.organisations.map { order[$0] }.sorted())
      #expect(first.missing == second.missing)
    }
  }
}
