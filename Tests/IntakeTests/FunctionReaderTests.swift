import Intake
import Places
import Testing

@Suite struct `Function reader` {
  private static let header = "function,column,name,weight,specialisms\n"

  @Test func `keeps the order of the rows and the words of the specialisms`() throws {
    let table = try read(
      "premises,s_prem,Premises,2,premises/asset management; Space \n"
        + "advice,s_advi,Advice,,advice;;debt  advice\n")
    #expect(table.functions.map(\.key) == ["premises", "advice"])
    #expect(table.functions.map(\.column) == ["s_prem", "s_advi"])
    #expect(table.functions.map(\.weight) == [2, 1])
    #expect(table.functions[1].specialisms == ["advice", "debt advice"])
    #expect(table.functions(providedBy: "  SPACE") == [0])
    #expect(table.functions(providedBy: "Debt Advice") == [1])
    #expect(table.functions(providedBy: "dancing").isEmpty)
  }

  @Test func `weighs functions alike without a column of weights`() throws {
    let text = "function,column,name,specialisms\na,s_a,A,x\nb,s_b,B,x\n"
    let table = try FunctionReader().read(InputFile(text))
    #expect(table.shares == [0.5, 0.5])
    #expect(table.functions(providedBy: "x") == [0, 1])
  }

  @Test func `refuses a key or a column that stands twice`() throws {
    #expect(throws: IntakeError.duplicate(file: "table.csv", column: "function", value: "a")) {
      try read("a,s_a,A,1,x\na,s_b,B,1,y\n")
    }
    #expect(throws: IntakeError.duplicate(file: "table.csv", column: "column", value: "s_a")) {
      try read("a,s_a,A,1,x\nb,s_a,B,1,y\n")
    }
  }

  @Test(arguments: ["s_elevenchr", "Upper", "with space", "s-dash", "s_ñ", "s.dot"])
  func `refuses a column that map software would change`(column: String) throws {
    #expect { try read("a,\(column),A,1,x\n") } throws: { error in
      guard case IntakeError.invalidValue(_, 2, "column", column, _) = error else { return false }
      return true
    }
  }

  @Test(arguments: ["code", "people", "rank", "why", "fid", "geometry"])
  func `refuses a column that a layer has anyway`(column: String) throws {
    #expect { try read("a,\(column),A,1,x\n") } throws: { error in
      guard case IntakeError.invalidValue(_, 2, "column", column, _) = error else { return false }
      return true
    }
  }

  @Test(arguments: ["-1", "NaN", "inf", "much"])
  func `refuses a weight that is not 0 or more`(weight: String) throws {
    let error = IntakeError.invalidValue(
      file: "table.csv", line: 2, column: "weight", value: weight,
      expected: "a weight of 0 or more")
    #expect(throws: error) { try read("a,s_a,A,\(weight),x\n") }
  }

  @Test func `needs one function that weighs something`() throws {
    #expect(throws: IntakeError.self) { try read("a,s_a,A,0,x\nb,s_b,B,0,y\n") }
    #expect(try read("a,s_a,A,0,x\nb,s_b,B,3,y\n").shares == [0, 1])
  }

  @Test(arguments: ["function", "column", "name", "specialisms"])
  func `needs its columns`(column: String) throws {
    let names = ["function", "column", "name", "specialisms"]
    let header = names.map { $0 == column ? "other" : $0 }.joined(separator: ",")
    #expect {
      try FunctionReader().read(InputFile(header + "\na,s_a,A,x\n"))
    } throws: { error in
      guard case IntakeError.missingColumn(_, column, _) = error else { return false }
      return true
    }
  }

  private func read(_ rows: String) throws -> FunctionTable {
    try FunctionReader().read(InputFile(Self.header + rows))
  }
}
