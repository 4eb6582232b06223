import Intake
import SimpleFeatures
import Testing

@Suite struct `Table of points` {
  private let columns = PointTable.Columns(id: "id", quantity: "people", x: "x", y: "y")

  private func read(
    _ text: String, _ columns: PointTable.Columns? = nil
  ) throws(IntakeError) -> PointTable {
    try PointTable(
      InputFile(name: "p.csv", bytes: Array(text.utf8)), columns: columns ?? self.columns)
  }

  @Test func `is in the order of the ids, and knows that of the file`() throws {
    let table = try read("id,people,x,y\nb,2,10,20\na,1,30,40\n")
    #expect(table.ids == ["a", "b"])
    #expect(table.quantities == [1, 2])
    #expect(table.positions == [Coordinate(x: 30, y: 40), Coordinate(x: 10, y: 20)])
    #expect(table.fileOrder.map { table.ids[$0] } == ["b", "a"])
  }

  @Test func `needs no positions where they do not matter`() throws {
    let table = try read("id,people\na,1\n", PointTable.Columns(id: "id", quantity: "people"))
    #expect(table.positions == nil)
  }

  @Test func `may be the properties of features`() throws {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
      "properties":{"id":"a","people":7,"x":1,"y":2}}]}
      """
    #expect(try read(text).quantities == [7])
  }

  @Test(arguments: [
    ("id,people,x,y\na,-1,0,0\n", "E212"), ("id,people,x,y\na,nan,0,0\n", "E212"),
    ("id,people,x,y\na,1e16,0,0\n", "E212"), ("id,people,x,y\na,,0,0\n", "E213"),
    ("id,people,x,y\n,1,0,0\n", "E213"), ("id,people,x,y\na,1,0,0\na,1,0,0\n", "E211"),
    ("id,x,y\na,0,0\n", "E206"), ("id,people,x,y\na,1,0,\n", "E213"), ("id,people,x,y\n", "E201"),
  ])
  func `refuses what cannot be`(text: String, code: String) {
    let error = #expect(throws: IntakeError.self) { try read(text) }
    #expect(error?.code == code)
  }
}

@Suite struct `Table of costs` {
  private func read(
    _ text: String, cost: String? = "cost"
  ) throws(IntakeError) -> CostTable {
    try CostTable(
      InputFile(name: "c.csv", bytes: Array(text.utf8)), columns: ("from", "to", cost),
      places: ["a", "b"], sites: ["s"])
  }

  @Test func `knows places and sites by their index, and each row by its line`() throws {
    let table = try read("from,to,cost\nb,s,3.5\na,s,0\n")
    #expect(table.rows.map(\.from) == [1, 0])
    #expect(table.rows.map(\.to) == [0, 0])
    #expect(table.rows.map(\.cost) == [3.5, 0])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  @Test func `counts each pair as 1 where there is no column of costs`() throws {
    #expect(try read("from,to\na,s\n", cost: nil).rows.map(\.cost) == [1])
  }

  @Test func `names the line of an id that nobody has`() {
    #expect(throws: IntakeError.unknownID(file: "c.csv", line: 3, column: "to", value: "t")) {
      try read("from,to,cost\na,s,1\na,t,1\n")
    }
  }

  @Test(arguments: ["-1", "NaN", "inf", "far", "0x10"])
  func `refuses a cost that cannot be`(cost: String) {
    #expect(throws: IntakeError.self) { try read("from,to,cost\na,s,\(cost)\n") }
  }
}

@Suite struct `Columns of a table or of features` {
  private func file(_ text: String) throws(IntakeError) -> AttributeFile {
    try AttributeFile(InputFile(name: "t", bytes: Array(text.utf8)))
  }

  @Test func `are read alike from both`() throws {
    let table = try file("id,v\na,1\nb,\n").table
    let features = try file(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":null,"properties":{"id":"a","v":1}},
      {"type":"Feature","geometry":null,"properties":{"id":"b","v":null}}]}
      """
    ).table
    for table in [table, features] {
      #expect(try table.identifiers("id") == ["a", "b"])
      #expect(try table.optionalNumbers("v") == [1, nil])
      #expect(throws: IntakeError.self) { try table.numbers("v") }
    }
  }

  @Test func `may be missing from some features`() throws {
    let table = try file(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":null,"properties":{"id":"a"}},
      {"type":"Feature","geometry":null,"properties":{"v":3,"id":"b"}}]}
      """
    ).table
    #expect(table.header == ["id", "v"])
    #expect(try table.optionalNumbers("v") == [nil, 3])
  }

  @Test(arguments: ["", "NA", "NaN", "nan"])
  func `count NA and NaN as missing`(cell: String) throws {
    #expect(try file("id,v\na,\(cell)\nb,2\n").table.optionalNumbers("v") == [nil, 2])
  }
}
