import GeoJSON
import Intake
import Testing

@Suite struct `File description` {
  @Test(arguments: ["", "\u{FEFF}", " \n\t"])
  func `knows GeoJSON by its first character`(start: String) throws {
    let text = start + Document.collection(Document.ward("W1", Document.square(-0.1, 51, 0.25)))
    let description = try FileDescription(InputFile(text, name: "wards.txt"))
    #expect(description.kind == "GeoJSON")
    #expect(description.rows == 1)
    #expect(description.columns.map(\.name) == ["gss_code", "name"])
    #expect(description.geometries.map(\.type) == ["Polygon"])
    #expect(description.geometries.map(\.count) == [1])
    #expect(description.description.contains("west, south, east, north: -0.1, 51, 0.15, 51.25"))
  }

  @Test func `takes everything else for a table`() throws {
    let description = try FileDescription(InputFile("id;name\n1;x\n2;y\n", name: "t.geojson"))
    #expect(description.kind == "table")
    #expect(description.rows == 2)
    #expect(description.columns.map(\.name) == ["id", "name"])
    #expect(description.extent == nil)
  }

  @Test func `lists the properties of all features, each once`() throws {
    let text = Document.collection(
      Document.feature(#""a":1,"b":2"#, "null"),
      Document.feature(#""b":1,"c":2"#, #"{"type":"Point","coordinates":[0,0]}"#))
    let description = try FileDescription(InputFile(text))
    #expect(description.columns.map(\.name) == ["a", "b", "c"])
    #expect(description.geometries.map(\.type) == ["Point", "none"])
    let extent = try #require(description.extent)
    #expect(extent == (0, 0, 0, 0))
  }

  @Test func `makes one JSON document of several`() throws {
    let files = [
      try FileDescription(InputFile("id\n1\n", name: "a.csv")),
      try FileDescription(
        InputFile(Document.collection(Document.ward("W1", Document.square(0, 51, 0.5))))),
    ]
    let json = try JSONReader().read(FileDescription.json(of: files))
    #expect(json["schema"] == .string("coldspot/info/2"))
    guard case .array(let described) = json["files"] else {
      Issue.record("\"files\" is no array")
      return
    }
    #expect(described.map { $0["kind"] } == [.string("table"), .string("GeoJSON")])
    #expect(described[0]["extent"] == .null)
    #expect(described[1]["geometries"]?["Polygon"] == .integer(1))
  }

  @Test func `says what each column is taken for, and why`() throws {
    let description = try FileDescription(
      InputFile("WD24CD,LAD24CD,pop density\nE05009317,E09000030,1\n"))
    #expect(description.source.contains("ONS"))
    #expect(description.columns.map(\.role) == ["ward_code", "borough_code", ""])
    #expect(description.columns.map(\.vintage) == [2024, 2024, nil])
    #expect(description.columns.allSatisfy { !$0.reason.isEmpty })
  }
}
