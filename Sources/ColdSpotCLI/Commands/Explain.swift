import ArgumentParser
import ColdSpotKit

/// `coldspot explain`: the sum behind one area's score.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the sum behind an area's score, to be checked with a calculator.")

  @Argument(help: "A ward or borough: its code, its name, or \"name, borough\".")
  var area: String

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup var options: StudyOptions

  mutating func run() throws {
    let result = try options.study().run()
    let explanation = result.explanation(of: try result.area(area))
    try Terminal.print(
      json
        ? String(decoding: explanation.json, as: UTF8.self)
        : Terminal.safe(explanation.description))
  }
}
