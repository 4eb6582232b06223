/// The writing of strings.
enum JSONText {
  /// Writes a string in quotes.
  ///
  /// Beyond what JSON asks, `</` becomes `<\/` and `<!` becomes `\u003c!`, so that the text can
  /// stand inside a `script` element of a page, and the line separators U+2028 and U+2029, which
  /// old JavaScript takes for line ends, are escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x00..<0x20:
        bytes += "\\u00".utf8
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 0xF))
      case UInt8(ascii: "/") where previous.1 == UInt8(ascii: "<"): bytes += "\\/".utf8
      case UInt8(ascii: "!") where previous.1 == UInt8(ascii: "<"):
        bytes.removeLast()
        bytes += "\\u003c!".utf8
      case 0xA8...0xA9 where previous == (0xE2, 0x80):
        bytes.removeLast(2)
        bytes += "\\u202".utf8
        bytes.append(hexadecimal(byte & 0xF))
      default: bytes.append(byte)
      }
      previous = (previous.1, byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
