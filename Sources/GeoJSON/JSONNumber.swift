/// A number of a JSON text.
struct JSONNumber {
  /// The nearest `Double`; finite.
  let value: Double
  /// The same number, if it was written without fraction and exponent and fits.
  let integer: Int?
}

/// The powers of ten that a `Double` holds exactly.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

extension JSONScanner {
  /// The number under the cursor, correctly rounded.
  ///
  /// Up to 19 digits with a significand of at most 2⁵³ and a power of ten of at most 22 need one
  /// multiplication or division of exact values, which rounds correctly; the rest is left to the
  /// standard library.
  ///
  /// - SeeAlso: W. D. Clinger, "How to read floating point numbers accurately", *PLDI* 1990.
  mutating func number() throws(GeoJSONError) -> JSONNumber {
    let start = offset
    guard let number = try representableNumber() else {
      throw invalidNumber(from: start, to: offset)
    }
    return number
  }

  /// The number under the cursor, which is passed; `nil` for one that is well formed but larger
  /// than every `Double`.
  mutating func representableNumber() throws(GeoJSONError) -> JSONNumber? {
    let start = offset
    var index = start
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative {
      index += 1
      if bytes[index] | 0x20 == UInt8(ascii: "i") || bytes[index] | 0x20 == UInt8(ascii: "n") {
        throw unexpectedValue()
      }
    }
    var significand: UInt64 = 0
    var digits = 0
    var exponent = 0
    let whole = index
    passDigits(&index, into: &significand, count: &digits)
    if digits == 0 || (digits > 1 && bytes[whole] == UInt8(ascii: "0")) {
      throw invalidNumber(from: start, to: index)
    }
    var isInteger = true
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      isInteger = false
      let before = digits
      passDigits(&index, into: &significand, count: &digits)
      if digits == before { throw invalidNumber(from: start, to: index) }
      exponent = before - digits
    }
    if bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      isInteger = false
      exponent += try passExponent(&index, from: start)
    }
    offset = index

    if isInteger, digits <= 19 {
      if let integer = Int(exactly: significand) {
        return JSONNumber(
          value: isNegative ? -Double(integer) : Double(integer),
          integer: isNegative ? -integer : integer)
      }
    }
    if digits <= 19, significand <= 1 << 53, abs(exponent) <= 22 {
      let magnitude = Double(significand)
      let value =
        exponent < 0
        ? magnitude / exactPowersOfTen[-exponent] : magnitude * exactPowersOfTen[exponent]
      return JSONNumber(value: isNegative ? -value : value, integer: nil)
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return JSONNumber(value: value, integer: isInteger ? Int(text) : nil)
  }

  /// Moves past digits, adding them to a significand that means nothing beyond 19 of them.
  private func passDigits(_ index: inout Int, into significand: inout UInt64, count: inout Int) {
    let start = index
    var value = significand
    var next = index
    while true {
      let digit = bytes[next] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      value = value &* 10 &+ UInt64(digit)
      next += 1
    }
    significand = value
    index = next
    count += next - start
  }

  /// Moves past the sign and digits of an exponent; beyond ±99 999 the value is not exact, and
  /// need not be.
  private func passExponent(_ index: inout Int, from start: Int) throws(GeoJSONError) -> Int {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    let first = index
    var exponent = 0
    while true {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      if exponent < 100_000 { exponent = exponent * 10 + Int(digit) }
      index += 1
    }
    guard index > first else { throw invalidNumber(from: start, to: index) }
    return isNegative ? -exponent : exponent
  }

  private func invalidNumber(from start: Int, to index: Int) -> GeoJSONError {
    if index >= end { return .truncated(at: position(at: end)) }
    let shown = bytes[start..<min(max(index, start + 1), start + 32)]
    return .invalidNumber(
      at: position(at: start), text: String(decoding: shown, as: UTF8.self))
  }
}
