extension FileFormat {
  /// How much of a file is looked at.
  private static let sampleSize = 65_536

  /// The kinds that are told apart by their text, in whatever encoding.
  static func byText(_ bytes: [UInt8]) -> FileFormat {
    guard let head = asciiHead(of: bytes.prefix(sampleSize)) else { return .binary }
    guard let start = head.firstIndex(where: { !isBlank($0) }) else { return .text }
    switch head[start] {
    case 0x1E: return .jsonSequence
    case UInt8(ascii: "{"): return .jsonObject
    case UInt8(ascii: "["): return beginsArray(head[(start + 1)...]) ? .jsonArray : .text
    case UInt8(ascii: "<"): return ofMarkup(head[start...], isClosed: endsWithBracket(bytes))
    default: return .text
    }
  }

  /// The beginning of a text with everything beyond ASCII as 0xFF, without a byte order mark;
  /// `nil` if it is no text.
  private static func asciiHead(of sample: ArraySlice<UInt8>) -> [UInt8]? {
    let mark = ByteOrderMark.of(sample)
    let body = sample.dropFirst(mark?.byteCount ?? 0)
    let head =
      switch mark?.encoding ?? TextEncoding.utf16WithoutMark(body) {
      case .utf16LittleEndian: everyOther(body, high: 1)
      case .utf16BigEndian: everyOther(body, high: 0)
      default: Array(body)
      }
    return controlCount(head) * 32 > head.count || (head.contains(0) && !isUTF8(head)) ? nil : head
  }

  /// Whether a sample is UTF-8, perhaps cut off in the middle of a character.
  private static func isUTF8(_ sample: [UInt8]) -> Bool {
    let end = sample.lastIndex { $0 < 0x80 } ?? sample.startIndex
    return String(validating: sample[..<end], as: UTF8.self) != nil
  }

  private static func everyOther(_ body: ArraySlice<UInt8>, high: Int) -> [UInt8] {
    stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map {
      body[$0 + high] == 0 ? body[$0 + 1 - high] : 0xFF
    }
  }

  /// Control characters that no text has: all but those for white space, the separator of JSON
  /// texts and the end mark of DOS.
  private static func controlCount(_ body: [UInt8]) -> Int {
    body.count { $0 < 0x20 && !isBlank($0) && $0 != 0x1E && $0 != 0x1A }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The header row `[Name],[Postcode]` of a database export is no array.
  private static func beginsArray(_ rest: ArraySlice<UInt8>) -> Bool {
    let word = rest.drop(while: isBlank).prefix(8)
    guard let first = word.first else { return true }
    let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first & 0xDF)
    let literals = ["true", "false", "null", "NaN", "Infinity"]
    return !isLetter || literals.contains { word.starts(with: $0.utf8) }
  }

  /// Whether the last visible character is `>`, in any encoding.
  private static func endsWithBracket(_ bytes: [UInt8]) -> Bool {
    bytes.suffix(64).last { $0 != 0 && !isBlank($0) } == UInt8(ascii: ">")
  }

  /// What markup is by its document type or its first element.
  private static func ofMarkup(_ head: ArraySlice<UInt8>, isClosed: Bool) -> FileFormat {
    let text = String(decoding: head.prefix(8_192), as: UTF8.self).lowercased()
    let isDeclared = text.hasPrefix("<?xml")
    let body = withoutPreamble(text)
    if body.hasPrefix("<!doctype html") { return .html }
    let name = body.dropFirst().prefix { $0.isLetter || $0.isNumber || ":_-.".contains($0) }
    let localName = name.split(separator: ":").last ?? ""
    if htmlElements.contains(String(localName)) { return .html }
    if localName == "kml" { return .kml }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .xmlSpreadsheet }
    if text.contains("opengis.net/gml") { return .gml }
    // A cell such as "<none>" begins no document.
    return isDeclared || body.hasPrefix("<!doctype") || (!name.isEmpty && isClosed) ? .xml : .text
  }

  private static let htmlElements: Set<String> = [
    "html", "head", "body", "meta", "title", "style", "script", "table", "div",
  ]

  /// What follows the declarations and comments at the beginning.
  private static func withoutPreamble(_ text: String) -> Substring {
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      let end = rest.hasPrefix("<?") ? "?>" : rest.hasPrefix("<!--") ? "-->" : nil
      guard let end else { return rest }
      guard let close = rest.firstRange(of: end) else { return "" }
      rest = rest[close.upperBound...]
    }
  }
}
