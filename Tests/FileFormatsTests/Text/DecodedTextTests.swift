import FileFormats
import TestSupport
import Testing

@Suite struct `Decoded text` {
  @Test func `keeps UTF-8 as it is`() throws {
    let text = "Ward,Größe £5 ‘Łódź’ 😀\n"
    let decoded = try DecodedText(Array(text.utf8))
    #expect(decoded.utf8 == Array(text.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(!decoded.hasByteOrderMark)
    #expect(decoded.foreignLineCount == 0)
  }

  @Test func `takes off a byte order mark`() throws {
    let decoded = try DecodedText(Array("\u{FEFF}a,b\n".utf8))
    #expect(decoded.utf8 == Array("a,b\n".utf8))
    #expect(decoded.hasByteOrderMark)
    #expect(decoded.encoding == .utf8)
  }

  @Test(arguments: ["", "\n", "a", "\u{FEFF}"])
  func `takes next to nothing as UTF-8`(text: String) throws {
    let decoded = try DecodedText(Array(text.utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.utf8 == Array(text.utf8).filter { $0 < 0x80 })
  }

  /// 0x92 and 0xA3 are the apostrophe and the pound sign of Windows.
  @Test func `reads Windows-1252 where nothing is UTF-8`() throws {
    let bytes = Array("St John".utf8) + [0x92] + Array("s Wood,".utf8) + [0xA3, 0x35, 0x0A]
    let decoded = try DecodedText(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "St John’s Wood,£5\n")
    #expect(decoded.encoding == .windows1252)
  }

  /// The index windows-1252 of the WHATWG Encoding Standard, from 0x80 to 0x9F.
  @Test func `knows every character of Windows-1252`() throws {
    let specials: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    let expected = (0..<256).map { (0x80..<0xA0).contains($0) ? specials[$0 - 0x80] : UInt32($0) }
    let decoded = try DecodedText((1..<256).map { UInt8($0) })
    #expect(decoded.encoding == .windows1252)
    #expect(
      String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars.map(\.value)
        == Array(expected.dropFirst()))
  }

  @Test func `reads lines that are not UTF-8 as Windows-1252 and names them`() throws {
    let bytes =
      Array("id,café\r\n1,ok\r\n2,St John".utf8) + [0x92] + Array("s caf".utf8) + [0xE9]
      + Array("\r\n3,Łódź\r\n4,".utf8) + [0xA3, 0x35, 0x0A]
    let decoded = try DecodedText(bytes)
    #expect(
      String(decoding: decoded.utf8, as: UTF8.self)
        == "id,café\r\n1,ok\r\n2,St John’s café\r\n3,Łódź\r\n4,£5\n")
    #expect(decoded.encoding == .mixed)
    #expect(decoded.foreignLines == [3, 5])
    #expect(decoded.foreignLineCount == 2)
  }

  @Test func `keeps what is UTF-8 in a line that is not`() throws {
    let bytes = Array("café ".utf8) + [0x92, 0x0A]
    let decoded = try DecodedText(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "café ’\n")
    #expect(decoded.encoding == .mixed)
  }

  @Test func `names only the first of many foreign lines`() throws {
    let bytes = Array("café\n".utf8) + (0..<50).flatMap { _ in [UInt8(0xE9), 0xE9, 0x0D] }
    let decoded = try DecodedText(bytes)
    #expect(decoded.foreignLines == Array(2...11))
    #expect(decoded.foreignLineCount == 50)
  }

  /// `CAFÉ’S` in Windows-1252 is 43 41 46 C9 92 53, in which C9 92 would be `ɒ` in UTF-8.
  @Test func `is not misled by a pair that happens to be valid`() throws {
    let bytes = Array("CAF".utf8) + [0xC9, 0x92] + Array("S\ncaf".utf8) + [0xE9, 0x0A]
    let decoded = try DecodedText(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "CAFÉ’S\ncafé\n")
    #expect(decoded.encoding == .windows1252)
  }

  @Test func `knows text of another script by its many pairs`() throws {
    let bytes = Array("Αθήνα, Ελλάδα\n".utf8) + [0xA3, 0x35, 0x0A]
    let decoded = try DecodedText(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "Αθήνα, Ελλάδα\n£5\n")
    #expect(decoded.encoding == .mixed)
  }

  @Test(arguments: [true, false], [true, false])
  func `reads UTF-16 in both orders, with and without a mark`(
    isLittleEndian: Bool, hasMark: Bool
  ) throws {
    let text = "name\tnote\r\nAbbey\t£5 ‘Łódź’ 😀\r\n"
    let bytes = utf16((hasMark ? "\u{FEFF}" : "") + text, isLittleEndian: isLittleEndian)
    let decoded = try DecodedText(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.encoding == (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian))
    #expect(decoded.hasByteOrderMark == hasMark)
  }

  @Test func `tells half a unit of UTF-16`() {
    let bytes = utf16("\u{FEFF}a\nb", isLittleEndian: true).dropLast()
    #expect(throws: FormatError.truncated(what: "the UTF-16 text", line: 2)) {
      try DecodedText(Array(bytes))
    }
  }

  @Test(arguments: [[0xD83D], [0xD83D, 0x61], [0xDE00], [0xD83D, 0xD83D, 0xDE00]])
  func `tells half a surrogate pair`(units: [UInt16]) {
    let bytes = utf16("\u{FEFF}a\n", isLittleEndian: true) + units.flatMap(\.littleEndianBytes)
    #expect(
      throws: FormatError.corrupt(what: "half a surrogate pair in UTF-16 text", where: "line 2")
    ) {
      try DecodedText(bytes)
    }
  }

  @Test(arguments: [[0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]])
  func `refuses UTF-32`(bytes: [UInt8]) {
    #expect(throws: FormatError.unsupported(what: "text in UTF-32", remedy: "Save it as UTF-8.")) {
      try DecodedText(bytes)
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `makes valid UTF-8 without placeholders of any bytes`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      UInt8.random(in: Bool.random(using: &random) ? 1...127 : 1...255, using: &random)
    }
    guard let decoded = try? DecodedText(bytes) else { return }
    let text = try #require(String(validating: decoded.utf8, as: UTF8.self))
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
  }

  private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { isLittleEndian ? $0.littleEndianBytes : $0.littleEndianBytes.reversed() }
  }
}
