#if Server
  import Foundation
  import MapServer
  import Testing

  @Suite struct `Patience of the map service` {
    private typealias Sample = SampleServer

    private static func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
      var limits = ServerLimits.patient
      change(&limits)
      return limits
    }

    @Test func `ends with a head that comes byte by byte`() async throws {
      try await Sample.serving(limits: Self.limits { $0.headDeadline = .milliseconds(300) }) {
        server in
        let connection = try await RawConnection.open(port: server.port)
        try? await connection.send("GET / HTTP/1.1\r\n")
        // A deadline that began anew with every byte would never come.
        let feeding = Task {
          while !connection.isClosed {
            try await connection.send("X")
            try await Task.sleep(for: .milliseconds(20))
          }
        }
        #expect(try await connection.untilClosed().isEmpty)
        feeding.cancel()
      }
    }

    @Test func `ends with a connection that says nothing`() async throws {
      try await Sample.serving(limits: Self.limits { $0.headDeadline = .milliseconds(100) }) {
        server in
        let connection = try await RawConnection.open(port: server.port)
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test func `ends with a connection that is done`() async throws {
      try await Sample.serving(limits: Self.limits { $0.idleDeadline = .milliseconds(100) }) {
        server in
        let connection = try await RawConnection.open(port: server.port)
        try await connection.send(Sample.get("/path/x"))
        #expect(try await connection.answer().text == "x")
        #expect(try await connection.untilClosed().isEmpty)
      }
    }

    @Test func `does not end while a route takes its time`() async throws {
      let limits = Self.limits {
        $0.headDeadline = .milliseconds(300)
        $0.idleDeadline = .milliseconds(300)
        $0.answerDeadline = .milliseconds(300)
      }
      let gate = Gate()
      let handler: RequestHandler = { request in
        gate.pass()
        return Sample.answer(to: request)
      }
      try await Sample.serving(limits: limits, handler: handler) { server in
        defer { gate.open() }
        var connection = try await RawConnection.open(port: server.port)
        // On a busy machine the head may come too late, and then has to come again.
        while !gate.isReached {
          if connection.isClosed { connection = try await RawConnection.open(port: server.port) }
          try? await connection.send(Sample.get("/path/x"))
          while !gate.isReached && !connection.isClosed {
            try await Task.sleep(for: .milliseconds(1))
          }
        }
        try await Task.sleep(for: .milliseconds(900))
        #expect(!connection.isClosed)
        gate.open()
        #expect(try await connection.answer().text == "x")
      }
    }

    @Test func `ends with a client that does not read`() async throws {
      try await Sample.serving(limits: Self.limits { $0.answerDeadline = .milliseconds(200) }) {
        server in
        let connection = try await RawConnection.open(port: server.port, reads: false)
        // On a busy machine the deadline may have passed before the last of them is sent.
        for _ in 0..<4 { try? await connection.send(Sample.get("/large")) }
        // Only what is sent after the end of the connection fails.
        await #expect(throws: (any Error).self) {
          for _ in 0..<1_000 {
            try await connection.send("\r\n")
            try await Task.sleep(for: .milliseconds(20))
          }
        }
        connection.close()
      }
    }

    @Test func `gives the place of the oldest that has sent no head to a newcomer`() async throws {
      try await Sample.serving(limits: Self.limits { $0.connections = 8 }) { server in
        let idle = try await RawConnection.open(port: server.port)
        try await idle.send(Sample.get("/path/idle"))
        #expect(try await idle.answer().text == "idle")
        var halfOpen: [RawConnection] = []
        for _ in 0..<30 {
          let connection = try await RawConnection.open(port: server.port)
          try? await connection.send("GET / HT")
          halfOpen.append(connection)
        }
        let text = try await Sample.answer(to: Sample.get("/path/new"), from: server).text
        #expect(text == "new")
        _ = try await halfOpen[0].untilClosed()
        // One that has asked before keeps its place as long as there are others.
        try await idle.send(Sample.get("/path/again"))
        #expect(try await idle.answer().text == "again")
        #expect(halfOpen.filter { !$0.isClosed }.count <= 8)
      }
    }

    @Test func `refuses a newcomer where all are being answered`() async throws {
      let gate = Gate()
      let handler: RequestHandler = { request in
        gate.pass()
        return Sample.answer(to: request)
      }
      try await Sample.serving(
        limits: Self.limits { $0.connections = 1 }, handler: handler
      ) { server in
        defer { gate.open() }
        let busy = try await RawConnection.open(port: server.port)
        try await busy.send(Sample.get("/path/x"))
        try await gate.reached()
        let newcomer = try await RawConnection.open(port: server.port)
        #expect(try await newcomer.untilClosed().isEmpty)
        gate.open()
        #expect(try await busy.answer().text == "x")
      }
    }
  }
#endif
