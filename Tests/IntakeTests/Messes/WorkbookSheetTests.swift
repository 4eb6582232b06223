import FileFormats
import Intake
import Places
import TestSupport
import Testing

/// Workbooks with several sheets, hidden ones, merged cells and rows that are not there.
@Suite struct `Sheets of workbooks` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(
    _ book: SampleWorkbook, sheet: String? = nil
  ) throws -> OrganisationReader.Reading {
    var columns = OrganisationReader.Columns()
    columns.sheet = sheet
    let reader = town.reader(postcodes: try SouthBank.directory()).reading(columns)
    return try reader.survey(InputFile(name: "organisations.xlsx", bytes: book.bytes))
  }

  /// Rows of texts; an empty text is a cell that is not there.
  private static func sheet(
    _ name: String, state: String? = nil, from first: Int = 1, _ rows: [[String]],
    after: String = ""
  ) -> SampleWorkbook.Sheet {
    let xml = rows.enumerated().map { offset, cells in
      let row = first + offset
      let texts = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column)))
        return "<c r=\"\(letter)\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(row)\">\(texts.joined())</row>"
    }
    return SampleWorkbook.Sheet(
      name: name, state: state, xml: "<sheetData>\(xml.joined())</sheetData>" + after)
  }

  /// The register of charities as it is downloaded: a text in an archive.
  private static let archive: [UInt8] = {
    var zip = ZipBytes()
    zip.add("publicextract.charity.txt", "organisation_number\tcharity_name\n1\tOval Advice\n")
    return zip.bytes
  }()

  private static let groups = [["Organisation", "Postcode"], ["Oval Advice", "SE11 5JA"]]

  @Test func `are chosen by their columns, and which was is said`() throws {
    let book = SampleWorkbook(sheets: [
      Self.sheet("Meta", [["Licence", "Open"], ["Publisher", "A Funder"]]),
      Self.sheet("Groups", Self.groups),
      Self.sheet(
        "Old", state: "hidden", [["Organisation", "Postcode", "Charity number"], ["Ash"]]),
    ])
    let reading = try survey(book)
    #expect(reading.organisations.map(\.name) == ["Oval Advice"])
    #expect(reading.organisations[0].provenance.rows.map(\.sheet) == ["Groups"])
    let note = try #require(reading.findings.first { $0.code == "N142" })
    #expect(note.message.contains("3 sheets") && note.message.contains("\"Groups\" was read"))
    #expect(note.message.contains("1 hidden one"))
    #expect(reading.accountsForEveryRow)
    // A hidden sheet is read where it is asked for.
    #expect(try survey(book, sheet: "Old").organisations.map(\.name) == ["Ash"])
    #expect {
      try survey(book, sheet: "Grants")
    } throws: { error in
      (error as? IntakeError)?.suggestion.contains("\"Groups\"") == true
    }
  }

  @Test func `may have merged cells above the header`() throws {
    let book = SampleWorkbook(sheets: [
      Self.sheet(
        "Groups", [["Groups we fund"]] + Self.groups,
        after: "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>")
    ])
    let reading = try survey(book)
    #expect(reading.organisations.map(\.name) == ["Oval Advice"])
    #expect(reading.findings.first { $0.code == "N141" }?.message.contains("row 2") == true)
    #expect(reading.findings.first { $0.code == "W148" }?.message.contains("A1:B1") == true)
    #expect(reading.lines.used == [3])
  }

  @Test func `count the rows that are there, not those of the dimension`() throws {
    var sheet = Self.sheet("Groups", Self.groups)
    sheet.xml =
      "<dimension ref=\"A1:B1048576\"/>"
      + sheet.xml.replacing(
        "</sheetData>",
        with: "<row r=\"1048575\"><c r=\"A1048575\" s=\"0\"/></row><row r=\"1048576\"/></sheetData>"
      )
    let reading = try survey(SampleWorkbook(sheets: [sheet]))
    #expect(reading.account == RowAccount(rows: 1))
    #expect(reading.accountsForEveryRow)
  }

  @Test func `may hide rows, which are read and said`() throws {
    var sheet = Self.sheet("Groups", Self.groups + [["Chaucer Hall", "SE1 8XX"]])
    sheet.xml = sheet.xml.replacing("<row r=\"3\">", with: "<row r=\"3\" hidden=\"1\">")
    let reading = try survey(SampleWorkbook(sheets: [sheet]))
    #expect(reading.organisations.map(\.name) == ["Chaucer Hall", "Oval Advice"])
    #expect(reading.findings.first { $0.code == "N143" }?.count == 1)
    #expect(reading.accountsForEveryRow)
  }

  @Test func `keep their row numbers`() throws {
    let book = SampleWorkbook(sheets: [Self.sheet("Groups", from: 5, Self.groups)])
    let reading = try survey(book)
    #expect(reading.lines.used == [6])
  }

  @Test(arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)),
    Array("<html><body><table><tr><td>Organisation</td></tr></table></body></html>".utf8),
    Array("%PDF-1.7\n".utf8), archive,
  ])
  func `are not what an old workbook, a web page or an archive of that name holds`(bytes: [UInt8]) {
    #expect {
      try town.reader().survey(InputFile(name: "organisations.xlsx", bytes: bytes))
    } throws: { error in
      guard let error = error as? IntakeError else { return false }
      return error.code == "E217" && !error.suggestion.isEmpty
    }
  }
}
