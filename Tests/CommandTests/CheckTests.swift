import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `coldspot check` {
  /// Organisations as people write them down, above a study with one directory of two postcodes.
  private static let spreadsheet = """
    Our partners,,,
    Organisation,Postcode,Areas served,Charity Number
    Alpha Advice Ltd,se1 7pb,Westham,1107583
    Beta Hub,S0171BJ,W2,
    Gamma Trust,SE1 9ZZ,nowhere,1.13E+05
    Alpha Advice,SE1 7PB,,1107583
    Total,,,

    """

  private static func study() throws -> SampleStudy {
    var study = SampleStudy()
    study["directory.csv"] = """
      pcds,dointr,doterm,usertype,osgrdind,lat,long
      SE1 7PB,198001,,0,1,45.755,4.855
      SO17 1BJ,198001,,0,1,45.765,4.845

      """
    study["partners.csv"] = spreadsheet
    try study.replace(
      "serves = ", with: "postcodes = \"directory.csv\"\nserves = ", in: "study.toml")
    return study
  }

  @Test func `finds nothing in a study that is in order`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun("check", "study.toml", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasSuffix("0 errors, 0 warnings, 0 notes\n"), "\(run.stdout)")
    #expect(run.stdout.contains("places.csv  places: 6 rows, 6 used"))
  }

  @Test func `names every error of a study at once`() async throws {
    var study = SampleStudy()
    try study.replace(",100,10\np2", with: ",many,10\np2", in: "places.csv")
    try study.replace(",300,40\n", with: ",-300,40\n", in: "places.csv")
    try study.replace("\nb,Beta", with: "\nb,", in: "organisations.csv")
    try study.replace(
      "Castle\",\"borough\":\"B1\"", with: "Castle\",\"borough\":\"B9\"", in: "wards.geojson")
    let folder = try study.written()
    let run = try await CommandRun("check", "study.toml", "--json", in: folder.url)
    #expect(run.status == 1)
    let report = try JSONReader().read(Array(run.stdout.utf8))
    #expect(report["schema"] == .string("coldspot/check/1"))
    #expect(report["ok"] == .bool(false))
    let codes = Set(report["findings"]?.elements?.compactMap { $0["code"]?.text } ?? [])
    #expect(codes.isSuperset(of: ["E212", "W111"]), "\(codes)")
    let lines = report["findings"]?.elements?.filter { $0["code"] == .string("E212") }
      .compactMap { $0["line"] }
    #expect(lines == [.integer(2), .integer(7)])
    #expect(folder.files(in: "out").isEmpty)
  }

  @Test func `says everything about a spreadsheet`() async throws {
    let folder = try Self.study().written()
    let run = try await CommandRun(
      "check", "partners.csv", "-c", "study.toml", "--json", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let report = try JSONReader().read(Array(run.stdout.utf8))
    let findings = try #require(report["findings"]?.elements)
    func found(_ code: String) -> [JSONValue] { findings.filter { $0["code"] == .string(code) } }
    #expect(found("W120").map { $0["fix"] } == [.string("SO17 1BJ")])
    #expect(found("W120").map { $0["line"] } == [.integer(4)])
    #expect(found("W120").map { $0["column"] } == [.integer(2)])
    #expect(found("N136").map { $0["fix"] } == [.string("SE1 7PB")])
    #expect(found("W112").map { $0["line"] } == [.integer(5)])
    #expect(found("W103").count == 1)
    #expect(found("W135").map { $0["value"] } == [.string("1.13E+05")])
    #expect(found("N132").map { $0["line"] } == [.integer(6)])
    let rows = report["files"]?.elements?.first?["rows"]
    #expect(rows?["rows"] == .integer(5))
    #expect(rows?["used"] == .integer(4))
    #expect(rows?["repaired"] == .integer(1))
    #expect(rows?["set_aside"]?["a row of totals"] == .integer(1))
  }

  @Test func `writes what has one reading, and a line for each change`() async throws {
    let folder = try Self.study().written()
    let arguments = ["check", "partners.csv", "-c", "study.toml", "--fix", "clean.csv"]
    let run = try await CommandRun(arguments, in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(
      try folder.text(of: "clean.csv") == """
        Organisation,Postcode,Areas served,Charity Number
        Alpha Advice Ltd,SE1 7PB,Westham,1107583
        Beta Hub,SO17 1BJ,W2,
        Gamma Trust,SE1 9ZZ,nowhere,1.13E+05
        Alpha Advice,SE1 7PB,,1107583

        """)
    let log = try folder.text(of: "clean.changes.csv").split(separator: "\n")
    #expect(log.count == 4)
    #expect(log[0] == "sheet,line,column,before,after,code,reason")
    #expect(log[1].hasPrefix(",3,Postcode,se1 7pb,SE1 7PB,N136,"))
    #expect(log[2].hasPrefix(",4,Postcode,S0171BJ,SO17 1BJ,W120,"))
    #expect(log[3].hasPrefix(",7,,the row,,N144,"))
    // The copy has nothing left to repair.
    let again = try await CommandRun("check", "clean.csv", "-c", "study.toml", in: folder.url)
    #expect(!again.stdout.contains("W120"))
    #expect(!again.stdout.contains("--fix"))
    // What is there already is not replaced.
    let refused = try await CommandRun(arguments, in: folder.url)
    #expect(refused.status == 5)
    #expect(refused.stderr.hasPrefix("error[E501]"))
  }

  @Test func `counts warnings only where it is strict`() async throws {
    let folder = try Self.study().written()
    let run = try await CommandRun(
      "check", "partners.csv", "-c", "study.toml", "--strict", in: folder.url)
    #expect(run.status == 1)
  }

  @Test func `finds, measures and mends a border that crosses itself`() async throws {
    let folder = try TemporaryFolder()
    // The two loops of a figure of eight: 0.01° to a side, one half of the square each.
    let ring = "[[4.84,45.75],[4.85,45.76],[4.85,45.75],[4.84,45.76],[4.84,45.75]]"
    try folder.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"gss_code":"W1","#
        + #""name":"Abbey"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}]}"#,
      to: "wards.geojson")
    let run = try await CommandRun("check", "wards.geojson", in: folder.url)
    #expect(run.status == 1)
    #expect(run.stdout.contains("error[E209]"))
    #expect(run.stdout.contains("longitude, latitude 4.845, 45.755"), "\(run.stdout)")
    let mended = try await CommandRun(
      "check", "wards.geojson", "--fix", "mended.geojson", "--repair", in: folder.url)
    #expect(mended.stderr.contains("1 change\n"))
    let log = try folder.text(of: "mended.changes.csv")
    #expect(log.contains(",1,W1,"))
    let again = try await CommandRun("check", "mended.geojson", in: folder.url)
    #expect(again.status == 0, "\(again.stdout)")
  }

  @Test func `goes on where one of several files is not there`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun(
      "check", "none.csv", "wards.geojson", "-c", "study.toml", in: folder.url)
    #expect(run.status == 1)
    #expect(run.stdout.contains("error[E200] none.csv"))
    #expect(run.stdout.contains("wards.geojson  "))
  }

  @Test(arguments: [
    ["check", "a.csv", "b.csv", "--fix", "c.csv"], ["check", "--fix", "c.csv"],
    ["check", "a.csv", "--repair"],
  ])
  func `refuses options that would do nothing`(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandRun(arguments, in: folder.url)
    #expect(run.status == 2)
  }

  @Test func `takes a table that names its delimiter for a table`() async throws {
    let folder = try Self.study().written()
    try folder.write("sep=;\nname;postcode\nAlpha;SE1 7PB\n", to: "sep.csv")
    let run = try await CommandRun("check", "sep.csv", "-c", "study.toml", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.hasPrefix("sep.csv  organisations: 1 row, 1 used"))
  }
}
