import ArgumentParser
import ColdSpotKit
import Foundation

/// `coldspot locate`: which areas a position lies in and who reaches it, or where the rows of a
/// table are.
struct Locate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which ward and borough a postcode, a position or each row of a table lies in.",
    discussion: """
      For one place it also says which organisations reach it. A table keeps its rows and columns \
      and gets columns that say where each row is (loc_ward, loc_boro, loc_lon, loc_lat, loc_prec, \
      …), by its coordinates, or else by its postcodes.
      """)

  @Argument(help: "A postcode, with its space or without, or the file of a table.")
  var place: [String] = []

  @Option(
    parsing: .unconditional, help: "A position, longitude first: --at -0.1276,51.5072")
  var at: String?

  @Option(help: "For a table: postcode, to leave its coordinates aside.")
  var by: Method?

  @Option(help: "A directory of postcodes (ONSPD, NSPL, Code-Point Open), instead of the study's.")
  var postcodes: [String] = []

  @Flag(help: "For one place: print one JSON document.")
  var json = false

  @OptionGroup(title: "For a table") var table: TableOutput
  @OptionGroup var options: StudyOptions

  /// By what the rows of a table are placed.
  enum Method: String, ExpressibleByArgument {
    case postcode
  }

  mutating func validate() throws {
    if place.isEmpty == (at == nil) {
      throw ValidationError("Give a postcode, a table, or --at LON,LAT.")
    }
    if let at, Self.position(at) == nil {
      throw ValidationError("\"\(at)\" is not LON,LAT in degrees, such as -0.1276,51.5072.")
    }
    let isTable = file != nil
    if !isTable, by != nil || table.output != nil || table.overwrite {
      throw ValidationError("--by, --output and --overwrite are for tables.")
    }
    if isTable, json { throw ValidationError("--json is for one place.") }
  }

  /// The table, where the argument is a file or could only be one: no postcode has a full stop or a
  /// slash in it.
  private var file: String? {
    guard place.count == 1 else { return nil }
    let isFile =
      FileManager.default.fileExists(atPath: place[0])
      || place[0].contains { $0 == "." || $0 == "/" }
    return isFile ? place[0] : nil
  }

  mutating func run() throws {
    let study = try options.study().withPostcodes(postcodes)
    if let file {
      try table.requireRoom()
      let query = LocationQuery(
        file: URL(filePath: file), name: file, byPostcode: by == .postcode)
      let (answer, findings) = try query.answer(in: study)
      for finding in findings { finding.report() }
      try table.show(answer)
      return
    }
    let result = try study.run(stability: false)
    let found: Whereabouts
    if let position = at.flatMap(Self.position) {
      found = try result.whereabouts(of: position)
    } else {
      found = try result.whereabouts(ofPostcode: place.joined())
    }
    try Terminal.print(
      json ? String(decoding: found.json, as: UTF8.self) : Terminal.safe(found.description))
    guard found.isOutside else { return }
    let hint = at == nil ? "" : " Longitude comes first: --at LON,LAT."
    Terminal.printError("The position lies outside the study." + hint)
    throw ExitCode(1)
  }

  private static func position(_ text: String) -> LonLat? {
    let numbers = text.split(separator: ",").map { Double($0.filter { !$0.isWhitespace }) }
    guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else {
      return nil
    }
    return LonLat(longitude: longitude, latitude: latitude)
  }
}
