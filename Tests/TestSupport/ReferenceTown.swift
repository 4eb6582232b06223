import Foundation
public import SimpleFeatures

/// The places and organisations of a reference case, as they are stored.
public struct ReferenceTown: Sendable {
  /// A place where people live.
  public struct Place: Sendable {
    /// Its identifier.
    public let id: String
    /// Where it is.
    public let position: Coordinate
    /// Residents.
    public let people: Double
    /// Its need, higher for more.
    public let need: Double
    /// The code of its ward.
    public let ward: String
    /// The code of its borough.
    public let borough: String
  }

  /// An organisation that supports some of the places.
  public struct Supporter: Sendable {
    /// Its identifier.
    public let id: String
    /// Where it works from, if known.
    public let position: Coordinate?
    /// How much support it gives.
    public let capacity: Double
    /// What it does: its only function.
    public let kind: String
    /// How far it reaches, if known.
    public let radius: Distance?
    /// The codes of the areas it serves by mandate; "everywhere" for all.
    public let remit: [String]
    /// Those it must be counted with as one, if any.
    public let group: String?
  }

  /// The demand, in the order of the file.
  public let places: [Place]
  /// The supply, in the order of the file.
  public let supporters: [Supporter]

  /// Reads a town from its two tables.
  public init(places: String, supporters: String) throws {
    self.places = try PlainTable(path: places).rows.map { row in
      Place(
        id: try row.text("id"),
        position: Coordinate(x: try row.number("x"), y: try row.number("y")),
        people: try row.number("pop"), need: try row.number("need"), ward: try row.text("ward"),
        borough: try row.text("borough"))
    }
    self.supporters = try PlainTable(path: supporters).rows.map { row in
      let hasSite = try !row.text("x").isEmpty
      let hasRadius = try !row.text("radius_m").isEmpty
      return Supporter(
        id: try row.text("id"),
        position: hasSite ? Coordinate(x: try row.number("x"), y: try row.number("y")) : nil,
        capacity: try row.number("capacity"), kind: try row.text("kind"),
        radius: hasRadius ? .metres(try row.number("radius_m")) : nil,
        remit: try row.text("remit").split(separator: ";").map(String.init),
        group: try? row.text("group"))
    }
  }
}

/// The folder of reference cases, which are too large to be kept in this package.
public enum ReferenceCases {
  /// Whether the cases are beside this checkout.
  public static let exist = FileManager.default.fileExists(atPath: path("inputs/demand.csv"))

  /// A file of the cases, such as `inputs/demand.csv`.
  public static func path(_ file: String) -> String {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent()
      .appending(path: "shared/reference/cases").appending(path: file).path(percentEncoded: false)
  }

  /// The town that the cases are about.
  public static func town() throws -> ReferenceTown {
    try ReferenceTown(places: path("inputs/demand.csv"), supporters: path("inputs/supply.csv"))
  }
}
