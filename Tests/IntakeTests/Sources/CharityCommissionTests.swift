import Intake
import Places
import Testing

/// The public extract of the register of charities.
@Suite struct `Charity Commission files` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private static let columns = [
    "date_of_extract", "organisation_number", "registered_charity_number",
    "linked_charity_number", "charity_name", "charity_type", "charity_registration_status",
    "date_of_registration", "date_of_removal", "latest_income", "charity_contact_address1",
    "charity_contact_postcode", "charity_contact_web", "charity_company_registration_number",
    "charity_activities",
  ]

  private static let rows = [
    [
      "2025-06-01", "2050001", "1107583", "0", "OVAL ADVICE", "Charitable company", "Registered",
      "2005-01-10", "", "250000", "1 THE ROAD", "SE11 5JA", "https://example.org", "5123456",
      "ADVICE AND INFORMATION",
    ],
    [
      "2025-06-01", "2050002", "1107583", "1", "OVAL ADVICE HARDSHIP FUND", "", "Registered",
      "2006-01-10", "", "", "", "", "", "", "",
    ],
    [
      "2025-06-01", "2050003", "211234", "0", "CHAUCER HALL", "Trust", "Removed", "1962-09-22",
      "2019-05-01", "0", "2 THE ROAD", "SE1 8XX", "", "", "A HALL",
    ],
  ]

  /// The table with tabs, as in the text files of the extract.
  private static let text =
    ([columns] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()

  /// The same as JSON: numbers are numbers, and what is empty is null.
  private static let json: String = {
    let records = rows.map { row in
      let members = zip(columns, row).map { name, value in
        let isNumber = !value.isEmpty && value.allSatisfy(\.isNumber)
        return "\"\(name)\":" + (value.isEmpty ? "null" : isNumber ? value : "\"\(value)\"")
      }
      return "{\(members.joined(separator: ","))}"
    }
    return "\u{FEFF}[\(records.joined(separator: ",\r\n"))]"
  }()

  @Test(arguments: [text, json])
  func `list charities, the linked ones under their parents`(content: String) throws {
    let reading = try town.reader(postcodes: SouthBank.directory())
      .survey(InputFile(content, name: "publicextract.charity"))
    #expect(reading.problems == [])
    #expect(reading.organisations.map(\.id) == ["1107583", "211234"])
    #expect(reading.organisations.map(\.status) == ["active", "closed"])
    #expect(
      reading.organisations.map { town.ward(of: $0.site) } == [SouthBank.oval, SouthBank.chaucer])
    #expect(reading.organisations[0].provenance.url == "https://example.org")
    let line = content.hasPrefix("\u{FEFF}") ? 2 : 3
    #expect(reading.places("N137").map(\.line) == [line])
    #expect(reading.places("N137").map(\.value) == ["1107583"])
    #expect(reading.account == RowAccount(rows: 3, repaired: 1, setAside: ["a linked charity"]))
    #expect(reading.accountsForEveryRow)
  }

  @Test func `name the areas of operation in a table of their own`() throws {
    let areas = """
      date_of_extract\torganisation_number\tregistered_charity_number\tlinked_charity_number\t\
      geographic_area_type\tgeographic_area_description\tparent_geographic_area_type\t\
      parent_geographic_area_description\twelsh_ind
      2025-06-01\t2050001\t1107583\t0\tLocal Authority\tLambeth\tRegion\tThroughout London\tFalse
      2025-06-01\t2050001\t1107583\t0\tLocal Authority\tSouthwark\tRegion\tThroughout London\tFalse
      2025-06-01\t2050003\t211234\t0\tRegion\tThroughout London\tCountry\tThroughout England\tFalse

      """
    var reader = town.reader(postcodes: try SouthBank.directory())
    reader.remits = try RemitTable(
      TableReader().read(InputFile(areas, name: "publicextract.charity_area_of_operation.txt")))
    let reading = try reader.survey(InputFile(Self.text, name: "publicextract.charity.txt"))
    #expect(
      reading.organisations.map(\.remit)
        == [.areas([SouthBank.lambeth, SouthBank.southwark]), .everywhere])
    #expect(!reading.codes.contains("W103"))
    #expect(reading.accountsForEveryRow)
  }

  @Test(arguments: [
    ("Region", "Throughout London", "everywhere"),
    ("Country", "Throughout England", "everywhere"),
    ("Country", "Throughout England And Wales", "everywhere"),
    ("Local Authority", "SOUTHWARK", "E09000028"), ("Local Authority", "Croydon", ""),
    ("Country", "Scotland", ""), ("Country", "France", ""), ("Continent", "Europe", ""),
  ])
  func `name areas as the register does`(type: String, area: String, remit: String) throws {
    let areas =
      "organisation_number,registered_charity_number,linked_charity_number,geographic_area_type,"
      + "geographic_area_description\n2050003,211234,0,\(type),\(area)\n"
    var reader = town.reader()
    reader.remits = try RemitTable(TableReader().read(InputFile(areas)))
    let reading = try reader.survey(InputFile(Self.text, name: "publicextract.charity.txt"))
    #expect(reading.named("CHAUCER HALL")?.remit.description == remit)
    // What lies outside is listed, not dropped.
    #expect(reading.places("W103").count == (remit.isEmpty ? 1 : 0))
  }

  @Test func `name what is provided in another`() throws {
    let classes = """
      date_of_extract\torganisation_number\tregistered_charity_number\tlinked_charity_number\t\
      classification_code\tclassification_type\tclassification_description
      2025-06-01\t2050003\t211234\t0\t306\tHow\tProvides Buildings/facilities/open Space
      2025-06-01\t2050003\t211234\t0\t101\tWhat\tGeneral Charitable Purposes

      """
    var reader = town.reader(postcodes: try SouthBank.directory())
    reader.classifications = try ClassificationTable(
      TableReader().read(InputFile(classes, name: "publicextract.charity_classification.txt")))
    let reading = try reader.survey(InputFile(Self.text, name: "publicextract.charity.txt"))
    // The first has no class, and is taken for an adviser as everyone is here.
    #expect(reading.organisations.map(\.functions) == [[0], [1]])
    #expect(reading.places("N104").map(\.value) == ["General Charitable Purposes"])
  }
}
