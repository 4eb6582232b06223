import GeoJSON
import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Boundary-Line of the Ordnance Survey: a GeoPackage of many layers.
@Suite struct `Boundary-Line files` {
  private static func package() throws -> InputFile {
    let maker = try GeoPackageMaker()
    for (layer, rows) in [
      (
        "westminster_const",
        [("Vauxhall and Camberwell Green", "E14001550", "WMC", "Westminster Constituency", 0.0)]
      ),
      (
        "district_borough_unitary_ward",
        [
          ("Oval Ward", "E05014108", "LBW", "London Borough Ward", 0.0),
          ("Vauxhall Ward", "E05014117", "LBW", "London Borough Ward", 1000.0),
        ]
      ),
    ] {
      try maker.run(
        """
        CREATE TABLE \(layer) (fid INTEGER PRIMARY KEY, geometry MULTIPOLYGON, Name TEXT,
          Area_Code TEXT, Area_Description TEXT, File_Name TEXT, Feature_Serial_Number INTEGER,
          Collection_Serial_Number INTEGER, Global_Polygon_ID INTEGER, Admin_Unit_ID INTEGER,
          Census_Code TEXT, Hectares REAL, Non_Inland_Area REAL, Area_Type_Code TEXT,
          Area_Type_Description TEXT, Non_Area_Type_Code TEXT, Non_Area_Type_Description TEXT);
        """)
      for (number, row) in rows.enumerated() {
        let x = 530_000 + row.4
        let shape = Geometry.multiPolygon([
          [
            positions(
              (x, 177_000), (x + 1000, 177_000), (x + 1000, 178_000), (x, 178_000), (x, 177_000))
          ]
        ])
        try maker.run(
          """
          INSERT INTO \(layer) VALUES (\(number + 1),
            \((geoPackageHeader() + WKBWriter().bytes(shape)).asSQL), \(row.0.quoted),
            \(row.2.quoted), \(row.3.quoted), 'GREATER_LONDON_AUTHORITY', \(number), 1, 12345,
            678, \(row.1.quoted), 100, 0, 'VA', 'CIVIL VOTING AREA', '', '');
          """)
      }
      try maker.list(layer, geometry: "geometry", kind: "MULTIPOLYGON", system: 27700)
    }
    return try InputFile(name: "bdline_gb.gpkg", bytes: maker.bytes())
  }

  @Test func `hold the layer that is asked for, with the codes of the census`() throws {
    let source = try AreaFile(Self.package(), layer: "district_borough_unitary_ward")
    #expect(source.system == .britishNationalGrid)
    let wards = try AreaReader(level: "ward")
      .boundaries(of: source, in: StudyProjection(to: .britishNationalGrid))
    #expect(wards.areas.map(\.code) == ["E05014108", "E05014117"])
    #expect(wards.areas.map(\.name) == ["Oval Ward", "Vauxhall Ward"])
    #expect(wards.areas.allSatisfy { $0.shape.area == 1e6 })
  }

  @Test func `name their layers where the one asked for is not there`() throws {
    #expect {
      try AreaFile(Self.package(), layer: "ward")
    } throws: { error in
      guard let error = error as? IntakeError else { return false }
      return error.suggestion.contains("district_borough_unitary_ward")
    }
  }
}
