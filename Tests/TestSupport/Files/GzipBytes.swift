/// Gzip files written by hand, with content stored as it is.
public enum GzipBytes {
  /// A file of one member.
  public static func member(_ content: [UInt8]) -> [UInt8] {
    member(deflated: DeflatedBytes.stored(content), of: content)
  }

  /// A file of one member whose content has been packed.
  public static func member(deflated: [UInt8], of content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated + CRC32.of(content).littleEndianBytes
      + UInt32(content.count).littleEndianBytes
  }
}
