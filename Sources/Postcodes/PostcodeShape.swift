/// The characters that may stand at one place of a postcode.
struct CharacterClass: Hashable, Sendable {
  private let members: UInt64

  /// The class of the characters of a text, which are digits and capitals.
  init(_ characters: String) {
    members = characters.utf8.reduce(0) { $0 | Self.bit(of: $1) }
  }

  /// Whether a digit or a capital is in the class; nothing else ever is.
  func contains(_ character: UInt8) -> Bool { members & Self.bit(of: character) != 0 }

  private static func bit(of character: UInt8) -> UInt64 {
    switch character {
    case 0x30...0x39: 1 << UInt64(character - 0x30)
    case 0x41...0x5A: 1 << UInt64(character - 0x41 + 10)
    default: 0
    }
  }
}

/// One of the forms a postcode can have: what may stand at each of its places, without the space.
///
/// - SeeAlso: British Standard BS 7666-0, *Spatial datasets for geographical referencing*, 2006,
///   on the format of a postcode.
struct PostcodeShape: Sendable {
  /// What may stand at each place.
  let places: [CharacterClass]

  /// Whether a text has this form.
  func matches(_ text: ShortText) -> Bool {
    guard text.count == places.count else { return false }
    for index in places.indices where !places[index].contains(text[index]) { return false }
    return true
  }

  /// The forms of the outward part: A9, A99, AA9, A9A, AA99, AA9A.
  ///
  /// W1 had letters until 2000 that no other district has; directories keep those postcodes.
  static let outward: [PostcodeShape] = {
    let first = CharacterClass("ABCDEFGHIJKLMNOPRSTUWYZ")
    let second = CharacterClass("ABCDEFGHKLMNOPQRSTUVWXY")
    let third = CharacterClass("ABCDEFGHJKPSTUW")
    let fourth = CharacterClass("ABEHMNPRVWXY")
    let digit = CharacterClass("0123456789")
    // A district of two digits does not begin with a zero, which catches "S017" for "SO17".
    let ten = CharacterClass("123456789")
    return [
      [first, digit], [first, ten, digit], [first, second, digit], [first, digit, third],
      [CharacterClass("W"), CharacterClass("1"), CharacterClass("MNRVXY")],
      [first, second, ten, digit], [first, second, digit, fourth],
    ].map(PostcodeShape.init)
  }()

  /// The forms of the whole, by length from 5 to 7; and GIR 0AA, of Girobank.
  private static let whole: [[PostcodeShape]] = {
    let letter = CharacterClass("ABDEFGHJLNPQRSTUWXYZ")
    let inward = [CharacterClass("0123456789"), letter, letter]
    let usual = outward.map { PostcodeShape(places: $0.places + inward) }
    let girobank = PostcodeShape(places: "GIR0AA".map { CharacterClass(String($0)) })
    return (5...7).map { length in (usual + [girobank]).filter { $0.places.count == length } }
  }()

  /// The forms of the whole that have so many characters.
  static func whole(length: Int) -> [PostcodeShape] {
    (5...7).contains(length) ? whole[length - 5] : []
  }
}
