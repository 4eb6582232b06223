import GeoJSON
import TestSupport
import Testing

@Suite struct `Organisation outside every area` {
  @Test func `is counted as a warning, and the run succeeds`() async throws {
    let folder = try Self.study().written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stderr.contains("warning[W101] organisations.csv: 1 organisation outside"))
    #expect(!run.stdout.contains("W101"))
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    let findings = try #require(manifest["findings"]?.elements)
    #expect(findings.map { $0["code"] } == [.string("W101")])
    #expect(findings.map { $0["count"] } == [.integer(1)])
    #expect(findings.map { $0["examples"] } == [.array([.string("line 6: e")])])
    // It is drawn all the same.
    let layer = try GeoJSONReader().read(folder.bytes(of: "out/organisations.geojson"))
    #expect(layer.features.contains { $0.id == .string("e") })
  }

  @Test func `fails a strict run, whose files are written all the same`() async throws {
    let folder = try Self.study().written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--strict", in: folder.url)
    #expect(run.status == 1)
    #expect(folder.files(in: "out")["manifest.json"] != nil)
  }

  @Test func `is what a strict run without any does not mind`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--strict", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
  }

  private static func study() -> SampleStudy {
    var study = SampleStudy()
    study["organisations.csv"] += "e,Elsewhere,cvs,active,,\(study.at(25, 5)),advice\n"
    return study
  }
}
