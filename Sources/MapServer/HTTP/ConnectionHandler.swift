#if Server
  internal import NIOCore
  internal import NIOHTTP1
  internal import NIOPosix

  /// One connection: takes its requests in their order, has them answered elsewhere, and waits no
  /// longer than the limits allow.
  ///
  /// Nothing is read while a request is being answered, so that a client which sends faster than
  /// it reads waits in its own buffers.
  final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What has come in and is to be answered.
    private enum Arrival {
      case head(RequestHead)
      case fault(Refusal)
    }

    /// How many bytes are read at once.
    static let readBytes = 4_096
    /// How many requests may wait their turn, which is more than fit into one read.
    ///
    /// A client that ends its side is read to the end at once; it is cut off if it sent more than
    /// that ahead.
    private static let mostWaiting = 256

    private let answering: Answering
    private let limits: ServerLimits
    private let connections: Connections
    /// Where requests are answered, so that a slow one holds up no other connection.
    private let pool = NIOThreadPool.singleton
    private var phase = Connections.Phase.opening
    private var waiting: CircularBuffer<Arrival> = []
    private var deadline: Scheduled<Void>?
    private var inputEnded = false
    private var isStopping = false

    init(answering: Answering, limits: ServerLimits, connections: Connections) {
      self.answering = answering
      self.limits = limits
      self.connections = connections
    }

    func channelActive(context: ChannelHandlerContext) {
      closeUnlessDone(in: limits.headDeadline, context: context)
      context.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
      deadline?.cancel()
      waiting.removeAll()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      // Who sends a body is refused at the head, so all that may follow is the end of a request.
      guard case .head(let head) = unwrapInboundIn(data) else { return }
      take(.head(RequestHead(head, channel: context.channel)), context: context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
      if phase != .answering { context.read() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      switch error {
      case let refusal as Refusal: take(.fault(refusal), context: context)
      case is ByteToMessageDecoderError.PayloadTooLargeError:
        take(.fault(.longHead), context: context)
      // What the parser says of a fault beside throwing it, and of the bytes that follow one.
      case is HTTPParserError, is ByteToMessageDecoderError: break
      default: context.close(promise: nil)
      }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      switch event {
      case ChannelEvent.inputClosed:
        inputEnded = true
        if phase != .answering { context.close(promise: nil) }
      case is ChannelShouldQuiesceEvent:
        isStopping = true
        if phase != .answering { context.close(promise: nil) }
      default: context.fireUserInboundEventTriggered(event)
      }
    }
  }

  extension ConnectionHandler {
    private func take(_ arrival: Arrival, context: ChannelHandlerContext) {
      switch phase {
      case .closing: break
      case .opening, .idle: answer(arrival, context: context)
      case .answering where waiting.count < Self.mostWaiting: waiting.append(arrival)
      case .answering: context.close(promise: nil)
      }
    }

    private func answer(_ arrival: Arrival, context: ChannelHandlerContext) {
      deadline?.cancel()
      enter(.answering, context: context)
      let answering = answering
      let answer = pool.runIfActive(eventLoop: context.eventLoop) {
        switch arrival {
        case .head(let head): answering.answer(to: head)
        case .fault(let refusal): answering.answer(to: refusal)
        }
      }
      answer.assumeIsolated().whenComplete { result in
        switch result {
        case .success(let answer): self.send(answer, context: context)
        case .failure: context.close(promise: nil)
        }
      }
    }

    private func send(_ answer: Answer, context: ChannelHandlerContext) {
      guard context.channel.isActive else { return }
      var head = HTTPResponseHead(
        version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status),
        headers: HTTPHeaders(answer.fields.map { ($0.name, $0.value) }))
      let closes = answer.closes || isStopping
      if closes { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      if !answer.body.isEmpty {
        let body = context.channel.allocator.buffer(bytes: answer.body)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
      }
      closeUnlessDone(in: limits.answerDeadline, context: context)
      let promise = context.eventLoop.makePromise(of: Void.self)
      promise.futureResult.assumeIsolated().whenComplete { result in
        switch result {
        case .success: self.goOn(closes: closes, context: context)
        case .failure: context.close(promise: nil)
        }
      }
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: promise)
    }

    /// Goes on to what comes after an answer that has been sent.
    private func goOn(closes: Bool, context: ChannelHandlerContext) {
      deadline?.cancel()
      if closes {
        linger(context: context)
      } else if let next = waiting.popFirst() {
        answer(next, context: context)
      } else if inputEnded || isStopping {
        context.close(promise: nil)
      } else {
        enter(.idle, context: context)
        closeUnlessDone(in: limits.idleDeadline, context: context)
        context.read()
      }
    }

    /// Ends this side of the connection, and reads on until the client ends its own.
    private func linger(context: ChannelHandlerContext) {
      guard !inputEnded else { return context.close(promise: nil) }
      waiting.removeAll()
      enter(.closing, context: context)
      closeUnlessDone(in: limits.lingerDeadline, context: context)
      context.close(mode: .output, promise: nil)
      context.read()
    }

    private func enter(_ phase: Connections.Phase, context: ChannelHandlerContext) {
      self.phase = phase
      connections.note(phase, of: context.channel)
    }

    private func closeUnlessDone(in time: Duration, context: ChannelHandlerContext) {
      deadline?.cancel()
      deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) {
        context.close(promise: nil)
      }
    }
  }

  extension RequestHead {
    fileprivate init(_ head: HTTPRequestHead, channel: any Channel) {
      port = channel.localAddress?.port
      method = head.method.rawValue
      target = head.uri
      minorVersion = head.version.minor
      fields = head.headers.map { (name: $0.name, value: String($0.value[...].trimmingSpaces)) }
    }
  }
#endif
