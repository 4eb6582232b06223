import TestSupport
import Testing

@Suite struct `Existing output` {
  @Test(arguments: ["wards.geojson", "manifest.json", "organisations-unplaced.geojson"])
  func `is refused before anything is read`(name: String) async throws {
    var study = SampleStudy()
    // Reading would fail: the refusal must come first.
    study["wards.geojson"] = "{"
    let folder = try study.written()
    try folder.write("earlier", to: "out/\(name)")
    let before = folder.files(in: "out")
    let run = try await CommandRun("run", "study.toml", "-o", "out", in: folder.url)
    #expect(run.status == 5)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[E501] out/\(name) exists."))
    #expect(run.stderr.contains("--overwrite"))
    #expect(folder.files(in: "out") == before)
  }

  @Test func `is replaced when that is asked for, and other files stay`() async throws {
    let folder = try SampleStudy().written()
    try folder.write("earlier", to: "out/wards.geojson")
    try folder.write("mine", to: "out/notes.txt")
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--overwrite", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let files = folder.files(in: "out")
    #expect(files["notes.txt"] == Array("mine".utf8))
    #expect(files["wards.geojson"] != Array("earlier".utf8))
    #expect(
      Set(files.keys) == [
        "wards.geojson", "boroughs.geojson", "places.geojson", "organisations.geojson",
        "organisations-unplaced.geojson", "catchments.geojson", "ranking-wards.csv",
        "ranking-boroughs.csv", "reach-wards.csv", "wards.qml", "boroughs.qml", "places.qml",
        "organisations.qml", "catchments.qml", "datapackage.json", "manifest.json", "notes.txt",
      ])
  }

  @Test func `cannot be a file where the folder should be`() async throws {
    let folder = try SampleStudy().written()
    try folder.write("a file", to: "out")
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--overwrite", in: folder.url)
    #expect(run.status == 5)
    #expect(run.stderr.contains("error[E502] out"))
    #expect(try folder.text(of: "out") == "a file")
  }

  @Test func `stays whole when a folder is in the place of one file`() async throws {
    let folder = try SampleStudy().written()
    for name in ["wards.geojson", "manifest.json"] {
      try folder.write("earlier", to: "out/\(name)")
    }
    try folder.write("inside", to: "out/ranking-wards.csv/file")
    let before = folder.files(in: "out")
    let run = try await CommandRun("run", "study.toml", "-o", "out", "--overwrite", in: folder.url)
    #expect(run.status == 5)
    #expect(run.stderr.contains("error[E502] out/ranking-wards.csv"))
    #expect(folder.files(in: "out") == before)
  }
}
