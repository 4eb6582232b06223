import Catchments
import TestSupport
import Testing

@Suite struct `Sums of several values at once` {
  @Test(arguments: [0, 1, 7, 8, 9, 17])
  func `are those of each value alone, to the last bit`(kinds: Int) {
    for seed in UInt64(0)..<4 {
      var random = SeededGenerator(seed: seed)
      let columns = (0..<12).map { _ in
        (0..<50).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map { place in
          ReachedPlace(
            place: place, weight: Double.random(in: 0.01...1, using: &random), route: .distance)
        }
      }
      let weights = ReachMatrix(columns: columns, placeCount: 50).weights
      let people = (0..<50).map { _ in Double.random(in: 0...900, using: &random) }
      let values = (0..<kinds).map { _ in
        (0..<12).map { _ in
          Bool.random(using: &random) ? 0 : Double.random(in: 0...9, using: &random)
        }
      }
      let found = weights.rowSums(ofEach: values, people: people)
      let alone = values.map { weights.rowSums(of: $0) }
      #expect(found.sums == alone)
      #expect(found.received == alone.map { zip(people, $0).reduce(0) { $0 + $1.0 * $1.1 } })
    }
  }
}
