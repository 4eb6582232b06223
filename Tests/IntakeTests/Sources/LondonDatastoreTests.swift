import GeoJSON
import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// The statistical boundary files of the London Datastore: Shapefiles on the National Grid.
@Suite struct `London Datastore files` {
  private static func shapefile(
    _ columns: [ShapefileMaker.Column], _ rows: [[String]], system: String?
  ) throws -> InputFile {
    var maker = ShapefileMaker()
    maker.shapes = rows.indices.map { row in
      let x = 530_000 + Double(row) * 1000
      return .polygon([
        positions(
          (x, 180_000), (x, 181_000), (x + 1000, 181_000), (x + 1000, 180_000), (x, 180_000))
      ])
    }
    maker.columns = columns
    maker.rows = rows.map { $0.map { Array($0.utf8) } }
    var companions = [
      InputFile.Companion(kind: "dbf", name: "wards.dbf", bytes: maker.dbf),
      InputFile.Companion(kind: "shx", name: "wards.shx", bytes: maker.shx),
    ]
    if let system {
      companions.append(
        InputFile.Companion(kind: "prj", name: "wards.prj", bytes: Array(system.utf8)))
    }
    return try InputFile(name: "wards.shp", bytes: maker.shp, companions: companions)
  }

  /// The reference system as the Datastore's own .prj files write it.
  private static let nationalGrid =
    #"PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936","#
    + #"SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],"#
    + #"UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],"#
    + #"PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],"#
    + #"PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],"#
    + #"PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]"#

  private static func wards(system: String?) throws -> InputFile {
    try shapefile(
      [
        .init(name: "NAME", type: "C", width: 60), .init(name: "GSS_CODE", type: "C", width: 9),
        .init(name: "HECTARES", type: "N", width: 12, decimals: 3),
        .init(name: "NONLD_AREA", type: "N", width: 12, decimals: 3),
        .init(name: "LB_GSS_CD", type: "C", width: 9), .init(name: "BOROUGH", type: "C", width: 50),
        .init(name: "POLY_ID", type: "N", width: 8),
      ],
      [
        ["Bishop's", "E05000416", "155.1", "38.2", "E09000022", "Lambeth", "50840"],
        ["City of London", "E09000001", "314.9", "24.5", "E09000001", "City of London", "50841"],
      ], system: system)
  }

  @Test func `of wards have the City as one`() throws {
    let source = try AreaFile(Self.wards(system: Self.nationalGrid))
    let wards = try AreaReader(level: "ward")
      .boundaries(of: source, in: StudyProjection(to: .britishNationalGrid))
    #expect(wards.areas.map(\.code) == ["E05000416", "E09000001"])
    #expect(wards.areas.map(\.name) == ["Bishop's", "City of London"])
    #expect(wards.areas.map(\.parent) == ["E09000022", "E09000001"])
    #expect(wards.areas.allSatisfy { abs($0.shape.area - 1e6) < 1 })
  }

  @Test func `of wards may have the City both as ward and as borough of one code`() throws {
    let projection = try StudyProjection(to: .britishNationalGrid)
    let wards = try AreaReader(level: "ward")
      .boundaries(of: AreaFile(Self.wards(system: Self.nationalGrid)), in: projection)
    let city = try #require(wards.areas.last)
    let ground = StudyGround(
      wards: wards, boroughs: try Boundaries(level: "borough", areas: [city]),
      projection: projection)
    var reader = OrganisationReader(ground: ground, functions: try SouthBank().functions)
    reader.usualSpecialisms = ["advice"]
    let reading = try reader.read(
      InputFile("Organisation,Area of benefit\nAsh,City of London\nElm,E09000001\n"))
    #expect(reading.organisations.map(\.remit) == [.areas(["E09000001"]), .areas(["E09000001"])])
  }

  @Test func `of boroughs have no parents`() throws {
    let file = try Self.shapefile(
      [
        .init(name: "NAME", type: "C", width: 60), .init(name: "GSS_CODE", type: "C", width: 9),
        .init(name: "HECTARES", type: "N", width: 12, decimals: 3),
        .init(name: "NONLD_AREA", type: "N", width: 12, decimals: 3),
        .init(name: "ONS_INNER", type: "C", width: 1),
        .init(name: "SUB_2009", type: "C", width: 20),
        .init(name: "SUB_2006", type: "C", width: 20),
      ], [["Lambeth", "E09000022", "2724.9", "43.9", "T", "", ""]], system: Self.nationalGrid)
    let boroughs = try AreaReader(level: "borough")
      .boundaries(of: AreaFile(file), in: StudyProjection(to: .britishNationalGrid))
    #expect(boroughs.areas.map(\.code) == ["E09000022"])
    #expect(boroughs.areas.map(\.name) == ["Lambeth"])
    #expect(boroughs.areas.map(\.parent) == [nil])
  }

  @Test func `without a reference system are not taken for degrees`() throws {
    #expect {
      try AreaFile(Self.wards(system: nil))
    } throws: { error in
      guard let error = error as? IntakeError, case .wrongReferenceSystem = error else {
        return false
      }
      return error.code == "E210" && error.suggestion.contains("British National Grid")
    }
    let declared = try AreaFile(Self.wards(system: nil), declared: .britishNationalGrid)
    #expect(declared.collection.features.count == 2)
  }
}
