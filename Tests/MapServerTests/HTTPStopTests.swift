#if Server
  import MapServer
  import Testing

  @Suite struct `Beginning and end of the map service` {
    private typealias Sample = SampleServer

    @Test func `listens on the port that was free`() async throws {
      try await Sample.serving { server in
        #expect((1...65_535).contains(server.port))
      }
    }

    @Test func `tells that a port is in use`() async throws {
      try await Sample.serving { server in
        let error = await #expect(throws: ServerError.self) {
          try await HTTPServer(port: server.port) { Sample.answer(to: $0) }
        }
        #expect(error == .portInUse(server.port))
        #expect(error?.description.hasPrefix("port \(server.port) is in use") == true)
      }
    }

    @Test(arguments: ["192.0.2.7", "no such host"])
    func `tells that an address is none of this machine`(host: String) async throws {
      await #expect(throws: ServerError.addressUnavailable(host)) {
        try await HTTPServer(host: host) { Sample.answer(to: $0) }
      }
    }

    @Test func `answers what is under way and takes nothing more`() async throws {
      let gate = Gate()
      var limits = ServerLimits.patient
      limits.stopDeadline = .seconds(60)
      let server = try await HTTPServer(limits: limits) { request in
        gate.pass()
        return Sample.answer(to: request)
      }
      async let end: Void = server.run()
      defer { gate.open() }
      let busy = try await RawConnection.open(port: server.port)
      let idle = try await RawConnection.open(port: server.port)
      try await busy.send(Sample.get("/path/last"))
      try await gate.reached()
      server.stop()
      #expect(try await idle.untilClosed().isEmpty)
      gate.open()
      let answer = try await busy.answer()
      #expect(answer.text == "last")
      #expect(answer.headers["connection"] == "close")
      #expect(try await busy.untilClosed().isEmpty)
      await end
      await #expect(throws: (any Error).self) { try await RawConnection.open(port: server.port) }
    }

    @Test func `ends though a client does not read its answer`() async throws {
      var limits = ServerLimits.patient
      limits.stopDeadline = .milliseconds(200)
      let server = try await HTTPServer(limits: limits) { Sample.answer(to: $0) }
      async let end: Void = server.run()
      let stuck = try await RawConnection.open(port: server.port, reads: false)
      for _ in 0..<4 { try await stuck.send(Sample.get("/large")) }
      try await Task.sleep(for: .milliseconds(100))
      server.stop()
      await end
      stuck.close()
    }

    @Test func `ends with the task that runs it`() async throws {
      let server = try await HTTPServer { Sample.answer(to: $0) }
      let running = Task { await server.run() }
      let status = try await Sample.answer(to: Sample.get("/"), from: server).status
      #expect(status == 200)
      running.cancel()
      await running.value
      await #expect(throws: (any Error).self) { try await RawConnection.open(port: server.port) }
    }
  }
#endif
