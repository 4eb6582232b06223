/// A postcode sector, such as SO17 1: a few thousand addresses within a district.
public struct PostcodeSector: Hashable, Sendable {
  /// The characters as in ``Postcode/key``, with nothing for the last two letters.
  let key: UInt64

  init(key: UInt64) {
    self.key = key
  }

  /// A sector from its district and its digit; `nil` for a number that is no digit.
  public init?(_ district: PostcodeDistrict, digit: Int) {
    guard (0...9).contains(digit) else { return nil }
    key = district.key | UInt64(0x30 + digit) << 16
  }

  /// Reads a text that is known to be a sector, however it is spelt: "SO17 1" and "so171" alike.
  ///
  /// Spaces do not count, so that "SO17" is read as SO1 7; see ``PostcodeText`` for text that may be a
  /// district.
  ///
  /// - Returns: `nil` for a text that is no outward part with a digit after it.
  public init?(_ text: some StringProtocol) {
    guard let text = ShortText(charactersOf: text.utf8) else { return nil }
    self.init(text)
  }

  init?(_ text: ShortText) {
    guard (3...5).contains(text.count), let district = PostcodeDistrict(text.dropLast(1)) else {
      return nil
    }
    self.init(district, digit: Int(text[text.count - 1]) - 0x30)
  }

  /// The district: SO17.
  public var district: PostcodeDistrict { PostcodeDistrict(key: key & ~0xFF_FFFF) }
}

extension PostcodeSector: Comparable, CustomStringConvertible {
  /// Whether one comes before the other in the order of their texts.
  public static func < (first: PostcodeSector, second: PostcodeSector) -> Bool {
    first.key < second.key
  }

  /// The sector with one space: "SO17 1".
  public var description: String { "\(district) \(Int((key >> 16) & 0xFF) - 0x30)" }
}
