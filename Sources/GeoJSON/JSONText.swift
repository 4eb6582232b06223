/// The writing of strings.
///
/// Beyond what JSON asks, `</` becomes `<\/` and `<!` becomes `\u003c!`, so that the text can stand
/// inside a `script` element of a page, and the line separators U+2028 and U+2029, which old
/// JavaScript takes for line ends, are escaped.
enum JSONText {
  /// Writes a string in quotes.
  ///
  /// Most strings have nothing that might need an escape, and are copied a word at a time. Copying
  /// byte by byte through `utf8Span`, without a look for escapes, took 2.5 times as long.
  ///
  /// - Parameters:
  ///   - text: The string.
  ///   - output: Where to write to.
  ///   - start: The offset of the first quote.
  ///   - rest: The bytes that must still have room after the string.
  /// - Returns: The offset behind the string; `nil` if there is too little room.
  @inline(__always)
  static func write(
    _ text: String, into output: inout MutableRawSpan, at start: Int, leaving rest: Int
  ) -> Int? {
    let room = output.byteCount &- start &- rest
    // The pointer lives only as long as the closure, which keeps to the buffer's count.
    let copied = unsafe text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.count + 2 + OutputBytes.overhang <= room else { return nil }
      return unsafe copy(UnsafeRawBufferPointer(bytes), into: &output, at: start &+ 1)
    }
    guard let copied, let end = copied else {
      return writeEscaped(text, into: &output, at: start, room: room)
    }
    output.storeBytes(of: UInt8(ascii: "\""), toByteOffset: start, as: UInt8.self)
    output.storeBytes(of: UInt8(ascii: "\""), toByteOffset: end, as: UInt8.self)
    return end &+ 1
  }

  /// Copies bytes, for which there is room and a word more.
  ///
  /// - Returns: The offset behind them; `nil` if one of them may need an escape.
  @inline(__always)
  private static func copy(
    _ bytes: UnsafeRawBufferPointer, into output: inout MutableRawSpan, at start: Int
  ) -> Int? {
    let count = bytes.count
    var marks: UInt64 = 0
    var offset = 0
    while offset &+ 8 <= count {
      // Ends at or before `count`, as do the loads below: 4, 2 and 1 add up to what is left.
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      output.storeBytes(of: word, toByteOffset: start &+ offset, as: UInt64.self)
      marks |= marked(word)
      offset &+= 8
    }
    let left = count &- offset
    guard left > 0 else { return marks == 0 ? start &+ count : nil }
    var last: UInt64 = 0
    var bits: UInt64 = 0
    if left & 4 != 0 {
      last = UInt64(
        unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
      bits = 32
      offset &+= 4
    }
    if left & 2 != 0 {
      let pair = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self).littleEndian
      last |= UInt64(pair) &<< bits
      bits &+= 16
      offset &+= 2
    }
    if left & 1 != 0 {
      last |= UInt64(unsafe bytes[offset]) &<< bits
      bits &+= 8
    }
    output.storeBytes(
      of: last.littleEndian, toByteOffset: start &+ count &- left, as: UInt64.self)
    // Spaces stand for what is not there.
    marks |= marked(last | repeated(0x20) &<< bits)
    return marks == 0 ? start &+ count : nil
  }

  /// Not zero if a byte of the word may need an escape: a control character, a quote, a backslash,
  /// `<`, or the first byte of U+2000 to U+2FFF.
  @inline(__always)
  private static func marked(_ word: UInt64) -> UInt64 {
    let controls = (word &- repeated(0x20)) & ~word
    let others =
      zeros(word ^ repeated(UInt8(ascii: "\""))) | zeros(word ^ repeated(UInt8(ascii: "\\")))
      | zeros(word ^ repeated(UInt8(ascii: "<"))) | zeros(word ^ repeated(0xE2))
    return (controls | others) & repeated(0x80)
  }

  /// The upper bit of the lowest zero byte, of others perhaps, and of none if there is none.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- repeated(1)) & ~word
  }

  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }
}

// MARK: - Escapes

extension JSONText {
  /// The most bytes that one of a string becomes.
  private static let longestEscape = 6

  @inline(never)
  private static func writeEscaped(
    _ text: String, into output: inout MutableRawSpan, at start: Int, room: Int
  ) -> Int? {
    guard text.utf8.count <= (room - 2) / longestEscape else { return nil }
    var end = start
    func write(_ byte: UInt8, into output: inout MutableRawSpan) {
      output.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
      end += 1
    }
    func write(_ text: String, into output: inout MutableRawSpan) {
      for byte in text.utf8 { write(byte, into: &output) }
    }
    write(UInt8(ascii: "\""), into: &output)
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"", into: &output)
      case UInt8(ascii: "\\"): write("\\\\", into: &output)
      case 0x08: write("\\b", into: &output)
      case 0x09: write("\\t", into: &output)
      case 0x0A: write("\\n", into: &output)
      case 0x0C: write("\\f", into: &output)
      case 0x0D: write("\\r", into: &output)
      case 0x00..<0x20:
        write("\\u00", into: &output)
        write(hexadecimal(byte >> 4), into: &output)
        write(hexadecimal(byte & 0xF), into: &output)
      case UInt8(ascii: "/") where previous.1 == UInt8(ascii: "<"): write("\\/", into: &output)
      case UInt8(ascii: "!") where previous.1 == UInt8(ascii: "<"):
        end -= 1
        write("\\u003c!", into: &output)
      case 0xA8...0xA9 where previous == (0xE2, 0x80):
        end -= 2
        write("\\u202", into: &output)
        write(hexadecimal(byte & 0xF), into: &output)
      default: write(byte, into: &output)
      }
      previous = (previous.1, byte)
    }
    write(UInt8(ascii: "\""), into: &output)
    return end
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
