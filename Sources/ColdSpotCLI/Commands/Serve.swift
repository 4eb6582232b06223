#if Server
  import ArgumentParser
  import ColdSpotKit
  import Foundation
  import MapServer

  /// `coldspot serve`: the page, scenarios and the layers for GIS software, on this machine.
  struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Serve the page, live scenarios and the layers (OGC API – Features) on this machine.",
      discussion: """
        The address it prints opens in a browser: a page on which reach, weights and organisations \
        can be changed, and everything is computed at once. GIS software connects to the same \
        address: QGIS as "WFS / OGC API – Features", GDAL as OAPIF:ADDRESS. It listens on the \
        loopback address alone unless told otherwise. Ctrl-C ends it.
        """)

    @Argument(help: "Folder of a run, or a study file; the embedded London without.")
    var source: String?

    @Option(help: "Port to listen on; 0 for any that is free.")
    var port = 8080

    @Option(help: "Address to listen on. Others than 127.0.0.1 show the service to the network.")
    var host = "127.0.0.1"

    @Option(help: "Another name that the service is called by, such as maps.example; repeat.")
    var name: [String] = []

    @Flag(name: [.short, .long], help: "Print nothing but the address and errors.")
    var quiet = false

    @OptionGroup(title: "Choices") var choices: ChoiceOptions

    mutating func validate() throws {
      guard (0...65_535).contains(port) else {
        throw ValidationError("--port is from 0 to 65535.")
      }
    }

    mutating func run() async throws {
      let progress = Progress(.auto, isQuiet: quiet)
      progress.show("reading")
      let service = try service(progress)
      progress.end()
      let server: HTTPServer
      do {
        server = try await HTTPServer(host: host, port: port, names: name) { request in
          service.response(to: request)
        }
      } catch {
        throw CommandFailure(error)
      }
      if !["127.0.0.1", "localhost", "::1"].contains(host) {
        Terminal.printError(
          "warning: \(host) can be reached by others; there is no password and no encryption.")
      }
      try Terminal.print("http://\(host.contains(":") ? "[\(host)]" : host):\(server.port)/")
      let stops = [SIGINT, SIGTERM].map { Signals.on($0) { server.stop() } }
      defer { for stop in stops { stop.cancel() } }
      await server.run()
    }

    /// A run is shown as it is, with scenarios where its inputs are found; a study is computed.
    private func service(_ progress: Progress) throws -> MapService {
      if let folder = source.map({ URL(filePath: $0) }),
        (try? folder.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
      {
        let run = try PublishedRun(contentsOf: folder)
        do {
          let study = try Study(ofRun: folder)
          return try MapService(run, live: try LiveService(try LiveStudy(study)))
        } catch let error as StudyError {
          Terminal.printError(
            Terminal.safe("note: no scenarios can be tried. \(error.description)"))
          return try MapService(run)
        }
      }
      let study = try choices.applied(to: Study.at(source))
      let result = try study.run { progress.show($0.description) }
      progress.show("drawing")
      return try MapService(
        try result.published(), live: try LiveService(try LiveStudy(study)))
    }
  }

  extension CommandFailure {
    init(_ error: ServerError) {
      self.init(code: "E601", message: "\(error).", status: StudyError.ExitStatus.output.rawValue)
    }
  }
#endif
