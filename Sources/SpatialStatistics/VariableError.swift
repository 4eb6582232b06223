/// What is wrong with the value of an area; areas are counted from 0.
public enum VariableError: Error, Hashable, Sendable {
  /// The value is infinite or not a number.
  case notFinite(area: Int)
  /// The statistic is a share of a sum, and has no meaning with values below 0.
  case negative(Double, area: Int)
}

extension VariableError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .notFinite(let area):
      "the value of area \(area) is not a finite number"
    case .negative(let value, let area):
      "the value of area \(area) is \(value); this statistic needs values of 0 or more"
    }
  }
}
