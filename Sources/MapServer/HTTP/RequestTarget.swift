/// What a request asks for: the steps of a path and the parameters of a query, decoded.
///
/// - SeeAlso: RFC 9112, section 3.2.
struct RequestTarget: Equatable {
  let path: [String]
  let query: [Request.Parameter]
  /// Where the same is found without the slash at its end, if it has one.
  let withoutSlash: String?

  /// A target from its text, which begins with the slash of its path.
  ///
  /// - Throws: A refusal with status 400 or 404. A path never means another one: neither `..` nor
  ///   a second slash nor a backslash gets through, however it is written.
  init(_ text: some StringProtocol) throws(Refusal) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
      throw Refusal(400, "the address holds a character that must be escaped")
    }
    let parts = text.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    var steps = parts[0].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard steps.count > 1, steps.removeFirst().isEmpty else {
      throw Refusal(400, "the address does not begin with a slash")
    }
    let endsInSlash = steps.last?.isEmpty ?? false
    if endsInSlash { steps.removeLast() }
    var path: [String] = []
    for step in steps { path.append(try Self.step(step)) }
    self.path = path
    query = parts.count > 1 ? try Self.parameters(parts[1]) : []
    withoutSlash =
      endsInSlash && !steps.isEmpty
      ? String(decoding: parts[0].dropLast(), as: UTF8.self)
        + (parts.count > 1 ? "?" + String(decoding: parts[1], as: UTF8.self) : "")
      : nil
  }

  private static func step(_ bytes: some Collection<UInt8>) throws(Refusal) -> String {
    guard !bytes.isEmpty else { throw Refusal(404, "there is nothing at this address") }
    let step = try PercentEncoding.decoded(bytes)
    guard step != ".", step != "..", !step.utf8.contains(UInt8(ascii: "/")),
      !step.utf8.contains(UInt8(ascii: "\\"))
    else { throw Refusal(400, "a step of the address is not a name") }
    return step
  }

  private static func parameters(
    _ bytes: some Collection<UInt8>
  ) throws(Refusal) -> [Request.Parameter] {
    var parameters: [Request.Parameter] = []
    for piece in bytes.split(separator: UInt8(ascii: "&")) {
      let sides = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      parameters.append(
        Request.Parameter(
          name: try PercentEncoding.decoded(sides[0], plusIsSpace: true),
          value: sides.count > 1 ? try PercentEncoding.decoded(sides[1], plusIsSpace: true) : ""))
    }
    return parameters
  }
}
