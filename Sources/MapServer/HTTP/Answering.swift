/// What answers a request; it may take its time, and is called on several threads at once.
///
/// An error it throws is answered with status 500, which says nothing of the error.
public typealias RequestHandler = @Sendable (Request) throws -> Response

/// Answers heads: by itself what breaks the rules, through the routes what keeps them.
struct Answering: Sendable {
  let own: OwnAuthorities
  let limits: ServerLimits
  let handler: RequestHandler
  private let compressed: CompressedBodies

  /// Answers at these authorities, within these limits.
  init(own: OwnAuthorities, limits: ServerLimits, handler: @escaping RequestHandler) {
    self.own = own
    self.limits = limits
    self.handler = handler
    compressed = CompressedBodies(mostBytes: limits.compressedBytes)
  }

  /// The answer to a request.
  ///
  /// - Complexity: What the route needs, and O(*n*) in the size of the body.
  func answer(to head: RequestHead) -> Answer {
    do {
      let request = try Request(head, at: own, limits: limits)
      return Answer(
        response(to: request), headers: request.headers,
        readableBy: request.headers["origin"].flatMap(own.origin),
        leavesOutBody: request.method == .head, closes: head.endsConnection,
        compressed: compressed)
    } catch {
      return answer(to: error, leavesOutBody: head.method == "HEAD", closes: head.endsConnection)
    }
  }

  /// The answer to what is no request to this server.
  func answer(to refusal: Refusal, leavesOutBody: Bool = false, closes: Bool = true) -> Answer {
    Answer(
      refusal.response, headers: [:], leavesOutBody: leavesOutBody,
      closes: closes || refusal.closes, compressed: compressed)
  }

  private func response(to request: Request) -> Response {
    switch request.method {
    case .get, .head: (try? handler(request)) ?? Answer.failure
    case .other: Self.options
    }
  }

  /// Tells a page of another site that it may ask.
  private static let options = Response(
    status: 204, mediaType: "text/plain", body: [],
    headers: [
      (name: "Allow", value: Refusal.allowedMethods),
      (name: "Access-Control-Allow-Methods", value: Refusal.allowedMethods),
      (name: "Access-Control-Allow-Headers", value: "*"),
      (name: "Access-Control-Max-Age", value: "86400"),
    ])
}
