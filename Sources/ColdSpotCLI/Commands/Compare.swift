public import ArgumentParser
public import ColdSpotKit
import Foundation

extension RunComparison.Level: ExpressibleByArgument {}

/// `coldspot compare`: what moved from one run to another, and because of what.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what moved from one run to another, and because of what.",
    discussion: """
      Causes are other boundaries, other data, other parameters, or another version of the program. \
      Where several differ, and the inputs of both runs are found as `verify` finds them, the steps \
      between the runs are computed and each move is split into its parts.

      Exit status: 0 the runs are the same, 1 they differ.
      """)

  @Argument(help: "The folder of the run to compare with.")
  var first: String

  @Argument(help: "The folder of the other run.")
  var second: String

  @Option(help: "Which areas to compare.")
  var level = RunComparison.Level.ward

  @Option(help: "How many moves to show.")
  var rows = 10

  @Option(
    name: [.short, .customLong("config")],
    help: "The study file beside the inputs of both runs; or give one for each, in their order.")
  var config: [String] = []

  @Option(name: [.short, .long], help: "Also write every area, as CSV, to this file.")
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var overwrite = false

  @Flag(help: "Print one JSON document, with every move.")
  var json = false

  @OptionGroup var parallel: ParallelOptions

  mutating func validate() throws {
    if !(0...1_000_000).contains(rows) { throw ValidationError("--rows is 0 to 1000000.") }
    if config.count > 2 { throw ValidationError("--config is given twice at most.") }
    if output?.isEmpty == true { throw ValidationError("--output needs the name of a file.") }
  }

  mutating func run() throws {
    let file = output.map { URL(filePath: $0) }
    if let file {
      // Refused before anything is computed.
      try StudyResult.requireRoom(
        for: [file.lastPathComponent], in: file.deletingLastPathComponent(),
        overwriting: overwrite)
    }
    let configs = config.map { URL(filePath: $0) }
    let comparison = try RunComparison(
      URL(filePath: first), URL(filePath: second), level: level,
      configs: (configs.first, configs.last), threads: parallel.threads)
    if let file, let output {
      let table = comparison.table
      try table.write(to: file, overwriting: overwrite)
      Terminal.printError("Wrote \(table.rowCount) rows to \(output)")
    }
    try Terminal.print(
      json
        ? String(decoding: comparison.json, as: UTF8.self)
        : Terminal.safe(comparison.text(rows: rows)))
    if !comparison.isSame { throw ExitCode(1) }
  }
}
