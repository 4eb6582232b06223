/// Sorts numbers by spreading them over as many buckets, evenly from the least to the greatest,
/// and putting each bucket in order.
///
/// Most buckets end up with one number or none. The storage is kept from one sorting to the next:
/// rankings of hundreds of scenarios sort 25,000 scores each.
package struct Sorting {
  /// Which end comes first.
  package enum Direction {
    case ascending
    case descending
  }

  /// A value with its place in the input.
  package struct Element {
    package let value: Double
    package let index: Int32
  }

  /// The values in order; equal ones as they were.
  package private(set) var sorted: [Element] = []

  private var buckets: [Int32] = []
  private var ends: [Int32] = []

  /// The most numbers in a bucket that are put in order by insertion.
  private static let insertionLimit = 24

  package init() {}

  /// Sorts finite numbers, fewer than 2³¹; 0 and −0 are the same.
  ///
  /// For 25,000 scores a radix sort on the bits, eleven at a time, takes six times as long, and a
  /// comparison sort fifteen times.
  ///
  /// - Complexity: O(*n*) where the values are spread about, O(*n* log *n*) anyhow.
  package mutating func sort(_ input: [Double], _ direction: Direction) {
    prepare(input.count)
    guard let first = input.first else { return }
    var (least, greatest) = (first, first)
    for value in input {
      least = value < least ? value : least
      greatest = value > greatest ? value : greatest
    }
    let scale = Double(input.count) / (greatest - least)
    // Too far apart to be subtracted, or too close to be divided by: all are equal, as a rule.
    guard scale.isFinite, scale > 0 else {
      for (index, value) in input.enumerated() {
        sorted[index] = Element(value: value, index: Int32(truncatingIfNeeded: index))
      }
      return sortByComparison(0..<input.count, direction)
    }
    let isAscending = direction == .ascending
    Self.spread(
      input, from: isAscending ? least : greatest, isAscending ? scale : -scale,
      buckets: &buckets, ends: &ends, sorted: &sorted)
    var start = 0
    for end in ends {
      if Int(end) - start > Self.insertionLimit { sortByComparison(start..<Int(end), direction) }
      start = Int(end)
    }
    switch direction {
    case .ascending: sortByInsertion { $0 < $1 }
    case .descending: sortByInsertion { $0 > $1 }
    }
  }

  private mutating func prepare(_ count: Int) {
    if sorted.count != count {
      sorted = Array(repeating: Element(value: 0, index: 0), count: count)
      buckets = Array(repeating: 0, count: count)
      ends = Array(repeating: 0, count: count + 1)
    }
  }

  /// Puts the numbers into their buckets, in the order of the input within each.
  private static func spread(
    _ input: [Double], from first: Double, _ scale: Double, buckets: inout [Int32],
    ends: inout [Int32], sorted: inout [Element]
  ) {
    let count = input.count
    for bucket in 0...count { ends[bucket] = 0 }
    var buckets = buckets.mutableSpan
    var ends = ends.mutableSpan
    var sorted = sorted.mutableSpan
    // Differences, products and sums are rounded, which keeps their order. From 2⁵² on numbers are
    // whole, so the last bits of the sum are the bucket; a conversion takes longer.
    for index in 0..<count {
      let number = (input[index] - first) * scale + 0x1p52
      buckets[index] = Int32(truncatingIfNeeded: number.bitPattern)
    }
    for index in 0..<count { ends[Int(buckets[index])] += 1 }
    var sum: Int32 = 0
    for bucket in 0...count {
      let size = ends[bucket]
      ends[bucket] = sum
      sum += size
    }
    for index in 0..<count {
      let bucket = Int(buckets[index])
      let slot = ends[bucket]
      ends[bucket] = slot + 1
      sorted[Int(slot)] = Element(
        value: input[index], index: Int32(truncatingIfNeeded: index))
    }
  }

  /// Puts a full bucket in order.
  private mutating func sortByComparison(_ range: Range<Int>, _ direction: Direction) {
    let first = sorted[range.lowerBound].value
    // Many scores are equal, as a rule, where many are in one bucket.
    if range.allSatisfy({ sorted[$0].value == first }) { return }
    // Of equal values the one that came first, whatever the sort of the library does with them.
    sorted[range].sort { one, other in
      if one.value == other.value { return one.index < other.index }
      return direction == .ascending ? one.value < other.value : one.value > other.value
    }
  }

  /// Moves each number back past those that come after it, none of which is far.
  private mutating func sortByInsertion(_ precedes: (Double, Double) -> Bool) {
    var sorted = sorted.mutableSpan
    for place in 1..<max(sorted.count, 1) {
      let element = sorted[place]
      var hole = place
      while hole > 0, precedes(element.value, sorted[hole - 1].value) {
        sorted[hole] = sorted[hole - 1]
        hole -= 1
      }
      if hole < place { sorted[hole] = element }
    }
  }
}
