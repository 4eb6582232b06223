import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot catchments`: whom each organisation reaches.
struct ListCatchments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catchments",
    abstract: "List whom each organisation reaches, and who would lose support if it closed.")

  @Option(name: [.short, .long], help: "Also write the catchments as GeoJSON to this file.")
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var overwrite = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup var options: StudyOptions

  mutating func run() throws {
    let result = try options.study().run(stability: false)
    if let output {
      try result.writeCatchments(to: URL(filePath: output), overwriting: overwrite)
      Terminal.printError("Wrote \(output)")
    }
    let list = result.catchmentList
    try Terminal.print(
      json ? String(decoding: list.json, as: UTF8.self) : Terminal.safe(list.description))
  }
}
