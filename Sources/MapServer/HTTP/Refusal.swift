/// Why a request is answered by the server itself and never reaches a route.
struct Refusal: Error, Equatable {
  /// The status code of HTTP.
  let status: Int
  /// What is wrong, for whoever reads the answer; never holds anything that was sent.
  let detail: String
  /// Whether the bytes that follow may not be what they seem, so that the connection must end.
  let closes: Bool
  /// Where the client finds what it asks for.
  let location: String?

  init(_ status: Int, _ detail: String, closes: Bool = false, location: String? = nil) {
    self.status = status
    self.detail = detail
    self.closes = closes
    self.location = location
  }

  /// The methods this service knows.
  static let allowedMethods = "GET, HEAD, OPTIONS"

  /// What a head that breaks the limits is answered.
  static let longHead = Refusal(431, "the head of the request is too long", closes: true)

  /// The answer that says so.
  var response: Response {
    var headers: [(name: String, value: String)] = []
    if status == 405 { headers.append((name: "Allow", value: Self.allowedMethods)) }
    if let location { headers.append((name: "Location", value: location)) }
    return Response(
      status: status, mediaType: "text/plain; charset=utf-8", body: Array("\(detail)\n".utf8),
      headers: headers)
  }
}
