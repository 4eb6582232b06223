extension JSONScanner {
  /// The string whose opening quote is under the cursor, escapes resolved.
  mutating func string() throws(GeoJSONError) -> String {
    let start = offset + 1
    let hasEscapes = try passString()
    let content = start..<offset - 1
    guard hasEscapes else { return String(decoding: bytes[content], as: UTF8.self) }
    return unescaped(content)
  }

  /// Moves the cursor past the string whose opening quote is under it, checking all of it.
  ///
  /// - Returns: Whether the string contains escapes.
  @discardableResult
  mutating func passString() throws(GeoJSONError) -> Bool {
    let start = offset + 1
    var index = start
    var hasEscapes = false
    while true {
      index += bytes.span.plainTextCount(at: index)
      let byte = self[index]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        index = try passEscape(at: index)
      } else if byte < 0x20 {
        offset = index
        throw unexpected(.endOfString)
      } else if byte < 0x80 {
        index += 1
      } else {
        let length = sequenceLength(at: index)
        guard length > 0 else { throw illFormed(at: index) }
        index += length
      }
    }
    guard index - start <= limits.stringBytes else {
      throw .limitExceeded(
        at: position(at: start), kind: .stringBytes, value: limits.stringBytes)
    }
    offset = index + 1
    return hasEscapes
  }

  /// The offset after the escape that begins at a backslash.
  private func passEscape(at backslash: Int) throws(GeoJSONError) -> Int {
    let letter = backslash + 1
    switch self[letter] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return letter + 1
    case UInt8(ascii: "u"):
      let unit = try codeUnit(at: letter + 1, of: backslash)
      if !UTF16.isSurrogate(unit) { return letter + 5 }
      let second = letter + 5
      guard UTF16.isLeadSurrogate(unit) else { throw brokenEscape(backslash, seenTo: letter) }
      guard self[second] == UInt8(ascii: "\\") else {
        throw brokenEscape(backslash, seenTo: second)
      }
      guard self[second + 1] == UInt8(ascii: "u") else {
        throw brokenEscape(backslash, seenTo: second + 1)
      }
      guard UTF16.isTrailSurrogate(try codeUnit(at: second + 2, of: backslash)) else {
        throw brokenEscape(backslash, seenTo: letter)
      }
      return second + 6
    default:
      throw brokenEscape(backslash, seenTo: letter)
    }
  }

  private func brokenEscape(_ backslash: Int, seenTo offset: Int) -> GeoJSONError {
    offset >= end ? .truncated(at: position(at: end)) : .invalidEscape(at: position(at: backslash))
  }

  /// The value of four hexadecimal digits.
  private func codeUnit(at start: Int, of backslash: Int) throws(GeoJSONError) -> UInt16 {
    var unit: UInt16 = 0
    for index in start..<start + 4 {
      guard let digit = hexadecimalDigit(self[index]) else {
        throw brokenEscape(backslash, seenTo: index)
      }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// The content of a string that ``passString()`` has found well formed.
  private func unescaped(_ content: Range<Int>) -> String {
    var text = [UInt8]()
    text.reserveCapacity(content.count)
    var units: [UInt16] = []
    var index = content.lowerBound
    while index < content.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        let unit = bytes[index + 2..<index + 6].reduce(UInt16(0)) { unit, digit in
          unit << 4 | (hexadecimalDigit(digit) ?? 0)
        }
        units.append(unit)
        if !UTF16.isLeadSurrogate(unit) {
          text += String(decoding: units, as: UTF16.self).utf8
          units.removeAll(keepingCapacity: true)
        }
        index += 4
      case let literal: text.append(literal)
      }
      index += 2
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The length of the well-formed UTF-8 sequence at an offset; 0 if there is none.
  ///
  /// - SeeAlso: *The Unicode Standard*, table 3-7.
  func sequenceLength(at index: Int) -> Int {
    let first = self[index]
    let second: ClosedRange<UInt8>
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF, 0xE1...0xEC, 0xEE...0xEF, 0xF1...0xF3: second = 0x80...0xBF
    case 0xE0: second = 0xA0...0xBF
    case 0xED: second = 0x80...0x9F
    case 0xF0: second = 0x90...0xBF
    case 0xF4: second = 0x80...0x8F
    default: return 0
    }
    guard second.contains(self[index + 1]) else { return 0 }
    if first < 0xE0 { return 2 }
    guard self[index + 2] & 0xC0 == 0x80 else { return 0 }
    if first < 0xF0 { return 3 }
    return self[index + 3] & 0xC0 == 0x80 ? 4 : 0
  }
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}

extension Span<UInt8> {
  /// How many of the eight bytes at an offset stand for themselves in a string: ASCII, but no
  /// control character, quote or backslash.
  ///
  /// A byte too low borrows from its high bit when 0x20 is taken off, and so does a quote or a
  /// backslash, made zero, when 1 is; what a borrow does to the bytes behind does not matter.
  @inline(__always)
  fileprivate func plainTextCount(at offset: Int) -> Int {
    let word = word(at: offset)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let others = word | (word &- ones &* 0x20) | (quotes &- ones) | (backslashes &- ones)
    return (others & (ones &* 0x80)).trailingZeroBitCount >> 3
  }
}
