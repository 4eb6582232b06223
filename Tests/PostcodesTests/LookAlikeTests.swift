import Postcodes
import TestSupport
import Testing

/// Ways to write a postcode with look-alike characters.
enum LookAlikeSpellings {
  /// Eight ways in which people wrote the postcode of the University of Southampton.
  static let ofSO171BJ = [
    "S0171BJ", "SOI7 1BJ", "SO17 IBJ", "S0I7 IBJ", "SO I7 Ibj", "So17IBJ", "S017 1BJ", "SO1 71BJ",
  ]
}

@Suite struct `Look-alikes` {
  @Test(arguments: LookAlikeSpellings.ofSO171BJ)
  func `of SO17 1BJ are read as that and nothing else`(text: String) {
    #expect(Postcode.candidates(for: text).map(\.description) == ["SO17 1BJ"])
  }

  /// Only where the place demands it: a letter in the place of a letter stays, whatever it resembles.
  @Test(arguments: [
    ("SE1 7PB", ["SE1 7PB"]),
    // 5 for S in front, where no digit can be.
    ("5E1 7PB", ["SE1 7PB"]),
    // O for 0 in the inward part, S for 5 in the outward.
    ("SWS OAA", ["SW5 0AA"]),
    // A one in front is either letter, of an area that there is: there is no LG.
    ("1P1 1AA", ["IP1 1AA"]), ("1A1 1AA", ["LA1 1AA"]), ("1V1 1AA", ["IV1 1AA"]),
    // l, which becomes L, for one; no I in second place.
    ("El 6AN", ["E1 6AN"]), ("E1O 5AA", ["E10 5AA"]),
    // One form has a letter in third place, another a digit.
    ("W15 1AA", ["W15 1AA", "W1S 1AA"]), ("W1S 1AA", ["W15 1AA", "W1S 1AA"]),
    // One has a letter in second place, another a digit.
    ("S11 8TZ", ["S11 8TZ", "SL1 8TZ"]),
    // Inward letters are never I or O, but may be L and S.
    ("SE1 715", ["SE1 7LS"]), ("SE1 70A", []), ("G1R OAA", ["GIR 0AA"]),
  ])
  func `are swapped only where the place demands it`(text: String, candidates: [String]) {
    #expect(Postcode.candidates(for: text).map(\.description) == candidates)
  }

  @Test(arguments: ["", "London", "SE1", "155 155", "0205551", "SE1 7PBX", "B8 8AA8", "SÉI7 1BJ"])
  func `are not seen in words and numbers`(text: String) {
    #expect(Postcode.candidates(for: text).isEmpty)
  }

  @Test func `are few, in order, and have the postcode itself among them`() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("OILS015ABEW127")
    for _ in 0..<100_000 {
      let text = String(
        (0..<Int.random(in: 5...7, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? "0"
        })
      let candidates = Postcode.candidates(for: text)
      #expect(candidates.count <= 8)
      #expect(candidates == candidates.sorted() && Set(candidates).count == candidates.count)
      if let postcode = Postcode(text) { #expect(candidates.contains(postcode)) }
    }
  }
}
