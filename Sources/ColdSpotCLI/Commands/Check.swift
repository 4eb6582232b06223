import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot check`: everything that is wrong with files, before anything is computed.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say everything that is wrong with a study or with files, and repair what has one "
      + "possible reading.",
    discussion: """
      A file on its own is judged in the light of the study (-c; the embedded London without): its \
      boundaries, its postcodes, its names of areas. Exit status: 0 nothing stands in the way of a \
      run, 1 errors were found (with --strict: or warnings).
      """)

  @Argument(help: "A study file, or tables and boundary files; the embedded London without.")
  var files: [String] = []

  @Option(help: "Write a repaired copy of the one file given here, and its change log beside it.")
  var fix: String?

  @Flag(help: "With --fix: also mend borders that cross themselves.")
  var repair = false

  @Flag(help: "Replace the repaired copy and the change log if they exist.")
  var overwrite = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Flag(help: "Print one JSON document, with every place.")
  var json = false

  @Option(help: "A directory of postcodes (ONSPD, NSPL, Code-Point Open), instead of the study's.")
  var postcodes: [String] = []

  @OptionGroup var options: StudyOptions

  mutating func validate() throws {
    if fix != nil, files.count != 1 { throw ValidationError("--fix needs one file.") }
    if repair, fix == nil { throw ValidationError("--repair needs --fix.") }
    if fix?.isEmpty == true { throw ValidationError("--fix needs the name of a file.") }
  }

  mutating func run() throws {
    let study = try options.study().withPostcodes(postcodes)
    let urls = files.map { (url: URL(filePath: $0), name: $0) }
    if let fix {
      let target = URL(filePath: fix)
      // Refused before anything is computed.
      try StudyResult.requireRoom(
        for: FileRepair.names(for: target), in: target.deletingLastPathComponent(),
        overwriting: overwrite)
      let (report, repair) = try study.repairing(urls[0].url, name: urls[0].name, shapes: repair)
      try show(report)
      for file in try repair.write(to: target, overwriting: overwrite) {
        Terminal.printError("Wrote \(file.name)")
      }
      Terminal.printError(counted(repair.changeCount, "change"))
      try end(report)
      return
    }
    let report = try study.check(urls)
    try show(report)
    try end(report)
  }

  private func show(_ report: CheckReport) throws {
    try Terminal.print(
      json ? String(decoding: report.json, as: UTF8.self) : Terminal.safe(report.description))
  }

  private func end(_ report: CheckReport) throws {
    if !report.isOK || (strict && report.count(.warning) > 0) { throw ExitCode(1) }
  }
}
