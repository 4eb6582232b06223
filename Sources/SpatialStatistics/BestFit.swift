/// Each source given whole to one target, with the weights that the choice rests on.
public struct BestFit: Hashable, Sendable {
  /// The target of a source.
  public struct Assignment: Hashable, Sendable {
    /// The index of the target that has the largest share of the source, the lowest of those tied.
    public let target: Int
    /// Its share of the source, 0 to 1.
    public let weight: Double
    /// The indices of the other targets with the same share, ascending; empty for a clear choice.
    public let tied: [Int]
  }

  /// One per source; `nil` where the source overlaps no target.
  public let assignments: [Assignment?]
  /// Every share of every source, also those that were not chosen; publish them with the choice.
  public let weights: [Crosswalk.Weight]

  /// The best fit of the sources of a crosswalk.
  ///
  /// Shares that differ by less than 10⁻⁹ count as equal, so that rounding does not choose.
  ///
  /// - Complexity: O(*k*) for *k* overlaps.
  public init(_ crosswalk: Crosswalk) {
    weights = crosswalk.weights()
    var assignments = [Assignment?](repeating: nil, count: crosswalk.sourceSizes.count)
    var rest = weights[...]
    while let source = rest.first?.source {
      let rows = rest.prefix { $0.source == source }
      rest = rest[rows.endIndex...]
      let largest = rows.reduce(0) { max($0, $1.weight) }
      let best = rows.filter { $0.weight >= largest - 1e-9 }
      guard let first = best.first else { continue }
      assignments[source] = Assignment(
        target: first.target, weight: first.weight, tied: best.dropFirst().map(\.target))
    }
    self.assignments = assignments
  }

  /// The target of every source; `nil` where the source overlaps no target.
  public var targets: [Int?] { assignments.map { $0?.target } }
}
