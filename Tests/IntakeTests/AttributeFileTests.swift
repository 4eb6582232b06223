import FileFormats
import Intake
import Testing

@Suite struct `The properties of a map` {
  /// A map of points, each with the properties that are given for its number.
  private static func map(of count: Int, _ properties: (Int) -> String) throws -> InputFile {
    let features = (0..<count).map {
      #"{"type":"Feature","properties":{\#(properties($0))},"#
        + #""geometry":{"type":"Point","coordinates":[0,51]}}"#
    }
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    return try InputFile(name: "map.geojson", bytes: Array(text.utf8))
  }

  @Test func `are a table with a column for each name, empty where a feature has none`() throws {
    let file = try Self.map(of: 2) { $0 == 0 ? #""a":1,"b":"x""# : #""c":2.5,"a":null"# }
    let table = try AttributeFile(file).table
    #expect(table.header == ["a", "b", "c"])
    let rows = (0..<2).map { row in (0..<3).map { table.text(row: row, column: $0) } }
    #expect(rows == [["1", "x", ""], ["", "", "2.5"]])
  }

  /// A table of them would have 25 million cells, out of a file of half a megabyte.
  @Test func `may not all have different names`() throws {
    let file = try Self.map(of: 5000) { #""p\#($0)":1"# }
    #expect {
      try AttributeFile(file)
    } throws: { error in
      guard case IntakeError.format("map.geojson", .limitExceeded(_, 4096)) = error else {
        return false
      }
      return true
    }
  }
}
