#if Server
  import Foundation
  import MapServer
  import Synchronization

  extension ServerLimits {
    /// Waits as long as the tests of a busy machine may take.
    static var patient: ServerLimits {
      var limits = ServerLimits()
      limits.headDeadline = .seconds(600)
      limits.idleDeadline = .seconds(600)
      limits.answerDeadline = .seconds(600)
      return limits
    }
  }

  /// A server for the time of a test, with a few routes that say what they were asked.
  enum SampleServer {
    /// A body that pays to be compressed, larger than the buffers between two sockets.
    static let large = Array(
      (0..<400_000).map { "{\"place\":\($0)}" }.joined(separator: ",").utf8)

    /// Runs a server, and whatever is to be tried with it.
    static func serving<Value>(
      names: [String] = [], limits: ServerLimits = .patient,
      handler: @escaping RequestHandler = { answer(to: $0) },
      _ body: (HTTPServer) async throws -> Value
    ) async throws -> Value {
      let server = try await HTTPServer(names: names, limits: limits, handler: handler)
      async let end: Void = server.run()
      do {
        let value = try await body(server)
        server.stop()
        await end
        return value
      } catch {
        server.stop()
        await end
        throw error
      }
    }

    /// Sends one request, and returns its answer.
    static func answer(
      to request: String, from server: HTTPServer, leavesOutBody: Bool = false
    ) async throws -> RawAnswer {
      let connection = try await RawConnection.open(port: server.port)
      defer { connection.close() }
      try await connection.send(request)
      return try await connection.answer(leavesOutBody: leavesOutBody)
    }

    /// A request to the port of a server, with further lines.
    static func get(_ target: String, _ lines: String..., method: String = "GET") -> String {
      (["\(method) \(target) HTTP/1.1", "Host: localhost"] + lines).map { "\($0)\r\n" }.joined()
        + "\r\n"
    }

    static func answer(to request: Request) -> Response {
      let last = request.path.last ?? ""
      return switch request.path.first {
      case nil: Response(mediaType: "text/html; charset=utf-8", body: Array("<p>the map</p>".utf8))
      case "large": Response(mediaType: "application/geo+json", body: large)
      case "picture": Response(mediaType: "image/png", body: large)
      case "path": text(last)
      case "query": text(request.query.map { "\($0.name)=\($0.value);" }.joined())
      case "header": text(request.headers[last] ?? "none")
      case "origin": text(request.origin)
      default: Response(status: 404, mediaType: "text/plain", body: Array("none".utf8))
      }
    }

    private static func text(_ text: String) -> Response {
      Response(mediaType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
  }

  /// Holds up a route until the test lets it go on.
  final class Gate: Sendable {
    private struct State {
      var isReached = false
      var isOpen = false
    }

    private let state = Mutex(State())

    /// What a route calls: waits until the gate is open.
    func pass() {
      state.withLock { $0.isReached = true }
      while !state.withLock(\.isOpen) { Thread.sleep(forTimeInterval: 0.001) }
    }

    func open() {
      state.withLock { $0.isOpen = true }
    }

    /// Whether a route has come to the gate.
    var isReached: Bool { state.withLock(\.isReached) }

    /// Waits until a route has come to the gate.
    func reached() async throws {
      while !isReached { try await Task.sleep(for: .milliseconds(1)) }
    }
  }
#endif
