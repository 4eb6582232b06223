/// Percent-encoded text, which is decoded once and strictly.
///
/// - SeeAlso: RFC 3986, section 2.1.
enum PercentEncoding {
  /// Text with the characters in place of its escapes.
  ///
  /// - Parameters:
  ///   - bytes: The text as it was sent.
  ///   - plusIsSpace: Whether `+` stands for a space, as in what a form sends.
  /// - Returns: The text.
  /// - Throws: A refusal with status 400 for an escape without two digits, a control character,
  ///   escaped or not, and what is no UTF-8; overlong forms are none.
  /// - Complexity: O(*n*)
  static func decoded(
    _ bytes: some Collection<UInt8>, plusIsSpace: Bool = false
  ) throws(Refusal) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    while var byte = iterator.next() {
      if byte == UInt8(ascii: "%") {
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit)
        else { throw Refusal(400, "an escape in the address is not % and two hexadecimal digits") }
        byte = high << 4 | low
      } else if plusIsSpace && byte == UInt8(ascii: "+") {
        byte = UInt8(ascii: " ")
      }
      guard byte >= 0x20 && byte != 0x7F else {
        throw Refusal(400, "the address holds a control character")
      }
      decoded.append(byte)
    }
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw Refusal(400, "the address is not UTF-8")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
