import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `Verify and compare` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try SampleStudy().written()
  }

  private func run(to name: String, _ options: String...) async throws {
    let run = try await CommandRun(
      ["run", "study.toml", "-q", "-o", name] + options, in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
  }

  @Test func `a run is verified with status 0, a changed one with status 1`() async throws {
    try await run(to: "out", "--radius", "2500")
    let same = try await CommandRun("verify", "out", in: folder.url)
    #expect(same.status == 0, "\(same.stdout)\(same.stderr)")
    #expect(same.stdout.hasPrefix("Sample: the run gives the same "))
    #expect(!same.stdout.contains("reading"))
    let text = try folder.text(of: "out/ranking-wards.csv")
    try folder.write(text + "W9,more\n", to: "out/ranking-wards.csv")
    let changed = try await CommandRun("verify", "out", in: folder.url)
    #expect(changed.status == 1)
    #expect(changed.stdout.contains("differs    ranking-wards.csv:6"))
    #expect(changed.stdout.contains("in the folder  W9,more"))
    #expect(changed.stdout.contains("the run gives  the end of the file"))
    let json = try await CommandRun("verify", "out", "--json", in: folder.url)
    #expect(json.status == 1)
    #expect(json.stderr.isEmpty)
    let document = try JSONReader().read(Array(json.stdout.utf8))
    #expect(document["schema"] == .string("coldspot/verify/1"))
    #expect(document["ok"] == .bool(false))
  }

  @Test func `inputs that are not found are an error that names them`() async throws {
    try await run(to: "out")
    let alone = try TemporaryFolder()
    for (name, content) in folder.files(in: "out") {
      try alone.write(content, to: "deep/er/out/\(name)")
    }
    let out = alone.url.appending(path: "deep/er/out").path
    let nowhere = try await CommandRun("verify", out, in: alone.url)
    #expect(nowhere.status == 3)
    #expect(nowhere.stdout.isEmpty)
    #expect(nowhere.stderr.contains("error[E221]"))
    #expect(nowhere.stderr.contains("wards.geojson"))
    #expect(nowhere.stderr.contains("-c"))
    let config = folder.url.appending(path: "study.toml").path
    let told = try await CommandRun("verify", out, "-c", config, in: alone.url)
    #expect(told.status == 0, "\(told.stdout)\(told.stderr)")
    let none = try await CommandRun("verify", ".", in: alone.url)
    #expect(none.status == 3)
    #expect(none.stderr.contains("manifest.json"))
  }

  @Test func `runs are compared with status 0 if they are the same, else 1`() async throws {
    try await run(to: "one")
    try await run(to: "again")
    try await run(to: "other", "--remit-weight", "0.1", "--need-exponent", "0.8")
    let same = try await CommandRun("compare", "one", "again", in: folder.url)
    #expect(same.status == 0, "\(same.stdout)\(same.stderr)")
    #expect(same.stdout == "The runs are the same: Sample, 4 wards.\n")
    let other = try await CommandRun(
      "compare", "one", "other", "-o", "moves.csv", in: folder.url)
    #expect(other.status == 1, "\(other.stderr)")
    #expect(other.stdout.contains("All of it is due to the other parameters."))
    #expect(other.stdout.contains("catchment.remit_weight: 0.5 → 0.1"))
    #expect(other.stderr == "Wrote 4 rows to moves.csv\n")
    #expect(try folder.text(of: "moves.csv").hasPrefix("code,name,borough,in_run,rank_1"))
    let again = try await CommandRun(
      "compare", "one", "other", "-o", "moves.csv", in: folder.url)
    #expect(again.status == 5)
    let boroughs = try await CommandRun(
      "compare", "one", "other", "--level", "borough", "--json", in: folder.url)
    #expect(boroughs.status == 1)
    let document = try JSONReader().read(Array(boroughs.stdout.utf8))
    #expect(document["schema"] == .string("coldspot/compare/1"))
    #expect(document["level"] == .string("borough"))
    #expect(document["areas"] == .integer(2))
    #expect(document["causes"] == .array([.string("parameter")]))
  }

  @Test func `a folder that is none of a run cannot be compared`() async throws {
    try await run(to: "one")
    let run = try await CommandRun("compare", "one", ".", in: folder.url)
    #expect(run.status == 3)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.contains("error[E221]"))
    for arguments in [
      ["compare", "one"], ["verify"], ["compare", "one", "one", "--rows", "-1"],
      ["compare", "one", "one", "--level", "street"],
    ] {
      let usage = try await CommandRun(arguments, in: folder.url)
      #expect(usage.status == 2, "\(arguments)")
    }
  }
}
