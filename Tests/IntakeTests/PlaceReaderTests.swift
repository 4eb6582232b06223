import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Place reader` {
  private let town: FourWards

  init() throws {
    town = try FourWards()
  }

  @Test func `reads eastings and northings in any order of rows`() throws {
    let rows = ["p2,530500,181500,20,5", "p1,531500,180500,10.5,7", "p3,530500,180500,0,1"]
    for order in [rows, rows.reversed()] {
      let (places, findings) = try read(order)
      #expect(places.ids == ["p1", "p2", "p3"])
      #expect(places.people == [10.5, 20, 0])
      #expect(places.needIndex == [7, 5, 1])
      #expect(places.positions[0] == Coordinate(x: 531_500, y: 180_500))
      #expect(places.wards == [3, 0, 2])
      #expect(places.boroughs == [1, 0, 0])
      #expect(findings.isEmpty)
    }
  }

  /// The Ordnance Survey's worked example: OSGB36 52°39′27.2531″ N 1°43′4.5177″ E is
  /// E 651 409.903, N 313 177.270.
  ///
  /// - SeeAlso: Ordnance Survey, *A guide to coordinate systems in Great Britain*, annexe C.
  @Test func `brings degrees into the metres of the study`() throws {
    let corner = Coordinate(x: 651_000, y: 313_000)
    let wards = try Boundaries(
      level: "ward", areas: [Area(code: "W", name: "", shape: try .tile(at: corner, side: 1000))])
    let (longitude, latitude) = (1 + 43 / 60 + 4.5177 / 3600, 52 + 39 / 60 + 27.2531 / 3600)
    let text = "id,lon,lat,people,need\np,\(longitude),\(latitude),1,1\n"
    let reader = try PlaceReader(
      columns: .init(), system: ReferenceSystem("EPSG:4277"), need: .column("need", .higher))
    let ground = StudyGround(wards: wards, boroughs: nil, projection: town.projection)
    let places = try reader.read(InputFile(text), on: ground).places
    let position = places.positions[0]
    #expect(abs(position.x - 651_409.903) < 1e-3)
    #expect(abs(position.y - 313_177.270) < 1e-3)
    #expect(places.wards == [0])
    #expect(places.boroughs == [nil])
  }

  @Test(arguments: [("-1", 3), ("NaN", 3), ("many", 3), ("1e13", 3), ("inf", 3)])
  func `refuses a number of people that cannot be`(people: String, line: Int) throws {
    let error = IntakeError.invalidValue(
      file: "places.csv", line: line, column: "people", value: people,
      expected: "a number of people, 0 or more")
    #expect(throws: error) {
      try read(["p1,530500,181500,20,5", "p2,530500,181500,\(people),5"])
    }
  }

  @Test(arguments: ["NaN", "north", "inf"])
  func `refuses a position that is no number`(northing: String) throws {
    let error = IntakeError.invalidValue(
      file: "places.csv", line: 2, column: "northing", value: northing, expected: "a number")
    #expect(throws: error) { try read(["p1,530500,\(northing),20,5"]) }
  }

  @Test(arguments: [
    (",530500,181500,20,5", "id"), ("p1,,181500,20,5", "easting"),
    ("p1,530500,181500,,5", "people"),
    ("p1,530500,181500,20,", "need"),
  ])
  func `refuses an empty cell and names its column`(row: String, column: String) throws {
    #expect(throws: IntakeError.missingValue(file: "places.csv", line: 2, column: column)) {
      try read([row])
    }
  }

  @Test func `refuses an id that stands twice`() throws {
    #expect(throws: IntakeError.duplicate(file: "places.csv", column: "id", value: "p1")) {
      try read(["p1,530500,181500,20,5", "p2,530500,181500,1,1", "p1,530500,180500,20,5"])
    }
  }

  @Test func `refuses metres where degrees should be, and names the line`() throws {
    let text = "id,lon,lat,people,need\np1,-0.1,51.5,1,1\np2,530500,181500,1,1\n"
    let error = IntakeError.wrongReferenceSystem(
      file: "places.csv", where: "line 3", x: 530_500, y: 181_500,
      expected: "longitude and latitude")
    #expect(throws: error) {
      try PlaceReader(columns: .init(), need: .column("need", .higher)).read(
        InputFile(text, name: "places.csv"), on: town.ground)
    }
  }

  @Test func `turns a rank in the table itself round`() throws {
    let places = try read(["p1,530500,181500,20,5"], need: .column("need", .lower)).places
    #expect(places.needIndex == [-5])
  }

  private func read(
    _ rows: [String], need: PlaceReader.NeedSource = .column("need", .higher)
  ) throws -> (places: PlaceTable, findings: [Finding]) {
    let text = (["id,easting,northing,people,need"] + rows).joined(separator: "\n")
    var columns = PlaceReader.Columns()
    columns.x = "easting"
    columns.y = "northing"
    let reading = try PlaceReader(
      columns: columns, system: .britishNationalGrid, need: need
    ).read(InputFile(text, name: "places.csv"), on: town.ground)
    return (reading.places, reading.findings)
  }
}
