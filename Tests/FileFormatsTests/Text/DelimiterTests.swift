import FileFormats
import Testing

@Suite struct `Delimiter of a table` {
  @Test(arguments: [
    (",", Delimiter.comma), (";", .semicolon), ("\t", .tab), ("|", .pipe),
  ])
  func `is found, whatever stands in quotes`(character: String, delimiter: Delimiter) throws {
    let text = "a~\"b, c; d|e\tf\"~g\n1~\"2, 2; 2|2\t2\"~3\n".replacing("~", with: character)
    let table = try DelimitedText(Array(text.utf8))
    #expect(table.delimiter == delimiter)
    #expect(table.grid.cellCount(ofRow: 1) == 3)
  }

  @Test func `is found below a title with commas`() throws {
    let text = """
      Organisations, by borough, ward and postcode, as of March 2024

      Name;Postcode;Ward
      Abbey;NW6 4DJ;Kilburn
      Brent;NW10 0RG;Roundwood

      """
    #expect(try found(text) == .semicolon)
  }

  @Test func `is found where addresses are full of commas`() throws {
    let rows = (1...20).map {
      "Org \($0);\($0) High Street, London\($0 % 3 == 0 ? ", UK" : "");E\($0)"
    }
    #expect(try found("Name;Address;Postcode\n" + rows.joined(separator: "\n")) == .semicolon)
  }

  @Test func `is found where the comma is the decimal sign`() throws {
    let rows = (10...30).map { "Org \($0);51,\($0);-0,\($0)" }
    #expect(try found("Name;Lat;Lon\n" + rows.joined(separator: "\n")) == .semicolon)
  }

  @Test func `is found where a column holds lists`() throws {
    let rows = (1...20).map {
      "Org \($0),E\($0) 1AA,advice; premises; skills\($0 % 4 == 0 ? "" : ",x")"
    }
    #expect(try found("Name,Postcode,Offers\n" + rows.joined(separator: "\n")) == .comma)
  }

  @Test func `is a comma where there is none`() throws {
    #expect(try found("name\nAbbey\nBrent\n") == .comma)
    #expect(try found("") == .comma)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `is taken from a line that names it`(lineEnd: String) throws {
    let text = ["sep=|", "a,1;b|c,2", "d,3;e|f"].joined(separator: lineEnd)
    let table = try DelimitedText(Array(text.utf8))
    #expect(table.delimiter == .pipe)
    #expect(table.hasSeparatorLine)
    #expect(table.grid.rows == [["a,1;b", "c,2"], ["d,3;e", "f"]])
    #expect(table.grid.lines == [2, 3])
  }

  @Test func `may be any that a line names`() throws {
    let table = try DelimitedText(Array("\u{FEFF}SEP=^\na^b\n".utf8))
    #expect(table.grid.rows == [["a", "b"]])
    #expect(table.delimiter.description == "\"^\"")
  }

  @Test(arguments: ["sep=", "sep=;;", "sep=é", "sepx;", "sep=\""])
  func `is not taken from a line that names none`(line: String) throws {
    #expect(try !DelimitedText(Array("\(line)\na;b\n".utf8)).hasSeparatorLine)
  }

  private func found(_ text: String) throws -> Delimiter {
    try DelimitedText(Array(text.utf8)).delimiter
  }
}
