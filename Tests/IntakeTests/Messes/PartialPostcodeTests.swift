import Intake
import Places
import SimpleFeatures
import Testing

/// Half postcodes, several in one cell, and addresses.
@Suite struct `Cells with less or more than a postcode` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func organisation(
    _ cell: String
  ) throws -> (organisation: Organisation, reading: OrganisationReader.Reading) {
    let reading = try town.survey(
      "Organisation,Postcode\nOval Advice,\"\(cell)\"\n", postcodes: SouthBank.directory())
    #expect(reading.accountsForEveryRow)
    return (try #require(reading.organisations.first), reading)
  }

  @Test func `stand for the middle of a district, which is too coarse to measure from`() throws {
    let (organisation, reading) = try organisation("SE11")
    // The one postcode of SE11 in the directory is its middle.
    #expect(organisation.site.precision == .postcodeDistrict)
    #expect(town.ward(of: organisation.site) == SouthBank.oval)
    #expect(organisation.site.position(knownAtLeast: .outputArea) == nil)
    #expect(reading.places("W124").map(\.remark) == ["its district only"])
    #expect(reading.codes.contains("W110"))
    var reader = town.reader(postcodes: try SouthBank.directory())
    reader.leastPrecision = .postcodeDistrict
    let asked = try reader.read(InputFile("Organisation,Postcode\nOval Advice,SE11\n"))
    #expect(!asked.codes.contains("W110"))
  }

  @Test func `stand for the middle of a sector`() throws {
    let (organisation, reading) = try organisation("SE11 5")
    #expect(organisation.site.precision == .postcodeSector)
    #expect(reading.places("W124").map(\.remark) == ["its sector only"])
  }

  @Test func `of a district that the directory does not have stand for nothing`() throws {
    let (organisation, reading) = try organisation("SW1A")
    #expect(organisation.site.position == nil)
    #expect(reading.places("W112").map(\.line) == [2])
  }

  @Test(arguments: [
    "SE1 7PB / SE1 8XX", "SE1 7PB, SE1 8XX", "SE1 7PB and SE1 8XX", "SE17PB;SE18XX",
  ])
  func `may be two sites`(cell: String) throws {
    let (organisation, reading) = try organisation(cell)
    #expect(organisation.sites.map(\.postcode).sorted() == ["SE1 7PB", "SE1 8XX"])
    #expect(
      Set(organisation.sites.compactMap(town.ward)) == [SouthBank.waterloo, SouthBank.chaucer])
    #expect(reading.places("N139").map(\.value) == [cell])
  }

  @Test(arguments: [
    "Oval Advice, 1 The Road, London SE11 5JA", "Unit SE1 7PB House, 1 The Road, SE11 5JA",
    "1 The Road, London, SE11 5JA, UK",
  ])
  func `may be addresses, of which the last postcode counts`(cell: String) throws {
    let (organisation, _) = try organisation(cell)
    #expect(organisation.sites.map(\.postcode) == ["SE11 5JA"])
    #expect(town.ward(of: organisation.site) == SouthBank.oval)
  }
}
