/// A page with gaps, `{{name}}`, to be filled.
struct PageTemplate {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The page with its gaps filled, in one pass: what is put in is never read again.
  ///
  /// - Precondition: Every gap has a filling.
  func filled(_ fillings: [String: [UInt8]]) -> [UInt8] {
    let brace = UInt8(ascii: "{")
    var page: [UInt8] = []
    page.reserveCapacity(fillings.values.reduce(bytes.count) { $0 + $1.count })
    var index = 0
    while index < bytes.count {
      guard bytes[index] == brace, index + 1 < bytes.count, bytes[index + 1] == brace,
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      else {
        page.append(bytes[index])
        index += 1
        continue
      }
      let name = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
      guard let filling = fillings[name] else {
        preconditionFailure("nothing fills the gap \(name)")
      }
      page += filling
      index = end + 2
    }
    return page
  }

  /// A text as it may stand in an element or in a quoted attribute.
  static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      // HTML has no place for a null character, escaped or not.
      case 0: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
