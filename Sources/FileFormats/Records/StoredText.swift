/// A text in a table, which need not be in the encoding that the table promises.
struct StoredText {
  /// The text, in valid UTF-8.
  let utf8: [UInt8]
  /// Whether it was promised to be UTF-8, was not, and was read as Windows-1252.
  let isForeign: Bool

  /// - Parameters:
  ///   - bytes: The text as stored.
  ///   - encoding: The encoding promised; Windows-1252 holds every byte, all others are UTF-8.
  ///   - mayBeCut: Whether the text may end amid a character, which is then dropped.
  init(_ bytes: [UInt8], as encoding: TextEncoding = .utf8, mayBeCut: Bool = false) {
    let whole = mayBeCut ? bytes.count - Self.cutTail(of: bytes) : bytes.count
    if encoding == .windows1252 {
      utf8 = Windows1252.utf8(bytes[...])
      isForeign = false
    } else if Self.isUTF8(bytes[..<whole]) {
      utf8 = Array(bytes[..<whole])
      isForeign = false
    } else {
      utf8 = Windows1252.utf8(bytes[...])
      isForeign = true
    }
  }

  /// The text as a string.
  var string: String { String(decoding: utf8, as: UTF8.self) }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// How many bytes at the end begin a character of UTF-8 and do not end it.
  private static func cutTail(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte >= 0xF0 { return length < 4 ? length : 0 }
      if byte >= 0xE0 { return length < 3 ? length : 0 }
      if byte >= 0xC0 { return length < 2 ? length : 0 }
      if byte < 0x80 { return 0 }
    }
    return 0
  }
}
