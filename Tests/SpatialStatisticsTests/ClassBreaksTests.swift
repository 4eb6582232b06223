import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Class breaks` {
  private static let methods: [ClassBreaks.Method] = [
    .quantiles(1), .quantiles(5), .equalIntervals(1), .equalIntervals(4), .fisherJenks(1),
    .fisherJenks(6), .standardDeviations, .headTail,
  ]

  private static func bounds(
    _ values: [Double], weights: [Double]? = nil, by method: ClassBreaks.Method
  ) throws -> [Double] {
    try #require(try ClassBreaks(of: values, weights: weights, by: method)).upperBounds
  }

  @Test func `put a value on a bound into the class below it`() {
    let breaks = ClassBreaks(upperBounds: [0, 2, 5])
    let values: [Double] = [-9, 0, 0.1, 2, (2.0).nextUp, 5, 6, -.infinity, .infinity]
    #expect(values.map { breaks.classIndex(of: $0) } == [0, 0, 1, 1, 2, 2, 2, 0, 2])
    #expect(breaks.count == 3)
    #expect(breaks.goodnessOfVarianceFit == nil)
  }

  // Eight areas in four classes: two each. The ninth changes the shares to 2¼ areas a class.
  @Test func `by quantiles hold as many areas each as ties allow`() throws {
    let values = (1...8).map(Double.init)
    #expect(try Self.bounds(values.reversed(), by: .quantiles(4)) == [2, 4, 6, 8])
    #expect(try Self.bounds(values + [9], by: .quantiles(4)) == [3, 5, 7, 9])
    // Six of eight have the same.
    #expect(
      try Self.bounds([1, 2, 2, 2, 2, 2, 2, 3], by: .quantiles(4)) == [2, 3])
    #expect(try Self.bounds([1, 2, 3], weights: [6, 1, 1], by: .quantiles(2)) == [1, 3])
  }

  @Test func `by equal intervals are evenly spaced, values or none`() throws {
    #expect(try Self.bounds([0, 1, 1.5, 10], by: .equalIntervals(4)) == [2.5, 5, 7.5, 10])
    #expect(try Self.bounds([-1, 0, 1], by: .equalIntervals(2)) == [0, 1])
  }

  // Mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32 over 8: a standard deviation of 2.
  @Test func `by standard deviations lie around the mean`() throws {
    let values: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]
    #expect(try Self.bounds(values, by: .standardDeviations) == [3, 5, 7, 9])
    // −1 and 1: the lower deviation is the smallest value itself.
    #expect(try Self.bounds([-1, 1], by: .standardDeviations) == [-1, 0, 1])
  }

  // The means are 3.3 of all ten, 10.5 of the two above, and 20 of the one above.
  @Test func `by head and tail stop at the largest`() throws {
    let values: [Double] = [1, 1, 1, 1, 1, 2, 2, 3, 1, 20]
    #expect(try Self.bounds(values, by: .headTail) == [3.3, 20])
    // Means 31/10 and 23/2; one of two is no longer the smaller part.
    #expect(try Self.bounds([1, 1, 1, 1, 1, 1, 1, 1, 8, 15], by: .headTail) == [3.1, 11.5, 15])
    // Half of the values are above the first mean, so there is no second.
    #expect(try Self.bounds([1, 2, 3, 4], by: .headTail) == [2.5, 4])
  }

  // Two of five are 40 %, and part again: means 4, then 9.
  @Test func `by head and tail part a head of exactly two fifths`() throws {
    #expect(try Self.bounds([0, 1, 1, 8, 10], by: .headTail) == [4, 9, 10])
    // Three of seven are more.
    #expect(try Self.bounds([0, 0, 0, 0, 5, 6, 10], by: .headTail) == [3, 10])
  }

  @Test(arguments: methods)
  func `are one class where all values are the same`(method: ClassBreaks.Method) throws {
    let breaks = try #require(try ClassBreaks(of: [0.1, 0.1, 0.1], by: method))
    #expect(breaks.upperBounds == [0.1])
    #expect(breaks.goodnessOfVarianceFit == nil)
    #expect(breaks.classIndex(of: 0.1) == 0)
  }

  @Test(arguments: methods)
  func `are none where nothing counts`(method: ClassBreaks.Method) throws {
    #expect(try ClassBreaks(of: [], by: method) == nil)
    #expect(try ClassBreaks(of: [1, 2], weights: [0, 0], by: method) == nil)
  }

  @Test(arguments: [
    ClassBreaks.Method.quantiles(7), .equalIntervals(7), .fisherJenks(7),
  ])
  func `are no more than there are different values`(method: ClassBreaks.Method) throws {
    let breaks = try #require(try ClassBreaks(of: [3, 1, 3, 2, 1], by: method))
    #expect(breaks.count == 3)
    #expect([1, 2, 3].map { breaks.classIndex(of: $0) } == [0, 1, 2])
    #expect(breaks.goodnessOfVarianceFit == 1)
  }

  @Test(arguments: UInt64(0)..<30)
  func `put every value into the one class around it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Double(Int.random(in: -20...20, using: &random)) / 3
    }
    let weights = values.map { _ in Double.random(in: 0.1...5, using: &random) }
    for method in Self.methods {
      let breaks = try #require(try ClassBreaks(of: values, weights: weights, by: method))
      let bounds = breaks.upperBounds
      #expect(bounds.last == values.max())
      #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 })
      for value in values {
        let index = breaks.classIndex(of: value)
        #expect(value <= bounds[index])
        #expect(index == 0 || value > bounds[index - 1])
      }
      let classes = Set(values.map(breaks.classIndex))
      #expect(classes.contains(0))
      switch method {
      case .quantiles, .fisherJenks, .headTail: #expect(classes.count == breaks.count)
      case .equalIntervals, .standardDeviations: break
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `are the same to the last digit in any row order`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<100).map { _ in Double(Int.random(in: 0...30, using: &random)) / 7 }
    let weights = values.map { _ in Double.random(in: 0...5, using: &random) }
    let order = values.indices.shuffled(using: &random)
    for method in Self.methods {
      let breaks = try ClassBreaks(of: values, weights: weights, by: method)
      // Two more areas without weight, far away.
      let other = try ClassBreaks(
        of: [-99] + order.map { values[$0] } + [99], weights: [0] + order.map { weights[$0] } + [0],
        by: method)
      #expect(other == breaks)
    }
  }

  @Test func `refuse numbers that cannot be put in order or summed up`() {
    #expect(throws: SampleError.notFinite(.infinity, index: 1)) {
      try ClassBreaks(of: [1, .infinity], by: .headTail)
    }
    #expect(throws: SampleError.tooLarge(-1e200, index: 0)) {
      try ClassBreaks(of: [-1e200, 0], by: .headTail)
    }
    #expect(throws: SampleError.negativeWeight(-1, index: 1)) {
      try ClassBreaks(of: [1, 2], weights: [1, -1], by: .headTail)
    }
  }

  @Test(arguments: methods)
  func `are numbers for any numbers`(method: ClassBreaks.Method) throws {
    let tiny = Double.leastNonzeroMagnitude
    let numbers = [-0x1p500, -0x1p-1030, 0, tiny, 1, 1 + 1e-15, 0x1p500]
    for a in numbers {
      for b in numbers {
        for weights in [[1, 1, 1], [1e-300, 0x1p500, 1], [tiny, tiny, tiny]] {
          let breaks = try #require(
            try ClassBreaks(of: [a, b, a], weights: weights, by: method))
          #expect(breaks.upperBounds.allSatisfy { $0.isFinite })
          #expect((breaks.goodnessOfVarianceFit ?? 0).isFinite)
        }
      }
    }
  }
}
