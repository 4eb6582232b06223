/// An answer as it goes over the wire.
struct Answer: Sendable {
  let status: Int
  let fields: [(name: String, value: String)]
  let body: [UInt8]
  /// Whether the connection ends with it.
  let closes: Bool

  /// What a route may not say, because the server knows better.
  private static let ownFields: Set<String> = [
    "connection", "content-encoding", "content-length", "content-type", "date", "etag",
    "transfer-encoding",
  ]

  /// The answer to a request from what a route answers.
  ///
  /// A header of the route stands instead of the one of the same name that every answer has.
  ///
  /// - Parameters:
  ///   - response: What the route answers.
  ///   - headers: The headers of the request by their names in lower case.
  ///   - origin: The site whose pages may read the answer, if it is another one.
  ///   - leavesOutBody: Whether only the head was asked for.
  ///   - closes: Whether the connection ends with the answer.
  ///   - compressed: The bodies that have been compressed before.
  init(
    _ response: Response, headers: [String: String], readableBy origin: String? = nil,
    leavesOutBody: Bool, closes: Bool, compressed: CompressedBodies
  ) {
    let response = response.isValid ? response : Self.failure
    var fields = response.headers.filter { !Self.ownFields.contains($0.name.lowercased()) }
    let taken = Set(fields.map { $0.name.lowercased() })
    for (name, value) in Self.defaultFields(of: response) where !taken.contains(name.lowercased()) {
      fields.append((name: name, value: value))
    }
    if let origin { fields.append((name: "Access-Control-Allow-Origin", value: origin)) }
    fields.append((name: "Date", value: HTTPDate.now.description))
    var status = response.status
    var body = response.body
    if status == 200 {
      let tag = EntityTag(of: body)
      let packs =
        response.isWorthCompressing
        && AcceptEncoding.prefersGzip(headers["accept-encoding"])
      fields.append((name: "ETag", value: tag.text(compressed: packs)))
      if let known = headers["if-none-match"], tag.isNamed(in: known) {
        status = 304
      } else if packs {
        body = compressed.gzip(body, tag: tag)
        fields.append((name: "Content-Encoding", value: "gzip"))
      }
    }
    let hasBody = status != 204 && status != 304
    if hasBody {
      fields.append((name: "Content-Type", value: response.mediaType))
      fields.append((name: "Content-Length", value: String(body.count)))
    }
    if closes { fields.append((name: "Connection", value: "close")) }
    self.status = status
    self.fields = fields
    self.body = hasBody && !leavesOutBody ? body : []
    self.closes = closes
  }

  /// The answer to a request whose route failed, which says nothing of how.
  static let failure = Response(
    status: 500, mediaType: "text/plain; charset=utf-8",
    body: Array("the service failed to answer this\n".utf8))

  /// What every answer says unless its route says otherwise.
  private static func defaultFields(of response: Response) -> [(name: String, value: String)] {
    var fields = [
      (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
      (name: "X-Content-Type-Options", value: "nosniff"),
      (name: "Referrer-Policy", value: "no-referrer"),
      // The data may change with every run, but a tag is cheap to compare.
      (name: "Cache-Control", value: "no-cache"),
      (name: "Vary", value: "Accept, Accept-Encoding, Origin"),
    ]
    if response.mediaType.hasPrefix("text/html") {
      fields.append(
        (
          name: "Content-Security-Policy",
          value: "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
        ))
    }
    return fields
  }
}

extension Response {
  /// Whether status and headers can be sent: no name or value ends a line.
  fileprivate var isValid: Bool {
    (200...599).contains(status) && mediaType.utf8.allSatisfy(Self.isValueByte)
      && headers.allSatisfy { name, value in
        !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte)
          && value.utf8.allSatisfy(Self.isValueByte)
      }
  }

  /// Whether compression pays: text of more than a packet.
  fileprivate var isWorthCompressing: Bool {
    let type = mediaType.prefix { $0 != ";" }.trimmingSpaces.lowercased()
    return body.count > 1_024
      && (type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
        || type.hasSuffix("javascript"))
  }

  /// RFC 9110, section 5.6.2, without the signs that no name has.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func isValueByte(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || byte == 0x09
  }
}
