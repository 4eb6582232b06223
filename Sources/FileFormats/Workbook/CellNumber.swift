/// A number as a workbook stores it.
enum CellNumber {
  /// Whether a number is written in digits alone, perhaps with a sign, and can stay as it is.
  static func isPlainWhole(_ text: [UInt8]) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  /// The value; `nil` for what is no number, or none that a `Double` holds.
  static func value(_ text: [UInt8]) -> Double? {
    // Swift would also read `nan`, `inf` and hexadecimal digits.
    let isNumeric = text.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) }
    guard isNumeric, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// The shortest decimal digits that read back as the same number.
  ///
  /// Excel stores 51.5074 as `51.507399999999997`. Magnitudes from 10⁻²¹ to below 10²² have no exponent.
  static func text(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let shortest = value.description
    guard shortest.utf8.contains(UInt8(ascii: "e")) else {
      return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
    }
    let parts = shortest.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 21 else {
      return shortest
    }
    let sign = value < 0 ? "-" : ""
    // Swift writes one digit before the point of a number with an exponent.
    var digits = parts[0].filter { $0 != "-" && $0 != "." }
    if parts[0].hasSuffix(".0") { digits.removeLast() }
    let point = 1 + exponent
    if point <= 0 { return "\(sign)0.\(zeros(-point))\(digits)" }
    if digits.count <= point { return sign + digits + zeros(point - digits.count) }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
