import FileFormats
import Intake
import Places
import TestSupport
import Testing

/// No row is lost: each is used, used after a repair, or left out with a reason and a line.
@Suite struct `Accounts of rows` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  /// Every kind of row at once.
  private static let text = """
    Our groups,,,,
    Organisation,Charity number,Linked charity number,Postcode,Radius_m
    Ash,1107583,,SE11 5JA,
    Ash Ltd,1107583,,SE1 8XX,
    Beech,,,S0171BJ,
    Cedar,,,nowhere,
    ,,,SE1 7PB,
    Elm,,,SE1 7PB,far
    Fir,,,SE1 7PB,,extra
    ,,,,
    Holly,,,SE1 9ZZ,500
    Total,,,,500

    """

  @Test func `of organisations add up, whatever happens to a row`() throws {
    var columns = OrganisationReader.Columns()
    columns.name = "Organisation"
    let reader = town.reader(postcodes: try SouthBank.directory()).reading(columns)
    let reading = try reader.survey(InputFile(Self.text, name: "organisations.csv"))
    #expect(reading.lines.used == [3, 4, 5, 6, 11])
    #expect(reading.lines.leftOut == [7, 8, 9, 12])
    // Lines 3 to 12 without the blank one, of which line 5 needed a repair.
    #expect(
      reading.account
        == RowAccount(
          rows: 9, repaired: 1,
          setAside: [
            "a cell that cannot be used", "a cell that cannot be used", "a row of totals",
            "more cells than the header",
          ]))
    #expect(reading.account.used == 5)
    #expect(reading.accountsForEveryRow)
    #expect(
      reading.problems == [
        .raggedRow(file: "organisations.csv", line: 9, cells: 6, expected: 5),
        .missingValue(file: "organisations.csv", line: 7, column: "Organisation"),
        .invalidValue(
          file: "organisations.csv", line: 8, column: "Radius_m", value: "far",
          expected: "a radius from 1 to 1000000 m"),
      ])
    // A study does not run over what cannot be used.
    #expect(throws: reading.problems[0]) {
      try reader.read(InputFile(Self.text, name: "organisations.csv"))
    }
  }

  @Test func `of organisations do not depend on the format of the file`() throws {
    let rows: [[String]] = [
      ["Organisation", "Charity number", "Postcode"], ["Ash", "1107583", "SE11 5JA"],
      ["Ash Ltd", "1107583", "SE1 8XX"], ["Beech", "", "S0171BJ"], ["Cedar", "", "nowhere"],
      ["Total", "2", ""],
    ]
    let files = [
      try InputFile(Self.lines(rows, separator: ","), name: "rows"),
      try InputFile(Self.lines(rows, separator: "\t"), name: "rows"),
      try InputFile(name: "rows", bytes: SampleWorkbook(rows: Self.sheet(rows)).bytes),
      try InputFile(Self.json(rows), name: "rows"),
      try InputFile(
        name: "rows", bytes: GzipBytes.member(Array(Self.lines(rows, separator: ";").utf8))),
    ]
    let reader = town.reader(postcodes: try SouthBank.directory())
    let readings = try files.map { try reader.survey($0) }
    for reading in readings {
      #expect(reading.accountsForEveryRow)
      #expect(
        reading.account == RowAccount(rows: 5, repaired: 1, setAside: ["a row of totals"]))
      #expect(reading.organisations.map(\.id) == readings[0].organisations.map(\.id))
      #expect(
        reading.organisations.map { $0.sites.map(\.postcode) }
          == readings[0].organisations.map { $0.sites.map(\.postcode) })
    }
  }

  private static func lines(_ rows: [[String]], separator: String) -> String {
    rows.map { $0.joined(separator: separator) + "\n" }.joined()
  }

  private static func sheet(_ rows: [[String]]) -> String {
    rows.map { cells in
      let texts = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
      return "<row>" + texts.joined() + "</row>"
    }.joined()
  }

  private static func json(_ rows: [[String]]) -> String {
    let records = rows.dropFirst().map { cells in
      let members = zip(rows[0], cells).map { "\"\($0)\":\"\($1)\"" }
      return "{" + members.joined(separator: ",") + "}"
    }
    return "[" + records.joined(separator: ",") + "]"
  }

  @Test func `of places and figures count what is left out`() throws {
    let need = try NeedTable(
      InputFile("code,score\nE05014118,10\nE05014108,\nE05011098,5\nTotal,15\n", name: "need.csv"),
      columns: .init(code: "code", index: "score", direction: .higher))
    #expect(need.account == RowAccount(rows: 4, setAside: ["a row of totals", "no figure"]))
    #expect((need.account.used, need.figures.count) == (2, 2))
    let places = try PlaceReader(columns: .init(), need: .ward(need)).read(
      InputFile(
        "id,lat,lon,people\np1,51.500903,-0.112363,10\np2,51.497614,-0.09106,20\nTotal,,,30\n",
        name: "places.csv"), on: town.ground)
    #expect(places.account == RowAccount(rows: 3, setAside: ["a row of totals"]))
    #expect(places.places.count == 2)
    #expect(places.findings.map(\.code) == ["N144"])
  }

  @Test func `of a table to be located have the sites of every row`() throws {
    let located = try town.reader(postcodes: SouthBank.directory()).locate(
      InputFile(
        "Ref,Postcode\n1,SE1 7PB / SE1 8XX\n2,nowhere\n3,\n4,SO171BJ\n", name: "places.csv"))
    #expect(located.sites.map(\.count) == [2, 1, 0, 1])
    #expect(located.sites[1][0].position == nil)
    #expect(located.sites.flatMap(\.self).compactMap(\.source).map(\.line) == [2, 2, 3, 5])
  }
}
