internal import AccessMeasures
internal import Places

/// Something that must hold of every run, checked and reported.
public struct Invariant: Hashable, Sendable {
  /// What must hold, in words.
  public let name: String
  /// What must be found.
  public let expected: Double
  /// What was found.
  public let found: Double
  /// The largest relative difference that rounding explains.
  public let tolerance: Double

  /// A check of two sides.
  public init(_ name: String, expected: Double, found: Double, tolerance: Double = 1e-9) {
    self.name = name
    self.expected = expected
    self.found = found
    self.tolerance = tolerance
  }

  /// The difference of the two sides, relative to the expected one; absolute where that is 0.
  public var relativeError: Double {
    expected == 0 ? abs(found) : abs(found - expected) / abs(expected)
  }

  /// Whether the two sides agree.
  public var holds: Bool { relativeError <= tolerance }
}

extension ColdSpotAnalysis {
  /// The invariants of this run: capacity is conserved, every resident and every burden is
  /// accounted for, and need is centred.
  public var invariants: [Invariant] {
    let places = data.places
    var checks = zip(data.functions.functions, scores.balances).map { function, balance in
      Invariant(
        "residents receive the capacity that reaches them: \(function.key)",
        expected: balance.capacity, found: balance.received)
    }
    func sum(_ values: [Double], at homes: [Int?], inside: Bool) -> Double {
      zip(homes, values).reduce(0) { $0 + (($1.0 != nil) == inside ? $1.1 : 0) }
    }
    for (level, summaries, homes) in [
      (data.wards.level, wards, places.wards),
      (data.boroughs?.level ?? "", boroughs, places.boroughs),
    ] where !summaries.isEmpty {
      checks.append(
        Invariant(
          "residents of \(level) areas and those outside them are all residents",
          expected: places.totalPeople,
          found: summaries.reduce(0) { $0 + $1.people }
            + sum(places.people, at: homes, inside: false)))
      checks.append(
        Invariant(
          "burdens of \(level) areas add up to those of their places",
          expected: sum(scores.burden, at: homes, inside: true),
          found: summaries.reduce(0) { $0 + ($1.measures?.burden ?? 0) }))
    }
    if places.totalPeople > 0 {
      let mean =
        zip(places.people, scores.need).reduce(0) { $0 + $1.0 * $1.1 } / places.totalPeople
      checks.append(Invariant("the mean need percentile of residents", expected: 0.5, found: mean))
    }
    return checks
  }
}
