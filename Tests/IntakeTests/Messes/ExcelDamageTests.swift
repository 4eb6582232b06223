import FileFormats
import Intake
import Places
import TestSupport
import Testing

/// What a spreadsheet does to identifiers, dates and formulas.
@Suite struct `Damage that Excel does` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  private func survey(_ rows: [String]) throws -> OrganisationReader.Reading {
    let reading = try town.survey(
      "Organisation,Charity number,Company number,Postcode\n" + rows.joined(separator: "\n") + "\n",
      postcodes: SouthBank.directory())
    #expect(reading.accountsForEveryRow)
    return reading
  }

  @Test func `to charity numbers by exponents is never undone by guessing`() throws {
    // Two charities of which both numbers have become 1.13E+06.
    let reading = try survey([
      "Ash,1.13E+06,,SE11 5JA", "Beech,1.13E+06,,SE1 8XX", "Elm,1.13E+05,,",
    ])
    #expect(reading.organisations.map(\.id) == ["Ash", "Beech", "Elm"])
    #expect(reading.places("W135").map(\.line) == [2, 3, 4])
    #expect(reading.places("W135").allSatisfy { $0.fix.isEmpty && $0.remark.contains("lost") })
    #expect(reading.account.repaired == 0)
  }

  @Test func `to company numbers by leading zeros is undone`() throws {
    // Company numbers have eight characters: 4120000 was 04120000, and SC45678 was SC045678.
    let reading = try survey(["Ash,,4120000,", "Beech,,04120000,", "Elm,,SC45678,", "Fir,,RC123,"])
    #expect(
      reading.organisations.map(\.id) == ["GB-COH-04120000", "GB-COH-RC000123", "GB-COH-SC045678"])
    #expect(reading.places("N134").map(\.fix) == ["04120000", "SC045678", "RC000123"])
    // So that the two rows of one company are known as one.
    #expect(reading.places("N132").map(\.line) == [3])
    #expect(reading.account == RowAccount(rows: 4, repaired: 3))
  }

  @Test func `to numbers by separators and decimals is undone`() throws {
    let reading = try survey(["Ash,\"1,107,583\",,", "Beech,1107583.0,,", "Elm,No. 1107583,,"])
    #expect(reading.organisations.map(\.id) == ["GB-CHC-1107583"])
    #expect(reading.places("N134").map(\.fix) == ["1107583", "1107583", "1107583"])
    #expect(reading.account == RowAccount(rows: 3, repaired: 3))
  }

  /// Sheets as Excel stores them: numbers without their zeros, dates as days since 1900.
  @Test func `shows in its own files as well`() throws {
    var book = SampleWorkbook(
      rows: """
        <row r="1"><c r="A1" t="inlineStr"><is><t>Organisation</t></is></c>\
        <c r="B1" t="inlineStr"><is><t>Company number</t></is></c>\
        <c r="C1" t="inlineStr"><is><t>Date</t></is></c>\
        <c r="D1" t="inlineStr"><is><t>Postcode</t></is></c>\
        <c r="E1" t="inlineStr"><is><t>Charity number</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>Ash</t></is></c><c r="B2"><v>4120000</v></c>\
        <c r="C2" s="1"><v>45292</v></c>\
        <c r="D2" t="str"><f>CONCATENATE("SE11"," 5JA")</f><v>SE11 5JA</v></c>\
        <c r="E2"><v>1107583</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>Beech</t></is></c>\
        <c r="D3" t="e"><v>#N/A</v></c><c r="E3"><v>1.13E5</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>Elm</t></is></c><c r="D4"><f>A1</f></c></row>
        """)
    book.styles = [0, 14]
    let reading = try town.reader(postcodes: SouthBank.directory())
      .survey(InputFile(name: "organisations.xlsx", bytes: book.bytes))
    let ash = try #require(reading.named("Ash"))
    #expect(ash.id == "GB-CHC-1107583")
    // 1 January 1900 is day 1 and 1900 is taken for a leap year: 45 292 is 1 January 2024.
    #expect(ash.provenance.date == "2024-01-01")
    #expect(ash.site.postcode == "SE11 5JA")
    #expect(reading.findings.first { $0.code == "W147" }?.message.contains("D3") == true)
    #expect(reading.findings.first { $0.code == "W149" }?.message.contains("D4") == true)
    // An error is no postcode.
    #expect(reading.named("Beech")?.site.position == nil)
    // A cell that holds 1.13E5 holds 113000, a number of six digits.
    #expect(reading.named("Beech")?.id == "GB-CHC-113000")
    #expect(reading.accountsForEveryRow)
  }
}
