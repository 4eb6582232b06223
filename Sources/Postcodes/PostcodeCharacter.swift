/// What a character means to a postcode.
enum PostcodeCharacter: Equatable {
  /// A digit or a letter from A to Z, the letter as a capital.
  case part(UInt8)
  /// White space, punctuation, a symbol or something that cannot be seen: it does not count.
  case separator
  /// Any other letter or digit: no postcode has one.
  case foreign

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      self = Self.capital(UInt8(truncatingIfNeeded: scalar.value)).map(Self.part) ?? .separator
      return
    }
    // Full-width forms, as East Asian keyboards give them, are the same characters.
    if (0xFF01...0xFF5E).contains(scalar.value),
      let capital = Self.capital(UInt8(truncatingIfNeeded: scalar.value - 0xFF00 + 0x20))
    {
      self = .part(capital)
      return
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      self = scalar.properties.isDefaultIgnorableCodePoint ? .separator : .foreign
    default: self = .separator
    }
  }

  /// The capital of an ASCII letter, a digit itself, `nil` for every other byte.
  ///
  /// No locale has a say: a Turkish "i" is an I all the same.
  static func capital(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: byte
    case 0x61...0x7A: byte - 0x20
    default: nil
    }
  }
}

extension ShortText {
  /// The characters of a text that count; `nil` where there are more than seven or any is foreign.
  init?(charactersOf bytes: some Collection<UInt8>) {
    self.init()
    for byte in bytes {
      guard byte < 0x80 else {
        self.init(scalarsOf: bytes)
        return
      }
      guard let capital = PostcodeCharacter.capital(byte) else { continue }
      guard count < 7 else { return nil }
      append(capital)
    }
  }

  private init?(scalarsOf bytes: some Collection<UInt8>) {
    self.init()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch PostcodeCharacter(scalar) {
      case .separator: continue
      case .foreign: return nil
      case .part(let character):
        guard count < 7 else { return nil }
        append(character)
      }
    }
  }
}
