import AccessMeasures
import Catchments
import TestSupport
import Testing

@Suite struct `Counts of coverage` {
  @Test(arguments: UInt64(0)..<8)
  func `are those of sets, place by place`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let weights = (0..<40).map { _ in
      (0..<9).map { _ in Int.random(in: 0..<5, using: &random) == 0 ? 0.5 : 0 }
    }
    let reach = ReachMatrix(weights: weights)
    let groups = (0..<9).map { _ in "g\(Int.random(in: 0..<4, using: &random))" }
    let supports = (0..<9).map { _ in Int.random(in: 0..<4, using: &random) > 0 }
    let people = (0..<40).map { _ in Double(Int.random(in: 0...500, using: &random)) }
    let coverage = Coverage(reach: reach, people: people, groups: groups, supports: supports)
    let supporters = weights.map { row in row.indices.filter { row[$0] > 0 && supports[$0] } }
    #expect(coverage.organisations == supporters.map(\.count))
    #expect(coverage.independent == supporters.map { Set($0.map { groups[$0] }).count })
    #expect(coverage.sole == supporters.map { $0.count == 1 ? $0[0] : nil })
    for organisation in 0..<9 {
      let reached = supporters.indices.filter { supporters[$0].contains(organisation) }
      #expect(
        coverage.peopleReached[organisation] == reached.reduce(0) { $0 + people[$1] })
      #expect(
        coverage.peopleLostIfClosed[organisation]
          == reached.filter { supporters[$0].count == 1 }.reduce(0) { $0 + people[$1] })
    }
  }

  @Test(arguments: UInt64(0)..<4)
  func `several kinds of capacity give the access of each alone`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let weights = ReachMatrix(
      weights: (0..<30).map { _ in
        (0..<6).map { _ in max(0, Double.random(in: -1...1, using: &random)) }
      }
    ).weights
    let people = (0..<30).map { _ in Double(Int.random(in: 0...3, using: &random)) }
    let kinds = (0..<10).map { _ in
      (0..<6).map { _ in Double(Int.random(in: 0...2, using: &random)) }
    }
    let measures = FloatingCatchment.measures(
      ofEach: kinds, weights: weights, people: people,
      weightedPeople: weights.columnSums(of: people))
    for (measure, kind) in zip(measures, kinds) {
      let alone = FloatingCatchment(weights: weights, people: people, capacities: kind)
      #expect(measure.access == alone.access)
      #expect(measure.balance == alone.balance)
    }
  }
}
