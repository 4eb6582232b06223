import Intake
import Places
import SimpleFeatures
import Testing

/// One organisation in several rows, and several organisations of one name.
@Suite struct `Duplicates` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(_ rows: [String]) throws -> OrganisationReader.Reading {
    let reading = try town.survey(
      "Organisation,Charity number,Company number,Postcode,Area of benefit\n"
        + rows.joined(separator: "\n") + "\n", postcodes: SouthBank.directory())
    #expect(reading.accountsForEveryRow)
    return reading
  }

  @Test func `by charity or company number are merged, and each merge is told`() throws {
    // The third row ties the first two together.
    let reading = try survey([
      "Oval Advice,1107583,,SE11 5JA,Lambeth", "Oval Advice Ltd,,05123456,SE1 8XX,Southwark",
      "OVAL ADVICE,1107583,5123456,SE11 5JA,",
    ])
    let oval = try #require(reading.organisations.first)
    #expect(reading.organisations.count == 1)
    #expect(oval.id == "GB-CHC-1107583")
    // One organisation with two doors.
    #expect(Set(oval.sites.map(\.postcode)) == ["SE11 5JA", "SE1 8XX"])
    #expect(oval.remit == .areas([SouthBank.lambeth, SouthBank.southwark]))
    #expect(oval.provenance.rows.map(\.line) == [2, 3, 4])
    #expect(reading.places("N132").map(\.line) == [3, 4])
    #expect(reading.places("N132").allSatisfy { $0.remark == "GB-CHC-1107583, line 2" })
    #expect(reading.account == RowAccount(rows: 3, repaired: 1))
  }

  @Test(arguments: [
    "Oval Advice Ltd", "The Oval Advice", "Oval Advice Limited", "OVAL ADVICE CIO",
    "Oval  Advice C.I.C.",
  ])
  func `by name only are proposed, never merged`(name: String) throws {
    let reading = try survey(["Oval Advice,1107583,,SE11 5JA,", "\(name),,,SE1 8XX,"])
    #expect(reading.organisations.count == 2)
    #expect(reading.places("W133").map(\.line) == [2, 3])
    #expect(reading.codes.contains("N132") == false)
  }

  @Test func `in name and everything else are still two, and proposed`() throws {
    let reading = try survey(["Oval Advice,,,SE11 5JA,", "Oval Advice,,,SE11 5JA,"])
    #expect(reading.organisations.map(\.id) == ["Oval Advice", "Oval Advice (line 3)"])
    #expect(reading.places("W133").count == 2)
  }

  @Test func `with different numbers are two whatever their names`() throws {
    let reading = try survey(["Oval Advice,1107583,,,", "Oval Advice,1107584,,,"])
    #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583", "GB-CHC-1107584"])
    #expect(reading.places("W133").count == 2)
  }

  @Test func `are known by a register's identifier and by the number in another column`() throws {
    let reading = try town.survey(
      "Organisation identifier,Organisation,Charity number,Company number\n"
        + "GB-CHC-1107583,Oval Advice,,\nGB-COH-05123456,Oval Advice,1107583,\n"
        + "360G-AF-7,Oval Advice,,5123456\n")
    #expect(reading.organisations.map(\.id) == ["360G-AF-7"])
    #expect(reading.places("N132").map(\.line) == [3, 4])
    #expect(reading.accountsForEveryRow)
  }

  @Test func `of an identifier with nothing else in common are refused`() throws {
    #expect(throws: IntakeError.duplicate(file: "organisations.csv", column: "ID", value: "7")) {
      try town.survey("ID,Organisation\n7,Oval Advice\n7,Chaucer Hall\n")
    }
  }

  @Test func `merge alike in any order of rows`() throws {
    let rows = [
      "Oval Advice,1107583,,SE11 5JA,Lambeth", "Oval Advice Ltd,,05123456,SE1 8XX,Southwark",
      "OVAL ADVICE,1107583,5123456,SE15 1AA,",
    ]
    func facts(_ rows: [String]) throws -> [[String]] {
      try survey(rows).organisations.map { read in
        [read.id, read.name, read.remit.description] + read.sites.map(\.postcode).sorted()
      }
    }
    #expect(try facts(rows) == facts(rows.reversed()))
    #expect(try facts(rows) == facts([rows[1], rows[2], rows[0]]))
  }
}
