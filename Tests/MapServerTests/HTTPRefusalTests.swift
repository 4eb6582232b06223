#if Server
  import MapServer
  import TestSupport
  import Testing

  @Suite struct `Request the map service refuses` {
    private typealias Sample = SampleServer
    private static let host = "Host: localhost\r\n"

    @Test(arguments: [
      ("POST", "Content-Length: 5\r\n\r\nhello"), ("PUT", "\r\n"), ("DELETE", "\r\n"),
      ("PATCH", "\r\n"), ("TRACE", "\r\n"), ("BREW", "\r\n"), ("PROPFIND", "\r\n"),
      ("POST", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ])
    func `has a method that changes things`(method: String, rest: String) async throws {
      try await Sample.serving { server in
        let answer = try await Sample.answer(
          to: "\(method) / HTTP/1.1\r\n\(Self.host)\(rest)", from: server)
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "GET, HEAD, OPTIONS")
      }
    }

    @Test(arguments: [
      (413, "Content-Length: 5\r\n\r\nhello"), (413, "Content-Length: 1099511627776\r\n\r\n"),
      (413, "Content-Length: 00\r\n\r\n"), (400, "Content-Length: -1\r\n\r\n"),
      (400, "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
      (400, "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
      (400, "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n"),
      (400, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
      (400, "Transfer-Encoding: identity\r\n\r\n"),
    ])
    func `has a body`(status: Int, rest: String) async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        // What follows must not be taken for a request.
        try await connection.send("GET / HTTP/1.1\r\n\(Self.host)\(rest)" + Sample.get("/path/in"))
        #expect(try await connection.answer().status == status)
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test(arguments: [
      (400, ""), (400, "Host: localhost\r\nHost: localhost\r\n"), (421, "Host: evil.example\r\n"),
      (421, "Host:\r\n"), (421, "Host: localhost, evil.example\r\n"),
    ])
    func `does not name this server once`(status: Int, lines: String) async throws {
      try await Sample.serving { server in
        let answer = try await Sample.answer(to: "GET / HTTP/1.1\r\n\(lines)\r\n", from: server)
        #expect(answer.status == status)
        #expect(answer.headers["connection"] == "close")
      }
    }

    @Test func `names another server in its address`() async throws {
      try await Sample.serving { server in
        for target in ["http://evil.example/", "http://localhost@evil.example/"] {
          let status = try await Sample.answer(to: Sample.get(target), from: server).status
          #expect(status == 421)
        }
        for target in ["https://localhost/", "ftp://localhost/"] {
          let status = try await Sample.answer(to: Sample.get(target), from: server).status
          #expect(status == 400)
        }
      }
    }

    @Test func `names a server as it was told to`() async throws {
      try await Sample.serving(names: ["maps.example"]) { server in
        let request = "GET /origin HTTP/1.1\r\nHost: Maps.Example:8443\r\n\r\n"
        let answer = try await Sample.answer(to: request, from: server)
        #expect(answer.text == "http://maps.example:8443")
      }
    }

    @Test(arguments: [
      (400, "\u{16}\u{3}\u{1}\u{2}\r\n\r\n"), (400, "nonsense\r\n\r\n"), (400, "GET\r\n\r\n"),
      (505, "GET / HTTP/9.9\r\n\(host)\r\n"), (505, "GET / HTTP/2.0\r\n\(host)\r\n"),
      (400, "GET / HTTP/1.1\nHost: localhost\n\n"), (400, "GET / HTTP/1.1\r\nX : 1\r\n\(host)\r\n"),
      (400, "GET / HTTP/1.1\r\n\(host) folded: 1\r\n\r\n"),
      (400, "GET / HTTP/1.1\r\n\(host): nameless\r\n\r\n"),
      (400, "GET / HTTP/1.1\r\n\(host)X: a\u{0}b\r\n\r\n"),
      (400, "GET /a b HTTP/1.1\r\n\(host)\r\n"), (400, "GET nowhere HTTP/1.1\r\n\(host)\r\n"),
      (405, "CONNECT localhost:80 HTTP/1.1\r\n\(host)\r\n"),
    ])
    func `is none`(status: Int, bytes: String) async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send(bytes)
        #expect(try await connection.answer().status == status)
        #expect(try await connection.untilClosed().isEmpty)
        // The next one is served as ever.
        let status = try await Sample.answer(to: Sample.get("/"), from: server).status
        #expect(status == 200)
      }
    }

    @Test(arguments: [
      (414, "GET /\(String(repeating: "a", count: 8_192)) HTTP/1.1\r\n\(host)\r\n"),
      (431, "GET /\(String(repeating: "a", count: 65_536)) HTTP/1.1\r\n\(host)\r\n"),
      (431, "GET / HTTP/1.1\r\n\(host)X: \(String(repeating: "a", count: 1 << 20))\r\n\r\n"),
      (431, "GET / HTTP/1.1\r\n\(host)X:\(String(repeating: " ", count: 1 << 20))a\r\n\r\n"),
      (431, "GET / HTTP/1.1\r\n\(host)\(String(repeating: "X: a\r\n", count: 100))\r\n"),
      (431, "GET / HTTP/1.1\r\n\(String(repeating: "X", count: 1 << 20))"),
    ])
    func `has a head beyond the limits`(status: Int, bytes: String) async throws {
      var limits = ServerLimits.patient
      limits.lingerDeadline = .seconds(60)
      try await Sample.serving(limits: limits) { server in
        let status = try await Sample.answer(to: bytes, from: server).status
        #expect(status == status)
      }
    }

    @Test func `has a head that just keeps the limits`() async throws {
      try await Sample.serving { server in
        let target = "/path/\(String(repeating: "a", count: 8_186))"
        let status = try await Sample.answer(to: Sample.get(target), from: server).status
        #expect(status == 200)
        let fields = String(repeating: "X: a\r\n", count: 99)
        let request = "GET /header/x HTTP/1.1\r\n\(Self.host)\(fields)\r\n"
        let answer = try await Sample.answer(to: request, from: server)
        #expect(answer.text == Array(repeating: "a", count: 99).joined(separator: ", "))
      }
    }

    @Test func `breaks off within its head`() async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send("GET / HTTP/1.1\r\nHost: loc")
        try await connection.endSending()
        #expect(try await connection.answer().status == 400)
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test func `is answered or dropped whatever has become of it on the way`() async throws {
      try await Sample.serving { server in
        var random = SeededGenerator(seed: 7)
        for _ in 0..<100 {
          var bytes = Array(Sample.get("/path/a%20b?c=d", "Accept: */*", "Connection: close").utf8)
          for _ in 0..<3 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = .random(in: .min ... .max, using: &random)
            case 1: bytes.insert(.random(in: .min ... .max, using: &random), at: place)
            default: bytes.remove(at: place)
            }
          }
          let connection = try await RawConnection.open(port: server.port)
          try await connection.send(bytes)
          try? await connection.endSending()
          let answer = try await connection.untilClosed()
          #expect(answer.isEmpty || answer.starts(with: "HTTP/1.1 ".utf8))
        }
        #expect(try await !Sample.answer(to: Sample.get("/"), from: server).body.isEmpty)
      }
    }
  }
#endif
