/// Up to seven ASCII characters in one word, so that texts this short cost no memory of their own.
///
/// The last character is in the lowest byte. More characters may be appended, and are counted, but
/// only the last eight are kept: look at ``count`` first.
struct ShortText: Hashable, Sendable {
  /// The characters.
  private(set) var bits: UInt64 = 0
  /// How many characters were appended.
  private(set) var count = 0

  /// A character, counted from the first; the text must not be longer than eight.
  subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: bits >> (8 * (count - 1 - index)))
  }

  /// Adds a character.
  mutating func append(_ character: UInt8) {
    bits = bits << 8 | UInt64(character)
    count += 1
  }

  /// Adds another text.
  mutating func append(_ other: ShortText) {
    bits = bits << (8 * UInt64(other.count)) | other.bits
    count += other.count
  }

  /// The text without its last characters.
  func dropLast(_ dropped: Int) -> ShortText {
    var rest = self
    rest.bits >>= 8 * UInt64(dropped)
    rest.count -= dropped
    return rest
  }
}
