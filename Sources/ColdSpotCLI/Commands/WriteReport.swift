import ArgumentParser
import ColdSpotKit
import Foundation
import Report

/// `coldspot report`: a run as pages for people.
struct WriteReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a run as one page that opens anywhere, or as A4 sheets by borough.",
    discussion: """
      The page is one HTML file with table, map, reasons and sources; it needs neither a server nor \
      a network. With --borough or --all-boroughs, a sheet of A4 for each borough instead.
      """)

  @Argument(help: ArgumentHelp("Folder that `coldspot run` has written.", valueName: "run"))
  var source: String

  @Option(
    name: [.short, .long],
    help: "The HTML file, or the folder for --all-boroughs; without it, named after the content.")
  var output: String?

  @Option(help: "Folder of another run that the page compares with this one.")
  var compare: String?

  @Option(help: "Code or name of a borough: a sheet of A4 for it alone.")
  var borough: String?

  @Flag(help: "A sheet of A4 for every borough.")
  var allBoroughs = false

  @Flag(help: "Replace files that exist.")
  var overwrite = false

  mutating func validate() throws {
    if [compare != nil, borough != nil, allBoroughs].count(where: \.self) > 1 {
      throw ValidationError("Give one of --compare, --borough and --all-boroughs.")
    }
  }

  mutating func run() throws {
    let run = try PublishedRun(contentsOf: URL(filePath: source, directoryHint: .isDirectory))
    if allBoroughs {
      let folder = URL(filePath: output ?? "borough-sheets", directoryHint: .isDirectory)
      try write(try BoroughSheet.all(of: run).map { ($0.fileName, $0.html) }, to: folder)
    } else if let borough {
      let sheet = try BoroughSheet(borough, of: run)
      try write(sheet.html, named: output ?? sheet.fileName)
    } else {
      let other = try compare.map {
        try PublishedRun(contentsOf: URL(filePath: $0, directoryHint: .isDirectory))
      }
      try write(try HTMLPage.render(run, compare: other), named: output ?? "coldspot.html")
    }
  }

  private func write(_ page: [UInt8], named path: String) throws {
    let file = URL(filePath: path)
    try write([(file.lastPathComponent, page)], to: file.deletingLastPathComponent())
  }

  private func write(_ files: [(name: String, content: [UInt8])], to folder: URL) throws {
    do {
      try OutputFolder(folder, overwrites: overwrite).write(files)
    } catch {
      throw StudyError.output(error)
    }
    for file in files {
      let path = folder.relativePath == "." ? file.name : "\(folder.relativePath)/\(file.name)"
      Terminal.printError("Wrote \(path), \((file.content.count + 999) / 1000) kB")
    }
  }
}
