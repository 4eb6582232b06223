extension NumberInCell {
  /// The numbers that digits with points, commas and spaces among them can stand for.
  ///
  /// Spaces only group. Of points and commas together, whichever comes last is the decimal point and
  /// the other groups. A point alone is the decimal point, several group. A comma alone groups where
  /// three digits follow it and one to three come before, not beginning with a zero; it can be a
  /// decimal comma everywhere.
  ///
  /// - Parameters:
  ///   - text: The digits and what is among them.
  ///   - power: The power of ten to multiply them by.
  /// - Returns: The usual reading first; none for anything else.
  static func magnitudes(_ text: [Character], power: Int = 0) -> [Value] {
    func number(grouping: Character? = nil, decimal: Character? = nil) -> [Value] {
      value(text, grouping: grouping, decimal: decimal, power: power).map { [$0] } ?? []
    }
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || ".,".contains($0) || $0 == " ") }),
      text.contains(where: \.isNumber)
    else { return [] }
    let points = text.count { $0 == "." }
    let commas = text.count { $0 == "," }
    let spaces = text.count { $0 == " " }
    switch (points, commas, spaces) {
    case (0...1, 0, 0): return number(decimal: ".")
    case (0, 1, 0): return number(grouping: ",") + number(decimal: ",")
    case (0, 2..., 0): return number(grouping: ",")
    case (2..., 0, 0): return number(grouping: ".")
    case (1, 1..., 0) where text.lastIndex(of: ".") ?? 0 > text.lastIndex(of: ",") ?? 0:
      return number(grouping: ",", decimal: ".")
    case (1..., 1, 0): return number(grouping: ".", decimal: ",")
    case (0...1, 0, 1...): return number(grouping: " ", decimal: ".")
    case (0, 1, 1...): return number(grouping: " ", decimal: ",")
    default: return []
    }
  }

  private static func value(
    _ text: [Character], grouping: Character?, decimal: Character?, power: Int
  ) -> Value? {
    let halves = decimal.map { text.split(separator: $0, omittingEmptySubsequences: false) }
    let whole = halves?.first ?? text[...]
    let fraction = (halves?.count ?? 1) > 1 ? halves?.last : nil
    if let grouping {
      let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
      guard let first = groups.first, (1...3).contains(first.count), first.first != "0",
        groups.dropFirst().allSatisfy({ $0.count == 3 }), fraction?.allSatisfy(\.isNumber) ?? true
      else { return nil }
    }
    // "530047." is a number, "51," breaks off.
    if decimal == ",", fraction?.isEmpty ?? true { return nil }
    let digits = "0" + String(whole.filter(\.isNumber)) + "." + String(fraction ?? []) + "0"
    guard let number = Double(digits + "e\(power)"), number.isFinite else { return nil }
    return Value(number: number, hasDecimalComma: decimal == ",")
  }
}
