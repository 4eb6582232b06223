#if Server
  import NIOCore
  import NIOPosix
  import Synchronization

  /// A client that sends what it is told, byte by byte, and keeps what comes back.
  final class RawConnection: Sendable {
    /// Nothing came for longer than any test waits.
    struct Silence: Error {}
    /// The server ended the connection before what was waited for.
    struct Ended: Error {}

    fileprivate struct Contents {
      var bytes: [UInt8] = []
      var isClosed = false
    }

    private let channel: any Channel
    private let keeper: Keeper

    /// A connection to a port of this machine.
    static func open(port: Int, reads: Bool = true) async throws -> RawConnection {
      let keeper = Keeper()
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.autoRead, value: reads)
        .channelOption(.allowRemoteHalfClosure, value: false)
        .channelInitializer { $0.pipeline.addHandler(keeper) }
        .connect(host: "127.0.0.1", port: port).get()
      return RawConnection(channel: channel, keeper: keeper)
    }

    private init(channel: any Channel, keeper: Keeper) {
      self.channel = channel
      self.keeper = keeper
    }

    func send(_ text: String) async throws {
      try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
      try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    /// Says that nothing more is sent.
    func endSending() async throws {
      try await channel.close(mode: .output).get()
    }

    func close() {
      channel.close(promise: nil)
    }

    /// The next answer, which is taken out of what has come.
    func answer(leavesOutBody: Bool = false) async throws -> RawAnswer {
      try await waiting { contents in
        guard let (answer, length) = RawAnswer.first(in: contents.bytes, leavesOutBody) else {
          if contents.isClosed { throw Ended() }
          return nil
        }
        contents.bytes.removeFirst(length)
        return answer
      }
    }

    /// Waits until the server has ended the connection, and returns what is left.
    func untilClosed() async throws -> [UInt8] {
      try await waiting { $0.isClosed ? $0.bytes : nil }
    }

    /// Whether the server has ended the connection by now.
    var isClosed: Bool { keeper.contents.withLock(\.isClosed) }

    /// Tries again until there is a value, for 30 seconds.
    private func waiting<Value: Sendable>(
      _ value: (inout Contents) throws -> Value?
    ) async throws -> Value {
      for _ in 0..<6_000 {
        if let value = try keeper.contents.withLock({ try value(&$0) }) { return value }
        try await Task.sleep(for: .milliseconds(5))
      }
      throw Silence()
    }

    /// Keeps what comes.
    private final class Keeper: ChannelInboundHandler, Sendable {
      typealias InboundIn = ByteBuffer

      let contents = Mutex(Contents())

      func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        contents.withLock { $0.bytes += buffer.readableBytesView }
      }

      func channelInactive(context: ChannelHandlerContext) {
        contents.withLock { $0.isClosed = true }
      }

      func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
      }
    }
  }
#endif
