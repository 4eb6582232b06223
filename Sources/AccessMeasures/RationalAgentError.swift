/// Why there is no equilibrium to give.
public enum RationalAgentError: Error, Hashable, Sendable {
  /// τ is not more than 0, or not a number.
  case invalidTravelScale(Double)
  /// ρ is not more than 0, or not a number.
  case invalidResidentsPerCapacity(Double)
  /// Costs, people and capacities differ by so much that their quotients are infinite or 0.
  case outOfRange
  /// Rounding keeps some residents from the equilibrium: they would gain by so large a share.
  case notConverged(gap: Double)
}

extension RationalAgentError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .invalidTravelScale(let value): "τ is a finite number above 0, not \(value)"
    case .invalidResidentsPerCapacity(let value): "ρ is a finite number above 0, not \(value)"
    case .outOfRange: "costs, people and capacities are too far apart to be weighed together"
    case .notConverged(let gap):
      "numbers are so far apart that rounding leaves a gap of \(gap) from the equilibrium"
    }
  }
}

extension CapacityLimitedError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .outOfRange: "people or costs are too large to be summed up"
    }
  }
}
