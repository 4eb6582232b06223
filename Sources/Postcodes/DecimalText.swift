/// Plain decimal numbers in the bytes of a cell.
enum DecimalText {
  /// The number, rounded correctly; `nil` for a cell that holds anything else.
  ///
  /// A sign, digits, and digits after a point, with white space around. An exponent may be negative, as
  /// programs write longitudes close to Greenwich; a spreadsheet that wrote another has lost digits.
  static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    let text = trimmed(bytes)
    var digits: UInt64 = 0
    var (digitCount, decimals) = (0, 0)
    var isNegative = false
    var isBelowPoint = false
    for (place, byte) in text.enumerated() {
      switch byte {
      case 0x30...0x39:
        if digits > 0 || byte > 0x30 { digitCount += 1 }
        if digitCount > 15 { return long(text) }
        digits = digits * 10 + UInt64(byte - 0x30)
        decimals += isBelowPoint ? 1 : 0
        if decimals >= powers.count { return long(text) }
      case UInt8(ascii: ".") where !isBelowPoint: isBelowPoint = true
      case UInt8(ascii: "-") where place == 0: isNegative = true
      case UInt8(ascii: "+") where place == 0: break
      case UInt8(ascii: "e"), UInt8(ascii: "E"): return long(text)
      default: return nil
      }
    }
    guard text.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    // Both are exact, of fifteen digits and a power up to 10²², so that the quotient is rounded once.
    let magnitude = Double(digits) / powers[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// The bytes without white space around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = bytes
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }

  /// A number with an exponent, or with more digits than a coordinate has.
  private static func long(_ text: ArraySlice<UInt8>) -> Double? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == 0x45 || $0 == 0x65 }
    guard text.count <= 400, parts.count <= 2,
      parts.allSatisfy({ $0.allSatisfy { (0x2B...0x39).contains($0) } }),
      parts.count == 1 || parts[1].first == UInt8(ascii: "-")
    else { return nil }
    return Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

/// The extent of the British National Grid, in metres.
enum NationalGrid {
  /// Whether a position is on the grid or on its edge.
  static func contains(easting: Double, northing: Double) -> Bool {
    (0...700_000).contains(easting) && (0...1_300_000).contains(northing)
  }
}
