/// An element of an XML document that is being written.
struct MarkupElement {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private let content: String
  private let children: [MarkupElement]

  /// An element from its parts; names are those of a vocabulary, values may be any text.
  init(
    _ name: String, _ attributes: [(String, String)] = [], text: String = "",
    children: [MarkupElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    content = text
    self.children = children
  }

  /// The element as text, each child on a line of its own.
  func text(indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    let start = attributes.reduce("\(margin)<\(name)") { text, attribute in
      "\(text) \(attribute.name)=\"\(Self.escaped(attribute.value))\""
    }
    guard !children.isEmpty else {
      return content.isEmpty ? "\(start)/>\n" : "\(start)>\(Self.escaped(content))</\(name)>\n"
    }
    let inner = children.map { $0.text(indent: indent + 1) }.joined()
    return "\(start)>\n\(inner)\(margin)</\(name)>\n"
  }

  /// A text as XML can hold it: characters that XML forbids become U+FFFD.
  ///
  /// - SeeAlso: W3C, *Extensible Markup Language (XML) 1.0*, 5th edition, 2008, sections 2.2, 2.4.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      // A reader would turn these into spaces.
      case "\t", "\n", "\r": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
