public import ArgumentParser
public import ColdSpotKit
import Foundation

extension ExportFormat: ExpressibleByArgument {}

/// `coldspot export`: the layers of a run in the formats of other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the layers of a run in other formats, with styles and a data package.",
    discussion: """
      geojson with a QGIS style beside each layer; geojsonl, a feature a line, the coldest first; \
      gpkg, every layer in WGS 84 and in metres, styled; csv, points with longitude and latitude; \
      topojson of wards and boroughs, at most 1 MB each for Power BI; fgb, with its index.
      """)

  @Argument(help: ArgumentHelp("Folder that `coldspot run` has written.", valueName: "run"))
  var source: String

  @Option(
    name: [.short, .long], help: "Formats, separated by commas.",
    transform: { text in
      try text.split(separator: ",").map { word in
        guard let format = ExportFormat(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
          let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("There is no format \"\(word)\"; there are \(known).")
        }
        return format
      }
    })
  var format: [ExportFormat] = [.geoPackage]

  @Option(
    name: [.short, .long], help: "Folder for the files; without it, \"export\" in that of the run.")
  var output: String?

  @Flag(help: "Replace files of an earlier export.")
  var overwrite = false

  @Flag(help: "Begin tables with a byte order mark, by which Excel knows UTF-8.")
  var csvBom = false

  @Flag(name: [.short, .long], help: "Print nothing but errors.")
  var quiet = false

  mutating func validate() throws {
    if format.isEmpty { throw ValidationError("--format needs at least one format.") }
  }

  mutating func run() throws {
    let run = URL(filePath: source, directoryHint: .isDirectory)
    let folder =
      output.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? run.appending(path: "export", directoryHint: .isDirectory)
    try StudyResult.requireRoom(
      for: RunExport.fileNames(format), in: folder, overwriting: overwrite)
    let export = RunExport(try PublishedRun(contentsOf: run), marksTables: csvBom)
    let written = try export.write(format, to: folder, overwriting: overwrite)
    guard !quiet else { return }
    try Terminal.print("Wrote \(written.count) files to \(folder.relativePath):")
    for file in written { try Terminal.print("  \(file.name)  \((file.bytes + 999) / 1000) kB") }
  }
}
