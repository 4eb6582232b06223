import Intake
import Places
import SimpleFeatures
import Testing

/// Spellings of one postcode in which letters and digits look alike, as volunteers write them.
@Suite struct `Postcodes that look alike` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(_ postcodes: [String]) throws -> OrganisationReader.Reading {
    let rows = postcodes.enumerated().map { "Group \($0.offset),\($0.element)\n" }
    return try town.survey(
      "Organisation,Postcode\n" + rows.joined(), postcodes: SouthBank.directory())
  }

  /// - SeeAlso: Geographical Referencing Learning Resources, restore.ac.uk: eight ways in which
  ///   "SO17 1BJ" was written in a survey.
  static let southampton = [
    "S0171BJ", "SOI7 1BJ", "SO17 IBJ", "S0I7 IBJ", "SO I7 Ibj", "So17IBJ", "S017 1BJ", "SO1 71BJ",
  ]

  @Test func `are all read as the one that is in the directory`() throws {
    let reading = try survey(Self.southampton)
    #expect(reading.problems == [])
    let position = try SouthBank.position(longitude: -1.397, latitude: 50.9369)
    let sites = reading.organisations.map(\.site)
    #expect(sites.count == 8)
    #expect(sites.allSatisfy { $0.postcode == "SO17 1BJ" && $0.position == position })
    // "SO1 71BJ" has every character right and only its space in the wrong place.
    let mistaken = Self.southampton.filter { $0 != "SO1 71BJ" }
    for (spelling, organisation) in zip(Self.southampton, reading.organisations) {
      let isMistaken = mistaken.contains(spelling)
      #expect(organisation.site.flags.contains(.repaired(from: spelling)) == isMistaken)
    }
    #expect(reading.places("W120").map(\.value) == mistaken)
    #expect(reading.places("W120").allSatisfy { $0.fix == "SO17 1BJ" && $0.column == 2 })
    #expect(reading.places("W120").map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(reading.places("N136").map(\.value) == ["SO1 71BJ"])
    #expect(reading.account == RowAccount(rows: 8, repaired: 7))
    #expect(reading.accountsForEveryRow)
  }

  @Test(arguments: [
    "se1 7pb", "SE17PB", "SE1  7PB", "SE1\u{A0}7PB", " se1-7pb ", "S E 1 7 P B", "SE1\u{200B}7PB",
    "S.E.1 7PB",
  ])
  func `in case and spacing only are no mistakes`(spelling: String) throws {
    let reading = try survey([spelling])
    let site = try #require(reading.organisations.first).site
    #expect(site.postcode == "SE1 7PB")
    #expect(site.flags == [])
    #expect(town.ward(of: site) == SouthBank.waterloo)
    #expect(!reading.codes.contains("W120"))
    #expect(reading.account.repaired == 0)
  }

  @Test func `are not guessed where no reading, or more than one, is in the directory`() throws {
    // SW1A 1AA is no postcode of the directory in any reading; QQ99 is none at all.
    let reading = try survey(["SWIA IAA", "QQ99 9QQ", "call us"])
    #expect(reading.organisations.map { $0.site.position } == [nil, nil, nil])
    #expect(reading.places("W120").isEmpty)
    let told = ["W112", "W126", "W138"].flatMap { reading.places($0) }.compactMap(\.line)
    #expect(told.sorted() == [2, 3, 4])
    #expect(reading.accountsForEveryRow)
  }
}
