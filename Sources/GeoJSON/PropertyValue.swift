/// The value of a property as the writer takes it: flat, because map software flattens or drops
/// what is nested.
public enum PropertyValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A finite number rounded to 0 to 15 decimals; trailing zeros are not written.
  case decimal(Double, places: Int)
  /// A finite number with every digit that it has: reading it gives the same number back,
  /// but 0 for −0.
  case number(Double)
  /// Not known, or not computed.
  case null
}
