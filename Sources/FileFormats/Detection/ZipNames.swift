/// The names of the files in a zip archive, read without unpacking anything.
///
/// - SeeAlso: PKWARE, *.ZIP File Format Specification*, version 6.3.10, sections 4.3.7, 4.3.12 and
///   4.3.16.
enum ZipNames {
  /// No archive that is read here has more files than this.
  private static let limit = 10_000

  /// The names in the central directory; those of the local headers if the archive breaks off
  /// before it.
  ///
  /// - Complexity: O(*n*) in the number of files.
  static func list(_ bytes: [UInt8]) -> [String] {
    guard let end = endOfCentralDirectory(bytes) else { return localNames(bytes) }
    var names: [String] = []
    var offset = number(bytes, at: end + 16, byteCount: 4)
    while names.count < limit, isRecord(bytes, at: offset, kind: (1, 2), byteCount: 46) {
      let lengths = (0..<3).map { number(bytes, at: offset + 28 + 2 * $0, byteCount: 2) }
      names.append(text(bytes, at: offset + 46, byteCount: lengths[0]))
      offset += 46 + lengths.reduce(0, +)
    }
    return names.isEmpty ? localNames(bytes) : names
  }

  /// The record that closes the archive, with a comment of at most 65,535 bytes behind it.
  private static func endOfCentralDirectory(_ bytes: [UInt8]) -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 65_535), by: -1).first {
      bytes[$0] == UInt8(ascii: "P") && isRecord(bytes, at: $0, kind: (5, 6), byteCount: 22)
    }
  }

  private static func localNames(_ bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var offset = 0
    while names.count < limit, isRecord(bytes, at: offset, kind: (3, 4), byteCount: 30) {
      let nameLength = number(bytes, at: offset + 26, byteCount: 2)
      names.append(text(bytes, at: offset + 30, byteCount: nameLength))
      // A size written behind the content is 0 here, and the walk ends.
      offset +=
        30 + nameLength + number(bytes, at: offset + 28, byteCount: 2)
        + number(bytes, at: offset + 18, byteCount: 4)
    }
    return names
  }

  private static func isRecord(
    _ bytes: [UInt8], at offset: Int, kind: (UInt8, UInt8), byteCount: Int
  ) -> Bool {
    offset + byteCount <= bytes.count
      && bytes[offset...].starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K"), kind.0, kind.1])
  }

  private static func number(_ bytes: [UInt8], at offset: Int, byteCount: Int) -> Int {
    bytes[offset..<(offset + byteCount)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func text(_ bytes: [UInt8], at offset: Int, byteCount: Int) -> String {
    String(decoding: bytes[offset..<min(offset + byteCount, bytes.count)], as: UTF8.self)
  }
}
