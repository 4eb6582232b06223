import GeometryEngine
import Intake
import Places
import Testing

@Suite struct `Homes of places` {
  private let town: FourWards

  init() throws {
    town = try FourWards()
  }

  @Test func `believe the code before the position and say how often they differ`() throws {
    // The position lies in W2, 500 m east of W1.
    let (places, findings) = try read(["p1,531500,181500,20,W1,"])
    #expect(places.wards == [0])
    #expect(places.boroughs == [0])
    #expect(findings.map(\.code) == ["N107"])
    #expect(findings[0].severity == .note)
    #expect(findings[0].examples == ["line 2"])
  }

  @Test func `do not mind a position on the ward's own border`() throws {
    let (places, findings) = try read(["p1,531000,181500,20,W1,", "p2,531000,181500,20,W2,"])
    #expect(places.wards == [0, 1])
    #expect(findings.isEmpty)
  }

  @Test func `go by position where the code is unknown, and count those`() throws {
    let (places, findings) = try read([
      "p1,530500,181500,20,E05000001,", "p2,530500,180500,20,E05000002,", "p3,531500,180500,1,,",
    ])
    #expect(places.wards == [0, 2, 3])
    #expect(findings.map(\.code) == ["W105"])
    #expect(findings[0].count == 2)
    #expect(findings[0].examples == ["line 2", "line 3"])
    #expect(findings[0].suggestion.contains("vintage"))
  }

  @Test func `count the people who live outside every ward`() throws {
    let (places, findings) = try read([
      "p1,530500,181500,20,,", "p2,540000,181500,30,,", "p3,540000,181500,12.5,,",
    ])
    #expect(places.wards == [0, nil, nil])
    #expect(places.boroughs == [0, nil, nil])
    #expect(findings.map(\.code) == ["W102"])
    #expect(findings[0].count == 2)
    // 30 + 12.5 people, rounded half away from zero.
    #expect(findings[0].message.contains("2 places with 43 residents"))
  }

  @Test func `take the borough of the ward before the borough's code`() throws {
    let places = try read(["p1,530500,181500,20,W1,B2", "p2,540000,181500,20,,B2"]).places
    #expect(places.boroughs == [0, 1])
  }

  @Test func `name only the first few of many`() throws {
    let rows = (10..<40).map { "p\($0),540000,181500,1,," }
    let findings = try read(["p1,530500,181500,20,,"] + rows).findings
    #expect(findings[0].count == 30)
    #expect(findings[0].examples.count == Finding.exampleLimit)
  }

  @Test func `must not all be outside`() throws {
    #expect(throws: IntakeError.nothingInside(places: "places.csv", areas: "the ward boundaries")) {
      try read(["p1,181500,530500,20,,", "p2,181500,530600,20,,"])
    }
  }

  @Test func `must not all be outside, whatever the index of need knows`() throws {
    let needs = try NeedTable(
      InputFile("code,score\nW1,1\n"),
      columns: .init(code: "code", index: "score", direction: .higher))
    #expect(throws: IntakeError.nothingInside(places: "places.csv", areas: "the ward boundaries")) {
      try read(["p1,181500,530500,20,,"], need: .ward(needs))
    }
  }

  @Test func `give each place the need of its ward, its borough or itself`() throws {
    let needs = try NeedTable(
      InputFile("code,score\nW1,1\nW4,4\nB1,10\nB2,20\np1,100\np2,200\n"),
      columns: .init(code: "code", index: "score", direction: .higher))
    let rows = ["p1,530500,181500,20,,", "p2,531500,180500,20,,"]
    #expect(try read(rows, need: .ward(needs)).places.needIndex == [1, 4])
    #expect(try read(rows, need: .borough(needs)).places.needIndex == [10, 20])
    #expect(try read(rows, need: .place(needs)).places.needIndex == [100, 200])
  }

  @Test func `name the areas for which need has no figure, each once`() throws {
    let needs = try NeedTable(
      InputFile("code,score\nW1,1\nW3,\n", name: "need.csv"),
      columns: .init(code: "code", index: "score", direction: .higher))
    let error = IntakeError.needMissing(
      file: "need.csv", column: "score", examples: ["W3", "W4"], count: 2)
    #expect(error.isMisfit)
    #expect(throws: error) {
      try read(
        [
          "p1,531500,180500,20,,", "p2,531500,180500,20,,", "p3,530500,180500,20,,",
          "p4,530500,181500,20,,",
        ], need: .ward(needs))
    }
  }

  @Test func `need the columns that the study names`() throws {
    #expect(throws: IntakeError.self) { try read(["p1,530500,181500,20,,"], ward: "WD24CD") }
  }

  private func read(
    _ rows: [String], need: PlaceReader.NeedSource = .column("people", .higher),
    ward: String = "ward"
  ) throws -> (places: PlaceTable, findings: [Finding]) {
    let text = (["id,easting,northing,people,ward,borough"] + rows).joined(separator: "\n")
    var columns = PlaceReader.Columns()
    columns.x = "easting"
    columns.y = "northing"
    columns.ward = ward
    columns.borough = "borough"
    let reading = try PlaceReader(
      columns: columns, system: .britishNationalGrid, need: need
    ).read(InputFile(text, name: "places.csv"), on: town.ground)
    return (reading.places, reading.findings)
  }
}
