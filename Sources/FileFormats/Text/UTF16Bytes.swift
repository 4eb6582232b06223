/// Text in UTF-16, given as bytes.
enum UTF16Bytes {
  /// Which of the two bytes of a unit comes first.
  enum Order { case littleEndian, bigEndian }

  /// The text as UTF-8.
  ///
  /// - Throws: ``FormatError/truncated(what:line:)`` or ``FormatError/corrupt(what:where:)``.
  /// - Complexity: O(*n*).
  static func utf8(_ bytes: ArraySlice<UInt8>, order: Order) throws(FormatError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var high: UInt32?
    for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      let unit = order == .littleEndian ? first | second << 8 : first << 8 | second
      switch (high, unit) {
      case (nil, 0xD800...0xDBFF): high = unit
      case (nil, 0xDC00...0xDFFF): throw halfPair(after: result)
      case (nil, _): append(unit, to: &result)
      case (let lead?, 0xDC00...0xDFFF):
        append(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00), to: &result)
        high = nil
      default: throw halfPair(after: result)
      }
    }
    guard high == nil else { throw halfPair(after: result) }
    guard bytes.count.isMultiple(of: 2) else {
      throw .truncated(what: "the UTF-16 text", line: line(after: result))
    }
    return result
  }

  /// Adds a character that is no surrogate.
  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: result.append(UInt8(scalar))
    case 0x80..<0x800:
      result.append(UInt8(0xC0 | scalar >> 6))
      result.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      result.append(UInt8(0xE0 | scalar >> 12))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    default:
      result.append(UInt8(0xF0 | scalar >> 18))
      result.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  private static func halfPair(after text: [UInt8]) -> FormatError {
    .corrupt(what: "half a surrogate pair in UTF-16 text", where: "line \(line(after: text))")
  }

  private static func line(after text: [UInt8]) -> Int { 1 + text.count { $0 == 0x0A } }
}
