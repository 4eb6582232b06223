/// Deflate streams written by hand.
///
/// - SeeAlso: RFC 1951, "DEFLATE compressed data format specification version 1.3".
public enum DeflatedBytes {
  /// A stream that stores its content as it is.
  public static func stored(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += UInt16(block.count).littleEndianBytes + (~UInt16(block.count)).littleEndianBytes
      result += block
    } while !rest.isEmpty
    return result
  }

  /// A stream of one byte below 144 repeated 1 + 258 · `runs` times, packed some 160 to one.
  public static func run(of byte: UInt8, runs: Int) -> [UInt8] {
    var writer = BitWriter()
    // The last block, with the fixed codes.
    writer.append(0b1, bits: 1)
    writer.append(0b10, bits: 2)
    writer.append(0x30 + Int(byte), bits: 8)
    for _ in 0..<runs {
      // Length 258 is code 285, distance 1 is code 0.
      writer.append(0b1100_0101, bits: 8)
      writer.append(0, bits: 5)
    }
    writer.append(0, bits: 7)
    return writer.bytes
  }
}

/// Writes codes from their highest bit on into bytes from their lowest bit on.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var bitCount = 0

  mutating func append(_ code: Int, bits: Int) {
    for bit in (0..<bits).reversed() {
      if bitCount.isMultiple(of: 8) { bytes.append(0) }
      bytes[bytes.count - 1] |= UInt8(code >> bit & 1) << UInt8(bitCount % 8)
      bitCount += 1
    }
  }
}
