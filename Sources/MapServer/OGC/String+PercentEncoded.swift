extension String {
  /// The text with every byte but letters, digits and `-._~` written as `%` and two digits.
  ///
  /// - SeeAlso: RFC 3986, section 2.
  var percentEncoded: String {
    percentEncoded(keeping: [])
  }

  /// The text as the value of a query: as ``percentEncoded``, but `,`, `:` and `/` stay legible.
  var percentEncodedInQuery: String {
    percentEncoded(keeping: [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/")])
  }

  private func percentEncoded(keeping kept: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      case _ where kept.contains(byte): bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), Self.hexadecimal(byte >> 4), Self.hexadecimal(byte & 0xF)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
