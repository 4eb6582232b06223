/// A full postcode of the United Kingdom in its normal form, such as SO17 1BJ.
///
/// Right in form only: whether it exists is for a ``PostcodeDirectory`` to say. The form is an
/// outward part (A9, A99, AA9, A9A, AA99 or AA9A) and an inward part of a digit and two letters,
/// with the letters that BS 7666 allows at each place; and GIR 0AA.
///
/// Comparing postcodes compares their texts: SE1 7PB comes before SE10 0AA, and that before
/// SE1A 1AA, since a space comes before digits and digits before letters.
public struct Postcode: Hashable, Sendable {
  /// The seven characters, the outward part padded by spaces: "SE1 7PB" and "SO171BJ".
  ///
  /// The first is in the highest of seven bytes, so that keys sort as texts do.
  let key: UInt64

  init(key: UInt64) {
    self.key = key
  }

  /// Reads a text however it is spelt.
  ///
  /// White space of any kind and punctuation do not count, nor does case; the last three characters
  /// are the inward part. Nothing is repaired: "S0171BJ" is no postcode.
  ///
  /// - Returns: `nil` for a text that is no postcode in form.
  /// - Complexity: O(*n*) in the length of the text.
  public init?(_ text: some StringProtocol) {
    self.init(characters: text.utf8)
  }

  /// Reads the bytes of a cell, in UTF-8, in the same way.
  public init?(utf8 bytes: ArraySlice<UInt8>) {
    self.init(characters: bytes)
  }

  private init?(characters bytes: some Collection<UInt8>) {
    guard let text = ShortText(charactersOf: bytes) else { return nil }
    self.init(text)
  }

  /// A postcode of characters that are known to be digits and capitals only.
  init?(_ text: ShortText) {
    guard PostcodeShape.whole(length: text.count).contains(where: { $0.matches(text) }) else {
      return nil
    }
    self.init(ofShape: text)
  }

  /// A postcode of characters that are known to have one of its forms.
  init(ofShape text: ShortText) {
    let outward = PostcodeDistrict(ofShape: text.dropLast(3))
    key = outward.key | text.bits & 0xFF_FFFF
  }
}

extension Postcode {
  /// The district, or outward part: SO17.
  public var district: PostcodeDistrict { PostcodeDistrict(key: key & ~0xFF_FFFF) }

  /// The sector: SO17 1.
  public var sector: PostcodeSector { PostcodeSector(key: key & ~0xFFFF) }

  /// The outward part: "SO17".
  public var outward: String { district.description }

  /// The inward part: "1BJ".
  public var inward: String {
    String(decoding: (0..<3).map { UInt8(truncatingIfNeeded: key >> (16 - 8 * $0)) }, as: UTF8.self)
  }

  /// The area, the one or two letters at the front: "SO".
  public var area: String { district.area }
}

extension Postcode: Comparable, CustomStringConvertible {
  /// Whether one comes before the other in the order of their texts.
  public static func < (first: Postcode, second: Postcode) -> Bool { first.key < second.key }

  /// The normal form, with one space: "SO17 1BJ".
  public var description: String { outward + " " + inward }
}
