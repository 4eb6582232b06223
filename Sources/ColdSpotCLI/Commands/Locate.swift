import ArgumentParser
import ColdSpotKit

/// `coldspot locate`: which areas a position lies in, and who reaches it.
struct Locate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which ward and borough a position lies in and which organisations reach it.")

  @Argument(help: "A postcode, with its space or without; placed at the middle of its sector.")
  var postcode: [String] = []

  @Option(
    parsing: .unconditional, help: "A position, longitude first: --at -0.1276,51.5072")
  var at: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup var options: StudyOptions

  mutating func validate() throws {
    if postcode.isEmpty == (at == nil) {
      throw ValidationError("Give either a postcode or --at LON,LAT.")
    }
    if let at, Self.position(at) == nil {
      throw ValidationError("\"\(at)\" is not LON,LAT in degrees, such as -0.1276,51.5072.")
    }
  }

  mutating func run() throws {
    let result = try options.study().run(stability: false)
    let found: Whereabouts
    if let position = at.flatMap(Self.position) {
      found = try result.whereabouts(of: position)
    } else {
      found = try result.whereabouts(ofPostcode: postcode.joined())
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
