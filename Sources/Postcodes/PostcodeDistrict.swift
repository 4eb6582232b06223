/// A postcode district, such as SO17: some thousands of addresses round one delivery office.
public struct PostcodeDistrict: Hashable, Sendable {
  /// The characters as in ``Postcode/key``, with nothing for the inward part.
  let key: UInt64

  init(key: UInt64) {
    self.key = key
  }

  /// Reads a text that is known to be a district, however it is spelt.
  ///
  /// Spaces do not count, so that "SE1 7" is read as SE17; see ``PostcodeText`` for text that may be a
  /// sector.
  ///
  /// - Returns: `nil` for a text that is no outward part in form.
  public init?(_ text: some StringProtocol) {
    guard let text = ShortText(charactersOf: text.utf8) else { return nil }
    self.init(text)
  }

  init?(_ text: ShortText) {
    guard (2...4).contains(text.count),
      PostcodeShape.outward.contains(where: { $0.matches(text) })
    else { return nil }
    self.init(ofShape: text)
  }

  /// A district of characters that are known to have one of its forms.
  init(ofShape text: ShortText) {
    let padding = 8 * UInt64(4 - text.count)
    let spaces: UInt64 = 0x2020_2020 & (1 << padding - 1)
    key = (text.bits << padding | spaces) << 24
  }

  /// The area, the one or two letters at the front: "SO".
  public var area: String {
    String(decoding: characters.prefix { $0 > 0x39 }, as: UTF8.self)
  }

  private var characters: [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: key >> (48 - 8 * $0)) }.filter { $0 != 0x20 }
  }
}

extension PostcodeDistrict: Comparable, CustomStringConvertible {
  /// Whether one comes before the other in the order of their texts.
  public static func < (first: PostcodeDistrict, second: PostcodeDistrict) -> Bool {
    first.key < second.key
  }

  /// The outward part: "SO17".
  public var description: String { String(decoding: characters, as: UTF8.self) }
}
