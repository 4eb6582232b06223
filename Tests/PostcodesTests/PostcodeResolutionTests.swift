import FileFormats
import Postcodes
import SimpleFeatures
import Testing

/// What a directory made of a cell, in one line.
private func outcome(_ resolution: PostcodeResolution) -> String {
  func shown(_ match: PostcodeMatch) -> String {
    (match.isRepaired ? "repaired " : "") + match.entry.postcode.description
      + match.passedOver.map { " after \($0)" }.joined()
  }
  func list(_ postcodes: [Postcode]) -> String {
    postcodes.map(\.description).joined(separator: "|")
  }
  return switch resolution {
  case .empty: "empty"
  case .found(let match): shown(match)
  case .terminated(let match): shown(match) + " ended \(match.entry.terminated?.description ?? "")"
  case .noGridReference(let match): shown(match) + " nowhere"
  case .sector(let sector, let summary): "sector \(sector)" + (summary == nil ? " unknown" : "")
  case .district(let district, let summary):
    "district \(district)" + (summary == nil ? " unknown" : "")
  case .several(let all): all.map(outcome).joined(separator: " + ")
  case .unknown(let postcode, let sector, let possible):
    "unknown \(postcode)" + (sector == nil ? "" : " in a known sector")
      + (possible.isEmpty ? "" : " or " + list(possible))
  case .ambiguous(_, let candidates): "ambiguous " + list(candidates)
  case .notAPostcode(_, let candidates):
    "no postcode" + (candidates.isEmpty ? "" : " like " + list(candidates))
  }
}

@Suite struct `A cell, given a directory,` {
  private let directory = SampleDirectory.of(
    """
    SO17 1BJ,50.934,-1.396,,0,1,E05000001,E06000045
    SE1 7PB,51.501,-0.118,,0,1,E05014095,E09000022
    SE1 8XX,51.504,-0.109,,1,1,E05011095,E09000028
    E1 6AN,51.519,-0.077,201603,0,1,E05009322,E09000030
    BX9 1AS,99.999999,0.000000,,1,9,,
    W1S 1AA,51.511,-0.143,,0,1,E05013808,E09000033
    SL1 8TZ,51.52,-0.62,,0,1,E05009343,E06000039
    E11 1AA,51.57,0.01,,0,1,E05013901,E09000031
    IP1 1AA,52.05,1.15,,0,1,W,B
    IG1 1AA,51.55,0.07,,0,1,W,B
    """)

  @Test(arguments: LookAlikeSpellings.ofSO171BJ)
  func `is repaired to SO17 1BJ, and says what it was`(cell: String) throws {
    let resolution = directory.resolve(cell)
    let match = try #require(resolution.match)
    #expect(match.entry.postcode.description == "SO17 1BJ")
    // "SO1 71BJ" only has its space in the wrong place.
    #expect(match.isRepaired == (cell != "SO1 71BJ"))
    #expect(match.original == cell)
    #expect(resolution.precision == .postcode)
    // A repaired postcode is one that is found, so that repairing again changes nothing.
    let again = try #require(directory.resolve(match.entry.postcode.description).match)
    #expect(again.entry == match.entry && !again.isRepaired)
  }

  @Test(arguments: [
    ("", "empty"), ("n/a", "no postcode"), ("se17pb", "SE1 7PB"),
    ("E1 6AN", "E1 6AN ended 2016-03"), ("El 6AN", "repaired E1 6AN ended 2016-03"),
    ("BX9 1AS", "BX9 1AS nowhere"), ("BX9 lAS", "repaired BX9 1AS nowhere"),
    ("SE1", "district SE1"), ("SW1A", "district SW1A unknown"), ("SO17 1", "sector SO17 1"),
    ("SO17 2", "sector SO17 2 unknown"),
    ("SE1 7PB / SE1 8XX", "SE1 7PB + SE1 8XX"), ("SE1 7PB, SE1 9ZZ", "SE1 7PB + unknown SE1 9ZZ"),
    ("10 High Street, London SE1 7PB", "SE1 7PB"),
    ("Main St SE1 7PB, Side St SE1 8XX", "SE1 8XX after SE1 7PB"),
    ("Highfield, Southampton S0I7 1BJ", "repaired SO17 1BJ"),
  ])
  func `means what A4 says it means`(cell: String, expected: String) {
    #expect(outcome(directory.resolve(cell)) == expected)
    #expect(directory.resolve(utf8: Array(cell.utf8)[...]) == directory.resolve(cell))
  }

  /// A postcode that cannot exist is a look-alike; one that may is unknown, with what it looks like.
  @Test(arguments: [
    // The directory has W1 and no W15; there is no area EL.
    ("W15 1AA", "repaired W1S 1AA"), ("EL1 1AA", "repaired E11 1AA"),
    // Sheffield, of which the directory has nothing, is not Slough.
    ("S11 8TZ", "unknown S11 8TZ or SL1 8TZ"),
    // A sector that is known is a possible place and no more.
    ("SE1 7ZZ", "unknown SE1 7ZZ in a known sector"), ("SE1 9ZZ", "unknown SE1 9ZZ"),
    ("ZE1 0AA", "unknown ZE1 0AA"),
    // Nothing that it looks like is there.
    ("S017 1ZZ", "no postcode like SO17 1ZZ"),
  ])
  func `is never placed where it may not be meant`(cell: String, expected: String) {
    #expect(outcome(directory.resolve(cell)) == expected)
  }

  @Test func `that looks like two postcodes is neither`() {
    // Of three characters in front, the third may be a letter or a digit.
    let directory = SampleDirectory.of(postcodes: ["N15 5AB", "N1S 5AB"])
    #expect(outcome(directory.resolve("NlS SAB")) == "ambiguous N15 5AB|N1S 5AB")
    #expect(outcome(directory.resolve("N15 5AB")) == "N15 5AB")
    #expect(outcome(directory.resolve("N1S 5AB")) == "N1S 5AB")
  }

  @Test func `tells a large user, which is a mailroom and no place`() throws {
    let match = try #require(directory.resolve("SE1 8XX").match)
    #expect(match.entry.isLargeUser)
    #expect(match.entry.position != nil)
  }

  @Test func `never gives a place to what is not found`() {
    for cell in ["SE1 7ZZ", "S11 8TZ", "BX9 1AS", "nonsense", "", "SW1A"] {
      #expect(directory.resolve(cell).precision == nil)
    }
    #expect(directory.resolve("SE1").precision == .district)
    #expect(directory.resolve("SE1 7").precision == .sector)
    #expect(PostcodePrecision.postcode < .sector && PostcodePrecision.sector < .district)
  }
}

@Suite struct `A directory of sectors only` {
  private let directory: PostcodeDirectory

  init() throws {
    let sectors: [(String, Double, Double)] = [
      ("SO17 1", -1.396, 50.934), ("SE1 7", -0.118, 51.5), ("SE1 8", -0.11, 51.6),
      ("E1 6", -0.077, 51.52),
    ]
    directory = PostcodeDirectory(
      sectors: try sectors.map { name, longitude, latitude in
        (try #require(PostcodeSector(name)), LonLat(longitude: longitude, latitude: latitude))
      })
  }

  @Test func `places every postcode of its sectors, and says how well`() throws {
    #expect(!directory.knowsPostcodes && directory.sectorCount == 4 && directory.count == 0)
    let resolution = directory.resolve("se1 7zz")
    let match = try #require(resolution.match)
    #expect(match.entry.postcode.description == "SE1 7ZZ" && !match.isRepaired)
    #expect(match.entry.position == .degrees(LonLat(longitude: -0.118, latitude: 51.5)))
    #expect(match.entry.precision == .sector && resolution.precision == .sector)
  }

  @Test(arguments: LookAlikeSpellings.ofSO171BJ)
  func `repairs a look-alike if only one of its sectors is known`(cell: String) throws {
    let match = try #require(directory.resolve(cell).match)
    #expect(match.entry.postcode.description == "SO17 1BJ" && match.entry.precision == .sector)
    #expect(match.isRepaired == (cell != "SO1 71BJ"))
  }

  @Test func `knows no postcode of another sector`() {
    #expect(outcome(directory.resolve("SE1 9ZZ")) == "unknown SE1 9ZZ")
    #expect(outcome(directory.resolve("W15 1AA")) == "unknown W15 1AA")
    #expect(outcome(directory.resolve("S018 1BJ")) == "no postcode like SO18 1BJ")
  }

  @Test func `has districts in the middle of their sectors`() throws {
    // Latitudes 51.5 and 51.6, longitudes −0.118 and −0.11.
    let district = try #require(PostcodeDistrict("SE1"))
    let summary = try #require(directory.summary(of: district))
    guard case .degrees(let middle) = summary.centre else {
      Issue.record("no degrees")
      return
    }
    #expect(abs(middle.latitude - 51.55) < 1e-12 && abs(middle.longitude + 0.114) < 1e-12)
  }
}
