/// An answer, before the server adds what belongs to every answer: length, date, coding and tag.
public struct Response: Sendable {
  /// The status code of HTTP.
  public let status: Int
  /// The media type of the body.
  public let mediaType: String
  /// The body; left out by the server where only the head was asked for.
  public let body: [UInt8]
  /// Headers beside those that every answer has.
  public let headers: [(name: String, value: String)]

  /// An answer from its parts.
  public init(
    status: Int = 200, mediaType: String, body: [UInt8],
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.mediaType = mediaType
    self.body = body
    self.headers = headers
  }
}
