/// The encoding of western Windows programs.
///
/// The five bytes that it leaves open become the control characters of the same number, so that
/// every byte is a character.
///
/// - SeeAlso: WHATWG, *Encoding Standard*, index windows-1252.
enum Windows1252 {
  /// The characters of the bytes from 0x80 to 0x9F; the others are those of Unicode.
  private static let specials: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]

  /// The UTF-8 of each byte beyond ASCII, from 0x80 on.
  private static let encoded: [[UInt8]] = (0x80...0xFF).map { byte in
    let scalar = byte < 0xA0 ? specials[byte - 0x80] : Unicode.Scalar(UInt8(byte))
    return Array(String(Character(scalar)).utf8)
  }

  /// The text as UTF-8.
  ///
  /// - Complexity: O(*n*).
  static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    append(bytes, to: &result)
    return result
  }

  /// Adds bytes in Windows-1252 to a text in UTF-8.
  static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var rest = bytes
    while let next = rest.firstIndex(where: { $0 >= 0x80 }) {
      result += rest[..<next]
      result += encoded[Int(rest[next]) - 0x80]
      rest = rest[(next + 1)...]
    }
    result += rest
  }
}
