import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Tables with codes of wards that ended where the boundaries have those that followed.
@Suite struct `Ward vintages` {
  private let town: SouthBank

  init() throws {
    town = try SouthBank()
  }

  /// The wards of Lambeth were new in 2022: E05000416 was Bishop's and E05000427 Oval.
  private static let organisations = """
    Organisation,Ward code (2018),Borough,Postcode
    Ash,E05000416,Lambeth,SE1 7PB
    Beech,E05000416,Lambeth,SE1 7PB
    Elm,E05000427,Lambeth,SE11 5JA
    Fir,E05011098,Southwark,SE1 8XX

    """

  private static let lookup = """
    WD18CD,WD24CD,people
    E05000416,E05014118,9000
    E05000416,E05014108,1000
    E05000427,E05014108,8000
    E05011098,E05011098,12000

    """

  private func survey(
    _ text: String, lookup: String? = nil
  ) throws -> OrganisationReader.Reading {
    var columns = OrganisationReader.Columns()
    columns.serves = "Ward code (2018)"
    var reader = town.reader(postcodes: try SouthBank.directory()).reading(columns)
    reader.crosswalk = try lookup.map { try AreaCrosswalk(InputFile($0, name: "best-fit.csv")) }
    return try reader.survey(InputFile(text, name: "organisations.csv"))
  }

  @Test func `of organisations that differ stop the study, and say who would be lost`() throws {
    let reading = try survey(Self.organisations)
    let problem = try #require(reading.problems.first)
    #expect((problem.code, problem.isMisfit) == ("E304", true))
    guard case .vintages(let mismatch) = problem else { return }
    #expect(mismatch.boundaries.file == "wards.geojson")
    #expect(mismatch.boundaries.vintage == "2024")
    #expect((mismatch.boundaries.column, mismatch.boundaries.count) == ("WD24CD", 4))
    #expect((mismatch.table.file, mismatch.table.vintage) == ("organisations.csv", "2018"))
    #expect((mismatch.table.column, mismatch.table.count) == ("Ward code (2018)", 4))
    #expect(mismatch.lostCodes == ["E05000416", "E05000427"])
    #expect(mismatch.lost == ["Ash", "Beech", "Elm"])
    #expect(mismatch.boroughs == ["Lambeth (3)"])
    for word in ["2024", "2018", "Ash, Beech, Elm", "Lambeth (3)", "E05000416", "look cold"] {
      #expect(problem.description.contains(word))
    }
    #expect(problem.suggestion.contains("crosswalk"))
  }

  @Test func `of organisations are brought together by a lookup that is named`() throws {
    let reading = try survey(Self.organisations, lookup: Self.lookup)
    #expect(reading.problems == [])
    // Nine tenths of E05000416 are in Waterloo & South Bank: the best fit.
    #expect(reading.organisations.map(\.name) == ["Ash", "Beech", "Elm", "Fir"])
    #expect(
      reading.organisations.map(\.remit)
        == [SouthBank.waterloo, SouthBank.waterloo, SouthBank.oval, SouthBank.chaucer].map {
          .areas([$0])
        })
    #expect(reading.accountsForEveryRow)
  }

  @Test func `are not suspected for one slip of the pen`() throws {
    let rows = (1...40).map { "Group \($0),E05014108,Lambeth,SE11 5JA\n" }.joined()
    let reading = try survey(
      "Organisation,Ward code (2018),Borough,Postcode\n" + rows
        + "Ash,E05014999,Lambeth,SE1 7PB\n")
    #expect(reading.problems == [])
    #expect(reading.places("W103").map(\.value) == ["Ash: E05014999"])
  }

  private static let places = """
    id,lat,lon,people,WD18CD
    p1,51.500903,-0.112363,100,E05000416
    p2,51.501500,-0.112000,100,E05000416
    p3,51.480300,-0.119357,200,E05000427
    p4,51.497614,-0.091060,300,E05011098

    """

  private func places(
    lookup: AreaCrosswalk?, need: PlaceReader.NeedSource
  ) throws -> PlaceReader.Reading {
    var columns = PlaceReader.Columns()
    columns.ward = "WD18CD"
    return try PlaceReader(columns: columns, need: need, crosswalk: lookup)
      .read(InputFile(Self.places, name: "places.csv"), on: town.ground)
  }

  private static func need(_ lookup: AreaCrosswalk?) throws -> NeedTable {
    try NeedTable(
      InputFile("WD18CD,score\nE05000416,10\nE05000427,40\nE05011098,5\n", name: "need.csv"),
      columns: .init(index: "score", direction: .higher), roles: [.wardCode], crosswalk: lookup)
  }

  @Test func `of places that differ stop the study too`() throws {
    #expect {
      try places(lookup: nil, need: .ward(Self.need(nil)))
    } throws: { error in
      guard case IntakeError.vintages(let mismatch) = error else { return false }
      return mismatch.lost == ["p1", "p2", "p3"] && mismatch.boroughs == ["Lambeth (3)"]
        && mismatch.table.vintage == "2018"
    }
  }

  @Test func `of places are brought together, and figures of need averaged by people`() throws {
    let lookup = try AreaCrosswalk(InputFile(Self.lookup, name: "best-fit.csv"))
    let need = try Self.need(lookup)
    // Shares of the old wards: a tenth of E05000416 and the whole of E05000427 are in Oval:
    // (0.1 × 10 + 1 × 40) / 1.1.
    let oval = (0.1 * 10 + 40) / 1.1
    #expect(need.figures["E05014118"]?.agrees(with: 10) == true)
    #expect(need.figures["E05014108"]?.agrees(with: oval) == true)
    #expect(need.figures["E05011098"]?.agrees(with: 5) == true)
    let reading = try places(lookup: lookup, need: .ward(need))
    #expect(
      reading.places.wards.map { $0.map { town.ground.wards.areas[$0].code } }
        == [SouthBank.waterloo, SouthBank.waterloo, SouthBank.oval, SouthBank.chaucer])
    #expect(reading.places.needIndex[2].agrees(with: oval))
    #expect(reading.account == RowAccount(rows: 4))
  }
}
