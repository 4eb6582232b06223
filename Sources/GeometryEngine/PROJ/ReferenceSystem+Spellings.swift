// The spellings under which files name a reference system.
extension ReferenceSystem {
  /// What the text names, known to PROJ or not; `nil` when it has none of the accepted forms.
  init?(spelling text: String) {
    let text = text.uppercased()
    let blank = text.allSatisfy(\.isWhitespace)
    guard !blank else { return nil }
    let name = text.split(whereSeparator: \.isWhitespace).joined()
    if ["WGS84", "CRS84"].contains(name) {
      self = .wgs84
      return
    }
    let parts = Self.parts(of: name)
    guard let authority = parts.first, let number = parts.last, (2...3).contains(parts.count),
      Self.isPlain(authority), Self.isPlain(number)
    else { return nil }
    self =
      authority == "OGC" && number == "CRS84"
      ? .wgs84 : ReferenceSystem(authority: authority, number: number)
  }

  /// Authority, version where there is one, and code.
  private static func parts(of name: String) -> [String] {
    for prefix in ["URN:OGC:DEF:CRS:", "URN:X-OGC:DEF:CRS:"] where name.hasPrefix(prefix) {
      return split(name.dropFirst(prefix.count), at: ":")
    }
    for scheme in ["HTTP://", "HTTPS://"] {
      let prefix = scheme + "WWW.OPENGIS.NET/DEF/CRS/"
      if name.hasPrefix(prefix) { return split(name.dropFirst(prefix.count), at: "/") }
    }
    if name.allSatisfy({ $0.isASCII && $0.isNumber }) { return ["EPSG", name] }
    return split(name[...], at: ":")
  }

  private static func split(_ text: Substring, at separator: Character) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  private static func isPlain(_ part: String) -> Bool {
    !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
