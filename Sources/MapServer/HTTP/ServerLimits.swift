/// How much the server takes from whoever asks, and how long it waits.
///
/// The lengths are kept by the parser while it reads, so that no more than that is ever held; a
/// request beyond them is answered with 414 or 431 and the connection is closed.
public struct ServerLimits: Sendable {
  /// The longest target of a request, in bytes; 8,192 unless said otherwise.
  public var targetBytes = 8_192
  /// The longest head of a request, in bytes of its target, names and values; 32,768.
  public var headBytes = 32_768
  /// The most header fields of a request; 100.
  public var headerFields = 100
  /// How long a new connection may take until its first head is complete; 10 seconds.
  ///
  /// The time runs from the moment it opens, however many bytes come in meanwhile.
  public var headDeadline: Duration = .seconds(10)
  /// How long a connection is kept after an answer until the next head is complete; 30 seconds.
  public var idleDeadline: Duration = .seconds(30)
  /// How long the client may take to accept one answer; 60 seconds.
  public var answerDeadline: Duration = .seconds(60)
  /// How long a connection that the server ends goes on being emptied; 1 second.
  ///
  /// To close a socket that still holds unread bytes resets it, and the client may lose the answer
  /// that says what was wrong.
  public var lingerDeadline: Duration = .seconds(1)
  /// How long requests under way may take when the server stops; 2 seconds.
  public var stopDeadline: Duration = .seconds(2)
  /// The most connections at a time; 256.
  ///
  /// Beyond that the oldest connection that has not sent a whole head yet gives way, then the one
  /// that has been open longest among those between two requests. Where all are being answered,
  /// the newcomer is closed.
  public var connections = 256
  /// The most bytes of compressed bodies that are kept for the next who asks; 33,554,432.
  public var compressedBytes = 33_554_432

  /// The limits as they are documented.
  public init() {}
}
