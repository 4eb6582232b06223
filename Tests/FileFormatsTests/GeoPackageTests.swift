import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct GeoPackageTests {
  static let square = Geometry.polygon([
    positions((530_000, 180_000), (531_000, 180_000), (531_000, 181_000), (530_000, 180_000))
  ])

  static let blob = (geoPackageHeader() + WKBWriter().bytes(square)).asSQL

  /// Wards as the Office for National Statistics publishes them, and a table of attributes.
  static func wards(before pragmas: String = "") throws -> GeoPackageMaker {
    let maker = try GeoPackageMaker(before: pragmas)
    try maker.run(
      """
      CREATE TABLE "WD_MAY_2024_UK_BFC" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        SHAPE MULTIPOLYGON, WD24CD TEXT(9), WD24NM TEXT(53), WD24NMW TEXT(42), LAD24CD TEXT(9),
        BNG_E MEDIUMINT, LONG REAL, Shape__Area DOUBLE, is_new BOOLEAN, made DATE,
        changed DATETIME, picture BLOB);
      INSERT INTO "WD_MAY_2024_UK_BFC" VALUES
        (3, NULL, 'W05001495', 'Cathays', NULL, 'W06000015', 318000, -3, 1e6, 0, NULL, NULL, NULL),
        (1, \(blob), 'E05009288', 'Aldersgate', '', 'E09000001', 532000, -0.0977, 103700.5, 1,
         '2024-05-02', '2024-05-02T10:00:00.000Z', x'FFD8FF');
      CREATE TABLE population (GSS_CODE TEXT PRIMARY KEY, people INTEGER, share REAL, rural BOOLEAN,
        note BLOB);
      INSERT INTO population VALUES ('E05009288', 2753, 0.5, 0, NULL),
        ('W05001495', NULL, 12, 1, x'00');
      CREATE TABLE pictures (id INTEGER PRIMARY KEY, tile BLOB);
      """)
    try maker.list("WD_MAY_2024_UK_BFC", geometry: "shape", kind: "multipolygon", system: 27700)
    try maker.list("population", as: "attributes", geometry: nil, system: 0)
    try maker.list("pictures", as: "tiles", geometry: nil)
    return maker
  }

  @Test func `lists its layers of features and attributes`() throws {
    let maker = try Self.wards()
    try maker.run("UPDATE gpkg_contents SET description = 'Clipped' WHERE data_type = 'features'")
    let package = try GeoPackage(maker.bytes())
    #expect(package.layers.map(\.name) == ["WD_MAY_2024_UK_BFC", "population"])
    #expect(package.layers.map(\.kind) == [.features, .attributes])
    #expect(package.layers.map(\.identifier) == ["WD_MAY_2024_UK_BFC", "population"])
    #expect(package.layers.map(\.summary) == ["Clipped", nil])
    #expect(package.layers.map(\.geometryColumn) == ["shape", nil])
    #expect(package.layers.map(\.geometryType) == ["MULTIPOLYGON", nil])
    #expect(package.layers.map(\.rowCount) == [2, 2])
    #expect(package.layers.map(\.system) == ["EPSG:27700", nil])
    #expect(package.layer(named: "Population")?.name == "population")
    #expect(package.layer(named: "pictures") == nil)
  }

  @Test func `gives the rows of a layer as features`() throws {
    let package = try GeoPackage(try Self.wards().bytes())
    let collection = try package.features(of: package.layers[0])
    #expect(collection.name == "WD_MAY_2024_UK_BFC")
    #expect(collection.crs == "EPSG:27700")
    #expect(collection.warnings == [.valuesLeftOut(property: "picture", count: 1)])
    #expect(
      collection.features == [
        Feature(
          id: .integer(1), geometry: Self.square,
          properties: [
            "WD24CD": "E05009288".json, "WD24NM": "Aldersgate".json, "WD24NMW": "".json,
            "LAD24CD": "E09000001".json, "BNG_E": .integer(532_000), "LONG": .number(-0.0977),
            "Shape__Area": .number(103_700.5), "is_new": .bool(true), "made": "2024-05-02".json,
            "changed": "2024-05-02T10:00:00.000Z".json, "picture": .null,
          ]),
        Feature(
          id: .integer(3), geometry: nil,
          properties: [
            "WD24CD": "W05001495".json, "WD24NM": "Cathays".json, "WD24NMW": .null,
            "LAD24CD": "W06000015".json, "BNG_E": .integer(318_000), "LONG": .number(-3),
            "Shape__Area": .number(1e6), "is_new": .bool(false), "made": .null, "changed": .null,
            "picture": .null,
          ]),
      ])
  }

  @Test func `gives any layer as a table of text`() throws {
    let package = try GeoPackage(try Self.wards().bytes())
    #expect(
      rows(try package.records(of: package.layers[1])) == [
        ["GSS_CODE", "people", "share", "rural", "note"],
        ["E05009288", "2753", "0.5", "false", ""],
        ["W05001495", "", "12", "true", ""],
      ])
    let wards = try package.records(of: package.layers[0])
    #expect(wards.lines == [1, 2, 3])
    #expect(rows(wards)[0].prefix(3) == ["fid", "WD24CD", "WD24NM"])
    #expect(rows(wards)[1].prefix(3) == ["1", "E05009288", "Aldersgate"])
  }

  @Test func `holds the many layers of Boundary-Line`() throws {
    let names = ["district_borough_unitary_ward", "greater_london_const", "english_region"]
    let maker = try GeoPackageMaker()
    for name in names {
      try maker.run(
        """
        CREATE TABLE \(name) (fid INTEGER PRIMARY KEY, geometry MULTIPOLYGON, Name VARCHAR,
          Area_Code VARCHAR, Census_Code VARCHAR, Hectares REAL, Admin_Unit_ID BIGINT);
        INSERT INTO \(name) VALUES (1, \(Self.blob), 'Abbey Ward', 'LBW', 'E05014053', 128.2, 11463);
        """)
      try maker.list(name, geometry: "geometry", kind: "MULTIPOLYGON", system: 27700)
    }
    let package = try GeoPackage(maker.bytes())
    #expect(package.layers.map(\.name) == names)
    #expect(package.layers.map(\.system) == ["EPSG:27700", "EPSG:27700", "EPSG:27700"])
    let layer = try #require(package.layer(named: "greater_london_const"))
    #expect(
      try package.features(of: layer).features == [
        Feature(
          id: .integer(1), geometry: Self.square,
          properties: [
            "Name": "Abbey Ward".json, "Area_Code": "LBW".json, "Census_Code": "E05014053".json,
            "Hectares": .number(128.2), "Admin_Unit_ID": .integer(11463),
          ])
      ])
  }

  @Test func `keeps a key of text as a property too, and has no identifier for several`() throws {
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      CREATE TABLE a (code TEXT PRIMARY KEY, geom BLOB); INSERT INTO a VALUES ('E1', NULL);
      CREATE TABLE b (x INTEGER, y INTEGER, geom BLOB, PRIMARY KEY (x, y));
      INSERT INTO b VALUES (1, 2, NULL);
      """)
    try maker.list("a")
    try maker.list("b")
    let package = try GeoPackage(maker.bytes())
    #expect(
      try package.features(of: package.layers[0]).features == [
        Feature(id: "E1".json, geometry: nil, properties: ["code": "E1".json])
      ])
    #expect(
      try package.features(of: package.layers[1]).features == [
        Feature(geometry: nil, properties: ["x": .integer(1), "y": .integer(2)])
      ])
  }

  @Test(arguments: [
    ("'EPSG', 27700, 'PROJCS[\"a\"]'", "EPSG:27700"), ("'esri', 102013, ''", "ESRI:102013"),
    ("'nobody', 1, '  PROJCS[\"a\"]'", "PROJCS[\"a\"]"), ("'nobody', 1, 'Undefined'", nil),
    ("'nobody', 1, ''", nil),
  ])
  func `names the reference system by its code or its definition`(
    row: String, system: String?
  ) throws {
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      INSERT INTO gpkg_spatial_ref_sys VALUES ('name', 99, \(row), NULL);
      CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB);
      """)
    try maker.list("a", system: 99)
    let package = try GeoPackage(maker.bytes())
    #expect(package.layers[0].system == system)
    #expect(try package.features(of: package.layers[0]).crs == system)
  }

  @Test(arguments: [-1, 0, 12345])
  func `has no reference system where it is undefined`(system: Int) throws {
    let maker = try GeoPackageMaker()
    try maker.run("CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB)")
    try maker.list("a", system: system)
    #expect(try GeoPackage(maker.bytes()).layers.map(\.system) == [nil])
  }

  @Test func `takes names as they are`() throws {
    let names = ["a\"b'; DROP TABLE gpkg_contents; --", "Łódź 👩‍👧", "[x]", "select"]
    let maker = try GeoPackageMaker()
    for name in names {
      let table = "\"" + name.replacing("\"", with: "\"\"") + "\""
      // Of the last two columns the names are equal, written with one character and with two.
      try maker.run(
        """
        CREATE TABLE \(table) (\(table) INTEGER PRIMARY KEY, "g""h" BLOB, "caf\u{E9}" TEXT,
          "cafe\u{301}" TEXT);
        INSERT INTO \(table) VALUES (5, \(Self.blob), 'x', 'y');
        """)
      try maker.list(name, geometry: "g\"h")
    }
    let package = try GeoPackage(maker.bytes())
    #expect(package.layers.map(\.name) == names)
    for layer in package.layers {
      #expect(
        try package.features(of: layer).features == [
          Feature(
            id: .integer(5), geometry: Self.square,
            properties: ["caf\u{E9}": "x".json, "caf\u{E9} (2)": "y".json])
        ])
    }
  }

  @Test(arguments: [
    "PRAGMA encoding='UTF-16le'", "PRAGMA encoding='UTF-16be'", "PRAGMA page_size=512",
    "PRAGMA page_size=65536", "PRAGMA auto_vacuum=FULL",
  ])
  func `reads databases of every make`(pragma: String) throws {
    let package = try GeoPackage(try Self.wards(before: pragma).bytes())
    let same = try GeoPackage(try Self.wards().bytes())
    #expect(package.layers == same.layers)
    for layer in package.layers {
      #expect(try package.features(of: layer) == same.features(of: layer))
    }
  }

  @Test func `reads text that is not UTF-8 as Windows-1252, and says so`() throws {
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT);
      INSERT INTO a VALUES (1, NULL, CAST(x'4361666580' AS TEXT)), (2, NULL, 'Łódź');
      """)
    try maker.list("a")
    let package = try GeoPackage(maker.bytes())
    let collection = try package.features(of: package.layers[0])
    #expect(collection.features.map { $0.properties["name"] } == ["Cafe€".json, "Łódź".json])
    #expect(collection.warnings == [.foreignTexts(count: 1)])
    #expect(rows(try package.records(of: package.layers[0]))[1] == ["1", "Cafe€"])
  }

  @Test func `leaves out numbers that are infinite`() throws {
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, x REAL, flag BOOLEAN);
      INSERT INTO a VALUES (1, NULL, 9e999, 2);
      """)
    try maker.list("a")
    let package = try GeoPackage(maker.bytes())
    let collection = try package.features(of: package.layers[0])
    #expect(collection.features[0].properties == ["x": .null, "flag": .integer(2)])
    #expect(collection.warnings == [.valuesLeftOut(property: "x", count: 1)])
  }

  @Test func `opens although it was left in write-ahead mode`() throws {
    let bytes = try Self.wards().bytes()
    var ahead = bytes
    ahead[18] = 2
    ahead[19] = 2
    #expect(try GeoPackage(ahead).layers == GeoPackage(bytes).layers)
  }

  @Test func `has views for layers`() throws {
    let maker = try Self.wards()
    try maker.run(
      """
      CREATE VIEW seen AS SELECT w.fid AS id, w.SHAPE AS geom, p.people AS people
        FROM "WD_MAY_2024_UK_BFC" w JOIN population p ON w.WD24CD = p.GSS_CODE ORDER BY w.fid;
      """)
    try maker.list("seen", system: 27700)
    let package = try GeoPackage(maker.bytes())
    let layer = try #require(package.layer(named: "seen"))
    #expect(layer.rowCount == 2)
    #expect(
      try package.features(of: layer).features == [
        Feature(geometry: Self.square, properties: ["id": .integer(1), "people": .integer(2753)]),
        Feature(geometry: nil, properties: ["id": .integer(3), "people": .null]),
      ])
  }
}

extension String {
  /// The text as a value of a property.
  var json: JSONValue { .string(self) }
}

/// The cells of a grid as text.
func rows(_ grid: TextGrid) -> [[String]] {
  (0..<grid.rowCount).map { row in
    (0..<grid.cellCount(ofRow: row)).map { grid.text(row: row, cell: $0) }
  }
}
