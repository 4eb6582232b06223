/// A page for people: a heading, a way back, and blocks in the order they are added.
///
/// It needs nothing from elsewhere: no script, no image, no font. Every text is escaped, for names
/// of organisations and values of queries come from anyone.
struct HTMLPage: Sendable {
  /// What stands above the page and in the title of the window.
  let title: String
  /// The pages above this one, from the top: their names and addresses.
  let trail: [(name: String, address: String)]
  private var content = ""

  init(_ title: String, under trail: [(name: String, address: String)] = []) {
    self.title = title
    self.trail = trail
  }

  /// A place for a text in a table or list.
  enum Cell {
    /// A text.
    case text(String)
    /// A number, set to the right.
    case number(String)
    /// A text that leads to a page of the service.
    case link(String, to: String)
  }

  /// Adds a paragraph.
  mutating func add(paragraph text: String) {
    content += "<p>\(Self.escaped(text))</p>\n"
  }

  /// Adds a heading of a part of the page.
  mutating func add(heading text: String) {
    content += "<h2>\(Self.escaped(text))</h2>\n"
  }

  /// Adds a list.
  mutating func add(list items: [Cell]) {
    guard !items.isEmpty else { return }
    content += "<ul>\n"
    for item in items { content += "<li>\(Self.text(of: item))</li>\n" }
    content += "</ul>\n"
  }

  /// Adds a bar of links to other pages; nothing if there are none.
  mutating func add(navigation label: String, _ links: [(name: String, address: String)]) {
    guard !links.isEmpty else { return }
    let anchors = links.map { Self.text(of: .link($0.name, to: $0.address)) }
    content +=
      "<nav aria-label=\"\(Self.escaped(label))\">\(anchors.joined(separator: " · "))</nav>\n"
  }

  /// Adds a table whose first cell of each row names the row.
  mutating func add(table caption: String, header: [String], rows: [[Cell]]) {
    content += "<div class=\"table\" tabindex=\"0\" role=\"region\""
    content += " aria-label=\"\(Self.escaped(caption))\"><table>\n"
    content += "<caption>\(Self.escaped(caption))</caption>\n<thead><tr>"
    for name in header { content += "<th scope=\"col\">\(Self.escaped(name))</th>" }
    content += "</tr></thead>\n<tbody>\n"
    for row in rows {
      content += "<tr>"
      for (column, cell) in row.enumerated() {
        let text = Self.text(of: cell)
        if column == 0 {
          content += "<th scope=\"row\">\(text)</th>"
        } else if case .number = cell {
          content += "<td class=\"number\">\(text)</td>"
        } else {
          content += "<td>\(text)</td>"
        }
      }
      content += "</tr>\n"
    }
    content += "</tbody></table></div>\n"
  }

  /// The document.
  var document: [UInt8] {
    var text = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    text += "<title>\(Self.escaped(title))</title>\n<style>\n\(Self.style)</style>\n"
    text += "</head>\n<body>\n"
    if !trail.isEmpty {
      text += "<nav aria-label=\"Pages above\">"
      text += trail.map { Self.text(of: .link($0.name, to: $0.address)) }.joined(separator: " › ")
      text += "</nav>\n"
    }
    text += "<main>\n<h1>\(Self.escaped(title))</h1>\n\(content)</main>\n</body>\n</html>\n"
    return Array(text.utf8)
  }

  /// The answer that sends the page; nothing in it can run or be fetched, whatever the names hold.
  func response(status: Int = 200, headers: [(name: String, value: String)] = []) -> Response {
    Response(
      status: status, mediaType: MediaType.html, body: document,
      headers: headers + [
        (
          name: "Content-Security-Policy",
          value: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'"
        )
      ])
  }

  private static func text(of cell: Cell) -> String {
    switch cell {
    // Names may be written from right to left; isolated, they leave the text beside them alone.
    case .text(let text): text.isEmpty ? "" : "<bdi>\(escaped(text))</bdi>"
    case .number(let text): escaped(text)
    case .link(let text, let address):
      "<a href=\"\(escaped(address))\"><bdi>\(escaped(text))</bdi></a>"
    }
  }

  /// The text with all that HTML takes for its own replaced, and without control characters.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem auto; padding: 0 1rem; }
    body { max-width: 72rem; }
    nav { margin: 0.5rem 0; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.9rem; width: max-content; }
    caption { text-align: left; padding: 0.25rem 0; }
    th, td { border: 1px solid #8888; max-width: 60ch; padding: 0.25rem 0.5rem; }
    th, td { text-align: left; vertical-align: top; }
    td.number { text-align: right; }

    """
}
