import Intake
import Places
import SimpleFeatures
import Testing

/// Coordinates in the wrong column, in another unit, or of another system.
@Suite struct `Positions as people write them` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  /// The site of a row whose two cells are given, first that of x.
  private func read(
    _ names: String, _ cells: String
  ) throws -> (Site, OrganisationReader.Reading) {
    let reading = try town.survey("Organisation,\(names)\nOval Advice,\(cells)\n")
    #expect(reading.accountsForEveryRow)
    #expect(reading.problems == [])
    return (reading.organisations.first?.site ?? .unknown, reading)
  }

  /// 530 670 m east and 177 390 m north are in Oval, as are 51.4803° north and 0.119357° west.
  @Test(arguments: [
    ("Longitude,Latitude", "51.4803,-0.119357", "swapped"),
    ("Easting,Northing", "177390,530670", "swapped"),
    ("Longitude,Latitude", "530670,177390", "British National Grid"),
    ("Longitude,Latitude", "177390,530670", "swapped"),
    ("Easting,Northing", "-0.119357,51.4803", "as degrees"),
    ("Easting,Northing", "530.670,177.390", "kilometres"),
  ])
  func `are read the one way that fits, and that is said`(
    names: String, cells: String, remark: String
  ) throws {
    let (site, reading) = try read(names, cells)
    #expect(town.ward(of: site) == SouthBank.oval)
    #expect(reading.places("W127").map(\.line) == [2])
    #expect(reading.places("W127").allSatisfy { $0.remark.contains(remark) })
    #expect(reading.account == RowAccount(rows: 1, repaired: 1))
  }

  @Test(arguments: [
    "\"530,670\",\"177,390\"", "530670.0,177390.0", "\"530 670\",\"177 390\"", "530670 m,177390 m",
  ])
  func `are numbers whatever stands between their digits`(cells: String) throws {
    let (site, reading) = try read("Easting,Northing", cells)
    #expect(site.position == Coordinate(x: 530_670, y: 177_390))
    // The names of the columns say what they are: nothing was put right.
    #expect(reading.codes == [])
    #expect(reading.account == RowAccount(rows: 1))
  }

  /// A hundred metres square with its corner at (530 600, 177 300), a square of a kilometre with
  /// its corner at (530 000, 177 000).
  @Test(arguments: [
    ("TQ 306 773", Coordinate(x: 530_650, y: 177_350)),
    ("TQ3060077300", Coordinate(x: 530_600.5, y: 177_300.5)),
    ("tq 30 77", Coordinate(x: 530_500, y: 177_500)),
  ])
  func `are grid references`(text: String, middle: Coordinate) throws {
    let (site, reading) = try read("Easting,Northing", "\(text),")
    #expect(site.position == middle)
    #expect(reading.places("W127").map(\.line) == [2])
    #expect(reading.places("W127").allSatisfy { $0.remark.contains("grid reference") })
  }

  @Test(arguments: [
    ("Grid reference", "TQ 3060 7730"), ("OS grid ref", "TQ306773"),
    ("Coordinates", "\"51.4803, -0.119357\""), ("Lat/Long", "\"51.4803,-0.119357\""),
    ("Where", "\"530670, 177390\""),
  ])
  func `may stand in one cell`(name: String, cell: String) throws {
    var columns = OrganisationReader.Columns()
    if name == "Where" { (columns.x, columns.y) = (name, name) }
    let reading = try town.reader().reading(columns)
      .survey(InputFile("Organisation,\(name)\nOval Advice,\(cell)\n"))
    #expect(reading.organisations.map { town.ward(of: $0.site) } == [SouthBank.oval])
    #expect(reading.accountsForEveryRow)
    #expect((reading.places("W127") + reading.places("W128")).allSatisfy { $0.field == name })
  }

  @Test(arguments: [
    ("0,0", "no position"), ("0.000000,99.999999", "not known"),
    ("101,100", "no place on the Earth"),
    ("1.13E+05,51.48", "lost digits"), ("east,north", "not a number"), (",51.48", "missing"),
  ])
  func `that cannot be are left out, never drawn in the sea`(
    cells: String, remark: String
  ) throws {
    let (site, reading) = try read("Longitude,Latitude", cells)
    #expect(site.position == nil)
    #expect(reading.places("W128").map(\.line) == [2])
    #expect(reading.places("W128").allSatisfy { $0.remark.contains(remark) })
  }

  @Test func `elsewhere are kept, and counted as outside`() throws {
    let (site, reading) = try read("Longitude,Latitude", "-1.397,50.9369")
    #expect(site.position == (try SouthBank.position(longitude: -1.397, latitude: 50.9369)))
    #expect(reading.codes.contains("W101"))
  }
}
