import GeoJSON
import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Boundaries as the Open Geography portal of the Office for National Statistics gives them out.
@Suite struct `ONS boundary files` {
  private let projection: StudyProjection

  init() throws {
    projection = try StudyProjection(to: .britishNationalGrid)
  }

  private static let square = Document.square(-0.12, 51.49, 0.01)

  private static func file(_ properties: String) -> String {
    Document.collection(
      Document.feature(properties, #"{"type":"Polygon","coordinates":[\#(square)]}"#))
  }

  private func area(_ properties: String, level: AreaLevel) throws -> (Area, Vintage) {
    let source = try AreaFile(InputFile(Self.file(properties), name: "areas.geojson"))
    let boundaries = try AreaReader(level: level).boundaries(of: source, in: projection)
    return (try #require(boundaries.areas.first), boundaries.vintage)
  }

  @Test(arguments: [("18", "2018"), ("22", "2022"), ("24", "2024"), ("25", "2025")])
  func `of wards carry their year in the names of their columns`(
    year: String, vintage: String
  ) throws {
    let (ward, edition) = try area(
      #""FID":1,"WD\#(year)CD":"E05014118","WD\#(year)NM":"Waterloo & South Bank","#
        + #""WD\#(year)NMW":" ","LAD\#(year)CD":"E09000022","LAD\#(year)NM":"Lambeth","#
        + #""BNG_E":531000,"BNG_N":180000,"LONG":-0.112,"LAT":51.5,"GlobalID":"{1}","#
        + #""Shape__Area":1.5,"Shape__Length":2.5"#, level: "ward")
    #expect(ward.code == "E05014118")
    #expect(ward.name == "Waterloo & South Bank")
    #expect(ward.parent == "E09000022")
    #expect(edition.description == vintage)
  }

  @Test(arguments: [
    ("borough", #""LAD24CD":"E09000022","LAD24NM":"Lambeth""#, "E09000022", "Lambeth", "2024"),
    ("LSOA", #""LSOA21CD":"E01003012","LSOA21NM":"Lambeth 1A""#, "E01003012", "Lambeth 1A", "2021"),
    ("LSOA", #""LSOA11CD":"E01003012","LSOA11NM":"Lambeth 1A""#, "E01003012", "Lambeth 1A", "2011"),
    ("MSOA", #""MSOA21CD":"E02000618","MSOA21NM":"Lambeth 1""#, "E02000618", "Lambeth 1", "2021"),
    ("output area", #""OA21CD":"E00015663","RGN23NM":"London""#, "E00015663", "E00015663", "2021"),
    ("region", #""RGN23CD":"E12000007","RGN23NM":"London""#, "E12000007", "London", "2023"),
  ])
  func `of other levels are told by their codes`(
    level: String, properties: String, code: String, name: String, vintage: String
  ) throws {
    let (area, edition) = try area(
      #""OBJECTID":1,\#(properties),"BNG_E":531000,"GlobalID":"{1}""#, level: AreaLevel(level))
    #expect((area.code.description, area.name) == (code, name))
    #expect(edition.description == vintage)
  }

  @Test func `may be a GeoPackage on the National Grid`() throws {
    let shape = Geometry.multiPolygon([
      [positions((530_000, 179_000), (532_000, 179_000), (532_000, 181_000), (530_000, 179_000))]
    ])
    let blob = (geoPackageHeader() + WKBWriter().bytes(shape)).asSQL
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      CREATE TABLE "WD_DEC_2024_UK_BGC" (fid INTEGER PRIMARY KEY, SHAPE MULTIPOLYGON,
        WD24CD TEXT(9), WD24NM TEXT(53), WD24NMW TEXT(42), LAD24CD TEXT(9), LAD24NM TEXT(36),
        BNG_E MEDIUMINT, BNG_N MEDIUMINT, LONG REAL, LAT REAL, Shape__Area DOUBLE);
      INSERT INTO "WD_DEC_2024_UK_BGC" VALUES (1, \(blob), 'E05014118',
        'Waterloo & South Bank', ' ', 'E09000022', 'Lambeth', 531000, 180000, -0.11,
        51.5, 2000000);
      """)
    try maker.list("WD_DEC_2024_UK_BGC", geometry: "SHAPE", kind: "MULTIPOLYGON", system: 27700)
    let source = try AreaFile(InputFile(name: "wards.gpkg", bytes: maker.bytes()))
    #expect(source.layer == "WD_DEC_2024_UK_BGC")
    #expect(source.system == .britishNationalGrid)
    let wards = try AreaReader(level: "ward").boundaries(of: source, in: projection)
    #expect((wards.vintage, wards.areas[0].parent) == ("2024", "E09000022"))
    // Half of a square of two kilometres.
    #expect(wards.areas[0].shape.area.agrees(with: 2_000_000))
  }
}
