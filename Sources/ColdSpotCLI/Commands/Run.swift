import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot run`: the main job, from files to layers.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute the cold spots of a study and write its layers.")

  @Argument(help: "Study file (TOML); the embedded London without.")
  var study: String?

  @Option(name: [.short, .customLong("config")], help: "Study file, as for the other commands.")
  var config: String?

  @Option(name: [.short, .long], help: "Folder for the layers, the rankings and the manifest.")
  var output = "coldspot-out"

  @Flag(help: "Replace files of an earlier run.")
  var overwrite = false

  @Flag(help: "Exit with status 1 when there were warnings.")
  var strict = false

  @Flag(help: "Print the result as one JSON document.")
  var json = false

  @Flag(name: [.short, .long], help: "Print nothing but errors.")
  var quiet = false

  @Option(help: "When to tell what is going on.")
  var progress = Progress.Mode.auto

  @Flag(help: "Leave out how firm the ranks are (rank_lo, rank_hi, class).")
  var noSensitivity = false

  @OptionGroup var parallel: ParallelOptions
  @OptionGroup(title: "Choices") var choices: ChoiceOptions

  mutating func validate() throws {
    if study != nil, config != nil {
      throw ValidationError("Give the study file once.")
    }
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
  }

  mutating func run() throws {
    let progress = Progress(progress, isQuiet: quiet || json)
    let started = Date()
    let study = try choices.applied(to: Study.at(study ?? config))
    let folder = URL(filePath: output)
    // Refused before anything is computed.
    try StudyResult.requireRoom(in: folder, overwriting: overwrite)
    let interruption = Signals.onInterrupt { StudyResult.removeTemporaries(in: folder) }
    defer { interruption.cancel() }
    let result = try study.run(
      stability: !noSensitivity, threads: parallel.threads
    ) { progress.show($0.description) }
    progress.show("writing")
    let written = try result.write(to: folder, overwriting: overwrite)
    progress.end()
    let warnings = result.loaded.findings.filter { $0.severity == .warning }
    if json {
      try Terminal.print(
        String(decoding: result.json(folder: output, written: written), as: UTF8.self))
    } else if !quiet {
      for finding in result.loaded.findings { finding.report() }
      try Terminal.print(Terminal.safe(result.summary(rows: 10)))
      try Terminal.print("\nWrote \(written.count) files to \(output):")
      for file in written { try Terminal.print("  \(file.name)  \(file.bytes / 1000) kB") }
      let seconds = Date().timeIntervalSince(started)
      Terminal.printError("\(Int(seconds * 1000)) ms; warnings: \(warnings.count)")
    }
    if strict, !warnings.isEmpty { throw ExitCode(1) }
  }
}
