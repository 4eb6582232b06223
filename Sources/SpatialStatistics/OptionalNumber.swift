/// A number that may be undefined, in the room of a number: maps hold several for every area.
struct OptionalNumber: Hashable, Sendable, ExpressibleByNilLiteral {
  /// Not a number where there is none.
  private let number: Double

  /// A number.
  init(_ number: Double) { self.number = number }

  /// No number.
  init(nilLiteral: ()) { number = .nan }

  /// The number; `nil` where it is undefined.
  var value: Double? { number.isNaN ? nil : number }

  static func == (one: OptionalNumber, other: OptionalNumber) -> Bool { one.value == other.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
