/// Why cells cannot be read as a position.
public enum PositionRefusal: Error, Hashable, Sendable {
  /// One of the two numbers is missing.
  case halfMissing
  /// A text that is no number.
  case notANumber(String)
  /// A number with an exponent, as spreadsheets write when they shorten: digits are lost.
  case digitsLost(String)
  /// A number with a sign and a letter for its direction, which may say the same or the opposite.
  case signAndLetter(String)
  /// The two cells contradict each other: two latitudes, or a grid reference and a number.
  case contradiction(String, String)
  /// Zero and zero, which stands for no position and lies in the Gulf of Guinea.
  case zeros
  /// The latitude 99.999999, which the Office for National Statistics writes where none is known.
  case unknownToSource
  /// Numbers that are no place on the Earth as what they should be, nor in the study as anything else.
  case notOnEarth(x: Double, y: Double)
}

extension PositionRefusal: CustomStringConvertible {
  /// What is wrong, without a full stop.
  public var description: String {
    switch self {
    case .halfMissing: "one of the two numbers is missing"
    case .notANumber(let text): "\"\(text)\" is not a number"
    case .digitsLost(let text): "\"\(text)\" has lost digits, since it was written with an exponent"
    case .signAndLetter(let text): "\"\(text)\" has both a sign and a letter for its direction"
    case .contradiction(let x, let y): "\"\(x)\" and \"\(y)\" do not go together"
    case .zeros: "0 and 0 stand for no position"
    case .unknownToSource: "99.999999 stands for a position that is not known"
    case .notOnEarth(let x, let y): "\(x) and \(y) are no place on the Earth"
    }
  }
}
