#if Server
  import Foundation
  import TestSupport
  import Testing

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif

  @Suite struct `The service as a command` {
    private let folder: TemporaryFolder

    init() throws {
      folder = try SampleStudy().written()
    }

    /// Starts the service, waits for the address it prints, and ends it when the body is done.
    private func serving(
      _ arguments: String..., body: (URL) async throws -> Void
    ) async throws -> Int32 {
      let process = Process()
      process.executableURL = try BuiltCommand.url()
      process.arguments = ["serve", "--port", "0"] + arguments
      process.currentDirectoryURL = folder.url
      let out = folder.url.appending(path: "serve.out")
      try Data().write(to: out)
      process.standardOutput = try FileHandle(forWritingTo: out)
      process.standardError = FileHandle.nullDevice
      try process.run()
      var address: URL?
      while address == nil, process.isRunning {
        try await Task.sleep(for: .milliseconds(50))
        let text = try String(contentsOf: out, encoding: .utf8)
        address = text.hasSuffix("\n") ? URL(string: text.trimmingCharacters(in: .newlines)) : nil
      }
      do {
        try await body(try #require(address))
      } catch {
        process.terminate()
        throw error
      }
      process.terminate()
      while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    private func text(_ url: URL) async throws -> String {
      String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
    }

    @Test func `serves a study with scenarios, and ends in order when told to`() async throws {
      let status = try await serving("study.toml") { address in
        #expect(address.host() == "127.0.0.1")
        let wards = try await text(address.appending(path: "collections/wards/items"))
        #expect(wards.contains("Abbey"))
        let figures = try await text(address.appending(path: "live"))
        #expect(figures.contains("\"milliseconds\""))
      }
      #expect(status == 0)
    }

    @Test func `serves a run from its folder`() async throws {
      let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
      #expect(run.status == 0)
      let status = try await serving("out") { address in
        let collections = try await text(address.appending(path: "collections"))
        #expect(collections.contains("boroughs"))
        // Its inputs lie beside its folder.
        let figures = try await text(address.appending(path: "live"))
        #expect(figures.contains("\"levels\""))
      }
      #expect(status == 0)
    }

    @Test func `refuses what is neither a run nor a study`() async throws {
      let run = try await CommandRun("serve", "wards.geojson", "--port", "0", in: folder.url)
      #expect(run.status == 2)
      let port = try await CommandRun("serve", "--port", "70000", in: folder.url)
      #expect(port.status == 2)
    }
  }
#endif
