import FileFormats
import Intake
import Places
import Testing

@Suite struct `Region table` {
  @Test func `of London has codes of its boroughs only`() throws {
    let regions = try RegionTable(LondonGazetteer.grid("regions.csv")).regions
    let boroughs = Set(LondonGazetteer.boroughs.map(\.code))
    #expect(boroughs.count == 33)
    for region in regions {
      #expect(!region.source.isEmpty)
      #expect(boroughs.isSuperset(of: region.codes))
    }
  }

  @Test(arguments: [
    ["Central London", "East London", "North London", "South London", "West London"],
    ["Inner London", "Outer London"], ["Inner London (ONS)", "Outer London (ONS)"],
    [
      "North Central London", "North East London", "North West London", "South East London",
      "South West London",
    ],
  ])
  func `of London divides it, definition by definition`(names: [String]) throws {
    let regions = try RegionTable(LondonGazetteer.grid("regions.csv")).regions
    let codes = names.flatMap { name in regions.first { $0.name == name }?.codes ?? [] }
    #expect(codes.sorted() == LondonGazetteer.boroughs.map(\.code).sorted())
  }

  @Test func `of London has the inner boroughs of the statisticians`() throws {
    let grid = try LondonGazetteer.grid("boroughs.csv")
    let header = (0..<grid.cellCount(ofRow: 0)).map { grid.text(row: 0, cell: $0) }
    let inner = try #require(header.firstIndex(of: "inner"))
    let codes = (1..<grid.rowCount).filter { grid.text(row: $0, cell: inner) == "yes" }
      .map { AreaCode(grid.text(row: $0, cell: 0)) }
    let regions = try #require(LondonGazetteer.regions).regions
    #expect(regions.first { $0.name == "Inner London (ONS)" }?.codes == codes.sorted())
    // The Act of 1963 and the statisticians differ in three boroughs.
    let act = try #require(regions.first { $0.name == "Inner London" }).codes
    let difference = Set(act).symmetricDifference(codes).map(LondonReading.name).sorted()
    #expect(difference == ["Greenwich", "Haringey", "Newham"])
  }

  @Test func `refuses what it cannot use`() throws {
    func error(_ text: String) -> RegionTableError? {
      do {
        _ = try RegionTable(TextGrid(text: text))
        return nil
      } catch { return error }
    }
    #expect(error("") == .missingColumn("name"))
    #expect(error("name,codes\nA,B\n") == .missingColumn("aliases"))
    #expect(error("name,aliases,codes\n,,B1\n") == .noName(line: 2))
    #expect(error("name,aliases,codes\nA,,;\n") == .noCodes("A"))
    #expect(error("name,aliases,codes\nA,X,B1\nB,x,B2\n") == .twoMeanings("x"))
    #expect(error("name,aliases,codes\nA,X,B1\nB,x,B1\n\n,,\n") == nil)
  }

  @Test func `keeps a region with areas that the study does not have, and says so`() throws {
    let regions = try RegionTable([
      .init(name: "The two", codes: ["E09000022", "E09000099"], source: "us"),
      .init(name: "Elsewhere", codes: ["E09000098", "E09000099"]),
    ])
    let gazetteer = Gazetteer(boroughs: LondonGazetteer.boroughs, wards: [], regions: regions)
    let reading = gazetteer.read("the two; elsewhere")
    #expect(reading.areas == ["E09000022"])
    #expect(reading.matched.map(\.missing) == [["E09000099"]])
    #expect(reading.unresolved.map(\.reason) == [.outside])
  }
}
