/// How the characters of a text are written as bytes.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8, of which ASCII is a part.
  case utf8
  /// UTF-16, the lower byte first; what Excel calls "Unicode text".
  case utf16LittleEndian
  /// UTF-16, the higher byte first.
  case utf16BigEndian
  /// Windows-1252, the encoding of western Windows programs.
  case windows1252
  /// UTF-8 with lines in it that are Windows-1252, as joined files are.
  case mixed
}

extension TextEncoding: CustomStringConvertible {
  /// The name of the encoding.
  public var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    case .mixed: "UTF-8 with lines in Windows-1252"
    }
  }
}

extension TextEncoding {
  /// UTF-16 that does not say so, told by its zero bytes: in text of the western scripts nearly
  /// every other byte is one, and UTF-8 has none.
  ///
  /// - Complexity: O(1); at most 64 KiB are looked at.
  static func utf16WithoutMark(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let sample = bytes.prefix(65_536)
    guard sample.count >= 2, sample.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = sample.count / 2
    if zeros.odd * 2 > pairs, zeros.even * 16 <= pairs { return .utf16LittleEndian }
    if zeros.even * 2 > pairs, zeros.odd * 16 <= pairs { return .utf16BigEndian }
    return nil
  }
}

/// The character U+FEFF at the beginning of a text, which tells its encoding.
struct ByteOrderMark {
  let encoding: TextEncoding
  let byteCount: Int

  /// The mark that a text begins with.
  static func of(_ bytes: some Collection<UInt8>) -> ByteOrderMark? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return ByteOrderMark(encoding: .utf8, byteCount: 3)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return ByteOrderMark(encoding: .utf16LittleEndian, byteCount: 2)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return ByteOrderMark(encoding: .utf16BigEndian, byteCount: 2)
    }
    return nil
  }
}
