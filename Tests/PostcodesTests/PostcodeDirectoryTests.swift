import FileFormats
import Postcodes
import SimpleFeatures
import TestSupport
import Testing

private func postcode(_ text: String) throws -> Postcode { try #require(Postcode(text)) }

private func month(_ year: Int, _ month: Int) -> YearMonth? { YearMonth(year: year, month: month) }

@Suite struct `A postcode directory` {
  /// The header of the ONSPD to 2024, as far as it matters, with the three spellings of a postcode, a
  /// northing padded with a zero, a postcode out of use and one without a grid reference.
  @Test(arguments: [0, 1, 2])
  func `reads the ONS directory in each spelling of the postcode`(column: Int) throws {
    let grid = TextGrid.lines(
      """
      pcd,pcd2,pcds,dointr,doterm,oslaua,osward,usertype,oseast1m,osnrth1m,osgrdind,lat,long
      SE1 7PB,SE1  7PB,SE1 7PB,198001,,E09000022,E05014095,0,530700,0179800,1,51.501,-0.118
      E1  6AN,E1   6AN,E1 6AN,198001,201603,E09000030,E05009322,1,533500,0181800,1,51.519,-0.077
      BX9 1AS,BX9  1AS,BX9 1AS,201001,,,,1,,,9,99.999999,0.000000

      """)
    let directory = PostcodeDirectory([
      PostcodeTable(
        name: "ONSPD.csv", grid: grid,
        columns: .init(
          postcode: column, latitude: 11, longitude: 12, easting: 8, northing: 9, introduced: 3,
          terminated: 4, user: 7, gridQuality: 10, ward: 6, borough: 5))
    ])
    #expect(directory.findings.isEmpty)
    #expect(directory.count == 3 && directory.liveCount == 2)
    #expect(directory.postcodes.map(\.description) == ["BX9 1AS", "E1 6AN", "SE1 7PB"])
    let live = try #require(directory.entry(for: try postcode("SE1 7PB")))
    #expect(live.position == .degrees(LonLat(longitude: -0.118, latitude: 51.501)))
    #expect(live.ward == "E05014095" && live.borough == "E09000022")
    #expect(live.introduced == month(1980, 1) && live.terminated == nil && !live.isLargeUser)
    #expect(live.quality == .building && live.precision == .postcode)
    let ended = try #require(directory.entry(for: try postcode("E1 6AN")))
    #expect(ended.terminated == month(2016, 3) && ended.terminated?.description == "2016-03")
    #expect(ended.position == .degrees(LonLat(longitude: -0.077, latitude: 51.519)))
    #expect(ended.isLargeUser)
    let nowhere = try #require(directory.entry(for: try postcode("BX9 1AS")))
    #expect(nowhere.position == nil && nowhere.quality == PositionalQuality.none)
    #expect(nowhere.ward == nil && nowhere.isLargeUser)
    #expect(directory.entry(for: try postcode("SE1 7PA")) == nil)
  }

  @Test func `takes the National Grid where a table has no degrees`() throws {
    let grid = TextGrid.lines(
      """
      SE1 7PB,530700,0179800
      KW1 4YS,331000,"0980000"
      E1 6AN,,
      E1 6AP,0,0
      BT1 1AA,333800,374500

      """.replacing("\"", with: ""))
    let directory = PostcodeDirectory([
      PostcodeTable(
        name: "t", grid: grid, columns: .init(postcode: 0, easting: 1, northing: 2), firstRow: 0)
    ])
    #expect(
      directory.entry(for: try postcode("SE1 7PB"))?.position
        == .nationalGrid(Coordinate(x: 530_700, y: 179_800)))
    #expect(
      directory.entry(for: try postcode("KW1 4YS"))?.position
        == .nationalGrid(Coordinate(x: 331_000, y: 980_000)))
    // The grid of Northern Ireland is another: no position is better than one in the Irish Sea.
    for text in ["E1 6AN", "E1 6AP", "BT1 1AA"] {
      let entry = try #require(directory.entry(for: try postcode(text)))
      #expect(entry.position == nil)
    }
    #expect(directory.findings.isEmpty)
  }

  /// Ways to say that there is no position, and a position that Greenwich does have.
  @Test(arguments: [
    ("99.999999,0.000000,,0,1", false), ("0,0,,0,1", false), (",,,0,1", false),
    ("51.5,-0.1,,0,9", false), ("51.5,-0.1,,0,90", false), ("51.48,0.000000,,0,1", true),
    ("51.5,-0.1,,0,6", true), ("51.5,-0.1,,0,", true),
  ])
  func `places nothing in the sea or off Ghana`(cells: String, isPlaced: Bool) throws {
    let directory = SampleDirectory.of("SE1 7PB,\(cells),W,B\n")
    let entry = try #require(directory.entry(for: try postcode("SE1 7PB")))
    #expect((entry.position != nil) == isPlaced)
    #expect(directory.findings.isEmpty)
  }

  @Test(arguments: [
    ("1", PositionalQuality.building), ("10", .building), ("3", .within50Metres),
    ("30", .within50Metres), ("5", .estimated), ("50", .estimated), ("60", .sectorMean),
    ("8", .endedBeforeGridlink),
  ])
  func `knows the quality on both scales`(cell: String, quality: PositionalQuality) throws {
    let directory = SampleDirectory.of("SE1 7PB,51.5,-0.1,,0,\(cell),W,B\n")
    let entry = try #require(directory.entry(for: try postcode("SE1 7PB")))
    #expect(entry.quality == quality)
    #expect(entry.precision == (quality == .sectorMean ? .sector : .postcode))
  }

  @Test(arguments: ["", "0", "7", "11", "95", "-1", "1.5", "x", "1e1"])
  func `knows no quality of any other number`(cell: String) throws {
    let directory = SampleDirectory.of("SE1 7PB,51.5,-0.1,,0,\(cell),W,B\n")
    #expect(directory.entry(for: try postcode("SE1 7PB"))?.quality == nil)
  }

  @Test func `counts what its rows are wrong in, and goes on`() throws {
    let directory = SampleDirectory.of(
      """
      SE1 7PB,51.5,-0.1,,0,1,W,B
      Total,2,,,,,,
      ,,,,,,,

      S0171BJ,51.5,-0.1,,0,1,W,B
      SE17PB,51.5,-0.1,,0,1,W,B
      SE1 8XX,north,-0.1,,0,1,W,B
      E1 6AN,51.5,-0.1,March 2016,0,1,W,B
      E1 6AP,151.5,-0.1,,0,1,W,B
      E1 6AQ
      """)
    #expect(directory.count == 5)
    let counts = directory.findings.map { [$0.count] }
    #expect(
      directory.findings.map(\.kind) == [
        .notAPostcode, .repeated, .unreadablePosition, .unreadableDate,
      ])
    #expect(counts == [[2], [1], [2], [1]])
    #expect(
      directory.findings[0].examples == ["sample.csv:2: \"Total\"", "sample.csv:5: \"S0171BJ\""])
    #expect(directory.findings[1].examples == ["SE1 7PB"])
    #expect(directory.findings[0].description == "2 rows without a postcode left out")
    #expect(directory.entry(for: try postcode("SE1 8XX"))?.position == nil)
    #expect(directory.entry(for: try postcode("E1 6AN"))?.terminated == nil)
    #expect(directory.entry(for: try postcode("E1 6AQ"))?.ward == nil)
  }

  @Test func `names no more than the first few examples`() {
    let directory = SampleDirectory.of(String(repeating: "nonsense,1,2\n", count: 1000))
    #expect(directory.findings.map(\.count) == [1000])
    #expect(directory.findings[0].examples.count == PostcodeFinding.exampleLimit)
    #expect(directory.count == 0)
  }

  @Test func `can be empty`() throws {
    for directory in [PostcodeDirectory([]), SampleDirectory.of("")] {
      #expect(directory.count == 0 && directory.findings.isEmpty)
      #expect(directory.entry(for: try postcode("SE1 7PB")) == nil)
      #expect(directory.summary(of: try postcode("SE1 7PB").sector) == nil)
    }
  }

  /// The rows of a postcode in every order give the same entry: the live one, placed before not.
  @Test func `merges files, and does not mind the order of their rows`() throws {
    let rows = [
      "E1 6AN,51.1,-0.1,200001,0,1,W1,B1", "E1 6AN,51.2,-0.1,,0,1,W2,B1",
      "E1 6AN,,,,0,9,W3,B1", "E1 6AN,51.4,-0.1,,0,1,W4,B2", "SE1 7PB,51.5,-0.1,200001,0,1,W5,B2",
      "SE1 7PB,51.6,-0.1,201001,0,1,W0,B3",
    ]
    func directory(_ order: [Int]) -> PostcodeDirectory {
      let tables = [order.prefix(3), order.suffix(3)].map { part in
        PostcodeTable(
          name: "part", grid: .lines(part.map { rows[$0] + "\n" }.joined()),
          columns: SampleDirectory.columns, firstRow: 0)
      }
      return PostcodeDirectory(tables)
    }
    for order in [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 4, 0, 5, 1, 3]] {
      let merged = directory(order)
      #expect(merged.count == 2)
      #expect(merged.findings.map(\.count) == [4])
      let first = try #require(merged.entry(for: try postcode("E1 6AN")))
      #expect(first.terminated == nil && first.ward == "W2" && first.borough == "B1")
      let second = try #require(merged.entry(for: try postcode("SE1 7PB")))
      #expect(second.terminated == month(2010, 1) && second.ward == "W0" && second.borough == "B3")
    }
  }
}

@Suite struct `A hostile directory` {
  @Test func `never traps, whatever its cells`() {
    var random = SeededGenerator(seed: 1)
    let pieces = [
      "SE1 7PB", "E1 6AN", "", "-", "1e400", "NaN", "99999999999999999999", "-0", "201613",
      "000000",
      "\u{0}", "é", "51.5", "1e-5", ".", "+", "0x10", "1-2", String(repeating: "9", count: 1_000),
    ]
    for _ in 0..<300 {
      let cells = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let lines = cells.enumerated().map { $1 + ($0 % 7 == 6 ? "\n" : ",") }.joined()
      let directory = SampleDirectory.of(lines)
      for postcode in directory.postcodes {
        guard let entry = directory.entry(for: postcode) else {
          Issue.record("\(postcode) is not found")
          continue
        }
        if case .degrees(let place) = entry.position { #expect(place.isOnEarth) }
      }
      _ = PostcodeTable.isCodePointOpen(.lines(lines))
    }
  }

  @Test(arguments: [" ", "0", "A", "9", "é"])
  func `of cells of a megabyte ends at once`(character: String) {
    let cell = String(repeating: character, count: 1_000_000)
    let directory = SampleDirectory.of(
      "\(cell),51.5,-0.1\nSE1 7PB,\(cell),\(cell),\(cell),\(cell),\(cell),\(cell),B\n")
    #expect(directory.count == 1)
    #expect(directory.findings.flatMap(\.examples).allSatisfy { $0.utf8.count < 200 })
  }

  @Test func `with a column that no row has knows nothing of it`() throws {
    let directory = PostcodeDirectory([
      PostcodeTable(
        name: "t", grid: .lines("SE1 7PB\n"),
        columns: .init(postcode: 0, latitude: Int.max, longitude: 9, ward: 1_000), firstRow: 0)
    ])
    let entry = try #require(directory.entry(for: try postcode("SE1 7PB")))
    #expect(entry.position == nil && entry.ward == nil)
    let beyond = PostcodeTable(
      name: "t", grid: .lines("a\n"), columns: .init(postcode: 0), firstRow: 9)
    #expect(PostcodeDirectory([beyond]).count == 0)
  }
}

@Suite struct `Code-Point Open` {
  private let grid = TextGrid.lines(
    """
    SE1 7PB,10,530700,179800,E92000001,E19000003,E18000007,,E09000022,E05014095
    SE18XX,90,0,0,E92000001,E19000003,E18000007,,E09000028,E05011095
    """)

  @Test func `is recognised by its content, for it has no header`() {
    #expect(PostcodeTable.isCodePointOpen(grid))
    for text in [
      "",
      "postcode,quality,easting,northing,country,a,b,c,d,e\nSE1 7PB,10,530700,179800,E92000001,,,,,",
      "SE1 7PB,10,530700,179800,E92000001,,,,", "SE1 7PB,10,530700,179800,England,,,,,",
      "SE1 7PB,1,530700,179800,E92000001,,,,,", "SE1 7PB,10,51.5,-0.1,E92000001,,,,,",
    ] {
      #expect(!PostcodeTable.isCodePointOpen(.lines(text)))
    }
  }

  @Test func `is read by position`() throws {
    let directory = PostcodeDirectory([PostcodeTable(codePointOpen: grid, name: "se.csv")])
    #expect(directory.count == 2 && directory.findings.isEmpty)
    let entry = try #require(directory.entry(for: try postcode("SE1 7PB")))
    #expect(entry.position == .nationalGrid(Coordinate(x: 530_700, y: 179_800)))
    #expect(entry.ward == "E05014095" && entry.borough == "E09000022")
    #expect(entry.quality == .building)
    #expect(directory.entry(for: try postcode("SE1 8XX"))?.position == nil)
  }
}

@Suite struct `Sectors and districts of a directory` {
  @Test func `have the mean position of their live postcodes`() throws {
    // The live ones of SE1 7 lie at 51.0 and 51.5: the middle is 51.25. With SE1 8 at 52.0 the
    // district has 154.5/3 = 51.5. What is out of use and what has no position does not count.
    let directory = SampleDirectory.of(
      """
      SE1 7PA,51.0,-0.2,,0,1,W,B
      SE1 7PB,51.5,-0.1,,0,1,W,B
      SE1 7PC,99.999999,0.000000,,1,9,W,B
      SE1 7PD,59.0,3.0,200001,0,1,W,B
      SE1 8XX,52.0,-0.3,,0,1,W,B
      SE10 0AA,10.0,10.0,,0,1,W,B
      """)
    let sector = try #require(directory.summary(of: try postcode("SE1 7PB").sector))
    #expect(sector.liveCount == 2 && sector.count == 3)
    guard case .degrees(let middle) = sector.centre else {
      Issue.record("no degrees")
      return
    }
    #expect(middle.latitude == 51.25 && abs(middle.longitude + 0.15) < 1e-15)
    let district = try #require(directory.summary(of: try postcode("SE1 7PB").district))
    #expect(district.liveCount == 3 && district.count == 4)
    guard case .degrees(let centre) = district.centre else {
      Issue.record("no degrees")
      return
    }
    #expect(centre.latitude == 51.5 && abs(centre.longitude + 0.2) < 1e-15)
    #expect(directory.sectorCount == 3)
  }

  @Test func `have their last positions where none is live, and none where none is known`() throws {
    let directory = SampleDirectory.of(
      "W1N 4DJ,51.5,-0.1,200006,0,1,W,B\nBX9 1AS,99.999999,0,,1,9,,\n")
    let ended = try #require(directory.summary(of: try postcode("W1N 4DJ").district))
    #expect(ended.liveCount == 0 && ended.count == 1)
    #expect(ended.centre == .degrees(LonLat(longitude: -0.1, latitude: 51.5)))
    let nowhere = try #require(directory.summary(of: try postcode("BX9 1AS").sector))
    #expect(nowhere.centre == nil && nowhere.liveCount == 1)
  }
}
