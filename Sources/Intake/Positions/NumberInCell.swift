/// A coordinate as people and spreadsheets write it: what it can mean, its unit and its direction.
struct NumberInCell {
  /// One way to read the digits.
  struct Value: Hashable {
    var number: Double
    /// Whether a comma was taken as the decimal point.
    var hasDecimalComma = false
  }

  /// What the text says the number measures.
  enum Unit {
    case unsaid, degrees, metres, kilometres
  }

  /// The text.
  let text: String
  /// The readings, one or more, the usual one first: a comma before three digits groups them if it can.
  let values: [Value]
  /// The unit.
  let unit: Unit
  /// Whether the letter N or S stands with it, or E or W; `nil` for no letter.
  let isNorthing: Bool?

  /// The most bytes of a cell that can be a number.
  static let byteLimit = 50

  /// Reads a text.
  init(_ text: some StringProtocol) throws(PositionRefusal) {
    guard text.utf8.count <= Self.byteLimit else {
      throw .notANumber(String(text.prefix(40)))
    }
    self.text = String(text)
    var rest = Self.plain(text)
    let letter = Self.takeLetter(from: &rest)
    (unit, rest) = Self.unit(of: rest)
    isNorthing = letter.map { $0 == "N" || $0 == "S" }
    var sign = 1.0
    if rest.first == "-" || rest.first == "+" {
      sign = rest.removeFirst() == "-" ? -1 : 1
      guard letter == nil else { throw .signAndLetter(self.text) }
    }
    if letter == "S" || letter == "W" { sign = -1 }
    let power = Self.takeExponent(from: &rest)
    // A spreadsheet wrote it and lost digits; programs write longitudes near Greenwich with E-05.
    if power > 0 { throw .digitsLost(self.text) }
    values = Self.magnitudes(rest, power: power).map {
      Value(number: sign * $0.number, hasDecimalComma: $0.hasDecimalComma)
    }
    if values.isEmpty { throw .notANumber(self.text) }
  }

  /// The text in capitals with plain minus signs and spaces, without what cannot be seen.
  private static func plain(_ text: some StringProtocol) -> [Character] {
    let scalars = text.unicodeScalars.compactMap { scalar -> Character? in
      switch scalar {
      case "\u{2010}"..."\u{2013}", "\u{2212}", "\u{FE63}", "\u{FF0D}": "-"
      case _ where scalar.properties.isWhitespace: " "
      case _ where scalar.properties.isDefaultIgnorableCodePoint: nil
      case "a"..."z": Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) - 0x20))
      default: Character(scalar)
      }
    }
    return trimmed(scalars)
  }

  private static func trimmed(_ text: [Character]) -> [Character] {
    var rest = text[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return Array(rest)
  }

  /// Takes a letter for the direction off the front or the end.
  private static func takeLetter(from text: inout [Character]) -> Character? {
    var letter: Character?
    if let last = text.last, "NSEW".contains(last) {
      letter = text.removeLast()
    } else if let first = text.first, "NSEW".contains(first) {
      letter = text.removeFirst()
    }
    text = trimmed(text)
    return letter
  }

  private static func unit(of text: [Character]) -> (Unit, [Character]) {
    let units: [(String, Unit)] = [
      ("KM", .kilometres), ("M", .metres), ("°", .degrees), ("º", .degrees), ("˚", .degrees),
      ("DEGREES", .degrees), ("DEG", .degrees),
    ]
    for (name, unit) in units where text.reversed().starts(with: name.reversed()) {
      return (unit, trimmed(Array(text.dropLast(name.count))))
    }
    return (.unsaid, text)
  }

  /// Takes an exponent of one or two digits off the end, "E-05"; 0 where there is none.
  private static func takeExponent(from text: inout [Character]) -> Int {
    let parts = text.split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, !magnitudes(Array(parts[0])).isEmpty, parts[1].count <= 3,
      let power = Int(String(parts[1]))
    else { return 0 }
    text = Array(parts[0])
    return power
  }
}
