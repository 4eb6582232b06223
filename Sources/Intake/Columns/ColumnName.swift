/// The name of a column, freed of what differs from file to file without meaning anything.
struct ColumnName {
  /// In small letters, with single spaces; `[0].` of JSON written as `/0/`.
  let text: String
  /// The text with every digit written as `#`.
  let mask: String

  /// Longer names are none that anybody knows, and are not looked at.
  static let byteLimit = 300

  init(_ header: String) {
    guard header.utf8.count <= Self.byteLimit else {
      text = ""
      mask = ""
      return
    }
    var text = ""
    var isAfterSpace = false
    for scalar in header.unicodeScalars where !Self.isInvisible(scalar) {
      if scalar.properties.isWhitespace {
        isAfterSpace = true
        continue
      }
      if isAfterSpace, !text.isEmpty { text.append(" ") }
      isAfterSpace = false
      text.unicodeScalars.append(scalar)
    }
    self.text = Self.pathWithSlashes(text.lowercased())
    mask = String(self.text.map { $0.isDecimalDigit ? "#" : $0 })
  }

  /// Byte order marks and zero-width spaces.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  /// `beneficiaryLocation[2].geoCode` as `beneficiaryLocation/2/geoCode`.
  private static func pathWithSlashes(_ text: String) -> String {
    guard text.contains("[") else { return text }
    return text.split(separator: "[", omittingEmptySubsequences: false)
      .map { $0.split(separator: "].", omittingEmptySubsequences: false).joined(separator: "/") }
      .joined(separator: "/")
  }

  /// Whether the column is a remark: `#comment …`.
  var isRemark: Bool { text.hasPrefix("#comment") }

  /// The year that the name carries: 2024 for `wd24cd`, 2019 for "… district code (2019)".
  ///
  /// Two digits count right after a letter only, so that "most deprived 10% of LSOAs" is no year.
  var year: Int? {
    var digits = ""
    var isAfterLetter = false
    var previous: Character = " "
    for character in text + " " {
      if character.isDecimalDigit {
        if digits.isEmpty { isAfterLetter = previous.isLetter }
        digits.append(character)
      } else if !digits.isEmpty {
        if digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20") {
          return Int(digits)
        }
        if digits.count == 2, isAfterLetter { return Int(digits).map { 2000 + $0 } }
        digits = ""
      }
      previous = character
    }
    return nil
  }

  /// Which of several the column is, from 0: 2 for "beneficiary location:2:name".
  var entry: Int? {
    text.split { $0 == ":" || $0 == "/" }.lazy.compactMap { part in
      part.allSatisfy(\.isDecimalDigit) ? Int(part) : nil
    }.first
  }
}

extension Character {
  /// Whether it is one of the ten digits of ASCII.
  var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}
