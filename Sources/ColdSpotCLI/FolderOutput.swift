import ArgumentParser
import ColdSpotKit
import Foundation

/// The folder that a command may write its tables to, beside what it prints.
struct FolderOutput: ParsableArguments {
  @Option(name: [.short, .long], help: "Also write the tables to this folder.")
  var output: String?

  @Flag(help: "Replace tables of an earlier run.")
  var overwrite = false

  /// Refuses a folder that cannot take the files, before anything is computed.
  func requireRoom(for names: [String]) throws {
    guard let output else { return }
    try StudyResult.requireRoom(
      for: names, in: URL(filePath: output), overwriting: overwrite)
  }

  /// Writes the tables, if a folder is given, and says so.
  func write(_ write: (_ folder: URL, _ overwriting: Bool) throws -> [WrittenFile]) throws {
    guard let output else { return }
    for file in try write(URL(filePath: output), overwrite) {
      Terminal.printError("Wrote \(output)/\(file.name)")
    }
  }
}
