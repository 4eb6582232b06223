#if Server
  import FileFormats
  import Testing

  @testable import MapServer

  @Suite struct `Map service over HTTP` {
    private typealias Sample = SampleServer

    @Test func `answers with what the route says and what belongs to every answer`() async throws {
      try await Sample.serving { server in
        let answer = try await Sample.answer(to: Sample.get("/"), from: server)
        #expect(answer.status == 200)
        #expect(answer.text == "<p>the map</p>")
        let headers = answer.headers
        #expect(headers["content-type"] == "text/html; charset=utf-8")
        #expect(headers["content-length"] == "14")
        #expect(headers["x-content-type-options"] == "nosniff")
        #expect(headers["referrer-policy"] == "no-referrer")
        #expect(headers["access-control-allow-origin"] == nil)
        #expect(headers["cross-origin-resource-policy"] == "same-origin")
        #expect(headers["content-security-policy"]?.hasPrefix("default-src 'self'") == true)
        #expect(headers["vary"] == "Accept, Accept-Encoding, Origin")
        #expect(headers["date"]?.hasSuffix(" GMT") == true)
        #expect(headers["etag"]?.count == 18)
        #expect(headers["connection"] == nil)
      }
    }

    @Test func `lets a route replace a header but not break the answer`() async throws {
      let headers = [
        (name: "content-security-policy", value: "default-src 'none'"), (name: "X-Own", value: "1"),
        (name: "Content-Length", value: "999"), (name: "Transfer-Encoding", value: "chunked"),
        (name: "ETag", value: "x"),
      ]
      let handler: RequestHandler = { request in
        request.path.isEmpty
          ? Response(mediaType: "text/html", body: [0x61], headers: headers)
          : Response(mediaType: "text/html", body: [], headers: [(name: "X", value: "a\r\nB: c")])
      }
      try await Sample.serving(handler: handler) { server in
        let answer = try await Sample.answer(to: Sample.get("/"), from: server)
        #expect(answer.headers["content-security-policy"] == "default-src 'none'")
        #expect(answer.headers["x-own"] == "1")
        #expect(answer.headers["content-length"] == "1")
        #expect(answer.headers["transfer-encoding"] == nil)
        #expect(answer.headers["etag"] != "x")
        let other = try await Sample.answer(to: Sample.get("/other"), from: server)
        #expect(other.status == 500)
        #expect(other.headers["b"] == nil)
      }
    }

    @Test func `gives the route path, query, headers and origin`() async throws {
      try await Sample.serving { server in
        let texts = [
          Sample.get("/path/a%20%C3%A9"): "a é",
          Sample.get("/query?a=1+2&a=%26"): "a=1 2;a=&;",
          Sample.get("/header/x-a", "X-A: 1", "x-a:\t2 "): "1, 2",
          "GET /origin HTTP/1.1\r\nHost: LocalHost:81\r\n\r\n": "http://localhost:81",
          "GET http://localhost/path/x HTTP/1.1\r\nHost: localhost\r\n\r\n": "x",
          "GET /origin HTTP/1.0\r\n\r\n": "http://127.0.0.1:\(server.port)",
        ]
        for (request, text) in texts {
          let answer = try await Sample.answer(to: request, from: server)
          #expect(answer.text == text)
        }
      }
    }

    @Test(arguments: ["/", "/large", "/nowhere", "/path/%zz"], ["gzip", "identity"])
    func `answers HEAD with the headers of GET alone`(target: String, coding: String) async throws {
      try await Sample.serving { server in
        let connection = try await RawConnection.open(port: server.port)
        let lines = "Accept-Encoding: \(coding)"
        try await connection.send(Sample.get(target, lines))
        let whole = try await connection.answer()
        try await connection.send(Sample.get(target, lines, method: "HEAD"))
        let head = try await connection.answer(leavesOutBody: true)
        #expect(head.status == whole.status)
        let isSame = { (name: String) in head.headers[name] == whole.headers[name] }
        #expect(
          Set(head.headers.keys).union(whole.headers.keys).subtracting(["date"]).allSatisfy(isSame))
        // The next answer begins right behind the head.
        try await connection.send(Sample.get("/path/next"))
        #expect(try await connection.answer().text == "next")
      }
    }

    @Test func `answers a known tag with its head alone`() async throws {
      try await Sample.serving { server in
        for coding in ["gzip", "identity"] {
          let accept = "Accept-Encoding: \(coding)"
          let first = try await Sample.answer(to: Sample.get("/large", accept), from: server)
          let tag = try #require(first.headers["etag"])
          let again = try await Sample.answer(
            to: Sample.get("/large", accept, "If-None-Match: \(tag)"), from: server)
          #expect(again.status == 304)
          #expect(again.headers["etag"] == tag)
          #expect(again.headers["vary"] == first.headers["vary"])
          #expect(again.headers["content-length"] == nil)
          #expect(again.body.isEmpty)
          let other = try await Sample.answer(
            to: Sample.get("/large", accept, "If-None-Match: \"x\""), from: server)
          #expect(other.status == 200)
        }
      }
    }

    @Test func `compresses what is text, large, and taken compressed`() async throws {
      try await Sample.serving { server in
        let accept = "Accept-Encoding: gzip"
        let plain = try await Sample.answer(to: Sample.get("/large"), from: server)
        #expect(plain.body == Sample.large)
        #expect(plain.headers["content-encoding"] == nil)
        for _ in 0..<2 {
          let packed = try await Sample.answer(to: Sample.get("/large", accept), from: server)
          #expect(packed.headers["content-encoding"] == "gzip")
          #expect(packed.body.count < Sample.large.count / 3)
          #expect(
            try Gzip.decompressed(packed.body, limit: Sample.large.count) == Sample.large)
          #expect(packed.headers["etag"] != plain.headers["etag"])
        }
        for target in ["/picture", "/"] {
          let answer = try await Sample.answer(to: Sample.get(target, accept), from: server)
          #expect(answer.headers["content-encoding"] == nil)
        }
      }
    }

    @Test func `sends the whole where a part is asked for`() async throws {
      try await Sample.serving { server in
        let answer = try await Sample.answer(to: Sample.get("/", "Range: bytes=0-1"), from: server)
        #expect(answer.status == 200)
        #expect(answer.text == "<p>the map</p>")
      }
    }

    @Test(arguments: [
      ("http://localhost:3000", true), ("http://127.0.0.1", true), ("https://[::1]:8443", true),
      ("https://maps.example", false), ("http://localhost.evil.example", false), ("null", false),
      ("http://localhost:3000@evil.example", false), ("file://", false),
    ])
    func `lets pages of this machine read, and none of other sites`(
      origin: String, mayRead: Bool
    ) async throws {
      try await Sample.serving { server in
        let answer = try await Sample.answer(
          to: Sample.get("/", "Origin: \(origin)"), from: server)
        #expect(answer.status == 200)
        #expect(answer.headers["access-control-allow-origin"] == (mayRead ? origin : nil))
      }
    }

    @Test func `tells a page of this machine that it may ask`() async throws {
      try await Sample.serving { server in
        for target in ["/collections", "*"] {
          let answer = try await Sample.answer(
            to: Sample.get(target, "Origin: http://localhost:3000", method: "OPTIONS"), from: server
          )
          #expect(answer.status == 204)
          #expect(answer.headers["access-control-allow-origin"] == "http://localhost:3000")
          #expect(answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS")
          #expect(answer.headers["content-length"] == nil)
        }
      }
    }

    @Test func `says nothing of why a route failed`() async throws {
      struct Secret: Error, CustomStringConvertible { let description = "the secret" }
      try await Sample.serving(handler: { _ in throw Secret() }) { server in
        let connection = try await RawConnection.open(port: server.port)
        for _ in 0..<2 {
          try await connection.send(Sample.get("/"))
          let answer = try await connection.answer()
          #expect(answer.status == 500)
          #expect(!answer.text.contains("secret"))
          #expect(answer.headers["etag"] == nil)
        }
      }
    }

    @Test func `leads from a slash at the end to the same without it`() async throws {
      try await Sample.serving { server in
        let answer = try await Sample.answer(to: Sample.get("/path/x/?a=%20"), from: server)
        #expect(answer.status == 308)
        #expect(answer.headers["location"] == "/path/x?a=%20")
      }
    }
  }
#endif
