import GeoJSON
import TestSupport
import Testing

/// Names come from anyone's spreadsheet: they may steer a terminal, turn the writing round, end a
/// script or begin a formula.
@Suite struct `Hostile names` {
  private static let name = "=cmd()\u{1B}[31m\u{202E}\u{9B}2J</script><!--\u{7}'\"\u{2028}end"
  private let folder: TemporaryFolder

  init() throws {
    var study = SampleStudy()
    let cell = "\"" + Self.name.replacing("\"", with: "\"\"") + "\""
    study["organisations.csv"] = """
      id,name,kind,status,serves,x,y,specialisms
      evil,\(cell),cvs,active,B1,\(study.at(5, 15)),advice;\u{1B}[2Jspace
      out,\(cell),cvs,active,\u{1B}]0;W9,\(study.at(50, 50)),advice

      """
    try study.replace("\"Bridge\"", with: "\"@SUM(1)\\u001b[1m\\u202e\"", in: "wards.geojson")
    folder = try study.written()
  }

  @Test(arguments: [
    ["run", "study.toml", "-o", "out"], ["explain", "W1", "-c", "study.toml"],
    ["explain", "W2", "-c", "study.toml"], ["catchments", "-c", "study.toml"],
    ["locate", "--at", "4.845,45.765", "-c", "study.toml"], ["info", "organisations.csv"],
  ])
  func `do not reach the terminal raw`(arguments: [String]) async throws {
    let run = try await CommandRun(arguments, in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    for text in [run.stdout, run.stderr] {
      for scalar in text.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func `do not reach the terminal raw in an error either`() async throws {
    // One escape among plain text: many would make it no text at all.
    let rows = String(repeating: "1,plain words\n", count: 20)
    try folder.write("id\u{1B}[31m,n\u{202E}ame\n\(rows)1,2,3\n", to: "bad\u{1B}[1m.csv")
    let run = try await CommandRun("info", "bad\u{1B}[1m.csv", in: folder.url)
    #expect(run.status == 3)
    #expect(run.stderr.contains("error[E204]"))
    #expect(!run.stderr.contains("\u{1B}"))
  }

  @Test func `leave JSON valid and come back whole`() async throws {
    let run = try await CommandRun("catchments", "-c", "study.toml", "--json", in: folder.url)
    let json = try JSONReader().read(Array(run.stdout.utf8))
    #expect(json["organisations"]?.elements?.first?["name"] == .string(Self.name))
  }

  @Test func `cannot end the script that a layer stands in`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    for name in ["organisations.geojson", "wards.geojson", "manifest.json"] {
      let text = try folder.text(of: "out/\(name)")
      #expect(!text.contains("</script"), "\(name)")
      #expect(!text.contains("<!--"), "\(name)")
      #expect(!text.contains("\u{2028}"), "\(name)")
    }
    let layer = try GeoJSONReader().read(folder.bytes(of: "out/organisations.geojson"))
    #expect(layer.features.first?.properties["name"] == .string(Self.name))
  }

  @Test func `do not begin a formula in a ranking`() async throws {
    let run = try await CommandRun("run", "study.toml", "-o", "out", "-q", in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    let text = try folder.text(of: "out/ranking-wards.csv")
    #expect(text.contains(",'@SUM(1)"))
    #expect(text.contains(",\"'=cmd()"))
    #expect(text.firstMatch(of: /(^|[,\n])"?[=+@]/) == nil)
  }
}
