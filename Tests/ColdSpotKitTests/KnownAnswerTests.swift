import ColdSpotKit
import Foundation
import Testing

/// What a study of 2017 found, which nothing in the engine knows.
///
/// For the London Cornerstone Fund, Rocket Science ("The Way Ahead: Infrastructure and Support
/// Services") named the cold spots and the authorities without a council for voluntary service.
/// The findings are in `boundaries/evidence.csv`.
@Suite struct `Known answers of 2017` {
  /// Havering and Hillingdon are the two boroughs that the study calls relative cold spots.
  static let coldSpots: Set = ["Havering", "Hillingdon"]
  /// The three authorities that had no CVS.
  static let withoutCVS: Set = ["Havering", "Hillingdon", "Newham"]
  /// The two that were served under contract from next door.
  static let servedFromNextDoor: Set = ["City of London", "Hounslow"]

  @Test func `evidence names the cold spots and the authorities without a CVS`() throws {
    let evidence = try Evidence()
    #expect(evidence.areas(year: 2017, indicator: "cold_spot", value: "yes") == Self.coldSpots)
    #expect(evidence.areas(year: 2017, indicator: "has_cvs", value: "no") == Self.withoutCVS)
    #expect(
      evidence.areas(year: 2017, indicator: "has_cvs", value: "neighbour")
        == Self.servedFromNextDoor)
  }

  @Test func `Havering and Hillingdon are among the five boroughs that lack most support`() throws {
    let ranked = London.boroughsByLack(try London.result.get().analysis)
    #expect(ranked.count == 33)
    #expect(Self.coldSpots.isSubset(of: ranked.prefix(5)))
  }

  @Test(arguments: [1500.0, 2000, 2500, 3500, 4000, 4500, 5000])
  func `they stay among the five whatever the radius`(metres: Double) throws {
    let rules = CatchmentRules(
      reach: .disc(radius: .metres(metres), decay: .truncatedGaussian))
    #expect(
      Self.coldSpots.isSubset(of: London.boroughsByLack(try London.analysis(rules)).prefix(5)))
  }

  /// Rows that closed after 2017 stood on the list of 2017, so every status counts.
  private static let listOf2017 = CatchmentRules(
    reach: .remitOnly, statuses: ["active", "closed", "uncertain"], kinds: ["cvs"])

  @Test func `by remit, only Newham, Havering and Hillingdon have no CVS`() throws {
    #expect(London.boroughsWithout(try London.analysis(Self.listOf2017)) == Self.withoutCVS)
  }

  @Test(arguments: [("Hounslow", "Ealing"), ("City of London", "Tower Hamlets")])
  func `the CVS of a borough served from next door sits next door`(
    served: String, host: String
  ) throws {
    let analysis = try London.analysis(Self.listOf2017)
    let boroughs = try #require(analysis.data.boroughs)
    let area = try #require(boroughs.areas.firstIndex { $0.name == served })
    let organisation = try #require(analysis.boroughs[area].organisations.first)
    #expect(analysis.boroughs[area].organisations.count == 1)
    let site = try #require(analysis.data.organisations[organisation].site.position)
    let home = try #require(boroughs.locator.area(at: site))
    #expect(boroughs.areas[home].name == host)
  }

  @Test func `by the borough of their seat alone, those served from next door wrongly join them`()
    throws
  {
    let analysis = try London.analysis(Self.listOf2017)
    let boroughs = try #require(analysis.data.boroughs)
    let homes = analysis.data.organisations
      .filter { $0.kind == "cvs" }
      .compactMap { $0.site.position.flatMap(boroughs.locator.area(at:)) }
    let withoutSite = Set(boroughs.areas.map(\.name))
      .subtracting(homes.map { boroughs.areas[$0].name })
    #expect(withoutSite == Self.withoutCVS.union(Self.servedFromNextDoor))
  }

  @Test func `the list of 2017 counts 28 authorities with a CVS of their own`() throws {
    let evidence = try Evidence()
    #expect(evidence.areas(year: 2017, indicator: "cvs_coverage", value: "28 of 33") == ["London"])
    #expect(33 - Self.withoutCVS.count - Self.servedFromNextDoor.count == 28)
  }
}

/// The dated claims that ship with the data.
private struct Evidence {
  private let rows: [(area: String, year: String, indicator: String, value: String)]

  init() throws {
    let file = try Study.london().folder.appending(path: "evidence.csv")
    let table = try TableReader().read(InputFile(file))
    let columns = try ["area", "year", "indicator", "value"].map {
      try table.requiredColumn(named: $0)
    }
    rows = (0..<table.rowCount).map { row in
      let cells = columns.map { table.text(row: row, column: $0) }
      return (cells[0], cells[1], cells[2], cells[3])
    }
  }

  func areas(year: Int, indicator: String, value: String) -> Set<String> {
    Set(
      rows.filter { $0.year == String(year) && $0.indicator == indicator && $0.value == value }
        .map(\.area))
  }
}
