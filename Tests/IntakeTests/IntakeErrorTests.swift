import Intake
import Testing

@Suite struct `Intake error` {
  /// One error of each case, with the code that its users may rely on.
  private static let errors: [(error: IntakeError, code: String)] = [
    (.unreadable(file: "f.csv"), "E200"),
    (.empty(file: "f.csv"), "E201"),
    (.tooLarge(file: "f.csv", bytes: 2, limit: 1), "E202"),
    (.notUTF8(file: "f.csv", line: 7), "E203"),
    (.unclosedQuote(file: "f.csv", line: 7), "E204"),
    (.raggedRow(file: "f.csv", line: 7, cells: 2, expected: 3), "E204"),
    (.malformedJSON(file: "f.csv", line: 7, column: 9, reason: "cut"), "E205"),
    (.missingColumn(file: "f.csv", column: "c", present: ["a"]), "E206"),
    (.notAnArea(file: "f.csv", feature: 7, found: "a Point"), "E207"),
    (.invalidRing(file: "f.csv", area: "W7", reason: "open"), "E208"),
    (.selfCrossing(file: "f.csv", area: "W7", reason: "loop", x: 1, y: 2), "E209"),
    (.wrongReferenceSystem(file: "f.csv", where: "line 7", x: 1, y: 2, expected: "m"), "E210"),
    (.duplicate(file: "f.csv", column: "c", value: "W7"), "E211"),
    (.invalidValue(file: "f.csv", line: 7, column: "c", value: "v", expected: "n"), "E212"),
    (.missingValue(file: "f.csv", line: 7, column: "c"), "E213"),
    (.referenceSystem(file: "f.csv", reason: "unknown"), "E214"),
    (.needMissing(file: "f.csv", column: "c", examples: ["W7"], count: 1), "E301"),
    (.nothingInside(places: "f.csv", areas: "wards"), "E302"),
  ]

  @Test func `keeps its codes`() {
    for (error, code) in Self.errors { #expect(error.code == code, "\(error)") }
  }

  @Test func `names the file and tells one case from another`() {
    for (error, _) in Self.errors {
      #expect(error.description.contains("f.csv"))
      #expect(!error.suggestion.isEmpty, "\(error)")
    }
    #expect(Set(Self.errors.map(\.error.description)).count == Self.errors.count)
  }

  @Test func `is a misfit only where each file can be read by itself`() {
    let misfits = Self.errors.filter(\.error.isMisfit).map(\.code)
    #expect(misfits == ["E301", "E302"])
  }

  @Test(arguments: [
    (530_047.0, 180_422.0, "EPSG:27700"), (51.5, 180.0, "swapped"),
    (-8_000_000, 5_000_000, "EPSG:…"),
  ])
  func `guesses what the coordinates are`(x: Double, y: Double, guess: String) {
    let error = IntakeError.wrongReferenceSystem(
      file: "f", where: "", x: x, y: y, expected: "longitude and latitude")
    #expect(error.suggestion.contains(guess))
  }

  @Test func `lists no more than it must`() {
    let many = IntakeError.missingColumn(
      file: "f", column: "c", present: (0..<100).map { "column\($0)" })
    #expect(many.description.contains("\"column7\", …"))
    #expect(!many.description.contains("column8"))
    let none = IntakeError.missingColumn(file: "f", column: "c", present: [])
    #expect(none.description.contains("nothing"))
  }
}
