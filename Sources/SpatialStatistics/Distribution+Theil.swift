internal import Foundation

extension Distribution {
  /// The Theil index T: 0 where all have the same, the logarithm of the number of people where one
  /// person has everything.
  ///
  /// `T = Σ (P_i ∕ P) (a_i ∕ ā) ln (a_i ∕ ā)`, and those who have nothing add 0, the limit of
  /// `x ln x`, but count as people. Leaving them out instead would make a town with more cold
  /// spots look more equal.
  ///
  /// - Complexity: O(*n*).
  /// - SeeAlso: H. Theil, *Economics and Information Theory*, North-Holland 1967.
  public var theil: InequalityMeasure {
    if let nothing { return .undefined(nothing) }
    return .value(Portion.theil(levels))
  }

  /// The Theil index split into inequality between groups and inequality within them.
  ///
  /// - Parameter labels: The group of each place, one per row of the table.
  /// - Returns: `nil` where there are no people or nothing to share.
  /// - Complexity: O(*n*), and O(*g* log *g*) for *g* different labels.
  public func theil<Label>(within labels: [Label]) -> TheilDecomposition<Label>? {
    precondition(labels.count == rowCount, "one label per row of the table")
    let names = Set(units.map { labels[$0.index] }).sorted()
    guard nothing == nil else { return nil }
    let positions = Dictionary(
      uniqueKeysWithValues: zip(names, names.indices.map { Double($0) }))
    let runs = groups(by: labels.map { positions[$0] ?? 0 })
    let groups = zip(names, runs).map { name, units in
      let group = Portion(units)
      return TheilDecomposition.Group(
        label: name, people: group.people / whole.people, amount: group.amount / whole.amount,
        theil: group.amount > 0
          ? .value(Portion.theil(units.map { Portion([$0]) })) : .undefined(.nothingToShare))
    }
    return TheilDecomposition(
      total: Portion.theil(levels), between: Portion.theil(runs.map(Portion.init)), groups: groups)
  }
}

/// How much of the inequality lies between groups, such as boroughs, and how much within them.
///
/// `T = T_between + T_within`, with `T_between = Σ_g (P_g ∕ P) (ā_g ∕ ā) ln (ā_g ∕ ā)`, as if all in a
/// group had the mean of the group, and `T_within = Σ_g (P_g ∕ P) (ā_g ∕ ā) T_g`.
///
/// - SeeAlso: A. F. Shorrocks, "The class of additively decomposable inequality measures",
///   *Econometrica* 48(3), 1980.
public struct TheilDecomposition<Label: Hashable & Comparable & Sendable>: Hashable, Sendable {
  /// A group.
  public struct Group: Hashable, Sendable {
    /// Its label.
    public let label: Label
    /// Its share of the people, 0…1.
    public let people: Double
    /// Its share of the amount, 0…1.
    public let amount: Double
    /// The Theil index of the group alone; undefined where it has nothing to share.
    public let theil: InequalityMeasure
  }

  /// The Theil index of everybody.
  public let total: Double
  /// The part between groups, not negative.
  public let between: Double
  /// The groups where people live, by label.
  public let groups: [Group]

  /// The part within groups, not negative; with that between them it is the total, up to rounding.
  public var within: Double {
    groups.reduce(0) { $0 + $1.amount * ($1.theil.value ?? 0) }
  }
}

extension Portion {
  /// The Theil index of portions whose people have the same each; not all may have nothing.
  ///
  /// With `p` for a share of the people and `q` for their share of the amount, `a ∕ ā = q ∕ p`.
  fileprivate static func theil(_ portions: [Portion]) -> Double {
    let whole = Portion(portions)
    let sum = portions.reduce(0) { sum, portion in
      let (p, q) = (portion.people / whole.people, portion.amount / whole.amount)
      return q > 0 ? sum + q * log(q / p) : sum
    }
    // Equal shares may sum up to a digit less than 0.
    return max(0, sum)
  }
}
