/// The text of a string item: its runs joined, without what only says how to pronounce it.
struct RichText {
  /// The text as UTF-8.
  private(set) var utf8: [UInt8] = []
  private var isPhonetic = false
  private var keepsSpace = false

  /// An element in the item begins.
  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "rPh": isPhonetic = true
    case "t": keepsSpace = attributes["xml:space"] == "preserve"
    default: break
    }
  }

  /// An element in the item ends.
  mutating func end(_ name: String, text: [UInt8]) {
    switch name {
    case "rPh": isPhonetic = false
    case "t" where !isPhonetic:
      EscapedText.append(keepsSpace ? text[...] : Self.trimmed(text), to: &utf8)
    default: break
    }
  }

  /// Without the white space at both ends, which counts only where `xml:space` says so.
  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    guard let first = text.firstIndex(where: { !isBlank($0) }),
      let last = text.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return text[first...last]
  }
}

/// Text in which Excel writes characters that XML cannot hold as `_x000D_`.
///
/// - SeeAlso: ISO/IEC 29500-1:2016, clause 22.9.2.19, `ST_Xstring`.
enum EscapedText {
  private static let underscore = UInt8(ascii: "_")

  /// Adds the characters themselves.
  ///
  /// An escape that stands for no character is left as it is.
  ///
  /// - Complexity: O(*n*).
  static func append(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var rest = text
    while let start = rest.firstIndex(of: underscore) {
      result += rest[..<start]
      if let character = character(rest[start...]) {
        result.append(contentsOf: String(character).utf8)
        rest = rest[(start + 7)...]
      } else {
        result.append(underscore)
        rest = rest[(start + 1)...]
      }
    }
    result += rest
  }

  private static func character(_ text: ArraySlice<UInt8>) -> Character? {
    let escape = text.prefix(7)
    guard escape.count == 7, escape.starts(with: "_x".utf8), escape.last == underscore else {
      return nil
    }
    let digits = String(decoding: escape.dropFirst(2).dropLast(), as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
    return Unicode.Scalar(value).map(Character.init)
  }
}
