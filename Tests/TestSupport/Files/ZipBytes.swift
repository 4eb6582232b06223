/// Zip archives written by hand, so that no archive need be kept as a file.
public struct ZipBytes: Sendable {
  private var local: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive with nothing in it.
  public init() {}

  /// The archive with what has been added so far.
  public var bytes: [UInt8] {
    local + directory + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
      + UInt16(count).littleEndianBytes + UInt16(count).littleEndianBytes
      + UInt32(directory.count).littleEndianBytes + UInt32(local.count).littleEndianBytes + [0, 0]
  }

  /// Adds a text as it is.
  public mutating func add(_ name: String, _ content: String) { add(name, Array(content.utf8)) }

  /// Adds a file as it is.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    add(name, packed: content, method: 0, of: content)
  }

  /// Adds a file that has been packed with deflate.
  public mutating func add(_ name: String, deflated: [UInt8], of content: [UInt8]) {
    add(name, packed: deflated, method: 8, of: content)
  }

  /// Adds a file that is marked as encrypted.
  public mutating func addEncrypted(_ name: String) {
    add(name, packed: [UInt8](repeating: 7, count: 20), method: 0, of: [1], flags: 1)
  }

  private mutating func add(
    _ name: String, packed: [UInt8], method: UInt16, of content: [UInt8], flags: UInt16 = 0
  ) {
    let offset = UInt32(local.count)
    let common =
      UInt16(20).littleEndianBytes + flags.littleEndianBytes + method.littleEndianBytes
      + [0, 0, 0x21, 0] + CRC32.of(content).littleEndianBytes
      + UInt32(packed.count).littleEndianBytes + UInt32(content.count).littleEndianBytes
      + UInt16(name.utf8.count).littleEndianBytes + [0, 0]
    local += Array("PK\u{3}\u{4}".utf8) + common + Array(name.utf8) + packed
    directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + common
    directory += [UInt8](repeating: 0, count: 10) + offset.littleEndianBytes + Array(name.utf8)
    count += 1
  }
}
