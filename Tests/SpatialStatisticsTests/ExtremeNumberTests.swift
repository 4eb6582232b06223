@testable import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Extreme numbers` {
  private static let sizes: [Double] = [
    0, .leastNonzeroMagnitude, 0x1p-1030, 1e-200, 1e-13, 1, 3, 1e13, 1e200,
    .greatestFiniteMagnitude,
  ]
  private static let weights: [Double] = [
    0, .leastNonzeroMagnitude, 1e-200, 1e-13, 0.5, 1, 1e13, 1e100,
  ]

  /// A map of a few areas whose values and weights are of any size.
  private static func map(
    seed: UInt64
  ) throws -> (values: [Double], neighbours: Neighbours, permutations: PermutationTable) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...6, using: &random)
    // Few different sizes at a time, so that some maps are all small or all alike.
    let few = sizes.shuffled(using: &random)[..<Int.random(in: 1...3, using: &random)]
    let values = (0..<count).map { _ in few.randomElement(using: &random) ?? 0 }
    let rows = (0..<count).map { area in
      (0..<count).filter { $0 != area && Bool.random(using: &random) }
        .map { ($0, weights.randomElement(using: &random) ?? 0) }
    }
    let neighbours = try Neighbours(weighted: rows)
    return (values, neighbours, PermutationTable(for: neighbours, drawCount: 9, seed: seed))
  }

  private static func isSound(_ value: Double?) -> Bool { value?.isFinite ?? true }

  private static func isSound(_ test: NormalTest?) -> Bool {
    isSound(test?.z) && isSound(test?.variance) && test?.variance ?? 0 >= 0
  }

  @Test func `never give an infinite result or one that is no number`() throws {
    for seed in UInt64(0)..<2_000 {
      let (values, neighbours, permutations) = try Self.map(seed: seed)
      for weights in [neighbours, neighbours.rowStandardised()] {
        for starred in [false, true] {
          let areas = try GetisOrd(
            of: values, neighbours: weights, isStarred: starred, permutations: permutations
          ).areas
          for area in areas {
            let results = [area.value, area.expectation, area.variance, area.z]
            #expect(results.allSatisfy(Self.isSound), "\(seed) \(area)")
          }
        }
        let signed = values.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }
        for values in [values, signed] {
          let areas = try LocalMoran(
            of: values, neighbours: weights, permutations: permutations
          ).areas
          for area in areas {
            let results = [
              area.z, area.value, area.expectation, area.variance, area.conditionalExpectation,
              area.conditionalVariance,
            ]
            #expect(results.allSatisfy(Self.isSound), "\(seed) \(area)")
          }
          let moran = try GlobalMoran(of: values, neighbours: weights)
          #expect(Self.isSound(moran.value), "\(seed)")
          #expect(Self.isSound(moran.normality) && Self.isSound(moran.randomisation), "\(seed)")
          let geary = try Geary(of: values, neighbours: weights)
          #expect(Self.isSound(geary.value), "\(seed)")
          #expect(Self.isSound(geary.normality) && Self.isSound(geary.randomisation), "\(seed)")
        }
        let general = try GeneralG(of: values, neighbours: weights)
        #expect(Self.isSound(general.value) && Self.isSound(general.randomisation), "\(seed)")
        let joins = JoinCounts(of: values.map { $0 > 1 }, neighbours: weights)
        #expect(joins.total.isFinite)
      }
    }
  }
}
