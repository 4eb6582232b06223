import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot validate`: an RFC 7946 linter.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check GeoJSON files against RFC 7946 and what programs do with them.",
    discussion: "Exit status: 0 no fault, 1 faults were found (with --strict: or warnings).")

  @Argument(help: "GeoJSON files.")
  var files: [String]

  @Flag(help: "Count warnings as faults.")
  var strict = false

  @Flag(help: "Print one JSON document, with every fault.")
  var json = false

  mutating func run() throws {
    var reports: [ValidationReport] = []
    for file in files {
      reports.append(try ValidationReport(URL(filePath: file), name: file))
    }
    try Terminal.print(
      json
        ? String(decoding: ValidationReport.json(of: reports), as: UTF8.self)
        : Terminal.safe(reports.map(\.description).joined(separator: "\n\n")))
    let isFaulty = reports.contains { !$0.isValid || (strict && $0.warningCount > 0) }
    if isFaulty { throw ExitCode(1) }
  }
}
