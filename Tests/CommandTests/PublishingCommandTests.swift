import TestSupport
import Testing

@Suite struct `Publishing a run` {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try SampleStudy().written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
  }

  @Test func `makes a page of it, and sheets of its boroughs`() async throws {
    let page = try await CommandRun("report", "out", "-o", "page.html", in: folder.url)
    #expect(page.status == 0, "\(page.stderr)")
    let text = try folder.text(of: "page.html")
    #expect(text.hasPrefix("<!DOCTYPE html>"))
    let again = try await CommandRun("report", "out", "-o", "page.html", in: folder.url)
    #expect(again.status == 5)
    let sheets = try await CommandRun("report", "out", "--all-boroughs", "-o", "s", in: folder.url)
    #expect(sheets.status == 0, "\(sheets.stderr)")
    let names = folder.files(in: "s").keys
    #expect(names.count == 2 && names.allSatisfy { $0.hasSuffix(".html") })
  }

  @Test func `refuses a folder that is none of a run, and a layer that was changed`() async throws {
    let none = try await CommandRun("report", ".", in: folder.url)
    #expect(none.status == 3)
    #expect(none.stderr.contains("E221"))
    let text = try folder.text(of: "out/wards.geojson")
    try folder.write(
      text.replacing("\"rank\":1,", with: "\"rank\":2,"), to: "out/wards.geojson")
    let changed = try await CommandRun("export", "out", in: folder.url)
    #expect(changed.status == 3)
    #expect(changed.stderr.contains("wards.geojson"))
  }

  @Test func `writes every format to a folder of its own`() async throws {
    let export = try await CommandRun(
      "export", "out", "-f", "geojson,geojsonl,gpkg,csv,topojson,fgb", in: folder.url)
    #expect(export.status == 0, "\(export.stderr)")
    let names = folder.files(in: "out/export").keys
    #expect(Set(names).isSuperset(of: ["coldspot.gpkg", "wards.fgb", "datapackage.json"]))
    #expect(!names.contains { $0.contains(".tmp-") })
    let again = try await CommandRun("export", "out", "-f", "fgb", in: folder.url)
    #expect(again.status == 5)
    let unknown = try await CommandRun("export", "out", "-f", "shp", in: folder.url)
    #expect(unknown.status == 2)
  }
}
