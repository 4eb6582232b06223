import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Fisher–Jenks classes` {
  // Mean 7: 9 + 4 + 4 + 9 = 26 in all, and ½ around each of 4½ and 9½.
  @Test func `leave the least variance within`() throws {
    let breaks = try #require(try ClassBreaks(of: [9, 4, 10, 5], by: .fisherJenks(2)))
    #expect(breaks.upperBounds == [5, 10])
    #expect(try #require(breaks.goodnessOfVarianceFit).agrees(with: 25.0 / 26))
  }

  // Splitting 0, 1, 2 after 0 or after 1 leaves ½ either way.
  @Test func `end as early as they can where two ways are as good`() throws {
    #expect(try ClassBreaks(of: [0, 1, 2], by: .fisherJenks(2))?.upperBounds == [0, 2])
  }

  // Weights pull: 1 and 2 belong together unless there are many at 1.
  @Test func `count weights as as many values`() throws {
    let even = try ClassBreaks(of: [0, 1, 2.5], by: .fisherJenks(2))
    #expect(even?.upperBounds == [1, 2.5])
    let weighted = try ClassBreaks(of: [0, 1, 2.5], weights: [9, 9, 1], by: .fisherJenks(2))
    #expect(weighted?.upperBounds == [0, 2.5])
    let repeated = try ClassBreaks(
      of: Array(repeating: 0, count: 9) + Array(repeating: 1, count: 9) + [2.5],
      by: .fisherJenks(2))
    #expect(repeated == weighted)
  }

  /// The sum of squared distances to the mean of a run.
  private static func squares(_ values: ArraySlice<Double>, _ weights: ArraySlice<Double>) -> Double
  {
    let total = weights.reduce(0, +)
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    return zip(values, weights).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
  }

  /// The least sum over all ways to cut the values from a start into classes, tried one by one.
  private static func least(
    _ values: [Double], _ weights: [Double], from start: Int, classes: Int
  ) -> Double {
    guard classes > 1 else { return squares(values[start...], weights[start...]) }
    return (start + 1...values.count - classes + 1).map { cut in
      squares(values[start..<cut], weights[start..<cut])
        + least(values, weights, from: cut, classes: classes - 1)
    }.min() ?? .infinity
  }

  @Test(arguments: UInt64(0)..<60)
  func `are the best of all ways to cut a few values`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Uniform, heavy-tailed to either side, or whole numbers with ties.
    var values = (0..<11).map { _ in
      let number = Double.random(in: 0.01...1, using: &random)
      switch seed % 4 {
      case 0: return number
      case 1: return 1 / (number * number * number)
      case 2: return -1 / (number * number * number)
      default: return (number * 9).rounded()
      }
    }
    values.sort()
    let weights = values.map { _ in Double.random(in: 0.1...3, using: &random) }
    let all = Self.squares(values[...], weights[...])
    let different = Set(values).count
    for classes in 1...min(6, different) {
      let breaks = try #require(
        try ClassBreaks(of: values, weights: weights, by: .fisherJenks(classes)))
      #expect(breaks.count == classes)
      let fit = try #require(breaks.goodnessOfVarianceFit)
      let least = Self.least(values, weights, from: 0, classes: classes)
      #expect(fit.agrees(with: 1 - least / all))
      // What the classes leave within is the least, also where that is next to nothing.
      let found = (0..<classes).reduce(0) { sum, index in
        let rows = values.indices.filter { breaks.classIndex(of: values[$0]) == index }
        return sum
          + Self.squares(ArraySlice(rows.map { values[$0] }), ArraySlice(rows.map { weights[$0] }))
      }
      #expect(found <= least * (1 + 1e-9))
    }
  }

  // Two far outliers, and three clusters that are a thousandth of a millionth of the range apart.
  @Test func `see the gaps between close values beside far ones`() throws {
    let clusters = [1.0, 3, 7].flatMap { centre in
      [-0.25, -0.1, 0, 0.1, 0.25].map { 1 + 1e-3 * (centre + $0) }
    }
    let values = [-1e6] + clusters + [1e6]
    let breaks = try #require(try ClassBreaks(of: values, by: .fisherJenks(5)))
    #expect(breaks.upperBounds == [-1e6, clusters[4], clusters[9], clusters[14], 1e6])
  }

  // By the plain recursion of Fisher, with every start tried for every end.
  @Test(arguments: UInt64(0)..<4)
  func `agree with the quadratic programme`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<60).map { _ in 1 / Double.random(in: 0.001...1, using: &random) }.sorted()
    let weights = values.map { _ in Double.random(in: 0.1...3, using: &random) }
    var sums = (0...60).map { end in
      end == 0 ? 0 : Self.squares(values[..<end], weights[..<end])
    }
    let all = sums[60]
    for classes in 2...5 {
      var next = sums
      for end in classes...60 {
        next[end] =
          (classes - 1..<end).map { start in
            sums[start] + Self.squares(values[start..<end], weights[start..<end])
          }.min() ?? .infinity
      }
      sums = next
      let breaks = try #require(
        try ClassBreaks(of: values, weights: weights, by: .fisherJenks(classes)))
      #expect(try #require(breaks.goodnessOfVarianceFit).agrees(with: 1 - sums[60] / all))
    }
  }

  @Test func `turn over with the values`() throws {
    var random = SeededGenerator(seed: 7)
    let values = (0..<300).map { _ in Double.random(in: 0...1, using: &random) }
    let breaks = try #require(try ClassBreaks(of: values, by: .fisherJenks(6)))
    let opposite = try #require(try ClassBreaks(of: values.map { -$0 }, by: .fisherJenks(6)))
    for value in values {
      #expect(breaks.classIndex(of: value) == 5 - opposite.classIndex(of: -value))
    }
  }

  @Test func `are found for as many values as there are places in a city`() throws {
    var random = SeededGenerator(seed: 1)
    let values = (0..<25_000).map { _ in 1 / Double.random(in: 0.01...1, using: &random) }
    let optimal = try #require(try ClassBreaks(of: values, by: .fisherJenks(7)))
    #expect(optimal.count == 7)
    let fit = try #require(optimal.goodnessOfVarianceFit)
    for method: ClassBreaks.Method in [.quantiles(7), .equalIntervals(7)] {
      let other = try #require(try ClassBreaks(of: values, by: method))
      #expect(try #require(other.goodnessOfVarianceFit) < fit)
    }
  }
}

/// Jobs per square kilometre in the 58 counties of California, 2001, the example of PySAL's
/// mapclassify; the bounds are those of its version 2.10.0.
@Suite struct `Classes of the counties of California` {
  private static let density = [
    329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7,
    6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85,
    36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93,
    66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
  ]

  private static func classes(
    by method: ClassBreaks.Method
  ) throws -> (bounds: [Double], counts: [Int]) {
    let breaks = try #require(try ClassBreaks(of: density, by: method))
    let counts = density.reduce(into: Array(repeating: 0, count: breaks.count)) {
      $0[breaks.classIndex(of: $1)] += 1
    }
    return (breaks.upperBounds, counts)
  }

  @Test func `are those of the peer by Fisher and Jenks`() throws {
    let classes = try Self.classes(by: .fisherJenks(5))
    #expect(classes.bounds == [75.29, 192.05, 370.5, 722.85, 4111.45])
    #expect(classes.counts == [49, 3, 4, 1, 1])
  }

  @Test func `are those of the peer by equal intervals`() throws {
    let classes = try Self.classes(by: .equalIntervals(5))
    let expected = [822.394, 1644.658, 2466.922, 3289.186, 4111.45]
    #expect(zip(classes.bounds, expected).allSatisfy { $0.agrees(with: $1) })
    #expect(classes.counts == [57, 0, 0, 0, 1])
  }

  @Test func `are those of the peer by head and tail`() throws {
    let classes = try Self.classes(by: .headTail)
    let expected = [125.92810344827588, 811.26, 4111.45]
    #expect(zip(classes.bounds, expected).allSatisfy { $0.agrees(with: $1) })
    #expect(classes.counts == [50, 7, 1])
  }

  // The peer divides by n − 1, leaves out the mean itself and keeps bounds below every value: its
  // are the mean less 2 and 1, and plus 1 and 2 deviations.
  @Test func `are those of the peer by standard deviations, but for its n − 1`() throws {
    let classes = try Self.classes(by: .standardDeviations)
    let (mean, peer) = (125.92810344827588, [672.5733320847992, 1219.2185607213223])
    let factor = (57.0 / 58).squareRoot()
    let expected = [mean] + peer.map { mean + ($0 - mean) * factor } + [4111.45]
    #expect(classes.bounds.count == 4)
    #expect(zip(classes.bounds, expected).allSatisfy { $0.agrees(with: $1) })
  }

  // The peer interpolates its bounds between values; ours are values, of the same classes.
  @Test func `are those of the peer by quantiles`() throws {
    let classes = try Self.classes(by: .quantiles(5))
    #expect(classes.counts == [12, 12, 11, 12, 11])
  }
}
