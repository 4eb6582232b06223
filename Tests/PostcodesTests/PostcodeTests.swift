import Postcodes
import TestSupport
import Testing

@Suite struct `A postcode` {
  /// One of each form of BS 7666, with its parts.
  @Test(arguments: [
    ("M1 1AE", "M1", "1AE", "M1 1", "M"), ("B33 8TH", "B33", "8TH", "B33 8", "B"),
    ("CR2 6XH", "CR2", "6XH", "CR2 6", "CR"), ("DN55 1PT", "DN55", "1PT", "DN55 1", "DN"),
    ("W1A 1HQ", "W1A", "1HQ", "W1A 1", "W"), ("EC1A 1BB", "EC1A", "1BB", "EC1A 1", "EC"),
    ("GIR 0AA", "GIR", "0AA", "GIR 0", "GIR"),
  ])
  func `has an outward and an inward part, a sector and an area`(
    text: String, outward: String, inward: String, sector: String, area: String
  ) throws {
    let postcode = try #require(Postcode(text))
    #expect(postcode.description == text)
    #expect(postcode.outward == outward)
    #expect(postcode.inward == inward)
    #expect(postcode.district.description == outward)
    #expect(postcode.sector.description == sector)
    #expect(postcode.sector.district == postcode.district)
    #expect(postcode.area == area)
  }

  /// Spacing and case of A4, the fixed widths of the ONS ("SE1 7PB", "SE1  7PB") and what text from
  /// the web carries along.
  @Test(arguments: [
    "SE1 7PB", "se1 7pb", "SE17PB", "SE1  7PB", "SE1\u{A0}7PB", "SE1\u{2009}7PB", "SE1\u{202F}7PB",
    "SE1\n7PB", "\tSe1 7pB ", "SE1-7PB", "S.E.1 7PB.", "(SE1 7PB)", "\u{FEFF}SE1\u{200B}7PB",
    "\u{200F}SE1 7PB\u{200E}", "ＳＥ１　７ＰＢ", "\"SE1 7PB\"", "SE1 7 PB", "S E 1 7 P B",
  ])
  func `is the same however it is spelt`(text: String) {
    #expect(Postcode(text)?.description == "SE1 7PB")
  }

  @Test(arguments: [
    "", " ", "SE1", "SE1 7", "SE1 7P", "SE1 PB7", "SEE 7PB", "SE105 7PB", "SE1 7PBB", "157 7PB",
    "S0171BJ", "SOI7 1BJ", "London", "020 7946 0000", "SE1 7PB / SE1 8XX", "ЅE1 7PB", "SÉ1 7PB",
    "SE1 ⁷PB", "SE١ 7PB",
  ])
  func `is not made of what has none of its forms`(text: String) {
    #expect(Postcode(text) == nil)
  }

  /// Letters that BS 7666 leaves out, at each place.
  @Test(arguments: [
    "QE1 7PB", "VE1 7PB", "XE1 7PB", "SI1 7PB", "SJ1 7PB", "SZ1 7PB", "W1I 7PB", "W1L 7PB",
    "E1V 7PB", "EC1C 7PB", "EC1S 7PB", "SE1 7CB", "SE1 7IB", "SE1 7KB", "SE1 7MB", "SE1 7OB",
    "SE1 7PV", "SE01 7PB", "S01 7PB", "GIR 1AA",
  ])
  func `has at each place only the letters that occur there`(text: String) {
    #expect(Postcode(text) == nil)
  }

  /// Directories keep the postcodes of W1 from before it was divided anew in 2000.
  @Test(arguments: ["W1M 1AA", "W1N 4DJ", "W1R 1AA", "W1V 1AA", "W1X 1AA", "W1Y 1AA", "W1P 1AA"])
  func `may have one of the old letters of W1`(text: String) {
    #expect(Postcode(text)?.description == text)
  }

  @Test func `keeps its form when read again, whatever random characters it came from`() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 abcs015")
    var count = 0
    for _ in 0..<200_000 {
      let length = Int.random(in: 5...8, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? " " })
      guard let postcode = Postcode(text) else { continue }
      count += 1
      #expect(Postcode(postcode.description) == postcode)
      #expect(Postcode(postcode.outward + postcode.inward) == postcode)
      #expect(PostcodeSector(postcode.sector.description) == postcode.sector)
      #expect(PostcodeDistrict(postcode.outward) == postcode.district)
    }
    #expect(count > 100)
  }

  @Test func `is ordered as its text is`() throws {
    let texts = [
      "E1 6AN", "E1 6AP", "E10 5AA", "E1W 1AA", "E2 0AA", "EC1A 1BB", "N1 9GU", "SE1 7PB",
      "SE1 8XX",
      "SE10 0AA", "SE19 1AA", "SE1P 1AA", "W1A 1HQ", "W1W 8AA", "WC2H 9JQ",
    ]
    let postcodes = try texts.map { try #require(Postcode($0)) }
    #expect(postcodes == postcodes.sorted())
    #expect(texts == texts.sorted())
    for (first, second) in zip(postcodes, postcodes.dropFirst()) {
      #expect(first.sector <= second.sector)
      #expect(first.district <= second.district)
    }
  }

  @Test func `reads bytes as it reads text`() {
    for text in ["se1 7pb", "SE1\u{A0}7PB", "S0171BJ", ""] {
      #expect(Postcode(utf8: Array(text.utf8)[...]) == Postcode(text))
    }
    // A no-break space of Latin-1, which is not UTF-8, is as good as any other white space.
    #expect(Postcode(utf8: [0x53, 0x45, 0x31, 0xA0, 0x37, 0x50, 0x42])?.description == "SE1 7PB")
  }
}

@Suite struct `Parts of a postcode` {
  @Test(arguments: [
    ("SO17 1", "SO17 1"), ("so171", "SO17 1"), ("E1-6", "E1 6"), ("SW1A1", "SW1A 1"),
  ])
  func `are sectors with a digit at the end`(text: String, sector: String) {
    #expect(PostcodeSector(text)?.description == sector)
  }

  @Test(arguments: ["", "SO", "SO17 A", "1", "SO17 1B", "SO171BJ"])
  func `are no sectors otherwise`(text: String) {
    #expect(PostcodeSector(text) == nil)
  }

  @Test(arguments: ["SE1", "SW1A", "E1W", "M1", "B33", "DN55"])
  func `are districts in every outward form`(text: String) {
    #expect(PostcodeDistrict(text.lowercased())?.description == text)
  }

  @Test(arguments: ["", "S", "SE", "1", "SE1 7P", "London", "QE1", "SE01", "SW1Z"])
  func `are no districts otherwise`(text: String) {
    #expect(PostcodeDistrict(text) == nil)
  }

  @Test func `are a sector of a district and a digit`() throws {
    let district = try #require(PostcodeDistrict("SE1"))
    #expect(PostcodeSector(district, digit: 7)?.description == "SE1 7")
    #expect(PostcodeSector(district, digit: 10) == nil)
    #expect(PostcodeSector(district, digit: -1) == nil)
  }
}
