import Intake
import Places
import Testing

/// Organisations that work from more than one door.
@Suite struct `Organisations with several sites` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(_ rows: String...) throws -> OrganisationReader.Reading {
    let reading = try town.survey(
      "Organisation,Charity number,Postcode\n" + rows.joined(separator: "\n") + "\n",
      postcodes: SouthBank.directory())
    #expect(reading.accountsForEveryRow)
    return reading
  }

  @Test func `are one, in a cell or over rows`() throws {
    let inACell = try survey("Ash,1107583,SE1 7PB / SE15 1AA")
    let overRows = try survey("Ash,1107583,SE1 7PB", "Ash,1107583,SE15 1AA")
    for reading in [inACell, overRows] {
      #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583"])
      #expect(
        reading.organisations[0].sites.compactMap(town.ward).sorted()
          == [SouthBank.peckham, SouthBank.waterloo])
    }
    // Each door knows the row that it comes from.
    #expect(Set(overRows.organisations[0].sites.compactMap(\.source?.line)) == [2, 3])
  }

  @Test func `have a door once, however many rows name it and however it is spelt`() throws {
    let reading = try survey("Ash,1107583,SE1 7PB", "Ash,1107583,se17pb", "Ash,1107583,SEI 7PB")
    #expect(reading.organisations[0].sites.count == 1)
    #expect(reading.organisations[0].provenance.rows.map(\.line) == [2, 3, 4])
  }

  @Test func `keep each address that cannot be placed`() throws {
    let reading = try survey("Ash,1107583,SE1 9ZZ", "Ash,1107583,SE1 7AA", "Ash,1107583,SE1 7PB")
    #expect(
      reading.organisations[0].sites.map(\.postcode).sorted() == ["SE1 7AA", "SE1 7PB", "SE1 9ZZ"])
    #expect(reading.organisations[0].sites.compactMap(\.position).count == 1)
  }
}
