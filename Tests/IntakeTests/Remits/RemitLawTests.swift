import Intake
import Places
import TestSupport
import Testing

@Suite struct `Remit laws` {
  private static let texts = [
    "Lambeth and Southwark", "all of London except Bromley; Sutton", "young people in Lambeth",
    "Abbey, Merton", "Abbey", "E01000001 and Lambeth", "North London & Kew", "🦄, Lambeth 🦄",
    "Inner London / Croydon (mainly New Addington)", "St. Mary's and St James’s; Wales",
    "the London Borough of Lambeth, along with parts of Southwark + pan-London", "ﬁve, ½, ٣",
    "Zażółć gęślą jaźń; Łambeth", "a.b.c, d.e.", "London Borough of Nowhere", "ward, wards",
    "Lambeth \u{202E}htebmaL", "'Lambeth' \"Southwark\"", "n/a; Lambeth", "e.g. Lambeth",
  ]

  /// Letters and digits, sorted.
  private static func letters(_ texts: [String]) -> [Character] {
    texts.joined().filter { $0.isLetter || $0.isNumber }.sorted()
  }

  private static func parts(_ reading: RemitReading) -> [String] {
    reading.matched.map(\.text) + reading.fillers + reading.unresolved.map(\.text)
  }

  @Test(arguments: texts)
  func `every letter of a text is accounted for once`(text: String) {
    let reading = LondonReading(text).reading
    #expect(Self.letters(Self.parts(reading)) == Self.letters([text]))
  }

  @Test(arguments: UInt64(0)..<60)
  func `every letter of a random text is accounted for once`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words =
      LondonGazetteer.boroughs.map(\.name) + LondonGazetteer.allWards.prefix(40).map(\.name) + [
        "London", "Abbey", "ward", "of", "in", "the", "Kew", "E09000001", "E01000001", "not",
        "Inner", "borough", "City of", "LB", "Council", "pan-London", "UK", "🦄", "x",
      ]
    let signs = [" ", ", ", " and ", "; ", " & ", "/", " (", ") ", ": ", " - ", ". ", "\n", "  "]
    var text = ""
    for _ in 0..<Int.random(in: 1...25, using: &random) {
      text += words.randomElement(using: &random) ?? ""
      text += signs.randomElement(using: &random) ?? ""
    }
    let reading = LondonReading(text).reading
    #expect(Self.letters(Self.parts(reading)) == Self.letters([text]), "\(text)")
    #expect(reading.areas == Set(reading.matched.flatMap(\.codes)).sorted())
    #expect(reading.areas.allSatisfy { LondonReading.name($0) != $0.description })
    for open in reading.unresolved { #expect(!open.text.isEmpty && !open.description.isEmpty) }
  }

  @Test(arguments: UInt64(0)..<20, [";", ", ", " and ", "\n"])
  func `the order of a list does not matter`(seed: UInt64, sign: String) {
    var random = SeededGenerator(seed: seed)
    let boroughs = LondonGazetteer.boroughs.shuffled(using: &random).prefix(6)
    let entries = boroughs.map(\.name) + ["Inner London", "E05009288", "Atlantis"]
    let one = LondonReading(entries.joined(separator: sign)).reading
    let other = LondonReading(entries.shuffled(using: &random).joined(separator: sign)).reading
    #expect(one.areas == other.areas)
    #expect(one.isEverywhere == other.isEverywhere)
    #expect(one.unresolved.map(\.text) == ["Atlantis"])
    #expect(other.unresolved.map(\.text) == ["Atlantis"])
  }

  @Test(arguments: UInt64(0)..<20)
  func `codes and names say the same`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let boroughs = LondonGazetteer.boroughs.shuffled(using: &random).prefix(5)
    let names = LondonReading(boroughs.map(\.name).joined(separator: "; ")).reading
    let codes = LondonReading(boroughs.map(\.code.description).joined(separator: "; ")).reading
    #expect(names.areas == codes.areas)
    #expect(names.areas == boroughs.map(\.code).sorted())
  }

  @Test func `the order of the tables does not matter`() {
    let other = Gazetteer(
      boroughs: LondonGazetteer.boroughs.reversed(), wards: LondonGazetteer.allWards.reversed(),
      regions: LondonGazetteer.regions)
    for text in Self.texts { #expect(other.read(text) == LondonGazetteer.london.read(text)) }
  }

  // A cost that grew with the square of the length would take hours.
  @Test(
    arguments: [
      String(repeating: ",", count: 10_000), String(repeating: "Lambeth, ", count: 8_000),
      String(repeating: "a", count: 1_000_000), String(repeating: "a,", count: 40_000),
      String(repeating: "Abbey, ", count: 8_000) + "Merton",
      String(repeating: "Barking and ", count: 8_000), String(repeating: "🦄", count: 20_000),
      String(repeating: "City of ", count: 8_000), String(repeating: "(", count: 20_000),
      String(repeating: "London Borough of ", count: 10_000),
      String(repeating: "Merton: ", count: 10_000),
      "e" + String(repeating: "\u{0301}", count: 100_000),
      String(repeating: "e\u{0301}\u{0323} ", count: 10_000),
      String(repeating: "\u{0000}\u{FFFD}", count: 10_000),
    ])
  func `hostile texts end, and nothing of them is lost`(text: String) {
    let reading = LondonReading(text).reading
    #expect(Self.letters(Self.parts(reading)).count == Self.letters([text]).count)
  }
}
