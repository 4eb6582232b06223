import ArgumentParser
import ColdSpotKit

/// `coldspot coverage`: how many people and how much ground are covered, and how often.
struct MeasureCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Say how many people and how much ground are covered, how often, and by whom alone.")

  @Argument(help: "Study file (TOML); the embedded London without.")
  var study: String?

  @Option(help: "Chance that an organisation, with its group, survives, 0 to 1.")
  var survival = 0.9

  @OptionGroup var output: FolderOutput
  @OptionGroup(title: "Choices") var choices: ChoiceOptions

  mutating func validate() throws {
    if !(0...1).contains(survival) { throw ValidationError("--survival is 0 to 1.") }
  }

  mutating func run() throws {
    try output.requireRoom(for: CoverageReport.fileNames)
    let study = try choices.applied(to: Study.at(study))
    let report = try study.coverage(survival: survival)
    try Terminal.print(Terminal.safe(report.description))
    try output.write { try report.write(to: $0, overwriting: $1) }
  }
}
