import Intake
import Places
import TestSupport
import Testing

/// Grants in the layouts of the 360Giving Data Standard and of GrantNav.
@Suite struct `360Giving files` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func read(
    _ text: String, name: String = "grants.csv"
  ) throws -> OrganisationReader.Reading {
    try town.reader(postcodes: SouthBank.directory()).survey(InputFile(text, name: name))
  }

  /// Two grants to one charity and one to a company, whose number has lost a zero.
  private static func spreadsheet(_ number: String) -> String {
    """
    Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,\
    Recipient Org:Name,Recipient Org:Charity Number,Recipient Org:Company Number,\
    Recipient Org:Postal Code,Recipient Org:Location:\(number)Geographic Code,\
    Recipient Org:Location:\(number)Geographic Code Type,Funding Org:Identifier,Funding Org:Name,\
    Beneficiary Location:\(number)Name,Beneficiary Location:\(number)Country Code,\
    Beneficiary Location:\(number)Geographic Code,\
    Beneficiary Location:\(number)Geographic Code Type
    360G-example-1,Core costs,Advice,GBP,10000,2023-01-15,GB-CHC-1107583,Oval Advice,1107583,,\
    SE11 5JA,E05014108,WD,GB-CHC-200000,A Funder,Lambeth,GB,E09000022,LONB
    360G-example-2,A kitchen,Advice,GBP,5000,2024-06-01,GB-CHC-1107583,Oval Advice,1107583,,\
    SE11 5JA,E05014108,WD,GB-CHC-200000,A Funder,Southwark,GB,E09000028,LONB
    360G-example-3,A van,Advice,GBP,2500,2022-03-01,GB-COH-04120000,Chaucer Hub Ltd,,4120000,\
    SE1 8XX,E05011098,WD,GB-CHC-200000,A Funder,Chaucer,GB,E05011098,WD

    """
  }

  @Test(arguments: ["0:", ""])
  func `name their columns with and without a number`(number: String) throws {
    let reading = try read(Self.spreadsheet(number))
    #expect(reading.problems == [])
    #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583", "GB-COH-04120000"])
    let oval = reading.organisations[0]
    #expect(oval.name == "Oval Advice")
    // Both grants' places; one door, though it stands in two rows.
    #expect(oval.remit == .areas([SouthBank.lambeth, SouthBank.southwark]))
    #expect(oval.sites.map(\.postcode) == ["SE11 5JA"])
    #expect(town.ward(of: oval.site) == SouthBank.oval)
    #expect(oval.provenance.date == "2024-06-01")
    #expect(oval.provenance.rows.map(\.line) == [2, 3])
    #expect(reading.organisations[1].remit == .areas([SouthBank.chaucer]))
    #expect(reading.places("N132").map(\.line) == [3])
    // 4120000 has seven digits, company numbers have eight.
    #expect(reading.places("N134").map(\.fix) == ["04120000"])
    #expect(reading.account == RowAccount(rows: 3, repaired: 1))
    #expect(reading.accountsForEveryRow)
  }

  @Test func `may name several places, with codes and without`() throws {
    let text = """
      Identifier,Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Postal Code,\
      Beneficiary Location:0:Name,Beneficiary Location:0:Geographic Code,\
      Beneficiary Location:0:Geographic Code Type,Beneficiary Location:1:Name,\
      Beneficiary Location:1:Geographic Code,Beneficiary Location:1:Geographic Code Type
      360G-example-1,GB-CHC-1107583,Oval Advice,SE11 5JA,Oval,E05014108,WD,Chaucer,E05011098,WD
      360G-example-2,GB-CHC-1107584,Peckham Hub,SE15 1AA,Southwark,,,,,
      360G-example-3,GB-CHC-1107585,Swansea Hub,SE15 1AA,Cardiff,W06000015,UA,,,

      """
    let reading = try read(text)
    #expect(reading.named("Oval Advice")?.remit == .areas([SouthBank.chaucer, SouthBank.oval]))
    // A place that has a name but no code is not lost.
    #expect(reading.named("Peckham Hub")?.remit == .areas([SouthBank.southwark]))
    #expect(reading.named("Swansea Hub")?.remit == Remit.none)
    #expect(reading.places("W103").map(\.value) == ["GB-CHC-1107585: W06000015"])
    #expect(reading.accountsForEveryRow)
  }

  @Test(arguments: [
    ("GLS010", true), ("GLS030", true), ("GLS030 National", true), ("National", true),
    ("GLS040", false), ("GLS050", false), ("GLS060", false), ("GLS060 Local area", false),
  ])
  func `may say how far a grant goes`(scope: String, isEverywhere: Bool) throws {
    let text = """
      Identifier,Recipient Org:Identifier,Recipient Org:Name,Location Scope,\
      Beneficiary Location:0:Geographic Code,Beneficiary Location:0:Geographic Code Type
      360G-example-1,GB-CHC-1107583,Oval Advice,\(scope),E09000022,LONB

      """
    let reading = try read(text)
    #expect(
      reading.organisations[0].remit == (isEverywhere ? .everywhere : .areas([SouthBank.lambeth])))
    #expect(reading.codes.contains("W103") == false)
  }

  @Test func `may be workbooks with a sheet on the file itself`() throws {
    func sheet(_ name: String, _ rows: [[String]]) -> SampleWorkbook.Sheet {
      let xml = rows.map { cells in
        let texts = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row>" + texts.joined() + "</row>"
      }
      return SampleWorkbook.Sheet(name: name, xml: "<sheetData>\(xml.joined())</sheetData>")
    }
    let grants = Self.spreadsheet("0:").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let meta = [["Publisher:Name", "A Funder"], ["License", "CC BY 4.0"], ["Identifier", "x"]]
    let book = SampleWorkbook(sheets: [sheet("Meta", meta), sheet("grants", grants)])
    let reading = try town.reader(postcodes: SouthBank.directory())
      .survey(InputFile(name: "grants.xlsx", bytes: book.bytes))
    #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583", "GB-COH-04120000"])
    #expect(reading.organisations[0].provenance.rows.map(\.sheet) == ["grants", "grants"])
    #expect(reading.accountsForEveryRow)
  }

  @Test func `are JSON too`() throws {
    let text = """
      {"grants":[
      {"id":"360G-example-1","title":"Core costs","currency":"GBP","amountAwarded":10000,
       "awardDate":"2023-01-15T00:00:00+00:00",
       "recipientOrganization":[{"id":"GB-CHC-1107583","name":"Oval Advice",
         "charityNumber":"1107583","postalCode":"SE11 5JA",
         "location":[{"geoCode":"E05014108","geoCodeType":"WD"}]}],
       "fundingOrganization":[{"id":"GB-CHC-200000","name":"A Funder"}],
       "beneficiaryLocation":[{"name":"Lambeth","geoCode":"E09000022","geoCodeType":"LONB"},
         {"name":"Chaucer","geoCode":"E05011098","geoCodeType":"WD"}]},
      {"id":"360G-example-2","title":"A kitchen","currency":"GBP","amountAwarded":5000,
       "awardDate":"2024-06-01T00:00:00+00:00",
       "recipientOrganization":[{"id":"GB-CHC-1107583","name":"Oval Advice",
         "charityNumber":"1107583","postalCode":"SE11 5JA"}],
       "fundingOrganization":[{"id":"GB-CHC-200000","name":"A Funder"}]}
      ]}
      """
    let reading = try read(text, name: "grants.json")
    // The identifier of a grant is none of who received it.
    #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583"])
    #expect(reading.organisations[0].name == "Oval Advice")
    #expect(reading.organisations[0].remit == .areas([SouthBank.chaucer, SouthBank.lambeth]))
    #expect(town.ward(of: reading.organisations[0].site) == SouthBank.oval)
    #expect(reading.account == RowAccount(rows: 2))
    #expect(reading.accountsForEveryRow)
  }

  @Test func `are downloads of GrantNav`() throws {
    let text = """
      Identifier,Title,Amount Awarded,Award Date,Recipient Org:0:Identifier,Recipient Org:0:Name,\
      Recipient Org:0:Charity Number,Recipient Org:0:Postal Code,\
      Recipient Org: Canonical Org ID (additional data),\
      Recipient Org: Registered Postcode (additional data),\
      Best Available Recipient District Geographic Code (additional data),\
      Best Available Recipient Ward Geographic Code (additional data),\
      Recipient District Geographic code (additional data),\
      Beneficiary District Geographic code (additional data),Type of Recipient,\
      "#comment Data from GrantNav, https://grantnav.threesixtygiving.org/",#comment 2
      360G-example-1,Core costs,10000,2023-01-15,GB-CHC-1107583,Oval Advice,1107583,SE11 5JA,\
      GB-CHC-1107583,SE1 8XX,E09000022,E05014108,E09000022,E09000028,Organisation,,

      """
    let reading = try read(text)
    #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583"])
    // The postcode of the grant, rather than the registered office.
    #expect(reading.organisations[0].sites.map(\.postcode) == ["SE11 5JA"])
    #expect(reading.organisations[0].remit == .areas([SouthBank.southwark]))
    #expect(reading.accountsForEveryRow)
  }
}
