import Intake
import Places
import SimpleFeatures
import Testing

/// Postcodes that ended, have no place on the ground, or belong to a mailroom.
@Suite struct `Postcodes in other states than in use` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func read(_ postcode: String) throws -> (Site, OrganisationReader.Reading) {
    let reading = try town.survey(
      "Organisation,Postcode\nOval Advice,\(postcode)\n", postcodes: SouthBank.directory())
    #expect(reading.accountsForEveryRow)
    return (try #require(reading.organisations.first).site, reading)
  }

  @Test func `are placed where they last were, with the nearest in use as a hint`() throws {
    let (site, reading) = try read("SE1 7QQ")
    #expect(site.flags == [.terminated(since: "2016-03")])
    #expect(site.position == (try SouthBank.position(longitude: -0.112, latitude: 51.5015)))
    #expect(site.precision == .postcode)
    // SE1 7PB is 70 m away and SE1 7ZZ 80 m.
    #expect(
      reading.places("W121").map(\.remark) == ["ended 2016-03, the nearest in use is SE1 7PB"])
  }

  @Test func `are nowhere where the directory has no grid reference`() throws {
    // Latitude 99.999999 and longitude 0.000000 are no point at the North Pole or off Ghana.
    let (site, reading) = try read("SE1 9ZZ")
    #expect((site.position, site.precision, site.postcode) == (nil, .none, "SE1 9ZZ"))
    #expect(reading.places("W122").map(\.line) == [2])
    #expect(reading.codes.contains("W110"))
  }

  @Test func `are flagged where they belong to one large receiver of mail`() throws {
    let (site, reading) = try read("SE1 7ZZ")
    #expect(site.flags == [.largeUser])
    #expect(town.ward(of: site) == SouthBank.waterloo)
    #expect(reading.places("W123").map(\.line) == [2])
  }

  @Test func `are told apart from those that the directory does not hold`() throws {
    let (site, reading) = try read("SE1 7AA")
    #expect(site.position == nil)
    #expect(reading.places("W112").map(\.remark) == ["its sector is known"])
  }

  @Test func `count against the share that must be placed`() throws {
    var reader = town.reader(postcodes: try SouthBank.directory())
    reader.leastPlaced = 0.9
    let file = try InputFile(
      "Organisation,Postcode\nA,SE1 7PB\nB,SE1 9ZZ\nC,SE1 7AA\nD,\n", name: "orgs.csv")
    // D has no address, so that one of three was placed.
    #expect(
      throws: IntakeError.tooFewPlaced(file: "orgs.csv", placed: 1, of: 3, least: 0.9)
    ) { try reader.read(file) }
    reader.leastPlaced = 0.3
    #expect(try reader.read(file).organisations.count == 4)
  }
}
