/// A register's number as people and spreadsheets write it.
struct WrittenNumber {
  /// The number in capital letters, without white space, label and number format.
  private(set) var text: String
  /// What had to be put right.
  var repairs: Set<OrganisationIdentifier.Repair> = []

  /// No number of any register is longer.
  private static let byteLimit = 100

  /// - Throws: ``OrganisationIdentifierError`` for a text that is empty, too long, or a number
  ///   whose digits a spreadsheet has cut.
  init(_ written: String) throws(OrganisationIdentifierError) {
    guard written.utf8.count <= Self.byteLimit else {
      throw .unknownForm(String(written.prefix(20)) + "…")
    }
    let visible = String(
      String.UnicodeScalarView(
        written.unicodeScalars.filter { $0 != "\u{FEFF}" && $0 != "\u{200B}" }))
    var words = visible.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { throw .empty }
    if Self.removeLabel(&words) { repairs.insert(.label) }
    if words.count > 1 { repairs.insert(.spaces) }
    let number = words.joined()
    text = number.uppercased()
    if text != number { repairs.insert(.letterCase) }
    guard !Self.isScientific(text) else { throw .digitsLost(written) }
    removeNumberFormat()
  }

  /// Removes words in front of the number, such as "Charity no".
  private static func removeLabel(_ words: inout [String]) -> Bool {
    let labels: Set<String> = [
      "REGISTERED", "REG", "CHARITY", "COMPANY", "NUMBER", "NUM", "NO", "REF",
    ]
    let count = words.count
    while words.count > 1 {
      let word = words[0].uppercased()
      let letters = word.filter(\.isLetter)
      // "NO 123456" by itself could be a number of Companies House.
      let isLabel = labels.contains(letters) && (word != "NO" || words.count < count)
      guard letters.isEmpty && !word.contains(where: \.isNumber) || isLabel else { break }
      words.removeFirst()
    }
    return words.count < count
  }

  /// `1.13E+05`, `1E6`: digits, perhaps a decimal mark, the letter E and a power.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let mantissa = parts[0].filter { $0 != "." && $0 != "," }
    let power = parts[1].drop { $0 == "+" || $0 == "-" }
    return !mantissa.isEmpty && mantissa.allSatisfy(\.isDecimalDigit)
      && !power.isEmpty && power.allSatisfy(\.isDecimalDigit)
  }

  /// Takes away ".0" and the commas between thousands.
  private mutating func removeNumberFormat() {
    guard text.first?.isDecimalDigit == true else { return }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) {
      text = String(parts[0])
      repairs.insert(.numberFormat)
    }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    {
      text = groups.joined()
      repairs.insert(.numberFormat)
    }
  }

  /// The digits behind some letters, with zeros in front up to a fixed number of them.
  ///
  /// - Returns: `nil` where something else stands there, or only zeros; no repair is noted then.
  mutating func digits(after letters: String, count: Int) -> String? {
    guard text.hasPrefix(letters) else { return nil }
    var digits = String(text.dropFirst(letters.count))
    let hasLetterO = !letters.isEmpty && digits.contains("O")
    if hasLetterO { digits = String(digits.map { $0 == "O" ? "0" : $0 }) }
    guard (1...count).contains(digits.count), digits.allSatisfy(\.isDecimalDigit),
      digits.contains(where: { $0 != "0" })
    else { return nil }
    if hasLetterO { repairs.insert(.letterO) }
    if digits.count < count { repairs.insert(.zerosRestored) }
    return String(repeating: "0", count: count - digits.count) + digits
  }
}
