import GeometryEngine
import Testing

@Suite struct `Well-known text of a reference system` {
  @Test(arguments: ["EPSG:27700", "EPSG:4326", "EPSG:32630", "EPSG:2154"])
  func `defines the system that it is of`(code: String) throws {
    let system = try ReferenceSystem(code)
    let text = try #require(try system.wellKnownText())
    #expect(try ReferenceSystem(text) == system)
    #expect(!text.contains("\n"))
  }

  @Test func `has the form of 2001, with the code of the register`() throws {
    let text = try #require(try ReferenceSystem.britishNationalGrid.wellKnownText())
    #expect(text.hasPrefix("PROJCS[\"OSGB36 / British National Grid\",GEOGCS["))
    #expect(text.hasSuffix("AUTHORITY[\"EPSG\",\"27700\"]]"))
  }
}
