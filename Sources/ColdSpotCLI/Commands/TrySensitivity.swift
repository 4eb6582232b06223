import ArgumentParser
import ColdSpotKit

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

  @Option(help: "How often organisations are moved about.")
  var draws = 99

  @Option(help: "Seed of the moves.")
  var seed: UInt64 = 1

  @OptionGroup var parallel: ParallelOptions
  @OptionGroup var output: FolderOutput
  @OptionGroup(title: "Choices") var choices: ChoiceOptions

  mutating func validate() throws {
    if !(1...10_000).contains(draws) { throw ValidationError("--draws is 1 to 10000.") }
  }

  mutating func run() throws {
    try output.requireRoom(for: Sensitivity.fileNames)
    let study = try choices.applied(to: Study.at(study))
    let sensitivity = try study.sensitivity(draws: draws, seed: seed, threads: parallel.threads)
    try Terminal.print(Terminal.safe(sensitivity.description))
    try output.write { try sensitivity.write(to: $0, overwriting: $1) }
  }
}
