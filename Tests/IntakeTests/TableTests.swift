import Intake
import Testing

@Suite struct `Table of cells` {
  @Test(arguments: [
    ("7", 7), ("-2.5", -2.5), ("+4", 4), ("1e3", 1000), ("  12 ", 12), ("0.1", 0.1), ("-0", 0),
  ])
  func `reads numbers as they are usually written`(text: String, number: Double) throws {
    #expect(try table(text).number(row: 0, column: 1) == number)
  }

  @Test(arguments: [
    "NaN", "nan", "-NaN", "inf", "Infinity", "-infinity", "1e999", "twelve", "1,5", "1 000", "£5",
    "12%", "--1", "#N/A", "1.2.3",
  ])
  func `takes nothing else for a number`(text: String) throws {
    let error = IntakeError.invalidValue(
      file: "table.csv", line: 2, column: "value", value: text, expected: "a number")
    #expect(throws: error) { try table(text).number(row: 0, column: 1) }
  }

  @Test(arguments: ["0", "100"])
  func `counts the ends of a range as inside`(text: String) throws {
    #expect(try table(text).number(row: 0, column: 1, in: 0...100) == Double(text))
  }

  @Test(arguments: ["-0.001", "100.001", "1e300"])
  func `refuses a number outside its range`(text: String) throws {
    let error = IntakeError.invalidValue(
      file: "table.csv", line: 2, column: "value", value: text, expected: "a share")
    #expect(throws: error) {
      try table(text).number(row: 0, column: 1, in: 0...100, expected: "a share")
    }
  }

  @Test func `tells an empty cell from a wrong one`() throws {
    let error = IntakeError.missingValue(file: "table.csv", line: 2, column: "value")
    #expect(throws: error) { try table("").number(row: 0, column: 1) }
    #expect(throws: error) { try table("  ").requiredText(row: 0, column: 1) }
    #expect(try table("").text(row: 0, optionalColumn: nil).isEmpty)
  }

  @Test func `says which columns there are when one is missing`() throws {
    let error = IntakeError.missingColumn(
      file: "table.csv", column: "people", present: ["id", "value"])
    #expect(throws: error) { try table("1").requiredColumn(named: "people") }
    #expect(error.description.contains(#""id", "value""#))
  }

  private func table(_ cell: String) throws -> Table {
    try TableReader().read(InputFile("id,value\nx,\"\(cell)\"\n"))
  }
}
