/// What can be wrong with the data of a crosswalk.
public enum CrosswalkError: Error, Hashable, Sendable {
  /// The area of this source is negative or not finite.
  case invalidSource(index: Int, area: Double)
  /// The area of this target is negative or not finite.
  case invalidTarget(index: Int, area: Double)
  /// The area of an overlap is negative or not finite, or larger than the source or the target.
  case invalidOverlap(source: Int, target: Int, area: Double)
  /// The people of this unit are negative or not finite.
  case invalidPeople(unit: Int, people: Double)
  /// The value of this source is not finite; write `nil` for a missing one.
  case notFinite(source: Int)
  /// The values are too large to be added up.
  case totalTooLarge
}

extension CrosswalkError: CustomStringConvertible {
  /// The problem in words.
  public var description: String {
    switch self {
    case .invalidSource(let index, let area):
      "source \(index) has an area of \(area)"
    case .invalidTarget(let index, let area):
      "target \(index) has an area of \(area)"
    case .invalidOverlap(let source, let target, let area):
      "source \(source) and target \(target) overlap by an area of \(area)"
    case .invalidPeople(let unit, let people):
      "unit \(unit) has \(people) people"
    case .notFinite(let source):
      "the value of source \(source) is not a finite number"
    case .totalTooLarge:
      "the values are too large to be added up"
    }
  }
}
