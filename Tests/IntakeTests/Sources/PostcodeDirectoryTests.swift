import FileFormats
import Intake
import Postcodes
import SimpleFeatures
import Testing

/// The directories that users hold: names of columns change with each release.
@Suite struct `Postcode directory files` {
  private func directory(_ text: String, name: String = "directory.csv") throws
    -> PostcodeDirectoryReader.Reading
  {
    try PostcodeDirectoryReader().read([InputFile(text, name: name)])
  }

  private func entry(_ postcode: String, in text: String) throws -> PostcodeEntry {
    let postcode = try #require(Postcode(postcode))
    return try #require(directory(text).directory.entry(for: postcode))
  }

  @Test func `are ONSPD until 2024`() throws {
    let text = """
      "pcd","pcd2","pcds","dointr","doterm","oscty","ced","oslaua","osward","parish","usertype",\
      "oseast1m","osnrth1m","osgrdind","oshlthau","nhser","ctry","rgn","streg","pcon","lsoa21",\
      "msoa21","lat","long","imd"
      "SE1 7PB","SE1  7PB","SE1 7PB","198001","","E99999999","E99999999","E09000022","E05014118",\
      "E43000212","0","531110","179665","1","E18000007","E40000003","E92000001","E12000007",\
      "E99999999","E14001550","E01003012","E02000618",51.500903,-0.112363,12000
      "SE1 7QQ","SE1  7QQ","SE1 7QQ","198001","201603","E99999999","E99999999","E09000022",\
      "E05014118","E43000212","1","531130","179730","1","E18000007","E40000003","E92000001",\
      "E12000007","E99999999","E14001550","E01003012","E02000618",51.501500,-0.112000,12000

      """
    let live = try entry("SE1 7PB", in: text)
    #expect(live.position == .degrees(LonLat(longitude: -0.112363, latitude: 51.500903)))
    #expect(live.introduced?.description == "1980-01")
    #expect((live.terminated, live.isLargeUser) == (nil, false))
    #expect((live.ward, live.borough) == ("E05014118", "E09000022"))
    #expect(live.quality == .building)
    let ended = try entry("SE1 7QQ", in: text)
    #expect(ended.terminated?.description == "2016-03")
    #expect(ended.isLargeUser)
  }

  @Test func `are NSPL until 2024`() throws {
    let text = SouthBank.lookup
    let reading = try directory(text)
    #expect(reading.accounts == [RowAccount(rows: 8)])
    #expect((reading.directory.count, reading.directory.liveCount) == (8, 7))
    let entry = try entry("SE11 5JA", in: text)
    #expect(entry.position == .degrees(LonLat(longitude: -0.119357, latitude: 51.4803)))
    #expect((entry.ward, entry.borough) == ("E05014108", "E09000022"))
  }

  @Test(arguments: [("wd25cd", "lad25cd", "imd20ind"), ("wd26cd", "lad26cd", "imd25ind")])
  func `are ONSPD and NSPL since 2025, of any year`(
    ward: String, borough: String, index: String
  ) throws {
    // Northings are padded with zeros in some releases; this one is in Shetland.
    let text = """
      pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,ced25cd,\
      \(borough),\(ward),nhser24cd,ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,\
      msoa21cd,lat,long,\(index),icb23cd
      SE1 7PB,SE1  7PB,SE1 7PB,198001,,0,531110,179665,1,E00015663,E99999999,E99999999,E09000022,\
      E05014118,E40000003,E92000001,E12000007,E14001550,E30000234,TLI45,E65000001,E01003012,\
      E02000618,51.500903,-0.112363,12000,E54000030
      ZE1 0AA,ZE1  0AA,ZE1 0AA,198001,,0,447140,"0801193",1,S00126000,S99999999,S99999999,\
      S12000027,S13002774,S08000026,S92000003,S99999999,S14000111,S22000089,TLM66,S99999999,\
      S01012400,S02002292,,,5000,S99999999

      """
    let london = try entry("SE1 7PB", in: text)
    #expect((london.ward, london.borough) == ("E05014118", "E09000022"))
    #expect(london.position == .degrees(LonLat(longitude: -0.112363, latitude: 51.500903)))
    // Without degrees, the National Grid: 0801193 is 801,193 m.
    let shetland = try entry("ZE1 0AA", in: text)
    #expect(shetland.position == .nationalGrid(Coordinate(x: 447_140, y: 801_193)))
  }

  @Test func `are Code-Point Open, which has no header`() throws {
    let text = """
      "SE1 7PB",10,531110,179665,"E92000001","E19000003","E18000007","","E09000022","E05014118"
      "SE115JA",50,530670,177390,"E92000001","E19000003","E18000007","","E09000022","E05014108"
      "SE1 9ZZ",90,0,0,"E92000001","E19000003","E18000007","","E09000028","E05011098"

      """
    let reading = try directory(text)
    #expect(reading.accounts == [RowAccount(rows: 3)])
    let first = try entry("SE1 7PB", in: text)
    #expect(first.position == .nationalGrid(Coordinate(x: 531_110, y: 179_665)))
    #expect((first.ward, first.borough) == ("E05014118", "E09000022"))
    #expect(try entry("SE11 5JA", in: text).position != nil)
    // Quality 90 means that nobody knows where it is.
    #expect(try entry("SE1 9ZZ", in: text).position == nil)
  }

  @Test func `are tables of the middles of sectors`() throws {
    let reading = try directory("sector,lat,lon\nSE1 7,51.5009,-0.1124\nSE11 5,51.48,-0.12\n")
    #expect(reading.accounts == [RowAccount(rows: 2)])
    #expect(!reading.directory.knowsPostcodes)
    let postcode = try #require(Postcode("SE1 7PB"))
    let entry = try #require(reading.directory.entry(for: postcode))
    #expect(entry.precision == .sector)
    #expect(entry.position == .degrees(LonLat(longitude: -0.1124, latitude: 51.5009)))
  }

  @Test func `may be split by area, and packed`() throws {
    // As in multi_csv: one file for each area, each with its header.
    let lines = SouthBank.lookup.split(separator: "\n")
    let parts = [lines[1...7], lines[8...8]].map { rows in
      ([lines[0]] + rows).joined(separator: "\n") + "\n"
    }
    let files = try zip(parts, ["NSPL_SE.csv", "NSPL_SO.csv"]).map {
      try InputFile($0, name: $1)
    }
    let reading = try PostcodeDirectoryReader().read(files)
    #expect(reading.accounts == [RowAccount(rows: 7), RowAccount(rows: 1)])
    let whole = try directory(SouthBank.lookup).directory
    #expect(reading.directory.postcodes == whole.postcodes)
    for postcode in whole.postcodes {
      #expect(reading.directory.entry(for: postcode) == whole.entry(for: postcode))
    }
  }

  @Test func `set aside rows without a postcode and rows that repeat one, and say so`() throws {
    let text = """
      pcds,dointr,doterm,oseast1m,osnrth1m,osgrdind,lat,long
      SE1 7PB,198001,,531110,179665,1,51.500903,-0.112363
      (blank),198001,,531110,179665,1,51.500903,-0.112363
      SE1 7PB,198001,201603,531110,179665,1,51.5,-0.1

      """
    let reading = try directory(text)
    #expect(reading.directory.count == 1)
    // Of two rows with one postcode, the live one stands.
    #expect(try entry("SE1 7PB", in: text).terminated == nil)
    #expect(reading.findings.map(\.code) == ["N151", "N151"])
    #expect(reading.findings.map(\.count) == [1, 1])
    #expect(reading.accounts[0].rows == 3)
    #expect(reading.accounts[0].used == 1)
  }

  @Test func `must hold postcodes`() throws {
    #expect {
      try directory("name,lat,long\nAdvice Centre,51.5,-0.1\n")
    } throws: {
      guard case IntakeError.missingColumn(_, "sector", _) = $0 else { return false }
      return true
    }
  }
}
