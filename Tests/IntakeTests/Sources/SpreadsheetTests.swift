import Intake
import Places
import SimpleFeatures
import Testing

/// Tables that anyone made, with the names that people give their columns.
@Suite struct `Anyone's spreadsheet` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func read(_ text: String) throws -> OrganisationReader.Reading {
    try town.reader(postcodes: SouthBank.directory()).read(InputFile(text, name: "mine.csv"))
  }

  @Test(arguments: [
    ("Organisation Name", "Post Code", "Areas covered", "Services offered"),
    ("Organization", "POSTCODE", "Boroughs", "Support type"),
    ("  Group   name ", "Postal Code", "Area of benefit", "Specialisms"),
    ("\u{FEFF}Charity name", "post-code", "Where we work", "Category"),
    ("Name", "Pcode", "Geographic reach", "Theme"),
  ])
  func `is understood by the names of its columns`(
    name: String, postcode: String, remit: String, specialism: String
  ) throws {
    let reading = try read(
      "\(name),\(postcode),\(remit),\(specialism)\n"
        + "Oval Advice,se11 5ja,Lambeth and Southwark,space\n")
    let organisation = try #require(reading.organisations.first)
    #expect(organisation.name == "Oval Advice")
    #expect(town.ward(of: organisation.site) == SouthBank.oval)
    #expect(organisation.remit == .areas([SouthBank.lambeth, SouthBank.southwark]))
    #expect(organisation.functions == [1])
    #expect(reading.accountsForEveryRow)
  }

  @Test(arguments: [
    ("Latitude", "Longitude", "51.4803", "-0.119357"), ("lat", "long", "51.4803", "-0.119357"),
    ("Y", "X", "51.4803", "-0.119357"), ("LAT", "LNG", "51.4803°", "-0.119357°"),
    ("Northing", "Easting", "177390", "530670"), ("y_coord", "x_coord", "177390", "530670"),
    ("Northings", "Eastings", "\"177,390\"", "\"530,670\""),
  ])
  func `may hold positions under many names`(
    north: String, east: String, y: String, x: String
  ) throws {
    let reading = try read("Organisation,\(north),\(east)\nOval Advice,\(y),\(x)\n")
    let site = try #require(reading.organisations.first).site
    #expect(town.ward(of: site) == SouthBank.oval)
    #expect(site.precision == .point)
    #expect(reading.accountsForEveryRow)
  }

  @Test func `may have been joined with columns of a publisher`() throws {
    let reading = try read(
      "OBJECTID,Name,Postcode,WD24CD,WD24NM,LAD24CD,LAD24NM,LAT,LONG,Shape__Area\n"
        + "1,Oval Advice,SE1 8XX,E05014108,Oval,E09000022,Lambeth,51.4803,-0.119357,0\n")
    let organisation = try #require(reading.organisations.first)
    #expect(organisation.name == "Oval Advice")
    // Coordinates are believed before the postcode.
    #expect(town.ward(of: organisation.site) == SouthBank.oval)
    #expect(reading.accountsForEveryRow)
  }

  @Test func `needs only names`() throws {
    let reading = try read("Organisation\nOval Advice\nChaucer Hall\n")
    #expect(reading.organisations.map(\.id) == ["Chaucer Hall", "Oval Advice"])
    #expect(reading.codes == ["W110"])
    #expect(reading.accountsForEveryRow)
  }

  @Test func `without names is refused, its columns listed`() throws {
    #expect {
      try read("Who,Where\nOval Advice,SE11 5JA\n")
    } throws: { error in
      guard case IntakeError.missingColumn("mine.csv", "name", let present) = error else {
        return false
      }
      return present == ["Who", "Where"]
    }
  }
}
