internal import GeoJSON

extension DBaseTable.Field {
  /// The value of the column in a row.
  ///
  /// A field of blanks is null, of whatever type, because dBase has no other way to say so; so is
  /// a number of asterisks, which stand for one too long for its column.
  ///
  /// - Parameters:
  ///   - row: The bytes of the row.
  ///   - encoding: How text is written.
  ///   - isForeign: Set to `true` if a text is in another encoding.
  /// - Returns: `nil` for a number or truth value that is none.
  func value(
    in row: [UInt8], encoding: DBaseEncoding, isForeign: inout Bool
  ) -> JSONValue? {
    let content = DBaseTable.trimmed(row[bytes])
    guard !content.isEmpty else { return .null }
    switch type {
    case UInt8(ascii: "N"), UInt8(ascii: "F"):
      return content.allSatisfy { $0 == UInt8(ascii: "*") } ? .null : Self.number(content)
    case UInt8(ascii: "L"): return Self.truth(content)
    case UInt8(ascii: "D"): return Self.date(content)
    default:
      let text = encoding.text(content)
      if text.isForeign { isForeign = true }
      return .string(text.string)
    }
  }

  private static func number(_ content: [UInt8]) -> JSONValue? {
    // What else `Double` reads, such as hexadecimal digits and "nan", no table means.
    let isPlain = content.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    let text = String(decoding: content, as: UTF8.self)
    guard isPlain else { return nil }
    if let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { return nil }
    return .number(number)
  }

  private static func truth(_ content: [UInt8]) -> JSONValue? {
    switch content.first {
    case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"): .bool(true)
    case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"): .bool(false)
    case UInt8(ascii: "?"): .null
    default: nil
    }
  }

  /// A day as ISO 8601 writes it; eight zeros are none.
  private static func date(_ content: [UInt8]) -> JSONValue? {
    let digits = String(decoding: content, as: UTF8.self)
    guard content.count == 8, content.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard digits != "00000000" else { return .null }
    return .string("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }
}
