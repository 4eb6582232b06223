/// A length on the ground, in metres.
public struct Distance: Hashable, Comparable, Sendable {
  /// The length in metres.
  public var metres: Double

  /// A length in metres.
  public init(metres: Double) {
    self.metres = metres
  }

  /// A length in metres.
  public static func metres(_ value: Double) -> Distance { Distance(metres: value) }

  /// A length in kilometres.
  public static func kilometres(_ value: Double) -> Distance { Distance(metres: value * 1000) }

  /// Orders lengths from short to long.
  public static func < (left: Distance, right: Distance) -> Bool { left.metres < right.metres }
}
