/// What a client takes, by the `Accept` header of its request.
///
/// The most specific range that covers a media type decides. Whoever names any kind of JSON is
/// taken to want JSON, so that a client that asks for `application/geo+json` everywhere is answered
/// everywhere. What is not a media range is passed over; a header without any accepts everything.
///
/// - SeeAlso: RFC 9110, section 12.5.1.
struct AcceptHeader: Sendable {
  /// How much the client wants JSON, 0 (not at all) to 1.
  let jsonQuality: Double
  /// How much the client wants HTML, 0 (not at all) to 1.
  let htmlQuality: Double

  /// What a header says; `nil` where a request has none.
  init(_ header: String?) {
    let ranges = (header ?? "").split(separator: ",").compactMap(MediaRange.init)
    guard !ranges.isEmpty else {
      jsonQuality = 1
      htmlQuality = 1
      return
    }
    func quality(of type: String, _ isNamed: (MediaRange) -> Bool) -> Double {
      let named = ranges.filter(isNamed)
      let covering = ranges.filter { $0.type == type && $0.subtype == "*" }
      let all = ranges.filter { $0.type == "*" && $0.subtype == "*" }
      return [named, covering, all].first { !$0.isEmpty }?.map(\.quality).max() ?? 0
    }
    jsonQuality = quality(of: "application") { range in
      range.type == "application" && (range.subtype == "json" || range.subtype.hasSuffix("+json"))
    }
    htmlQuality = quality(of: "text") { range in
      range.type == "text" && range.subtype == "html"
        || range.type == "application" && range.subtype == "xhtml+xml"
    }
  }

  /// Whether the client would rather have HTML than JSON.
  var prefersHTML: Bool { htmlQuality > jsonQuality }

  /// The form wanted most of those there are, JSON where it is as welcome; `nil` if none is taken.
  func choice(of offered: [Representation]) -> Representation? {
    let json = offered.contains(.json) ? jsonQuality : 0
    let html = offered.contains(.html) ? htmlQuality : 0
    guard max(json, html) > 0 else { return nil }
    return html > json ? .html : .json
  }
}

/// One range of an `Accept` header: `text/*;q=0.5`.
private struct MediaRange {
  let type: String
  let subtype: String
  let quality: Double

  init?(_ text: Substring) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
    let names = parts[0].lowercased().split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    type = String(names[0])
    subtype = String(names[1])
    var quality = 1.0
    for part in parts.dropFirst() where part.lowercased().hasPrefix("q=") {
      guard let number = Double(part.dropFirst(2)), (0...1).contains(number) else { return nil }
      quality = number
    }
    self.quality = quality
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { start[...$0] } ?? ""
  }
}
