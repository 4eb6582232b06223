extension Request {
  /// A request from its head, if the head is all there is of it and asks this server.
  ///
  /// - Throws: A refusal: 400 for a head that breaks the rules, 405 for a method that is not
  ///   served, 413 for a request with a body, 414 for a long target and 421 for another host.
  init(
    _ head: RequestHead, at own: OwnAuthorities, limits: ServerLimits
  ) throws(Refusal) {
    let authority = try Self.authority(of: head, at: own)
    method =
      switch head.method {
      case "GET": .get
      case "HEAD": .head
      case "OPTIONS": .other("OPTIONS")
      default: throw Refusal(405, "this service only reads: use GET or HEAD", closes: true)
      }
    try Self.checkThereIsNoBody(head)
    guard head.target.utf8.count <= limits.targetBytes else {
      throw Refusal(414, "the address is longer than \(limits.targetBytes) bytes", closes: true)
    }
    let target = try RequestTarget(Self.originForm(of: head, at: own))
    if let withoutSlash = target.withoutSlash {
      throw Refusal(308, "the address has no slash at its end", location: withoutSlash)
    }
    path = target.path
    query = target.query
    headers = Dictionary(head.fields.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" }
    origin = "http://\(authority)"
  }

  private static func authority(
    of head: RequestHead, at own: OwnAuthorities
  ) throws(Refusal) -> String {
    let hosts = head.values(of: "host")
    if hosts.isEmpty && head.minorVersion == 0 { return own.text(port: head.port) }
    guard hosts.count == 1 else {
      throw Refusal(400, "a request has one Host, this one has \(hosts.count)", closes: true)
    }
    guard let authority = own.text(of: hosts[0]) else {
      throw Refusal(421, "this server does not go by that name", closes: true)
    }
    return authority
  }

  /// Whoever sends one anyway could have the next request read out of it.
  private static func checkThereIsNoBody(_ head: RequestHead) throws(Refusal) {
    guard head.values(of: "transfer-encoding").isEmpty else {
      throw Refusal(400, "a request has no body here", closes: true)
    }
    guard head.values(of: "content-length").allSatisfy({ $0 == "0" }) else {
      throw Refusal(413, "a request has no body here", closes: true)
    }
  }

  /// The target from the slash of its path on.
  private static func originForm(
    of head: RequestHead, at own: OwnAuthorities
  ) throws(Refusal) -> Substring {
    let target = head.target[...]
    let scheme = "http://"
    // OPTIONS may ask the server as a whole.
    if target == "*" && head.method == "OPTIONS" { return "/" }
    guard target.prefix(scheme.count).lowercased() == scheme else { return target }
    let rest = target.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard own.text(of: authority) != nil else {
      throw Refusal(421, "this server does not go by that name", closes: true)
    }
    let path = rest[authority.endIndex...]
    return path.hasPrefix("/") ? path : Substring("/\(path)")
  }
}
