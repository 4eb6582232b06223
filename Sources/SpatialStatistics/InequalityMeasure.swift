/// A measure of inequality, or why there is none.
public enum InequalityMeasure: Hashable, Sendable {
  /// The measure; always a finite number.
  case value(Double)
  /// The measure has no value.
  case undefined(Reason)

  /// Why a measure has no value.
  public enum Reason: Hashable, Sendable {
    /// Nobody lives in any place.
    case noPeople
    /// Nobody has anything, so there are no shares of it.
    case nothingToShare
    /// The worst off have nothing, or so little that the best off have infinitely many times as
    /// much.
    case nothingForWorstOff
    /// Everybody has the same, so there is no range to relate to.
    case constant
  }

  /// The measure; `nil` where it is undefined.
  public var value: Double? {
    guard case .value(let value) = self else { return nil }
    return value
  }
}
