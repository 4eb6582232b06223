/// The strong tag of a body, by which a client asks whether it has changed.
///
/// It is a checksum of the body, so it is the same whenever the bytes are; a compressed body is
/// another representation and has a tag of its own. The checksum is FNV-1a of 64 bits, but takes
/// eight bytes at a time and folds the upper bits back into the lower: byte by byte, it takes more
/// than three times as long, and most of what it takes to answer with a large layer.
///
/// - SeeAlso: RFC 9110, section 8.8.3; Fowler, Noll, Vo and Eastlake, "The FNV Non-Cryptographic
///   Hash Algorithm", RFC 9923.
struct EntityTag: Hashable {
  /// The checksum of the body as it is without compression.
  let checksum: UInt64
  /// How long that body is, in bytes.
  let byteCount: Int

  init(of body: [UInt8]) {
    let prime: UInt64 = 0x0000_0100_0000_01B3
    var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = 0
    while offset + 8 <= body.count {
      var word: UInt64 = 0
      for index in 0..<8 { word |= UInt64(body[offset + index]) << UInt64(8 * index) }
      checksum = (checksum ^ word) &* prime
      checksum ^= checksum >> 29
      offset += 8
    }
    for byte in body[offset...] { checksum = (checksum ^ UInt64(byte)) &* prime }
    self.checksum = checksum
    byteCount = body.count
  }

  /// The tag as it stands in a header.
  func text(compressed: Bool) -> String {
    let digits = String(checksum, radix: 16)
    let padding = String(repeating: "0", count: 16 - digits.count)
    return "\"\(padding)\(digits)\(compressed ? "-gzip" : "")\""
  }

  /// Whether the value of `If-None-Match` names the body, compressed or not.
  func isNamed(in value: String) -> Bool {
    let names = [text(compressed: false), text(compressed: true)]
    return value.split(separator: ",").contains { item in
      let item = item.trimmingSpaces
      return item == "*" || names.contains(String(item.hasPrefix("W/") ? item.dropFirst(2) : item))
    }
  }
}
