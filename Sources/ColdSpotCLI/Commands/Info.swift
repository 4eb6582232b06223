import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot info`: what a file is, and what is in it.
struct Info: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what files are: kind, rows, columns, reference system, extent.")

  @Argument(help: "GeoJSON files or tables.")
  var files: [String]

  @Flag(help: "Print one JSON document.")
  var json = false

  mutating func run() throws {
    var descriptions: [FileDescription] = []
    for file in files {
      do {
        descriptions.append(try FileDescription(InputFile(URL(filePath: file), name: file)))
      } catch {
        throw CommandFailure(error)
      }
    }
    if json {
      try Terminal.print(String(decoding: FileDescription.json(of: descriptions), as: UTF8.self))
      return
    }
    try Terminal.print(Terminal.safe(descriptions.map(\.description).joined(separator: "\n\n")))
    for finding in descriptions.flatMap(\.findings) { finding.report() }
  }
}
