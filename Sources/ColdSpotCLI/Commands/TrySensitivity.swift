import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot sensitivity`: how firm the ranks are.
struct TrySensitivity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Say how firm the ranks are, and which choice of method moves them most.",
    discussion: """
      Ranks are tried in every scenario of method, without each organisation in turn, with \
      organisations moved within the error of their locations, and with the map cut into \
      neighbourhoods and hexagons. The article "How firm is a rank" has the details.
      """)

  @Argument(help: "Study file (TOML); the embedded London without.")
  var study: String?

  @Option(name: [.short, .long], help: "Also write the tables to this folder.")
  var output: String?

  @Flag(help: "Replace tables of an earlier run.")
  var overwrite = false

  @Option(help: "How often organisations are moved about.")
  var draws = 99

  @Option(help: "Seed of the moves.")
  var seed: UInt64 = 1

  @OptionGroup var parallel: ParallelOptions
  @OptionGroup(title: "Choices") var choices: ChoiceOptions

  mutating func validate() throws {
    if !(1...10_000).contains(draws) { throw ValidationError("--draws is 1 to 10000.") }
  }

  mutating func run() throws {
    let study = try choices.applied(to: Study.at(study))
    let sensitivity = try study.sensitivity(draws: draws, seed: seed, threads: parallel.threads)
    try Terminal.print(Terminal.safe(sensitivity.description))
    guard let output else { return }
    let written = try sensitivity.write(to: URL(filePath: output), overwriting: overwrite)
    for file in written { Terminal.printError("Wrote \(output)/\(file.name)") }
  }
}
