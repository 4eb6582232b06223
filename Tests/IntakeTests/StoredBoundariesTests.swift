import GeoJSON
import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Boundaries and tables of London as others have published them, with the defects that are
/// listed beside them; skipped where they are not beside the package.
@Suite(
  .enabled(
    if: OutsideBoundaries.exists("github"),
    "The files of ../shared/data/github are not beside the package."))
struct `Stored boundaries` {
  private let projection: StudyProjection

  init() throws {
    projection = try StudyProjection(to: .britishNationalGrid)
  }

  private static func file(_ name: String) throws -> InputFile {
    try OutsideBoundaries.file("github/" + name)
  }

  /// The wards of May 2025, which most tests compare with.
  private static let wards2025 = Result {
    try AreaReader(level: "ward").boundaries(
      of: AreaFile(file("wards_2025_ons_gen.geojson")),
      in: StudyProjection(to: .britishNationalGrid))
  }

  private func ground() throws -> StudyGround {
    StudyGround(
      wards: try Self.wards2025.get(), wardFile: "wards_2025_ons_gen.geojson",
      wardColumn: "wd25cd", boroughs: nil, projection: projection)
  }

  @Test func `of 2025 are 704 wards, 23 of them in several parts`() throws {
    let wards = try Self.wards2025.get()
    #expect(wards.vintage == "2025")
    #expect(wards.count == 704)
    #expect(wards.areas.count { $0.shape.polygons.count > 1 } == 23)
    #expect(wards.areas[0].name == "Aldersgate")
    #expect(Set(wards.areas.compactMap(\.parent)).count == 33)
  }

  /// Columns are left out where their names tell.
  @Test(arguments: [
    ("wards_2021_ons_ultragen.geojson", "ward", "ward21_code", 657, "2021"),
    ("boroughs_2024_ons_ultragen.geojson", "borough", "ltla24_code", 33, "2024"),
    ("wards_2011_fullres.geojson.gz", "ward", nil, 649, ""),
    ("lsoa11_london.geojson.gz", "LSOA", nil, 4835, "2011"),
    ("lsoa21_london.geojson.gz", "LSOA", nil, 4994, "2021"),
  ])
  func `of other years load, their edition told by their columns`(
    file: String, level: String, code: String?, count: Int, vintage: String
  ) throws {
    let source = try AreaFile(Self.file(file))
    #expect(source.system == .wgs84)
    let reader = AreaReader(
      columns: AreaFile.Columns(code: code), level: AreaLevel(level))
    let boundaries = try reader.boundaries(of: source, in: projection)
    #expect(boundaries.count == count)
    #expect(boundaries.vintage.description == vintage)
  }

  @Test func `of 2011 have names in capitals`() throws {
    let reader = AreaReader(level: "ward")
    let source = try AreaFile(Self.file("wards_2011_fullres.geojson.gz"))
    let properties = try reader.properties(of: source)
    #expect(properties.code == "GSS_CODE")
    #expect((properties.name, properties.parent) == ("NAME", "LB_GSS_CD"))
  }

  @Test func `of output areas have fourteen that cross themselves`() throws {
    let source = try AreaFile(Self.file("oa11_london.geojson.gz"))
    #expect {
      try AreaReader(level: "output area").boundaries(of: source, in: projection)
    } throws: { ($0 as? IntakeError)?.code == "E209" }
    let (areas, findings) = try AreaReader(level: "output area", repairs: true)
      .boundariesAndRepairs(of: source, in: projection)
    #expect((areas.count, areas.vintage) == (25_053, "2011"))
    #expect(findings.map(\.code) == ["W125"])
    #expect(findings[0].count == 14)
    // They only touch themselves: mending them changes no area.
    for place in findings[0].occurrences {
      let areas = place.remark.split(separator: " ").compactMap { Int($0) }
      #expect(areas.count == 2 && areas[0] == areas[1])
    }
  }

  @Test func `of neighbourhoods of 2011 do not fit together`() throws {
    let source = try AreaFile(Self.file("lsoa11_london.geojson.gz"))
    let (rows, problems) = try AreaReader(level: "LSOA").rows(of: source, in: projection)
    #expect(problems == [])
    let report = BoundaryCheck().report(
      on: rows.map {
        BoundaryCheck.Subject(code: AreaCode($0.code), name: $0.name, shape: $0.shape)
      })
    #expect(report.isValidCoverage == false)
    #expect(report.count(of: .invalidShape) == 0)
  }

  @Test func `are no areas where they are streets`() throws {
    let source = try AreaFile(Self.file("london_streets_central_osm.geojson.gz"))
    #expect(source.collection.features.count == 20_972)
    #expect {
      try AreaReader(columns: AreaFile.Columns(code: "osm_id"), level: "street")
        .boundaries(of: source, in: projection)
    } throws: { ($0 as? IntakeError)?.code == "E207" }
  }

  @Test(arguments: [
    ("lsoa11_london_table.csv", 4835), ("lsoa21_london_table.csv", 4994),
    ("wards_2025_stats.csv", 704), ("wards_2017_civic_stats.csv", 629),
    ("boroughs_grants_2013_2018.csv", 33),
  ])
  func `come with tables`(file: String, rows: Int) throws {
    let attributes = try AttributeFile(Self.file(file))
    #expect(attributes.areas == nil)
    #expect(attributes.table.rowCount == rows)
    #expect(attributes.table.setAside == [])
    #expect(attributes.table.findings == [])
  }

  @Test func `come with figures that are missing for twenty wards of the City`() throws {
    let need = try NeedTable(
      Self.file("wards_2025_stats.csv"),
      columns: .init(index: "imd2025_score_popw", direction: .higher), roles: [.wardCode])
    #expect(need.codeColumn == "wd25cd")
    #expect(need.figures.count == 684)
    #expect(
      need.account == RowAccount(rows: 704, setAside: .init(repeating: "no figure", count: 20)))
  }

  // MARK: Editions that do not go together

  @Test func `of 2011 are told from those of 2025`() throws {
    let table = try AttributeFile(Self.file("wards_2011_fullres.geojson.gz")).table
    let check = AreaTableCheck(table, ground: try ground())
    let problem = try #require(check.problems.first)
    #expect((check.problems.count, problem.code) == (1, "E304"))
    guard case .vintages(let mismatch) = problem else { return }
    // Every code of the first coding has ended.
    #expect(mismatch.lostCodes.count == 649)
    #expect(mismatch.boundaries.vintage == "2025")
    #expect(mismatch.table.vintage == "codes of 2009")
  }

  @Test func `of 2021 are the wards of 2018, told from those of 2025`() throws {
    let table = try AttributeFile(Self.file("wards_2021_ons_ultragen.geojson")).table
    let codes = try table.identifiers("ward21_code")
    let check = VintageCheck(
      try Self.wards2025.get(), file: "wards_2025_ons_gen.geojson", column: "wd25cd")
    let mismatch = try #require(
      check.mismatch(
        of: codes.map { VintageCheck.Entry(code: $0, owner: $0) },
        file: "wards_2021_ons_ultragen.geojson", column: "ward21_code"))
    let held = Set(try Self.wards2025.get().areas.map(\.code.description))
    #expect(mismatch.lostCodes == codes.filter { !held.contains($0) }.sorted())
    #expect((mismatch.table.vintage, mismatch.boundaries.vintage) == ("2021", "2025"))
    // Their youngest codes are of 2018: the orders of 2022 came later.
    #expect(codes.compactMap { GSSCode($0)?.year }.max() == 2018)
    #expect(
      try Self.wards2025.get().areas.compactMap { GSSCode($0.code.description)?.year }.max() == 2022
    )
  }

  @Test func `of 2025 take no neighbourhoods by their wards of 2017`() throws {
    var columns = PlaceReader.Columns()
    (columns.id, columns.people, columns.ward) = ("lsoa11", "pop_mid2020", "ward17")
    let reader = PlaceReader(
      columns: columns, need: .column("imd2019_rank", .lower))
    let file = try Self.file("lsoa11_london_table.csv")
    let table = try TableReader().read(file)
    let held = Set(try Self.wards2025.get().areas.map(\.code.description))
    let wards = try table.texts("ward17")
    #expect {
      try reader.read(file, on: ground())
    } throws: { error in
      guard case IntakeError.vintages(let mismatch) = error else { return false }
      return mismatch.lost.count == wards.count { !held.contains($0) }
        && mismatch.lostCodes == Set(wards).subtracting(held).sorted()
        && mismatch.table.vintage == "2017"
    }
  }

  @Test func `take neighbourhoods by wards of 2024, which are the same`() throws {
    var columns = PlaceReader.Columns()
    (columns.id, columns.people, columns.ward) = ("lsoa21", "pop_2021", "ward_bestfit_2024")
    let reading = try PlaceReader(columns: columns, need: .column("imd2025_score", nil))
      .read(Self.file("lsoa21_london_table.csv"), on: ground())
    #expect(reading.places.count == 4994)
    #expect(reading.needDirection == .higher)
    #expect(reading.places.wards.allSatisfy { $0 != nil })
    #expect(reading.account == RowAccount(rows: 4994))
  }

  @Test func `of neighbourhoods of 2011 and 2021 are no silent partial join`() throws {
    let need = try NeedTable(
      Self.file("lsoa21_london_table.csv"), columns: .init(index: "imd2025_score"),
      roles: [.lsoaCode])
    var columns = PlaceReader.Columns()
    (columns.id, columns.people) = ("lsoa11", "pop_mid2020")
    let places = try Self.file("lsoa11_london_table.csv")
    let codes = try TableReader().read(places).identifiers("lsoa11")
    let missing = codes.filter { need.figures[$0] == nil }
    #expect(missing.count == 4835 - 4659)
    #expect {
      try PlaceReader(columns: columns, need: .place(need)).read(places, on: ground())
    } throws: { error in
      guard case IntakeError.needMissing(_, "imd2025_score", let examples, let count) = error
      else { return false }
      return count == missing.count && Set(examples).isSubset(of: missing)
    }
  }
}
