/// Bytes in a text that are not UTF-8, and the text with those read as Windows-1252.
struct ForeignBytes {
  /// The text as UTF-8.
  private(set) var utf8: [UInt8] = []
  /// The first lines with such bytes, counted from 1.
  private(set) var firstLines: [Int] = []
  /// The number of lines with such bytes.
  private(set) var lineCount = 0
  private var foreignByteCount = 0
  private var hasCertainUTF8 = false
  private var doubtfulCount = 0

  /// Whether some of the text is UTF-8 beyond ASCII, and not by chance.
  ///
  /// Valid pairs occur in Windows-1252: an upper-case letter and a closing quotation mark, as in
  /// `CAFÉ’S`, are C9 92. But no one writes `Â£`, `Ã©` or `â€™`, which is what the pairs that begin
  /// with C2 to C5 and the longer sequences of UTF-8 look like. The other pairs count if they
  /// outnumber the bytes that are not UTF-8.
  var isPartlyUTF8: Bool { hasCertainUTF8 || doubtfulCount > foreignByteCount }

  /// Separates a text into stretches of UTF-8 and what lies between them.
  ///
  /// - Complexity: O(*n*): validation goes on behind each foreign byte.
  init(in bytes: ArraySlice<UInt8>) {
    utf8.reserveCapacity(bytes.count + bytes.count / 16)
    var line = 1
    var lastForeignLine = 0
    var rest = bytes
    while let foreign = Self.firstForeign(in: rest) {
      line += take(rest[..<foreign.lowerBound])
      if line > lastForeignLine {
        lastForeignLine = line
        lineCount += 1
        if firstLines.count < DecodedText.maximumForeignLineCount { firstLines.append(line) }
      }
      foreignByteCount += foreign.count
      Windows1252.append(rest[foreign], to: &utf8)
      rest = rest[foreign.upperBound...]
    }
    _ = take(rest)
  }

  /// Keeps a stretch of UTF-8; returns the number of line ends in it: line feeds, and carriage
  /// returns that no line feed follows.
  private mutating func take(_ stretch: ArraySlice<UInt8>) -> Int {
    var lineEndCount = 0
    var isAfterReturn = false
    for byte in stretch {
      switch byte {
      case 0x0A: lineEndCount += isAfterReturn ? 0 : 1
      case 0x0D: lineEndCount += 1
      case 0xC2...0xC5, 0xE0...: hasCertainUTF8 = true
      case 0xC6...0xDF: doubtfulCount += 1
      default: break
      }
      isAfterReturn = byte == 0x0D
    }
    utf8 += stretch
    return lineEndCount
  }

  private static func firstForeign(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return
        (bytes.startIndex + error.byteOffsets.lowerBound)..<(bytes.startIndex
        + error.byteOffsets.upperBound)
    }
  }
}
