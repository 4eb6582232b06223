/// A host and perhaps a port, as they stand in `Host` and in front of a path.
///
/// - SeeAlso: RFC 3986, section 3.2.
struct Authority: Hashable {
  /// The name or address in lower case, an address of IPv6 in brackets.
  let host: String
  let port: Int?

  /// An authority from its text; `nil` if it is none, or names a user.
  init?(_ text: some StringProtocol) {
    // Letters outside ASCII may become some of it in lower case.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let text = text.lowercased()
    // An address of IPv6 has colons of its own.
    let hostEnd =
      text.hasPrefix("[")
      ? text.firstIndex(of: "]").map(text.index(after:)) : text.firstIndex(of: ":")
    let host = text[..<(hostEnd ?? text.endIndex)]
    let rest = text[host.endIndex...]
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else { return nil }
    self.host = String(host)
    if rest.isEmpty {
      port = nil
      return
    }
    let digits = rest.dropFirst()
    guard rest.first == ":", (1...5).contains(digits.utf8.count),
      digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      let number = Int(digits), number <= 65_535
    else { return nil }
    port = number
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
    case UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }
}

/// The names this server goes by.
///
/// A page of any other site can make a browser send its requests here, under a name of that site
/// that resolves to this machine. Only the `Host` of such a request gives it away.
struct OwnAuthorities: Sendable {
  private let names: Set<String>
  private let host: String

  /// The names of the loopback address, the address listened on, and those configured.
  ///
  /// A name stands for itself at any port, because whoever reaches this server through a tunnel
  /// knows it by another port than it has. A configured `name:port` stands for that alone.
  init(host: String, names: [String]) {
    let host = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    self.host = ["0.0.0.0", "[::]"].contains(host) ? "127.0.0.1" : host.lowercased()
    self.names = Set((["localhost", "127.0.0.1", "[::1]", host] + names).map { $0.lowercased() })
  }

  /// The text of the authority as links should have it, if it is one of this server.
  func text(of authority: some StringProtocol) -> String? {
    guard let parts = Authority(authority) else { return nil }
    let text = authority.lowercased()
    return names.contains(parts.host) || names.contains(text) ? text : nil
  }

  /// The origin of a page that may read what this server says: one of this machine, at any port,
  /// or of a configured name; `nil` for those of other sites.
  ///
  /// A study may be private, and any site that its user visits can ask the browser to fetch from
  /// here. Other maps in development on the same machine may read; the web may not.
  func origin(_ text: String) -> String? {
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
      return self.text(of: text.dropFirst(scheme.count)) == nil ? nil : text
    }
    return nil
  }

  /// What whoever sends no `Host` is told to call this server by.
  func text(port: Int?) -> String { port.map { "\(host):\($0)" } ?? host }
}
