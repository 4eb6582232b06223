import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `Commands for one's own files` {
  @Test func `init writes a study that checks and runs`() async throws {
    let folder = try TemporaryFolder()
    let made = try await CommandRun("init", "mine", in: folder.url)
    #expect(made.status == 0, "\(made.stderr)")
    #expect(made.stdout.contains("coldspot run mine/study.toml"))
    let check = try await CommandRun("check", "mine/study.toml", in: folder.url)
    #expect(check.status == 0, "\(check.stdout)")
    let run = try await CommandRun(
      "run", "mine/study.toml", "-o", "out", "--no-sensitivity", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("Two boroughs of London"))
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    // Credits go with the data, though the files are no longer those of the package.
    #expect(manifest["attribution"]?.elements?.isEmpty == false)
    let again = try await CommandRun("init", "mine", in: folder.url)
    #expect(again.status == 5)
  }

  @Test func `validate tells a document in order from one that is not`() async throws {
    let folder = try SampleStudy().written()
    let good = try await CommandRun("validate", "wards.geojson", in: folder.url)
    #expect(good.status == 0, "\(good.stdout)")
    try folder.write(
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,2]]]}"#, to: "open.geojson")
    let bad = try await CommandRun("validate", "open.geojson", "--json", in: folder.url)
    #expect(bad.status == 1)
    let report = try JSONReader().read(Array(bad.stdout.utf8))
    #expect(report["ok"] == .bool(false))
    let rules = report["files"]?.elements?.first?["faults"]?.elements?.map { $0["rule"] }
    #expect(rules?.contains(.string("ring-not-closed")) == true, "\(bad.stdout)")
  }

  @Test func `locate gives every row of a table its ward`() async throws {
    let study = SampleStudy()
    let folder = try study.written()
    let inside = study.at(5, 15).split(separator: ",")
    try folder.write(
      "who,lat,lon\none,\(inside[1]),\(inside[0])\ntwo,,\nthree,0,0\n", to: "people.csv")
    let run = try await CommandRun(
      "locate", "people.csv", "-c", "study.toml", "-o", "located.csv", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let rows = try folder.text(of: "located.csv").split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("who,lat,lon,loc_ward,loc_wardnm,loc_boro,loc_boronm,"))
    #expect(rows[1].hasPrefix("one,\(inside[1]),\(inside[0]),W1,Abbey,B1,Westham,"))
    #expect(rows[2].hasPrefix("two,,,,,,,,,none"))
    #expect(run.stderr.contains("warning[W128]"))
    #expect(run.stderr.contains("1 of 3 rows placed."))
  }

  @Test func `a file alone is asked what it is`() async throws {
    let folder = try SampleStudy().written()
    let run = try await CommandRun("wards.geojson", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stdout.hasPrefix("wards.geojson: GeoJSON"))
  }

  @Test func `the limits of what is read are published`() async throws {
    let folder = try TemporaryFolder()
    for arguments in [["limits"], ["help", "limits"]] {
      let run = try await CommandRun(arguments, in: folder.url)
      #expect(run.status == 0)
      #expect(run.stdout.contains("2 GiB"))
      #expect(run.stdout.contains("nested 64 deep"))
    }
  }

  @Test func `a run records every file of a Shapefile`() async throws {
    let folder = try SampleStudy.form(of: "wards.shp").written()
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    let names = manifest["inputs"]?.elements?.compactMap { $0["name"]?.text ?? $0["file"]?.text }
    #expect(names?.filter { $0.hasPrefix("wards.") } == ["wards.shp", "wards.dbf", "wards.shx"])
  }
}
