import Foundation
import GeoJSON
import TestSupport
import Testing

@Suite struct `Questions to a study` {
  private let folder: TemporaryFolder
  private let study = SampleStudy()

  init() throws {
    var study = study
    study["sectors.csv"] = "sector,lat,lon\nSE1 7,45.755,4.855\n"
    try study.replace("serves = ", with: "postcodes = \"sectors.csv\"\nserves = ", in: "study.toml")
    folder = try study.written()
  }

  @Test func `info says what files are`() async throws {
    let run = try await CommandRun("info", "wards.geojson", "places.csv", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
    #expect(run.stdout.contains("wards.geojson: GeoJSON"))
    #expect(run.stdout.contains("4 Polygon"))
    #expect(run.stdout.contains("west, south, east, north: 4.84, 45.75, 4.86, 45.77"))
    #expect(run.stdout.contains("places.csv: table"))
    for column in ["id", "x", "y", "people", "need"] {
      #expect(run.stdout.contains("\n    \(column) "))
    }
  }

  @Test func `info says so in JSON too, and refuses what it cannot read`() async throws {
    let json = try await self.json("info", "wards.geojson", "places.csv", "--json")
    #expect(json["schema"] == .string("coldspot/info/2"))
    #expect(json["files"]?.elements?.map { $0["rows"] } == [.integer(4), .integer(6)])
    let run = try await CommandRun("info", "none.csv", in: folder.url)
    #expect(run.status == 3)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[E200] none.csv"))
  }

  @Test func `locate finds the areas and the organisations of a position`() async throws {
    let position = study.at(5, 12)
    let run = try await CommandRun(
      "locate", "--at", position, "-c", "study.toml", in: folder.url)
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
    #expect(run.stdout.contains("Ward      Abbey  W1"))
    #expect(run.stdout.contains("Borough   Westham  B1"))
    let json = try await self.json("locate", "--at", position, "-c", "study.toml", "--json")
    #expect(json["schema"] == .string("coldspot/locate/1"))
    #expect(json["ward"]?["code"] == .string("W1"))
    #expect(json["borough"]?["code"] == .string("B1"))
    // The pan-London forum is left out, and the network serves W2 alone.
    #expect(json["reached_by"]?.elements?.map { $0["id"] } == [.string("a"), .string("b")])
    #expect(json["nearest"] == .string("Alpha Centre"))
  }

  @Test func `locate places a postcode at the middle of its sector`() async throws {
    let json = try await self.json("locate", "se17pb", "-c", "study.toml", "--json")
    #expect(json["precision"] == .string("postcode_sector"))
    #expect(json["ward"]?["code"] == .string("W4"))
  }

  @Test(arguments: [["SE9 9ZZ"], ["nonsense"], ["--at", "181,0"]])
  func `locate does not find what is nowhere`(place: [String]) async throws {
    let run = try await CommandRun(["locate", "-c", "study.toml"] + place, in: folder.url)
    #expect(run.status == 2)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[E105]"))
  }

  @Test func `locate says when a position lies outside every area`() async throws {
    let position = study.at(30, 30)
    let run = try await CommandRun("locate", "--at", position, "-c", "study.toml", in: folder.url)
    #expect(run.status == 1)
    #expect(run.stdout.contains("Ward      outside all"))
  }

  @Test(arguments: [
    ("W2", "W2"), ("w2", "W2"), ("Bridge", "W2"), ("  bridge ", "W2"), ("B1", "B1"),
    ("westham", "B1"), ("Abbey, Westham", "W1"), ("abbey,eastham", "W4"),
  ])
  func `explain knows areas by code, by name and by borough`(
    text: String, code: String
  ) async throws {
    let json = try await self.json("explain", text, "-c", "study.toml", "--json")
    #expect(json["schema"] == .string("coldspot/explain/1"))
    #expect(json["code"] == .string(code))
  }

  @Test func `explain lists the areas that a name may mean`() async throws {
    let run = try await CommandRun("explain", "Abbey", "-c", "study.toml", in: folder.url)
    #expect(run.status == 2)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("error[E105]"))
    #expect(run.stderr.contains("Abbey, Westham (W1)"))
    #expect(run.stderr.contains("Abbey, Eastham (W4)"))
    let unknown = try await CommandRun("explain", "Atlantis", "-c", "study.toml", in: folder.url)
    #expect(unknown.status == 2)
    #expect(unknown.stderr.contains("No ward or borough has the code or the name \"Atlantis\"."))
  }

  /// Shares and shortfalls, taken from the answer itself, must multiply and add up to the lack.
  @Test func `explain gives a sum that adds up`() async throws {
    let json = try await self.json("explain", "W2", "-c", "study.toml", "--json")
    let parts = try #require(json["functions"]?.elements)
    #expect(parts.count == 2)
    let lack = try parts.reduce(0.0) { sum, part in
      let share = try #require(part["share"]?.double)
      return try sum + share * #require(part["shortfall"]?.double)
    }
    #expect(try lack.agrees(with: #require(json["lack"]?.double)))
    let need = try #require(json["need"]?.double)
    #expect(try (100 * (need * lack).squareRoot()).agrees(with: #require(json["score"]?.double)))
    let text = try await CommandRun("explain", "W2", "-c", "study.toml", in: folder.url).stdout
    #expect(text.hasPrefix("Bridge, Eastham  W2  ward  rank "))
  }

  @Test func `explain says how firm the rank is`() async throws {
    let json = try await self.json("explain", "W2", "-c", "study.toml", "--json")
    let (low, high) = (
      try #require(json["rank_low"]?.double), try #require(json["rank_high"]?.double)
    )
    #expect(low >= 1 && low <= high)
    #expect(json["scenarios"] == .integer(486))
    let names = ["confirmed", "likely", "possible", "not_cold"].map(JSONValue.string)
    #expect(names.contains(try #require(json["class"])))
    let text = try await CommandRun("explain", "W2", "-c", "study.toml", in: folder.url).stdout
    #expect(text.contains("\nFirm    rank \(Int(low)) to \(Int(high)) in 90 % of 486 scenarios"))
  }

  @Test func `explain writes the sum of an arithmetic mean`() async throws {
    let study = try String(contentsOf: folder.url.appending(path: "study.toml"), encoding: .utf8)
    try folder.write(study + "\n[score]\naggregation = \"arithmetic\"\n", to: "mean.toml")
    let json = try await self.json("explain", "W2", "-c", "mean.toml", "--json")
    let (need, lack) = (
      try #require(json["need"]?.double), try #require(json["lack"]?.double)
    )
    let score = try #require(json["score"]?.double)
    #expect((50 * (need + lack)).agrees(with: score, within: 1e-9))
    let text = try await CommandRun("explain", "W2", "-c", "mean.toml", in: folder.url).stdout
    #expect(text.contains("C = 100 × (0.5 × N + 0.5 × L)"))
  }

  @Test func `catchments lists whom each organisation reaches`() async throws {
    let json = try await self.json("catchments", "-c", "study.toml", "--json")
    #expect(json["schema"] == .string("coldspot/catchments/1"))
    let rows = try #require(json["organisations"]?.elements)
    let reached = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["id"]?.text, $0["people_reached"]?.double) })
    // Everyone lives within 3 km of both sites; the network serves the 200 people of W2.
    #expect(reached == ["a": 1000, "b": 1000, "c": 200, "d": 0])
    #expect(rows.last?["why"] == .string("pan_london_excluded"))
  }

  @Test func `catchments writes them as GeoJSON, and over a file only if told`() async throws {
    let write = ["catchments", "-c", "study.toml", "-o", "c.geojson"]
    let first = try await CommandRun(write, in: folder.url)
    #expect(first.status == 0, "\(first.stderr)")
    let layer = try GeoJSONReader().read(folder.bytes(of: "c.geojson"))
    #expect(
      Set(layer.features.map { $0.id?.text }) == ["a:distance", "a:remit", "b:distance", "c:remit"])
    let second = try await CommandRun(write, in: folder.url)
    #expect(second.status == 5)
    #expect(second.stderr.hasPrefix("error[E501] c.geojson exists."))
    #expect(try await CommandRun(write + ["--overwrite"], in: folder.url).status == 0)
  }

  private func json(_ arguments: String...) async throws -> JSONValue {
    let run = try await CommandRun(arguments, in: folder.url)
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stderr.isEmpty)
    return try JSONReader().read(Array(run.stdout.utf8))
  }
}
