internal import Catchments

/// Places that no choice of method tells apart: of equal need, and reached alike by the same
/// organisations.
///
/// Where organisations act through remits and need is known for larger units, places come by the
/// dozen: London's 25,017 are of 14,540 kinds, and so are their ranks in 486 scenarios.
struct PlaceKinds: Sendable {
  /// The first place of each kind.
  let examples: [Int]
  /// How many places each kind has.
  let counts: [Int32]
  /// The kind of each of the places, in the order in which they were given.
  let kinds: [Int32]

  /// - Parameters:
  ///   - places: Those that are told apart, ascending.
  ///   - need: N of every place.
  ///   - pairs: Who could reach whom.
  /// - Complexity: O(places + pairs).
  init(of places: [Int], need: [Double], pairs: ReachPairs) {
    let classes = pairs.classes(refining: Self.numbers(of: need))
    var kindOfClass: [Int: Int32] = [:]
    var examples: [Int] = []
    var counts: [Int32] = []
    kinds = places.map { place in
      if let kind = kindOfClass[classes[place]] {
        counts[Int(kind)] += 1
        return kind
      }
      let kind = Int32(truncatingIfNeeded: examples.count)
      kindOfClass[classes[place]] = kind
      examples.append(place)
      counts.append(1)
      return kind
    }
    self.examples = examples
    self.counts = counts
  }

  /// Equal numbers for equal values, from 0 as they come.
  private static func numbers(of values: [Double]) -> [Int] {
    var numbers: [Double: Int] = [:]
    return values.map { value in
      let number = numbers[value, default: numbers.count]
      numbers[value] = number
      return number
    }
  }
}
