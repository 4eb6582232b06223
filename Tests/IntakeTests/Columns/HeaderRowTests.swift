import FileFormats
import Intake
import Testing

@Suite struct `Header row` {
  @Test func `is the first row with most known names, below titles and blank rows`() throws {
    let grid = TextGrid(rows: [
      ["London support directory 2024", "", ""], [], ["Source: members' survey", "", ""],
      ["Organisation name", "Postcode", "Areas served"], ["Name of One", "SE1 7PB", "Lambeth"],
      ["Organisation name", "Postcode", "Areas served"],
    ])
    let header = try #require(HeaderRow.find(in: grid))
    #expect(header.row == 3)
    #expect(header.knownNames == 3)
    #expect(header.score == 1)
  }

  @Test func `with unknown names is the first row with most words`() throws {
    let grid = TextGrid(rows: [
      ["Our list"], ["Body", "Patch", "Tally"], ["One", "Lambeth", "12"], ["Two", "Sutton", "7"],
    ])
    #expect(try #require(HeaderRow.find(in: grid)).row == 1)
    let repeated = TextGrid(rows: [["a", "a", "a"], ["b", "c", "1"]])
    #expect(try #require(HeaderRow.find(in: repeated)).row == 1)
  }

  @Test func `is not a row of ticks`() throws {
    let grid = TextGrid(rows: [
      ["Body", "Advice", "Space", "Money"], ["One", "x", "x", ""], ["Two", "", "x", "x"],
    ])
    #expect(try #require(HeaderRow.find(in: grid)).row == 0)
  }

  @Test func `is found in the first hundred rows only`() {
    let blank = [[String]](repeating: [""], count: 100)
    #expect(HeaderRow.find(in: TextGrid(rows: blank + [["Postcode", "Name"]])) == nil)
    #expect(
      HeaderRow.find(in: TextGrid(rows: Array(blank.dropFirst()) + [["Postcode", "Name"]]))?.row
        == 99)
    #expect(HeaderRow.find(in: TextGrid(rows: [])) == nil)
  }

  @Test func `is missing in Code-Point Open`() {
    let grid = TextGrid(rows: [
      ["SE17PB", "10", "530947", "179662", "E92000001", "", "", "", "E09000022", "E05014117"]
    ])
    #expect(HeaderRow.find(in: grid) == nil)
  }

  @Test func `bears wide rows and long cells`() throws {
    let wide = [String](repeating: "Postcode", count: 100_000)
    let long = [String(repeating: "Postcode ", count: 100_000)]
    let header = try #require(
      HeaderRow.find(in: TextGrid(rows: [long, wide, ["Name", "Postcode"]])))
    #expect(header.row == 2)
  }
}

@Suite struct `Totals row` {
  private let grid = TextGrid(rows: [
    ["id", "Name", "Grants"], ["1", "Total", "5"], ["2", "Other", "6"], ["", "Total", "11"],
    ["", ""], ["", "Grand total:", "11"], [],
  ])

  @Test func `at the end is told by its word and its empty key`() {
    #expect(TotalsRow.trailing(in: grid, below: 0, key: 0) == [3, 5])
    #expect(!TotalsRow.isTotals(grid, row: 1, key: 0))
    #expect(!TotalsRow.isTotals(grid, row: 2, key: 0))
    #expect(!TotalsRow.isTotals(grid, row: 4, key: 0))
  }

  @Test(arguments: ["Total", "TOTALS", " grand  total ", "Sum", "Total:", "\u{00A0}total"])
  func `has one of a few words in its first filled cell`(word: String) {
    let grid = TextGrid(rows: [["", word, "3"], [word], ["Totally Fine", "3"], ["3", word]])
    #expect(TotalsRow.isTotals(grid, row: 0, key: nil))
    #expect(TotalsRow.isTotals(grid, row: 1, key: 0))
    #expect(!TotalsRow.isTotals(grid, row: 2, key: nil))
    #expect(!TotalsRow.isTotals(grid, row: 3, key: nil))
  }

  @Test func `is never the header, nor a row above data`() {
    let grid = TextGrid(rows: [["Total", "Name"], ["Total", ""], ["a", "b"]])
    #expect(TotalsRow.trailing(in: grid, below: 0, key: nil) == [])
    #expect(TotalsRow.trailing(in: TextGrid(rows: [["Total"]]), below: 0, key: nil) == [])
    #expect(TotalsRow.trailing(in: TextGrid(rows: []), below: 0, key: nil) == [])
  }
}
