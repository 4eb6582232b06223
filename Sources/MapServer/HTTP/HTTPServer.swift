#if Server
  internal import Foundation
  internal import NIOCore
  internal import NIOHTTP1
  internal import NIOPosix

  /// A small server of HTTP/1.1 for those who read: GET and HEAD, no bodies, no secrets.
  ///
  /// It listens from the moment it is made; ``run()`` waits until it is told to stop.
  ///
  /// ```swift
  /// let server = try await HTTPServer(port: 8080) { request in
  ///   Response(mediaType: "text/plain", body: Array("hello".utf8))
  /// }
  /// await server.run()
  /// ```
  ///
  /// - SeeAlso: RFC 9110, "HTTP Semantics", and RFC 9112, "HTTP/1.1", both 2022.
  public final class HTTPServer: Sendable {
    /// The port it listens on; the one that was free where 0 was asked for.
    public let port: Int
    private let listener: any Channel
    private let connections: Connections
    private let limits: ServerLimits

    /// A server that listens.
    ///
    /// - Parameters:
    ///   - host: The address to listen on. Any other than the loopback address shows the service
    ///     to the network, without a password.
    ///   - port: From 0 to 65,535; 0 takes one that is free.
    ///   - names: What else the server is called: `maps.example`, at any port, or
    ///     `maps.example:8080`. Requests to other names than these, the host and those of the
    ///     loopback address are refused with status 421, because a page of another site can make
    ///     its own name resolve to this machine.
    ///   - limits: How much it takes and how long it waits.
    ///   - handler: What answers.
    /// - Throws: ``ServerError`` if it cannot listen.
    public init(
      host: String = "127.0.0.1", port: Int = 0, names: [String] = [],
      limits: ServerLimits = ServerLimits(), handler: @escaping RequestHandler
    ) async throws(ServerError) {
      precondition((0...65_535).contains(port), "the port of an address has 16 bits")
      let connections = Connections(most: limits.connections)
      let answering = Answering(
        own: OwnAuthorities(host: host, names: names), limits: limits, handler: handler)
      let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.backlog, value: 256)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelOption(.autoRead, value: false)
        .childChannelOption(.allowRemoteHalfClosure, value: true)
        .childChannelOption(.maxMessagesPerRead, value: 1)
        .childChannelOption(
          .recvAllocator,
          value: FixedSizeRecvByteBufferAllocator(capacity: ConnectionHandler.readBytes)
        )
        .childChannelInitializer { channel in
          guard connections.admit(channel) else { return channel.close() }
          channel.closeFuture.whenComplete { _ in connections.remove(channel) }
          return channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandlers(
              HTTPResponseEncoder(),
              // Spaces in front of a value are no part of it, yet are held while it is read.
              ByteToMessageHandler(
                RequestDecoder(limits: limits), maximumBufferSize: limits.headBytes),
              ConnectionHandler(answering: answering, limits: limits, connections: connections))
          }
        }
      do {
        listener = try await bootstrap.bind(host: host, port: port).get()
      } catch {
        throw ServerError(error, host: host, port: port)
      }
      self.port = listener.localAddress?.port ?? port
      self.connections = connections
      self.limits = limits
    }

    /// Waits until the server has been stopped or the task is cancelled, and the requests that are
    /// under way then have been answered.
    ///
    /// Connections that take longer than ``ServerLimits/stopDeadline`` are closed.
    public func run() async {
      await withTaskCancellationHandler {
        try? await listener.closeFuture.get()
      } onCancel: {
        stop()
      }
      let channels = connections.close()
      let deadline = listener.eventLoop.scheduleTask(in: TimeAmount(limits.stopDeadline)) {
        for channel in channels { channel.close(promise: nil) }
      }
      for channel in channels {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
      }
      for channel in channels { try? await channel.closeFuture.get() }
      deadline.cancel()
    }

    /// Takes no more connections, so that ``run()`` comes to its end.
    public func stop() {
      listener.close(promise: nil)
    }
  }

  extension ServerError {
    fileprivate init(_ error: any Error, host: String, port: Int) {
      let isUnknownHost = error is SocketAddressError.UnknownHost
      self =
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: .portInUse(port)
        case EACCES: .portNotPermitted(port)
        case EADDRNOTAVAIL: .addressUnavailable(host)
        default: isUnknownHost ? .addressUnavailable(host) : .cannotListen("\(error)")
        }
    }
  }
#endif
