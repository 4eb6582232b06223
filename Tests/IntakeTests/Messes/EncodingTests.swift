import Intake
import Places
import Testing

/// Text in the encodings and with the delimiters that spreadsheets write.
@Suite struct `Encodings and delimiters` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(_ bytes: [UInt8]) throws -> OrganisationReader.Reading {
    let reading = try town.reader(postcodes: SouthBank.directory())
      .survey(InputFile(name: "organisations.csv", bytes: bytes))
    #expect(reading.accountsForEveryRow)
    return reading
  }

  private func survey(_ text: String) throws -> OrganisationReader.Reading {
    try survey(Array(text.utf8))
  }

  private static let text = "Organisation,Postcode,Notes\nSt Mark’s Café,SE11 5JA,£5 entry\n"

  /// The text in Windows-1252: ’ is 0x92, £ is 0xA3 and é is 0xE9.
  private static let windows = text.unicodeScalars.map { scalar -> UInt8 in
    scalar == "’" ? 0x92 : UInt8(truncatingIfNeeded: scalar.value)
  }

  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return littleEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [
    (Array(text.utf8), nil), (Array(("\u{FEFF}" + text).utf8), nil), (windows, "N140"),
    (utf16(text, littleEndian: true), "N140"), (utf16(text, littleEndian: false), "N140"),
    (utf16(text.replacing(",", with: "\t"), littleEndian: true), "N140"),
  ])
  func `are told by the bytes, and never lose a letter`(bytes: [UInt8], code: String?) throws {
    let reading = try survey(bytes)
    #expect(reading.organisations.map(\.name) == ["St Mark’s Café"])
    #expect(reading.organisations[0].provenance.note == "£5 entry")
    let told = reading.codes.filter { $0.hasPrefix("N14") || $0 == "W146" }
    #expect(told == [code].compactMap(\.self))
    #expect(reading.organisations[0].provenance.rows.map(\.line) == [2])
  }

  @Test func `may be mixed line by line, which is said`() throws {
    let reading = try survey(
      Array("Organisation,Postcode\nCafé,SE11 5JA\n".utf8) + [0x43, 0xF4, 0x74, 0xE9]
        + Array(",SE1 8XX\n".utf8))
    #expect(reading.organisations.map(\.name).sorted() == ["Café", "Côté"])
    #expect(reading.places("W146").map(\.line) == [3])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `may separate cells by any mark`(mark: String) throws {
    let reading = try survey("Organisation\(mark)Postcode\nOval Advice\(mark)SE11 5JA\n")
    #expect(reading.organisations.map(\.name) == ["Oval Advice"])
    #expect(town.ward(of: reading.organisations[0].site) == SouthBank.oval)
  }

  @Test func `may name the mark in the first line`() throws {
    let reading = try survey("sep=;\nOrganisation;Postcode\nOval, Advice;SE11 5JA\n")
    #expect(reading.organisations.map(\.name) == ["Oval, Advice"])
    #expect(reading.organisations[0].provenance.rows.map(\.line) == [3])
  }

  @Test func `may have titles above the header, and empty columns and rows`() throws {
    let reading = try survey(
      "Groups we fund,,,,\nas of June,,,,\nOrganisation,Postcode,,,\nOval Advice,SE11 5JA,,,\n"
        + ",,,,\nChaucer Hall,SE1 8XX,,,\n,,,,\n\n")
    #expect(reading.organisations.map(\.name) == ["Chaucer Hall", "Oval Advice"])
    #expect(reading.lines.used == [4, 6])
    #expect(reading.findings.first { $0.code == "N141" }?.message.contains("row 3") == true)
    #expect(reading.account == RowAccount(rows: 2))
  }

  @Test func `may break lines inside cells`() throws {
    let reading = try survey(
      "Organisation,Postcode\n\"Oval\nAdvice\",SE11 5JA\nChaucer Hall,SE1 8XX\n")
    #expect(reading.named("Oval\nAdvice") != nil)
    #expect(reading.lines.used == [2, 4])
  }

  @Test func `may be ragged: short rows are filled, long ones set aside`() throws {
    let reading = try survey(
      "Organisation,Postcode,Notes\nOval Advice,SE11 5JA\nChaucer Hall,SE1 8XX,a,hall\n"
        + "Peckham Hub,SE15 1AA,\n")
    #expect(reading.organisations.map(\.name) == ["Oval Advice", "Peckham Hub"])
    #expect(reading.places("W145").map(\.line) == [2])
    #expect(
      reading.problems
        == [.raggedRow(file: "organisations.csv", line: 3, cells: 4, expected: 3)])
    #expect(
      reading.account == RowAccount(rows: 3, setAside: ["more cells than the header"]))
  }

  @Test func `may end in totals, which are no organisation`() throws {
    let reading = try survey(
      "Organisation,Postcode,Income\nOval Advice,SE11 5JA,5\nChaucer Hall,SE1 8XX,7\nTotal,,12\n")
    #expect(reading.organisations.count == 2)
    #expect(reading.places("N144").map(\.line) == [4])
    #expect(reading.account == RowAccount(rows: 3, setAside: ["a row of totals"]))
  }

  @Test func `may have remarks in place of columns, and one name twice`() throws {
    let reading = try survey(
      "Organisation,Postcode,#comment from us,Notes,Notes\nOval Advice,SE11 5JA,x,first,second\n")
    #expect(reading.organisations[0].site.postcode == "SE11 5JA")
    // Two columns of the same name that the study does not need do not stop it.
    #expect(reading.organisations[0].provenance.note.contains("first"))
  }

  @Test func `hold nothing in a file of no bytes`() {
    #expect(throws: IntakeError.empty(file: "organisations.csv")) {
      try InputFile(name: "organisations.csv", bytes: [])
    }
  }
}
