/// A number of a JSON text.
struct JSONNumber {
  /// The nearest `Double`; finite.
  let value: Double
  /// The same number, if it was written without fraction and exponent and fits.
  let integer: Int?
}

extension JSONScanner {
  /// The number under the cursor, correctly rounded.
  mutating func number() throws(GeoJSONError) -> JSONNumber {
    let start = offset
    guard let number = try representableNumber() else {
      throw invalidNumber(from: start, to: offset)
    }
    return number
  }

  /// The number under the cursor, which is passed; `nil` for one that is well formed but larger
  /// than every `Double`.
  ///
  /// The few that ``WrittenDecimal`` cannot round are left to the standard library.
  mutating func representableNumber() throws(GeoJSONError) -> JSONNumber? {
    let start = offset
    if current == UInt8(ascii: "-"),
      self[start + 1] | 0x20 == UInt8(ascii: "i")
        || self[start + 1] | 0x20 == UInt8(ascii: "n")
    {
      throw unexpectedValue()
    }
    var index = start
    let decimal = WrittenDecimal(bytes.span, at: &index)
    guard decimal.isWellFormed else {
      // What is wrong with the whole part is wrong before its point.
      let isWholePart = decimal.wholeDigits == 0 || decimal.hasLeadingZero
      let behind = isWholePart ? decimal.decimals.map { $0 + 1 } ?? 0 : 0
      throw invalidNumber(from: start, to: index - behind)
    }
    var exponent: Int?
    if self[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      exponent = try passExponent(&index, from: start)
    }
    offset = index

    let isInteger = decimal.decimals == nil && exponent == nil
    if isInteger, decimal.digits <= 19, let integer = Int(exactly: decimal.significand) {
      return JSONNumber(
        value: decimal.isNegative ? -Double(integer) : Double(integer),
        integer: decimal.isNegative ? -integer : integer)
    }
    if !isInteger, let value = decimal.value(exponent: exponent ?? 0) {
      return JSONNumber(value: value, integer: nil)
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return JSONNumber(value: value, integer: isInteger ? Int(text) : nil)
  }

  /// Moves past the sign and digits of an exponent; beyond ±99 999 the value is not exact, and
  /// need not be.
  private func passExponent(_ index: inout Int, from start: Int) throws(GeoJSONError) -> Int {
    let isNegative = self[index] == UInt8(ascii: "-")
    if isNegative || self[index] == UInt8(ascii: "+") { index += 1 }
    let first = index
    var exponent = 0
    while true {
      let digit = self[index] &- UInt8(ascii: "0")
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
