import Intake
import Places
import SimpleFeatures
import Testing

/// File 7 of the English Indices of Deprivation.
@Suite struct `Indices of Deprivation files` {
  /// Edition 2019, for neighbourhoods of 2011; double spaces occur in its header.
  private static let edition2019 = """
    LSOA code (2011),LSOA name (2011),Local Authority District code (2019),\
    Local Authority District name (2019),Index of Multiple Deprivation (IMD) Score,\
    Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),\
    Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),\
    Income Score (rate),Total population: mid 2015  (excluding prisoners)
    E01003012,Lambeth 036A,E09000022,Lambeth,30.5,8000,3,0.2,1500
    E01003999,Southwark 002A,E09000028,Southwark,12.25,25000,8,0.1,1600

    """

  /// Edition 2025, for neighbourhoods of 2021; the index stands with and without its tail.
  private static func edition2025(tail: Bool) -> String {
    let rank = tail ? " (where 1 is most deprived)" : ""
    let decile = tail ? " (where 1 is most deprived 10% of LSOAs)" : ""
    return """
      \(tail ? "LSOA code (2021)" : "LSOA Code (2021)"),LSOA name (2021),\
      Local Authority District code (2024),Local Authority District name (2024),\
      Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank\(rank),\
      Index of Multiple Deprivation (IMD) Decile\(decile),Total population: mid 2022
      E01003012,Lambeth 036A,E09000022,Lambeth,30.5,8000,3,1500
      E01003999,Southwark 002A,E09000028,Southwark,12.25,25000,8,1600

      """
  }

  private func table(
    _ text: String, _ index: String, direction: NeedDirection? = nil
  ) throws -> NeedTable {
    try NeedTable(
      InputFile(text, name: "File_7.csv"),
      columns: NeedTable.Columns(index: index, direction: direction), roles: [.lsoaCode])
  }

  private static let name = "Index of Multiple Deprivation (IMD)"

  @Test func `of 2019 say which way each column points`() throws {
    let score = try table(Self.edition2019, Self.name + " Score")
    #expect(score.direction == .higher)
    #expect(score.codeColumn == "LSOA code (2011)")
    #expect(score.figures == ["E01003012": 30.5, "E01003999": 12.25])
    // Turned, so that the most deprived has the highest figure.
    let rank = try table(Self.edition2019, Self.name + " Rank (where 1 is most deprived)")
    #expect(rank.direction == .lower)
    #expect(rank.figures == ["E01003012": -8000, "E01003999": -25000])
    let decile = try table(
      Self.edition2019, Self.name + " Decile (where 1 is most deprived 10% of LSOAs)")
    #expect(decile.direction == .lower)
    #expect(decile.account == RowAccount(rows: 2))
  }

  @Test(arguments: [true, false])
  func `of 2025 do so with and without the words in brackets`(tail: Bool) throws {
    let text = Self.edition2025(tail: tail)
    let rank = tail ? " Rank (where 1 is most deprived)" : " Rank"
    #expect(try table(text, Self.name + " Score").direction == .higher)
    let ranks = try table(text, Self.name + rank)
    #expect(ranks.direction == .lower)
    #expect(ranks.figures["E01003012"] == -8000)
    #expect(ranks.codeColumn.lowercased() == "lsoa code (2021)")
  }

  @Test func `are refused by a column whose direction nobody knows`() throws {
    #expect(
      throws: IntakeError.unknownDirection(file: "File_7.csv", column: "Income Score (rate)")
    ) {
      try table(Self.edition2019, "Income Score (rate)")
    }
    let told = try table(Self.edition2019, "Income Score (rate)", direction: .higher)
    #expect(told.figures == ["E01003012": 0.2, "E01003999": 0.1])
  }

  @Test func `of another edition than the places are no silent partial join`() throws {
    let ground = try SouthBank().ground
    var columns = PlaceReader.Columns()
    columns.x = "lon"
    columns.y = "lat"
    // E01035718 is a neighbourhood made in 2021; an index by those of 2011 does not have it.
    let places = """
      lsoa21,lat,lon,people
      E01003012,51.500903,-0.112363,1500
      E01035718,51.4803,-0.119357,1600

      """
    let need = try table(Self.edition2019, Self.name + " Score")
    let reader = PlaceReader(columns: columns, need: .place(need))
    #expect {
      try reader.read(InputFile(places, name: "places.csv"), on: ground)
    } throws: { error in
      guard let error = error as? IntakeError,
        case .needMissing("File_7.csv", _, let examples, 1) = error
      else { return false }
      return error.code == "E301" && examples == ["E01035718"]
        && error.suggestion.contains("vintage")
    }
  }
}
