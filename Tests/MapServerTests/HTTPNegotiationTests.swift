import Testing

@testable import MapServer

@Suite struct `Coding a client takes` {
  @Test(arguments: [
    "gzip", "GZIP", "x-gzip", "gzip, deflate, br, zstd", "deflate , gzip;q=1.0", "gzip;q=0.001",
    "*", "*;q=0.5", "identity;q=0.5, gzip;q=0.5", "br;q=1, gzip; q=0.8",
  ])
  func `is gzip`(value: String) {
    #expect(AcceptEncoding.prefersGzip(value))
  }

  @Test(arguments: [
    nil, "", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *",
    "identity;q=1, gzip;q=0.5", "gzip;q=x", "gzip;q=nan", "gzip;q=2", "gzip;q=-1", "gzipped",
    "gzip;level=9", ",;,;q=",
  ])
  func `is not gzip`(value: String?) {
    #expect(!AcceptEncoding.prefersGzip(value))
  }
}

@Suite struct `Tag of a body` {
  /// Of less than eight bytes, the checksum is what its authors published for their own.
  @Test(arguments: [
    ("", 0xCBF2_9CE4_8422_2325 as UInt64), ("a", 0xAF63_DC4C_8601_EC8C),
    ("foobar", 0x8594_4171_F739_67E8),
  ])
  func `is the checksum FNV-1a of a short body`(text: String, checksum: UInt64) {
    #expect(EntityTag(of: Array(text.utf8)).checksum == checksum)
  }

  @Test(arguments: [8, 9, 63, 64, 65, 1_000])
  func `is another one for every change of a bit or of the length`(count: Int) {
    let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var tags: Set = [EntityTag(of: body).checksum]
    for bit in 0..<(8 * count) {
      var changed = body
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      tags.insert(EntityTag(of: changed).checksum)
    }
    for length in 0..<count { tags.insert(EntityTag(of: Array(body[..<length])).checksum) }
    #expect(tags.count == 1 + 8 * count + count)
  }

  @Test func `is a quoted text, and another one for the compressed body`() {
    let tag = EntityTag(of: Array("a".utf8))
    #expect(tag.text(compressed: false) == "\"af63dc4c8601ec8c\"")
    #expect(tag.text(compressed: true) == "\"af63dc4c8601ec8c-gzip\"")
  }

  @Test(arguments: [
    ("*", true), ("\"af63dc4c8601ec8c\"", true), ("\"af63dc4c8601ec8c-gzip\"", true),
    ("W/\"af63dc4c8601ec8c\"", true), ("\"x\" ,\t\"af63dc4c8601ec8c\"", true),
    ("", false), ("\"\"", false), ("af63dc4c8601ec8c", false), ("\"af63dc4c8601ec8\"", false),
    ("\"AF63DC4C8601EC8C\"", false),
  ])
  func `is found among those a client knows`(value: String, isNamed: Bool) {
    #expect(EntityTag(of: Array("a".utf8)).isNamed(in: value) == isNamed)
  }
}

@Suite struct `Date of an answer` {
  /// The first is the example of RFC 9110; the others are the ends of years and of February.
  @Test(arguments: [
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"), (946_684_799, "Fri, 31 Dec 1999 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
  ])
  func `is written as HTTP wants it`(seconds: Int, text: String) {
    #expect(HTTPDate(secondsSince1970: seconds).description == text)
  }
}

@Suite struct `Bodies kept compressed` {
  private static func body(_ number: Int) -> [UInt8] {
    Array(String(repeating: "place \(number) ", count: 500).utf8)
  }

  @Test func `are the same when asked for again`() {
    let bodies = CompressedBodies(mostBytes: 1 << 20)
    let tag = EntityTag(of: Self.body(1))
    let first = bodies.gzip(Self.body(1), tag: tag)
    let size = bodies.byteCount
    #expect(size == first.count)
    #expect(bodies.gzip(Self.body(1), tag: tag) == first)
    #expect(bodies.byteCount == size)
  }

  @Test func `never take more than their room`() {
    let bodies = CompressedBodies(mostBytes: 300)
    for number in 0..<50 {
      let packed = bodies.gzip(Self.body(number), tag: EntityTag(of: Self.body(number)))
      #expect(packed.count < Self.body(number).count)
      #expect(bodies.byteCount <= 300)
    }
    #expect(bodies.byteCount > 0)
  }

  @Test func `are not kept where one alone is too large`() {
    let bodies = CompressedBodies(mostBytes: 10)
    _ = bodies.gzip(Self.body(1), tag: EntityTag(of: Self.body(1)))
    #expect(bodies.byteCount == 0)
  }
}
