/// The ways by which an organisation reaches a place.
public struct ReachRoute: OptionSet, Hashable, Sendable {
  /// The bits of the set.
  public let rawValue: UInt8

  /// A set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The place lies within reach of one of its sites.
  public static let distance = ReachRoute(rawValue: 1)
  /// The place lies in its remit.
  public static let remit = ReachRoute(rawValue: 2)
  /// The place lies in the polygon it declares as its area of benefit.
  public static let areaOfBenefit = ReachRoute(rawValue: 4)
}

extension ReachRoute: CustomStringConvertible {
  /// The routes in words, joined by "+".
  public var description: String {
    var words: [String] = []
    if contains(.distance) { words.append("distance") }
    if contains(.remit) { words.append("remit") }
    if contains(.areaOfBenefit) { words.append("area of benefit") }
    return words.joined(separator: "+")
  }
}
