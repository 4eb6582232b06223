import ArgumentParser
import ColdSpotKit
import Foundation

/// Where a table that answers a question goes.
struct TableOutput: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "Write to this file: GeoJSON if it ends in .geojson, else CSV. Standard output without.")
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var overwrite = false

  /// Refuses a file that exists, before anything is computed.
  func requireRoom() throws {
    guard let output else { return }
    let file = URL(filePath: output)
    try StudyResult.requireRoom(
      for: [file.lastPathComponent], in: file.deletingLastPathComponent(), overwriting: overwrite)
  }

  /// Prints or writes the table, its notes beside it.
  func show(_ table: ResultTable) throws {
    for note in table.notes { Terminal.printError(Terminal.safe(note)) }
    guard let output else {
      // The table ends its last line itself.
      try Terminal.print(Terminal.safe(String(decoding: table.csv.dropLast(), as: UTF8.self)))
      return
    }
    try table.write(to: URL(filePath: output), overwriting: overwrite)
    Terminal.printError("Wrote \(table.rowCount) rows to \(output)")
  }
}

/// The reference system of files that do not tell.
struct SystemOption: ParsableArguments {
  @Option(help: "Reference system of coordinates, such as EPSG:27700, where files do not tell.")
  var crs: String?

  func system() throws -> ReferenceSystem? {
    do {
      return try crs.map { (crs) throws(GeometryEngineError) in try ReferenceSystem(crs) }
    } catch {
      throw ValidationError("--crs: \(error)")
    }
  }
}
