import SpatialStatistics
import TestSupport

/// A made-up table of places: access with many ties and zeros, people, a ranking with ties, groups.
struct RandomDistribution {
  var values: [Double]
  var weights: [Double]
  var advantage: [Double]
  var labels: [String]

  /// Weights are fractions, so that sums depend on their order; a tenth of the places are empty.
  init(_ count: Int, using random: inout SeededGenerator) {
    values = (0..<count).map { _ in Double(max(0, Int.random(in: -5...20, using: &random))) / 7 }
    weights = (0..<count).map { _ in
      Int.random(in: 0..<10, using: &random) == 0 ? 0 : Double.random(in: 0...1e3, using: &random)
    }
    advantage = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &random)) / 3 }
    labels = (0..<count).map { _ in "B\(Int.random(in: 1...5, using: &random))" }
  }

  /// The same rows in another order.
  func shuffled(using random: inout SeededGenerator) -> RandomDistribution {
    let order = values.indices.shuffled(using: &random)
    var copy = self
    copy.values = order.map { values[$0] }
    copy.weights = order.map { weights[$0] }
    copy.advantage = order.map { advantage[$0] }
    copy.labels = order.map { labels[$0] }
    return copy
  }

  /// Every row twice, with half the weight.
  var halved: RandomDistribution {
    var copy = self
    copy.values += values
    copy.weights = (weights + weights).map { $0 / 2 }
    copy.advantage += advantage
    copy.labels += labels
    return copy
  }

  func distribution() throws -> Distribution { try Distribution(of: values, weights: weights) }

  func summary(line: Double = 1) throws -> InequalitySummary {
    try InequalitySummary(
      of: distribution(), rankedBy: advantage, within: labels, below: line)
  }
}

extension InequalitySummary {
  /// All measures that have no unit.
  var numbers: [Double?] {
    [
      gini.value, theil.value, theilBetween.value, theilWithin.value, atkinson.value,
      concentration.value, erreygers.value, palmaRatio.value, poverty?.headcount, poverty?.depth,
      poverty?.severity,
    ]
  }

  /// Whether all measures are those of another distribution, but for rounding.
  func agrees(with other: InequalitySummary) -> Bool {
    zip(numbers, other.numbers).allSatisfy { one, other in
      guard let one, let other else { return one == nil && other == nil }
      return one.agrees(with: other)
    }
  }
}
