extension Postcode {
  /// The postcodes that a text can have been meant as, where look-alike characters were confused.
  ///
  /// The letter O and zero, the letters I and L and one, the letter S and five are taken for each
  /// other, and only where a postcode cannot have the character that stands there: "S0171BJ" can
  /// only be SO17 1BJ. Every form of postcode is tried, in the areas that are in use. A text that is a
  /// postcode as it stands is among its own candidates. A text of digits alone is a number and has
  /// none.
  ///
  /// - Parameter text: However it is spelt; see ``init(_:)``.
  /// - Returns: In ascending order, each once; never more than eight, usually one or none.
  /// - Complexity: O(*n*) in the length of the text.
  public static func candidates(for text: some StringProtocol) -> [Postcode] {
    ShortText(charactersOf: text.utf8).map(candidates) ?? []
  }

  static func candidates(for text: ShortText) -> [Postcode] {
    guard (0..<text.count).contains(where: { text[$0] > 0x39 }) else { return [] }
    var found: Set<Postcode> = []
    for shape in PostcodeShape.whole(length: text.count) {
      for reading in shape.readings(of: text) {
        let candidate = Postcode(ofShape: reading)
        if reading == text || candidate.district.isOfAreaInUse { found.insert(candidate) }
      }
    }
    return found.sorted()
  }
}

extension PostcodeShape {
  /// The texts of this form that can have been meant.
  ///
  /// There are two at most: only the first letter can be either of the two look-alikes of one.
  fileprivate func readings(of text: ShortText) -> [ShortText] {
    var readings = [ShortText()]
    for (index, place) in places.enumerated() {
      let character = text[index]
      let options =
        place.contains(character)
        ? [character] : Self.lookAlikes(of: character).filter(place.contains)
      readings = readings.flatMap { reading in
        options.map { option in
          var longer = reading
          longer.append(option)
          return longer
        }
      }
      if readings.isEmpty { return [] }
    }
    return readings
  }

  private static func lookAlikes(of character: UInt8) -> [UInt8] {
    switch Unicode.Scalar(character) {
    case "O": [UInt8(ascii: "0")]
    case "I", "L": [UInt8(ascii: "1")]
    case "S": [UInt8(ascii: "5")]
    case "0": [UInt8(ascii: "O")]
    case "1": [UInt8(ascii: "I"), UInt8(ascii: "L")]
    case "5": [UInt8(ascii: "S")]
    default: []
    }
  }
}
