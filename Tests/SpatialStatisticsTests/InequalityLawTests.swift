import SpatialStatistics
import TestSupport
import Testing

@Suite struct `Measures of inequality` {
  @Test(arguments: UInt64(0)..<20)
  func `are the same to the last digit in any row order`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(300, using: &random)
    let distribution = try table.distribution()
    let shuffled = table.shuffled(using: &random)
    let other = try shuffled.distribution()
    #expect(try shuffled.summary() == table.summary())
    #expect(other.lorenzCurve == distribution.lorenzCurve)
    #expect(other.atkinson(aversion: 1.5) == distribution.atkinson(aversion: 1.5))
    #expect(other.theil(within: shuffled.labels) == distribution.theil(within: table.labels))
    #expect(
      try other.concentrationCurve(rankedBy: shuffled.advantage)
        == distribution.concentrationCurve(rankedBy: table.advantage))
  }

  @Test(arguments: UInt64(0)..<20)
  func `do not see places where nobody lives`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(100, using: &random)
    var padded = table
    padded.values = [0, 1e6, 3] + table.values
    padded.weights = [0, 0, -0.0] + table.weights
    padded.advantage = [-1e9, 1e9, 0] + table.advantage
    padded.labels = ["A", "B1", "Z"] + table.labels
    #expect(try padded.summary() == table.summary())
    #expect(
      try padded.distribution().theil(within: padded.labels)
        == table.distribution().theil(within: table.labels))
  }

  @Test(arguments: UInt64(0)..<20)
  func `do not depend on the unit of the amount`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(100, using: &random)
    let summary = try table.summary()
    for factor in [1e-5, 3, 0x1p400] {
      var scaled = table
      scaled.values = table.values.map { $0 * factor }
      #expect(try scaled.summary(line: factor).agrees(with: summary))
    }
    // Powers of two cancel out without rounding.
    var scaled = table
    scaled.values = table.values.map { $0 * 0x1p-40 }
    #expect(try scaled.summary(line: 0x1p-40).numbers == summary.numbers)
  }

  @Test(arguments: UInt64(0)..<20)
  func `do not depend on the number of people like each other`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(100, using: &random)
    let summary = try table.summary()
    var doubled = table
    doubled.weights = table.weights.map { $0 * 2 }
    #expect(try doubled.summary().numbers == summary.numbers)
    #expect(try table.halved.summary().agrees(with: summary))
  }

  // A place of five is five places of one.
  @Test(arguments: UInt64(0)..<10)
  func `of places are those of their people`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var table = RandomDistribution(40, using: &random)
    table.weights = table.values.map { _ in Double(Int.random(in: 0...5, using: &random)) }
    let people = table.weights.indices.flatMap { place in
      repeatElement(place, count: Int(table.weights[place]))
    }
    var persons = table
    persons.values = people.map { table.values[$0] }
    persons.weights = people.map { _ in 1 }
    persons.advantage = people.map { table.advantage[$0] }
    persons.labels = people.map { table.labels[$0] }
    #expect(try persons.summary().agrees(with: table.summary()))
  }

  // The principle of transfers, after A. C. Pigou and H. Dalton: what a person with more gives to
  // one with less, without changing places, makes for less inequality.
  @Test(arguments: UInt64(0)..<40)
  func `fall when somebody gives to one who has less`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var values = (0..<30).map { _ in Double.random(in: 0...10, using: &random) }
    let weights = values.map { _ in Double.random(in: 1...100, using: &random) }
    values[0] = 0
    let before = try Distribution(of: values, weights: weights)
    let pair = values.indices.shuffled(using: &random).prefix(2).sorted { values[$0] < values[$1] }
    let (poor, rich) = (pair[0], pair[1])
    // A fraction of the gap, to each according to the people there.
    let gift = (values[rich] - values[poor]) * .random(in: 0.1...0.9, using: &random)
    let share = weights[poor] + weights[rich]
    values[poor] += gift * weights[rich] / share
    values[rich] -= gift * weights[poor] / share
    let after = try Distribution(of: values, weights: weights)
    #expect(try #require(after.mean).agrees(with: #require(before.mean)))
    for measure: (Distribution) -> InequalityMeasure in [
      \.gini, \.theil, { $0.atkinson(aversion: 0.5) }, { $0.atkinson(aversion: 0.01) },
    ] {
      #expect(try #require(measure(after).value) < #require(measure(before).value))
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `lie within their ranges`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = RandomDistribution(80, using: &random)
    let distribution = try table.distribution()
    let summary = try table.summary()
    let gini = try #require(summary.gini.value)
    #expect(gini > 0 && gini < 1)
    #expect(try #require(summary.theil.value) > 0)
    // No ranking sorts people better than what they have themselves.
    #expect(try abs(#require(summary.concentration.value)) <= gini)
    #expect(try abs(#require(summary.erreygers.value)) <= 1)
    let atkinson = try [0.1, 0.5, 0.9, 0.999, 1, 3].map {
      try #require(distribution.atkinson(aversion: $0).value)
    }
    #expect(atkinson == atkinson.sorted())
    #expect(atkinson.allSatisfy { $0 > 0 && $0 <= 1 })
  }

  @Test(arguments: UInt64(0)..<100)
  func `are not negative where all have nearly the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<4).map { 1 + Double($0) * 0x1p-52 }
    let weights = values.map { _ in Double.random(in: 0...1, using: &random) }
    let distribution = try Distribution(of: values, weights: weights)
    for measure in [
      distribution.gini, distribution.theil, distribution.atkinson(aversion: 0.5),
      distribution.atkinson(aversion: 1), distribution.atkinson(aversion: 2),
    ] {
      let value = try #require(measure.value)
      #expect(value >= 0 && value.agrees(with: 0))
    }
  }

  // Sums of products at both ends of what a number can hold.
  @Test func `are numbers for any table of numbers`() throws {
    let amounts = [0, .leastNonzeroMagnitude, 0x1p-1030, 1e-200, 1, 1e150, 0x1p500]
    let people = [.leastNonzeroMagnitude, 1e-300, 1, 0x1p500]
    for a in amounts {
      for b in amounts {
        for (p, q) in people.flatMap({ p in people.map { (p, $0) } }) {
          let distribution = try Distribution(of: [a, b, 0], weights: [p, q, p])
          let summary = try InequalitySummary(
            of: distribution, rankedBy: [1, 2, 3], within: [1, 2, 1], below: 1e-200)
          var numbers = summary.numbers
          numbers += [0.01, 1, 1.5, 50].map { distribution.atkinson(aversion: $0).value }
          numbers += [distribution.mean]
          #expect(numbers.allSatisfy { ($0 ?? 0).isFinite }, "\(a) \(b) \(p) \(q)")
        }
      }
    }
  }
}
