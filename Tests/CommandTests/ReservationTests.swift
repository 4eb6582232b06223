import Foundation
import GeoJSON
import TestSupport
import Testing

/// What can be used, but not in full: counted, told, and no reason to stop.
@Suite struct `Reservations` {
  private func findings(_ study: SampleStudy, _ options: String...) async throws -> Set<String> {
    let folder = try study.written()
    let run = try await CommandRun(
      ["run", "study.toml", "-o", "out", "-q"] + options, in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    return Set(try #require(manifest["findings"]?.elements).compactMap { $0["code"]?.text })
  }

  @Test func `are none for a study without any`() async throws {
    #expect(try await findings(SampleStudy()).isEmpty)
  }

  @Test func `name a status that no organisation has beside one that some have`() async throws {
    let codes = try await findings(SampleStudy(), "--status", "active", "--status", "dormant")
    #expect(codes == ["W115"])
  }

  @Test func `tell that nobody counts`() async throws {
    var study = SampleStudy()
    study["functions.csv"] = "function,column,name,specialisms\nlaw,s_law,Law,law\n"
    #expect(try await findings(study).isSuperset(of: ["W113", "N104", "N109"]))
  }

  @Test func `tell of a reference system that does not fit the place`() async throws {
    var study = SampleStudy(.lyon)
    study["study.toml"] = "crs = \"EPSG:27700\"\n" + study["study.toml"]
    #expect(try await findings(study) == ["W116"])
  }

  @Test func `withhold the credits of files that are no longer those described`() async throws {
    var study = SampleStudy()
    study["study.toml"] = "datapackage = \"datapackage.json\"\n" + study["study.toml"]
    study["datapackage.json"] = """
      {"resources": [
        {"path": "places.csv", "hash": "sha256:\(String(repeating: "0", count: 64))",
         "attribution": ["Census of yesterday"]},
        {"path": "functions.csv", "attribution": ["Functions by us"]}]}
      """
    let folder = try study.written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    #expect(manifest["attribution"]?.elements == [.string("Functions by us")])
    #expect(try await findings(study) == ["N117"])
  }

  @Test func `do not mind a no-break space around a cell`() async throws {
    var study = SampleStudy()
    try study.replace("cvs,active", with: "cvs,\u{A0}active\u{A0}", in: "organisations.csv")
    #expect(try await findings(study).isEmpty)
  }

  @Test func `tell of an area of benefit for nobody`() async throws {
    var study = SampleStudy()
    let zone = study.area("x", "", columns: 0...5, rows: 0...5)
      .replacing(#""code":"x","name":"""#, with: #""organisation":"nobody""#)
    study["zones.geojson"] = SampleStudy.document([zone])
    try study.replace(
      "[organisations]", with: "[organisations]\nareas_of_benefit = \"zones.geojson\"",
      in: "study.toml")
    #expect(try await findings(study) == ["W114"])
  }
}

@Suite struct `Paths` {
  @Test func `of a study's files may be absolute`() async throws {
    var study = SampleStudy()
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(Array(study["functions.csv"].utf8), to: "functions.csv")
    study.remove("functions.csv")
    let path = elsewhere.url.appending(path: "functions.csv").path
    try study.replace("\"functions.csv\"", with: "\"\(path)\"", in: "study.toml")
    let folder = try study.written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
  }

  @Test func `of outputs may be links to folders`() async throws {
    let folder = try SampleStudy().written()
    let real = folder.url.appending(path: "real")
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "link"), withDestinationURL: real)
    let run = try await CommandRun("run", "study.toml", "-o", "link", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(folder.files(in: "real")["manifest.json"] != nil)
  }
}
