import FileFormats
import TestSupport
import Testing

@Suite struct `Gzip file` {
  private static let text = Array("name,postcode\nAbbey,NW6 4DJ\n".utf8)

  /// The bytes that Python 3.11 wrote for `gzip.compress(b"abc" * 10, mtime=0)`.
  @Test func `unpacks a file of another program`() throws {
    let file: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4B, 0x4C, 0x4A, 0x4E, 0xC4,
      0x8D, 0x00, 0x81, 0xFC, 0xB1, 0x48, 0x1E, 0x00, 0x00, 0x00,
    ]
    let content = try Gzip.decompressed(file, limit: 30)
    #expect(content == Array(String(repeating: "abc", count: 10).utf8))
  }

  @Test func `joins the members of a file`() throws {
    let file = GzipBytes.member(Self.text) + GzipBytes.member([]) + GzipBytes.member(Self.text)
    #expect(try Gzip.decompressed(file, limit: 1_000) == Self.text + Self.text)
  }

  @Test func `unpacks content larger than its own buffers`() throws {
    let content = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let file = GzipBytes.member(content)
    #expect(try Gzip.decompressed(file, limit: 1_000_000) == content)
  }

  @Test func `passes over zeros behind the content`() throws {
    let file = GzipBytes.member(Self.text) + [UInt8](repeating: 0, count: 512)
    #expect(try Gzip.decompressed(file, limit: 100) == Self.text)
  }

  @Test func `tells other bytes behind the content`() {
    let file = GzipBytes.member(Self.text) + [0, 7]
    #expect(
      throws: (FormatError.corrupt(
        what: "other bytes follow the content", where: "the compressed file"))
    ) {
      try Gzip.decompressed(file, limit: 100)
    }
  }

  @Test func `tells a wrong checksum`() {
    var file = GzipBytes.member(Self.text)
    file[file.count - 5] ^= 1
    #expect(
      throws: FormatError.corrupt(what: "incorrect data check", where: "the compressed content")
    ) {
      try Gzip.decompressed(file, limit: 100)
    }
  }

  @Test func `tells at every length that a file is cut off`() {
    let file = GzipBytes.member(Self.text)
    for length in 2..<file.count {
      #expect(throws: FormatError.truncated(what: "the compressed content", line: nil)) {
        try Gzip.decompressed(Array(file.prefix(length)), limit: 100)
      }
    }
  }

  @Test func `holds no more than the limit`() throws {
    let file = GzipBytes.member(Self.text)
    #expect(try Gzip.decompressed(file, limit: Self.text.count) == Self.text)
    #expect(
      throws: FormatError.limitExceeded(what: "bytes when unpacked", limit: Self.text.count - 1)
    ) {
      try Gzip.decompressed(file, limit: Self.text.count - 1)
    }
  }

  /// Some 26 MB from 160 kB, of which the trailer says that it is one byte.
  @Test func `stops at the limit in a file that says it is small`() {
    let deflated = DeflatedBytes.run(of: 0x20, runs: 100_000)
    let file = GzipBytes.member(deflated: deflated, of: [1])
    #expect(throws: FormatError.limitExceeded(what: "bytes when unpacked", limit: 1 << 20)) {
      try Gzip.decompressed(file, limit: 1 << 20)
    }
  }

  @Test func `ends in a value or an error whatever bit is flipped`() {
    let file = GzipBytes.member(Self.text)
    for bit in 0..<(file.count * 8) {
      var damaged = file
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      if let content = try? Gzip.decompressed(damaged, limit: 1_000) {
        // The header has bytes of no consequence: the time, the system, and the hints.
        #expect(content == Self.text)
      }
    }
  }

  @Test func `refuses what is no gzip`() {
    #expect(throws: FormatError.self) { try Gzip.decompressed([], limit: 100) }
    #expect(throws: FormatError.self) {
      try Gzip.decompressed([0x78, 0x9C, 3, 0, 0, 0, 0, 1], limit: 100)
    }
  }
}
