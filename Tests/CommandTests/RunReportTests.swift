import GeoJSON
import TestSupport
import Testing

@Suite struct `Report of a run` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try SampleStudy().written()
  }

  @Test func `gives the answer on standard output and progress on standard error`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stdout.hasPrefix("Sample: 6 places with 1,000 residents, 3 of 4 organisations"))
    #expect(run.stdout.contains("Coldest by ward"))
    #expect(run.stdout.contains("Wrote 16 files to out:"))
    #expect(!run.stdout.contains("reading"))
    let lines = run.stderr.split(separator: "\n")
    #expect(lines.prefix(4) == ["reading …", "computing …", "ranking …", "writing …"])
    #expect(lines.count == 5)
  }

  @Test(arguments: ["auto", "always"])
  func `tells progress in plain lines where there is no terminal`(mode: String) async throws {
    let run = try await CommandRun(
      "run", "study.toml", "-o", "out", "--progress", mode, in: folder.url)
    #expect(run.stderr.hasPrefix("reading …\n"))
    #expect(!run.stderr.contains("\r"))
    #expect(!run.stderr.contains("\u{1B}"))
  }

  @Test func `tells no progress when that is not wanted`() async throws {
    let run = try await CommandRun(
      "run", "study.toml", "-o", "out", "--progress", "never", in: folder.url)
    #expect(!run.stderr.contains("…"))
  }

  @Test func `is silent when asked to be`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.isEmpty)
    #expect(folder.files(in: "out").count == 16)
  }

  @Test func `tells errors even when silent`() async throws {
    let run = try await CommandRun("run", "none.toml", "-q", in: folder.url)
    #expect(run.stderr.contains("error[E200]"))
  }

  @Test func `is one JSON document when asked for one`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--json", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
    let json = try JSONReader().read(Array(run.stdout.utf8))
    #expect(json["schema"] == .string("coldspot/run/1"))
    #expect(json["ok"] == .bool(true))
    #expect(json["folder"] == .string("out"))
    let files = try #require(json["files"]?.elements)
    let written = folder.files(in: "out")
    #expect(files.count == written.count)
    for file in files {
      let name = try #require(file["name"]?.text)
      #expect(file["bytes"] == .integer(written[name]?.count ?? -1), "\(name)")
    }
    let wards = try #require(json["coldest_wards"]?.elements)
    #expect(wards.map { $0["rank"] } == (1...4).map(JSONValue.integer))
  }

  @Test func `describes in the manifest exactly what was written`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0)
    let written = folder.files(in: "out")
    let manifest = try JSONReader().read(try #require(written["manifest.json"]))
    let outputs = try #require(manifest["outputs"]?.elements)
    #expect(
      Set(outputs.map { $0["name"]?.text }) == Set(written.keys).subtracting(["manifest.json"]))
    for output in outputs {
      let name = try #require(output["name"]?.text)
      #expect(output["bytes"] == .integer(written[name]?.count ?? -1))
      #expect(output["sha256"]?.text?.count == 64)
    }
    let inputs = try #require(manifest["inputs"]?.elements)
    #expect(
      Set(inputs.map { $0["name"]?.text }) == [
        "study.toml", "wards.geojson", "boroughs.geojson", "places.csv", "organisations.csv",
        "functions.csv",
      ])
    #expect(manifest["invariants"]?.elements?.allSatisfy { $0["holds"] == .bool(true) } == true)
  }

  /// Lyon lies between 0° and 6° E, in zone 31 of the north.
  @Test func `computes in the UTM zone where no system is named`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0)
    let manifest = try JSONReader().read(folder.bytes(of: "out/manifest.json"))
    #expect(manifest["reference_system"]?["computation"] == .string("EPSG:32631"))
  }
}
