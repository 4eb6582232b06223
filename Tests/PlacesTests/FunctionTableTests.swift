import Places
import TestSupport
import Testing

@Suite struct `Function table` {
  private func function(
    _ key: String, weight: Double = 1, _ specialisms: String...
  ) -> SupportFunction {
    SupportFunction(
      key: key, column: "s_\(key)", name: key, weight: weight, specialisms: specialisms)
  }

  @Test func `lets one specialism provide several functions`() {
    let table = FunctionTable([
      function("funds", "Grants", "CVS"), function("voice", "Policy"), function("people", "CVS"),
    ])
    #expect(table.functions(providedBy: "CVS") == [0, 2])
    #expect(table.functions(providedBy: "Policy") == [1])
  }

  @Test func `provides nothing for a specialism it does not list`() {
    #expect(FunctionTable([function("funds", "Grants")]).functions(providedBy: "Choirs").isEmpty)
  }

  @Test func `overlooks case and white space`() {
    let table = FunctionTable([function("advice", "Legal  advice")])
    for spelling in ["legal advice", " LEGAL ADVICE ", "Legal\tadvice", "legal\u{A0}advice"] {
      #expect(table.functions(providedBy: spelling) == [0])
    }
    #expect(table.functions(providedBy: "legaladvice").isEmpty)
  }

  @Test func `lists a function once for a specialism written in two ways`() {
    let table = FunctionTable([
      function("advice", "Advice", "advice "), function("funds", "advice"),
    ])
    #expect(table.functions(providedBy: "advice") == [0, 1])
  }

  @Test func `turns weights into shares of one`() {
    let table = FunctionTable([
      function("a", weight: 3), function("b", weight: 0), function("c", weight: 1),
    ])
    #expect(table.shares == [0.75, 0, 0.25])
  }

  @Test(arguments: 1...12)
  func `weighs functions alike by default`(count: Int) {
    let shares = FunctionTable((0..<count).map { function("f\($0)") }).shares
    #expect(shares.allSatisfy { $0.agrees(with: 1 / Double(count)) })
    #expect(shares.reduce(0, +).agrees(with: 1))
  }
}
