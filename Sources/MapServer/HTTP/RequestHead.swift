/// The head of a request as it was sent: split into its parts, of which nothing is decoded.
struct RequestHead: Sendable {
  let method: String
  let target: String
  /// The digit behind `HTTP/1.`.
  let minorVersion: Int
  /// The port it came in at, if that is known.
  let port: Int?
  /// The header fields in their order, the names as they were sent.
  let fields: [(name: String, value: String)]

  /// The values of the fields of a name, which is given in lower case.
  func values(of name: String) -> [String] {
    fields.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Whether the client is told that the connection ends with this answer.
  ///
  /// HTTP/1.0 knows several ways to keep one open, none of which is worth the trouble. After a
  /// wish to change the protocol the parser reads no further.
  var endsConnection: Bool {
    minorVersion == 0 || !values(of: "upgrade").isEmpty
      || values(of: "connection").contains { value in
        value.split(separator: ",").contains { word in
          word.trimmingSpaces.lowercased() == "close"
        }
      }
  }
}

extension Substring {
  /// The text without spaces and tabs at either end, which HTTP allows around most things.
  var trimmingSpaces: Substring {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    guard let last = lastIndex(where: { !isSpace($0) }) else { return "" }
    return self[...last].drop(while: isSpace)
  }
}
