/// The shortest digits that read back as the same `Double`, written without an exponent where that
/// stays readable.
enum PlainNumber {
  /// The number in decimal digits.
  ///
  /// Magnitudes from 10⁻²¹ to below 10²² are written out, for instance `0.00001` where Swift says
  /// `1e-05`; beyond that the exponent stays, which JSON allows.
  ///
  /// - Parameters:
  ///   - value: A finite number.
  ///   - keepingFraction: Whether a whole number shows a fraction of `.0`.
  /// - Returns: Text that reads back as the same number.
  static func text(_ value: Double, keepingFraction: Bool) -> String {
    let shortest = value.description
    let expanded = expanded(shortest) ?? shortest
    return !keepingFraction && expanded.hasSuffix(".0") ? String(expanded.dropLast(2)) : expanded
  }

  /// The same number without its exponent; `nil` if it has none, or one beyond ±21.
  private static func expanded(_ shortest: String) -> String? {
    let parts = shortest.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 21 else { return nil }
    let isNegative = parts[0].hasPrefix("-")
    let magnitude = parts[0].drop { $0 == "-" }
    let digits = String(magnitude.filter { $0 != "." })
    // Swift puts one digit before the point, and writes a lone digit without ".0".
    let point = 1 + exponent
    let sign = isNegative ? "-" : ""
    if point <= 0 { return "\(sign)0.\(zeros(-point))\(digits)" }
    if digits.count <= point { return "\(sign)\(digits)\(zeros(point - digits.count)).0" }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  private static func zeros(_ count: Int) -> String {
    String(repeating: "0", count: count)
  }
}
