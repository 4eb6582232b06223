#if Server
  import Foundation
  import MapServer
  import Testing

  @Suite struct `Connection to the map service` {
    private typealias Sample = SampleServer

    @Test func `carries one request after the other`() async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        for number in 0..<20 {
          try await connection.send(Sample.get("/path/\(number)"))
          #expect(try await connection.answer().text == "\(number)")
        }
      }
    }

    /// The later a request, the sooner its route is done.
    @Test func `answers requests sent ahead in their order`() async throws {
      let handler: RequestHandler = { request in
        let number = Double(request.path[0]) ?? 0
        Thread.sleep(forTimeInterval: 0.02 / (1 + number))
        return Response(mediaType: "text/plain", body: Array(request.path[0].utf8))
      }
      try await Sample.serving(handler: handler) { server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send((0..<40).map { Sample.get("/\($0)") }.joined())
        for number in 0..<40 { #expect(try await connection.answer().text == "\(number)") }
      }
    }

    @Test func `takes many more requests ahead than are held at once`() async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send((0..<2_000).map { Sample.get("/path/\($0)") }.joined())
        for number in 0..<2_000 { #expect(try await connection.answer().text == "\(number)") }
      }
    }

    @Test func `takes a request in pieces of one byte`() async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        for byte in Sample.get("/path/slowly").utf8 {
          try await connection.send([byte])
          await Task.yield()
        }
        #expect(try await connection.answer().text == "slowly")
      }
    }

    @Test func `goes on behind a refusal of an address and ends behind one of a head`() async throws
    {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        let requests = [
          Sample.get("/%zz"), Sample.get("/path/1"), "nonsense\r\n\r\n", Sample.get("/"),
        ]
        try await connection.send(requests.joined())
        #expect(try await connection.answer().status == 400)
        #expect(try await connection.answer().text == "1")
        let last = try await connection.answer()
        #expect(last.status == 400)
        #expect(last.headers["connection"] == "close")
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test(arguments: [
      Sample.get("/path/x", "Connection: close"), Sample.get("/path/x", "Connection: TE, Close"),
      "GET /path/x HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n",
      Sample.get("/path/x", "Connection: Upgrade", "Upgrade: h2c"),
    ])
    func `ends after the answer where it should`(request: String) async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send(request)
        let answer = try await connection.answer()
        #expect(answer.text == "x")
        #expect(answer.headers["connection"] == "close")
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test func `brings every answer to who has ended its own side`() async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send(Sample.get("/large") + Sample.get("/path/last"))
        try await connection.endSending()
        #expect(try await connection.answer().body.count == Sample.large.count)
        #expect(try await connection.answer().text == "last")
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test func `serves others while routes are slow`() async throws {
      let handler: RequestHandler = { request in
        Thread.sleep(forTimeInterval: 0.05)
        return Sample.answer(to: request)
      }
      try await Sample.serving(handler: handler) { server in
        try await withThrowingTaskGroup(of: String.self) { group in
          for number in 0..<20 {
            group.addTask {
              try await Sample.answer(to: Sample.get("/path/\(number)"), from: server).text
            }
          }
          let texts = try await group.reduce(into: Set<String>()) { $0.insert($1) }
          #expect(texts == Set((0..<20).map(String.init)))
        }
      }
    }
  }
#endif
