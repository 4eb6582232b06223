import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot verify`: a run done again from its record, and compared byte by byte.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do a run again from its manifest, and compare its files byte by byte.",
    discussion: """
      The inputs must be those of the run, by name and checksum. They are looked for beside the \
      study file given with -c; without it in the embedded data, in the current folder and the \
      folders in it, and in the folder that holds the run, those beside the run and the one above.

      Exit status: 0 every file is the same, 1 a file differs.
      """)

  @Argument(help: ArgumentHelp("The folder of a run.", valueName: "run"))
  var folder: String

  @Option(name: [.short, .customLong("config")], help: "The study file beside the run's inputs.")
  var config: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: "When to tell what is going on.")
  var progress = Progress.Mode.auto

  @OptionGroup var parallel: ParallelOptions

  mutating func run() throws {
    let progress = Progress(progress, isQuiet: json)
    let verification = try RunVerification(
      of: URL(filePath: folder), config: config.map { URL(filePath: $0) }, threads: parallel.threads
    ) { progress.show($0.description) }
    progress.end()
    try Terminal.print(
      json
        ? String(decoding: verification.json, as: UTF8.self)
        : Terminal.safe(verification.description))
    if !verification.isSame { throw ExitCode(1) }
  }
}
