internal import Catchments

/// Coverage that is to be expected if organisations may close.
extension Coverage {
  /// What can be expected if each organisation closes or survives by chance.
  public struct Expectation: Sendable {
    /// The chance that somebody still reaches each place, 0…1.
    public let chances: [Double]
    /// The residents who are reached on average: Σ P_i · chance.
    public let people: Double
  }

  /// Expected coverage if organisations close independently of each other:
  /// `Pr(m_i ≥ 1) = 1 − Π_j (1 − p_j)` over the organisations that reach a place.
  ///
  /// - Parameter survival: p, the chance that each organisation survives, 0…1.
  /// - Returns: The chance for each place, and the residents reached on average.
  /// - Throws: ``CoverageError/invalidChance(organisation:chance:)``.
  /// - Complexity: O(pairs within reach).
  /// - SeeAlso: M. S. Daskin, "A maximum expected covering location model: formulation, properties
  ///   and heuristic solution", *Transportation Science* 17(1), 1983, 48–70.
  public func expectation(survival: [Double]) throws(CoverageError) -> Expectation {
    precondition(survival.count == reach.organisationCount, "one chance per organisation")
    for (organisation, chance) in survival.enumerated() where !(0...1).contains(chance) {
      throw .invalidChance(organisation: organisation, chance: chance)
    }
    return expectation(
      units: Array(0..<reach.organisationCount), survival: survival)
  }

  /// Expected coverage if all organisations of a group close together, and groups independently of
  /// each other: those with one host stand and fall with it.
  ///
  /// The product runs over the groups that reach a place, each counted once. Two branches of one
  /// charity are no more certain than one.
  ///
  /// - Parameter survival: The chance that each group survives, 0…1, by its label.
  /// - Returns: The chance for each place, and the residents reached on average.
  /// - Throws: ``CoverageError``.
  /// - Complexity: O(pairs within reach).
  public func expectation(groupSurvival survival: [String: Double]) throws(CoverageError)
    -> Expectation
  {
    let numbers = Self.numbers(of: groups)
    var chances: [Double] = []
    for (group, number) in zip(groups, numbers) where number == chances.count {
      guard let chance = survival[group] else { throw .noChance(group: group) }
      guard (0...1).contains(chance) else {
        throw .invalidGroupChance(group: group, chance: chance)
      }
      chances.append(chance)
    }
    return expectation(units: numbers, survival: chances)
  }

  /// Expected coverage if organisations of one unit stand and fall together.
  private func expectation(units: [Int], survival: [Double]) -> Expectation {
    var lastPlace = [Int](repeating: -1, count: survival.count)
    let chances = (0..<reach.placeCount).map { place in
      var chance = 0.0
      for entry in reach[place: place] where supports[entry.organisation] {
        let unit = units[entry.organisation]
        guard lastPlace[unit] != place else { continue }
        lastPlace[unit] = place
        // 1 − (1 − a)(1 − b), in a form that keeps small chances and never exceeds 1.
        chance += (1 - chance) * survival[unit]
      }
      return chance
    }
    return Expectation(
      chances: chances, people: zip(chances, people).reduce(0) { $0 + $1.0 * $1.1 })
  }
}

/// Why coverage cannot be expected.
public enum CoverageError: Error, Hashable, Sendable {
  /// The chance that the organisation survives is not between 0 and 1.
  case invalidChance(organisation: Int, chance: Double)
  /// The chance that the group survives is not between 0 and 1.
  case invalidGroupChance(group: String, chance: Double)
  /// No chance is given for the group.
  case noChance(group: String)
}
