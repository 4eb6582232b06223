import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot init`: a commented study to start from.
struct Initialise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented study with a small sample, ready to run.",
    discussion: """
      The sample is a corner of the embedded London. Run it, then put your own files in the place \
      of its own.
      """)

  @Argument(help: "The folder; it is made if need be.")
  var folder = "."

  @Flag(help: "Replace files of that name.")
  var overwrite = false

  mutating func run() throws {
    let written = try StudySample.london().write(
      to: URL(filePath: folder), overwriting: overwrite)
    let path = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    for file in written { try Terminal.print("\(path)\(file.name)") }
    try Terminal.print(
      """

      Next:
        coldspot check \(path)\(StudySample.studyFile)
        coldspot run \(path)\(StudySample.studyFile) -o \(path)out
      """)
  }
}
