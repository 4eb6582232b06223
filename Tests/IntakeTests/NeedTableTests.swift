import Intake
import Testing

@Suite struct `Need table` {
  private static let text = "code,score,rank\nB1,30.5,1\nB2,10,2\nB3,,\n"

  @Test func `keeps a score as it is and turns a rank round`() throws {
    let scores = try table("score", .higher).figures
    let ranks = try table("rank", .lower).figures
    #expect(scores == ["B1": 30.5, "B2": 10])
    #expect(ranks == ["B1": -1, "B2": -2])
    // Higher means more need either way.
    for figures in [scores, ranks] {
      #expect(try #require(figures["B1"]) > #require(figures["B2"]))
    }
  }

  @Test func `takes an empty figure for a missing one`() throws {
    #expect(try table("score", .higher).figures["B3"] == nil)
  }

  @Test func `refuses two figures for one code`() throws {
    #expect(throws: IntakeError.duplicate(file: "table.csv", column: "code", value: "B1")) {
      try table("score", .higher, Self.text + "B1,30.5,1\n")
    }
  }

  @Test(arguments: ["high", "NaN", "-inf"])
  func `refuses a figure that is no number`(figure: String) throws {
    #expect { try table("score", .higher, Self.text + "B4,\(figure),1\n") } throws: {
      guard case IntakeError.invalidValue(_, 5, "score", figure, _) = $0 else { return false }
      return true
    }
  }

  @Test func `refuses a figure without a code`() throws {
    #expect(throws: IntakeError.missingValue(file: "table.csv", line: 5, column: "code")) {
      try table("score", .higher, Self.text + ",3,3\n")
    }
  }

  @Test func `needs the columns that the study names`() throws {
    #expect(throws: IntakeError.self) { try table("decile", .lower) }
  }

  @Test func `knows which way the Indices of Deprivation point`() throws {
    let header =
      "LSOA code (2021),Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),"
      + "Index of Multiple Deprivation (IMD) Score\n"
    let file = try InputFile(header + "E01000001,1,90\nE01000002,2,5\n")
    func need(_ column: String) throws -> NeedTable {
      try NeedTable(file, columns: .init(index: column), roles: [.lsoaCode])
    }
    let ranks = try need("Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)")
    #expect(ranks.direction == .lower)
    #expect(ranks.figures == ["E01000001": -1, "E01000002": -2])
    #expect(try need("Index of Multiple Deprivation (IMD) Score").direction == .higher)
  }

  @Test func `refuses an index whose direction nobody tells`() throws {
    #expect(throws: IntakeError.unknownDirection(file: "table.csv", column: "score")) {
      try table("score", nil)
    }
  }

  @Test func `accounts for every row, those without a figure too`() throws {
    let account = try table("score", .higher).account
    #expect((account.rows, account.used) == (3, 2))
    #expect(account.setAside.map(\.text) == ["no figure"])
  }

  private func table(
    _ column: String, _ direction: NeedTable.Direction?, _ text: String = Self.text
  ) throws -> NeedTable {
    try NeedTable(
      InputFile(text), columns: .init(code: "code", index: column, direction: direction))
  }
}
