#if Server
  internal import NIOCore
  internal import NIOHTTP1

  /// The parser of heads, which says what is wrong with one in the statuses of HTTP.
  struct RequestDecoder: ByteToMessageDecoder {
    typealias InboundOut = HTTPServerRequestPart

    private let parser: HTTPRequestDecoder

    /// A parser that holds no more of a head than the limits allow.
    init(limits: ServerLimits) {
      var configuration = NIOHTTPDecoderLimitConfiguration()
      configuration.maxHeaderFieldSize = limits.headBytes
      configuration.maxHeaderListSize = limits.headBytes
      configuration.maxHeaderFieldCount = limits.headerFields
      parser = HTTPRequestDecoder(limitConfiguration: configuration)
    }

    func decoderAdded(context: ChannelHandlerContext) { parser.decoderAdded(context: context) }

    func decoderRemoved(context: ChannelHandlerContext) { parser.decoderRemoved(context: context) }

    func decode(
      context: ChannelHandlerContext, buffer: inout ByteBuffer
    ) throws -> DecodingState {
      do {
        return try parser.decode(context: context, buffer: &buffer)
      } catch {
        throw Refusal(error, firstLine: buffer.readableBytesView.prefix { $0 != 0x0A })
      }
    }

    func decodeLast(
      context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState {
      do {
        return try parser.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
      } catch {
        throw Refusal(error, firstLine: buffer.readableBytesView.prefix { $0 != 0x0A })
      }
    }
  }

  extension Refusal {
    /// What is wrong with bytes that are no head, of which the parser tells little.
    fileprivate init(_ error: any Error, firstLine: ByteBufferView) {
      let words = String(decoding: firstLine, as: UTF8.self).split(separator: " ")
      // Those before it that came with it are still there; then it may be anything.
      let isFirst = !["GET", "HEAD", "OPTIONS"].contains(words.first)
      switch error as? HTTPParserError {
      case .headerOverflow?:
        self = .longHead
      case .invalidMethod? where isFirst && words.count == 3 && words[0].allSatisfy(\.isLetter):
        self.init(405, "this service only reads: use GET or HEAD", closes: true)
      // A line must end in both its signs, of which the second is cut off here.
      case .invalidVersion? where words.last?.hasSuffix("\r") ?? false:
        self.init(505, "this service speaks HTTP/1.1", closes: true)
      default:
        self.init(400, "this is not a request of HTTP/1.1", closes: true)
      }
    }
  }
#endif
