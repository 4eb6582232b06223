extension JSONScanner {
  /// Where the cursor is.
  var position: TextPosition { position(at: offset) }

  func position(at offset: Int) -> TextPosition {
    TextPosition(offset: offset, in: bytes)
  }

  /// The error for a cursor that is not on what was expected.
  func unexpected(_ expected: GeoJSONError.Expected) -> GeoJSONError {
    if offset >= end { return .truncated(at: position(at: end)) }
    let length = sequenceLength(at: offset)
    guard length > 0 else { return illFormed(at: offset) }
    let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    let found = text.unicodeScalars.first ?? "\u{FFFD}"
    return .unexpectedCharacter(at: position, found: found, expected: expected)
  }

  /// The error for a cursor that is not on a value: `NaN` and its like have their own.
  func unexpectedValue(_ expected: GeoJSONError.Expected = .value) -> GeoJSONError {
    if let token = notANumberToken { return .notANumber(at: position, token: token) }
    return unexpected(expected)
  }

  /// The spelling of a non-finite number under the cursor, in any case and with any sign.
  var notANumberToken: String? {
    var index = offset
    if self[index] == UInt8(ascii: "-") || self[index] == UInt8(ascii: "+") { index += 1 }
    while index - offset < 16, isLetter(self[index]) { index += 1 }
    let token = String(decoding: bytes[offset..<index], as: UTF8.self)
    let word = token.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity"].contains(word) ? token : nil
  }

  /// The error for bytes that are not UTF-8, or are the beginning of a character cut off by the
  /// end of the text.
  func illFormed(at start: Int) -> GeoJSONError {
    var index = start + 1
    while index < end, index - start < 3, bytes[index] & 0xC0 == 0x80 { index += 1 }
    if index == end, (0xC2...0xF4).contains(bytes[start]) {
      return .truncated(at: position(at: end))
    }
    return .invalidUTF8(at: position(at: start))
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
