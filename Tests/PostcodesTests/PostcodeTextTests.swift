import Postcodes
import Testing

/// What a cell was read as, in one line.
private func reading(_ cell: String) -> String {
  func shown(_ piece: PostcodePiece) -> String {
    switch piece.form {
    case .postcode(let postcode): "\(postcode)"
    case .sector(let sector): "sector \(sector)"
    case .district(let district): "district \(district)"
    case .lookAlike(let candidates): "like " + candidates.map(\.description).joined(separator: "|")
    case .other: "other"
    }
  }
  switch PostcodeText(cell) {
  case .empty: return "empty"
  case .single(let piece): return shown(piece)
  case .several(let pieces): return pieces.map(shown).joined(separator: " + ")
  case .address(let piece, let passedOver):
    let others = passedOver.map { " after \($0)" }.joined()
    return "address " + shown(piece) + others
  }
}

@Suite struct `The text of a cell` {
  @Test(arguments: ["", " ", "\u{A0}\n", "-", "***", "\u{FEFF}", "📮"])
  func `can be empty`(cell: String) {
    #expect(reading(cell) == "empty")
  }

  @Test(arguments: [
    ("SE1", "district SE1"), ("SW1A", "district SW1A"), ("SW1A ***", "district SW1A"),
    ("S.E.1", "district SE1"), ("SE11", "district SE11"), ("SO17 1", "sector SO17 1"),
    ("SO171", "sector SO17 1"), ("SE1 1", "sector SE1 1"), ("SW1A 1**", "sector SW1A 1"),
  ])
  func `can be a part of a postcode`(cell: String, expected: String) {
    #expect(reading(cell) == expected)
  }

  @Test(arguments: [
    ("SE1 7PB / SE1 8XX", "SE1 7PB + SE1 8XX"), ("SE1 7PB; se18xx", "SE1 7PB + SE1 8XX"),
    ("SE1 7PB and SE1 8XX", "SE1 7PB + SE1 8XX"), ("SE17PB,SE18XX", "SE1 7PB + SE1 8XX"),
    ("SE1 7PB\nSE1 8XX\nE1 6AN", "SE1 7PB + SE1 8XX + E1 6AN"),
    ("SE1 7PB SE1 8XX", "SE1 7PB + SE1 8XX"), ("SE1 7PB & E1", "SE1 7PB + district E1"),
    ("N1/N5", "district N1 + district N5"), ("SE1 SE5", "district SE1 + district SE5"),
    ("SE1 7PB / SE17PB", "SE1 7PB"), ("SE1 7PB / S0I7 1BJ", "SE1 7PB + like SO17 1BJ"),
    ("SO I7 Ibj or El 6AN", "like SO17 1BJ + like E1 6AN"),
  ])
  func `can be several postcodes, each of them once`(cell: String, expected: String) {
    #expect(reading(cell) == expected)
  }

  @Test(arguments: [
    ("10 High Street, London SE1 7PB", "address SE1 7PB"),
    ("10 High Street\nLondon\nSE17PB", "address SE1 7PB"),
    ("Postcode: SE1 7PB", "address SE1 7PB"), ("SE1 7PB (main office)", "address SE1 7PB"),
    ("Main St SE1 7PB; branch in Side St SE1 8XX", "address SE1 8XX after SE1 7PB"),
    ("1 E1 6AN", "address E1 6AN"), ("5 E1 6AN", "address E1 6AN"),
    ("5 E1 6AN, 7 E1 7AA", "address E1 7AA after E1 6AN"),
    ("Unit B1, 2ND Floor, London SE1 7PB", "address SE1 7PB"),
    ("Highfield, Southampton S0I7 1BJ", "address like SO17 1BJ"),
    ("Highfield, Southampton S017IBJ, England", "address like SO17 1BJ"),
    ("Каширская 5, SE1 7PB", "address SE1 7PB"),
  ])
  func `can be a line of an address, of which the last postcode counts`(
    cell: String, expected: String
  ) {
    #expect(reading(cell) == expected)
  }

  @Test(arguments: [
    "London", "n/a", "#N/A", "unknown", "020 7946 0000", "530047", "155 155", "10 High Street",
    "SE1 7P", "SE99999", "LONDON BOROUGH OF SOUTHWARK", "١٢٣",
  ])
  func `can be nothing that names a postcode`(cell: String) {
    #expect(reading(cell) == "other")
  }

  @Test func `stands as it was beside what it reads`() throws {
    guard case .single(let piece) = PostcodeText(" So I7 Ibj ") else {
      Issue.record("read as something else")
      return
    }
    #expect(piece.original == "So I7 Ibj")
    guard case .address(let part, _) = PostcodeText("Highfield, Southampton s0I7 1bj.") else {
      Issue.record("read as something else")
      return
    }
    #expect(part.original == "s0I7 1bj")
  }
}

@Suite struct `A hostile cell` {
  @Test(arguments: [
    String(repeating: "SE1 7PB ", count: 200_000), String(repeating: " ", count: 1_000_000),
    String(repeating: "A", count: 1_000_000), String(repeating: "é", count: 500_000),
    String(repeating: "O", count: 1_000_000), String(repeating: "SE1/", count: 250_000),
  ])
  func `of a megabyte ends at once as no postcode`(cell: String) {
    guard case .single(let piece) = PostcodeText(cell) else {
      Issue.record("a cell over the limit was read")
      return
    }
    #expect(piece.form == .other)
    #expect(piece.original.count <= 80)
    _ = Postcode(cell)
    _ = Postcode.candidates(for: cell)
  }

  @Test func `as long as the limit is read, and each of its many postcodes once`() {
    let cell = String(repeating: "SE1 7PB/E1 6AN/", count: 600)
    #expect(reading(cell) == "SE1 7PB + E1 6AN")
    let words = String(repeating: "I S O L ", count: 1200)
    #expect(reading(words) == "other")
    #expect(reading(String(repeating: "/", count: 9_999)) == "empty")
    #expect(reading(String(repeating: "and ", count: 2_400)) == "other")
  }

  @Test(arguments: [
    "\u{0}SE1\u{1}7PB\u{7F}", "\u{202E}SE1 7PB\u{202C}", "👩‍👩‍👧 SE1 7PB ✉️", "SE1\u{FFFD}7PB",
    "S\u{AD}E1 7PB",
  ])
  func `may carry controls, marks of direction and pictures around a postcode`(cell: String) {
    #expect(reading(cell) == "SE1 7PB")
  }

  @Test func `never traps, whatever its bytes`() {
    var state: UInt64 = 1
    for length in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<(length % 40) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 56))
      }
      _ = Postcode(utf8: bytes[...])
      _ = PostcodeText(String(decoding: bytes, as: UTF8.self))
    }
  }
}
