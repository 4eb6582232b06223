import FileFormats
import TestSupport
import Testing

@Suite struct `Gzip compression` {
  private static let text = Array("name,postcode\nAbbey,NW6 4DJ\n".utf8)

  @Test(arguments: [0, 1, 2, 65_535, 65_536, 65_537, 300_000], [1, 5, 9])
  func `unpacks to what was packed`(count: Int, level: Int) throws {
    var random = SeededGenerator(seed: UInt64(count + level))
    // Few values, so that there is something to pack.
    let content = (0..<count).map { _ in UInt8.random(in: 0..<7, using: &random) }
    let file = Gzip.compressed(content, level: level)
    #expect(try Gzip.decompressed(file, limit: count) == content)
  }

  @Test func `unpacks noise that cannot be packed`() throws {
    var random = SeededGenerator(seed: 1)
    let content = (0..<200_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let file = Gzip.compressed(content)
    #expect(file.count > content.count)
    #expect(file.count < content.count + 200)
    #expect(try Gzip.decompressed(file, limit: content.count) == content)
  }

  /// RFC 1952, section 2.3: signature, deflate, no flags, four bytes of time, hints, system.
  @Test func `writes a header without name, time or system`() {
    let header = Array(Gzip.compressed(Self.text).prefix(10))
    #expect(Array(header[..<8]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    #expect(header[9] == 255)
  }

  @Test func `writes the checksum and the size behind the content`() {
    let trailer = Array(Gzip.compressed(Self.text).suffix(8))
    #expect(
      trailer == CRC32.of(Self.text).littleEndianBytes
        + UInt32(Self.text.count).littleEndianBytes)
  }

  @Test func `packs the same content to the same bytes`() {
    let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    #expect(Gzip.compressed(content, level: 5) == Gzip.compressed(content, level: 5))
  }

  @Test func `makes text of repeated words much smaller`() {
    let content = Array(String(repeating: "Abbey,NW6 4DJ\n", count: 10_000).utf8)
    #expect(Gzip.compressed(content, level: 5).count < content.count / 50)
  }
}
