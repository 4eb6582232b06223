/// Files compressed with gzip.
///
/// - SeeAlso: RFC 1952, "GZIP file format specification version 4.3".
public enum Gzip {
  /// The first two bytes of every member.
  private static let signature: [UInt8] = [0x1F, 0x8B]

  /// The content of a gzip file, all members one after the other.
  ///
  /// Zero bytes behind the last member are padding and passed over.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - limit: The largest content, in bytes; no more than that is ever held.
  /// - Returns: The content of all members.
  /// - Throws: ``FormatError/truncated(what:line:)``, ``FormatError/corrupt(what:where:)`` for a
  ///   wrong checksum and other damage, or ``FormatError/limitExceeded(what:limit:)``.
  /// - Complexity: O(*n*) in the size of the content.
  public static func decompressed(
    _ bytes: [UInt8], limit: Int
  ) throws(FormatError) -> [UInt8] {
    precondition(limit >= 0, "the limit is negative")
    guard bytes.starts(with: signature) else {
      throw .corrupt(what: "this is not gzip", where: "the compressed file")
    }
    var content: [UInt8] = []
    content.reserveCapacity(expectedSize(of: bytes, limit: limit))
    let inflater = Inflater()
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset...].starts(with: signature) else {
        if bytes[offset...].allSatisfy({ $0 == 0 }) { break }
        throw .corrupt(what: "other bytes follow the content", where: "the compressed file")
      }
      offset += try inflater.inflate(bytes[offset...], into: &content, limit: limit)
    }
    return content
  }

  /// What the last member says of its size, if that is possible: deflate packs 1,032 bytes into one
  /// at best.
  private static func expectedSize(of bytes: [UInt8], limit: Int) -> Int {
    let said = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    let (possible, overflow) = bytes.count.multipliedReportingOverflow(by: 1_032)
    return said <= min(limit, overflow ? limit : possible) ? said : 0
  }
}
