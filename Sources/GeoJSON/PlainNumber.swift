/// The shortest digits that read back as the same `Double`, written without an exponent where that
/// stays readable.
enum PlainNumber {
  /// The bytes that a number may need.
  static let room = 48

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
    var output = OutputBytes()
    output.append(number: value, keepingFraction: keepingFraction)
    return String(decoding: output.take(), as: UTF8.self)
  }

  /// Writes the number, for which there must be ``room``.
  ///
  /// Most numbers of a table have at most six decimals. If the nearest number of six decimals reads
  /// back as the number itself, its digits are the shortest: they are at most eleven here, and of two
  /// numbers of up to fifteen digits no two read back as the same `Double`. The others take
  /// the way through `description`.
  ///
  /// - Returns: The offset behind the number.
  @inline(__always)
  static func write(
    _ value: Double, keepingFraction: Bool, _ quads: Span<UInt32>,
    into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    let places = DecimalPlaces.six
    guard let units = places.nearestUnits(value.magnitude),
      Double(Int64(truncatingIfNeeded: units)) / places.scale == value.magnitude
    else {
      return writeDescription(
        of: value, keepingFraction: keepingFraction, into: &output, at: start)
    }
    let end = FixedDecimal.write(
      units, isNegative: value.sign == .minus, places, quads, into: &output, at: start)
    guard keepingFraction, units % places.units == 0 else { return end }
    return writeFraction(into: &output, at: end)
  }

  private static func writeFraction(into output: inout MutableRawSpan, at start: Int) -> Int {
    output.storeBytes(of: UInt8(ascii: "."), toByteOffset: start, as: UInt8.self)
    output.storeBytes(of: UInt8(ascii: "0"), toByteOffset: start + 1, as: UInt8.self)
    return start + 2
  }

  @inline(never)
  private static func writeDescription(
    of value: Double, keepingFraction: Bool, into output: inout MutableRawSpan, at start: Int
  ) -> Int {
    let shortest = value.description
    var text = shortest.utf8.contains(UInt8(ascii: "e")) ? expanded(shortest) : shortest
    if !keepingFraction, text.hasSuffix(".0") { text.removeLast(2) }
    var end = start
    for byte in text.utf8 {
      output.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
      end += 1
    }
    return end
  }

  /// The same number without its exponent, unless that is beyond ±21.
  private static func expanded(_ shortest: String) -> String {
    let parts = shortest.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 21 else {
      return shortest
    }
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
