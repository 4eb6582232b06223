import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct `GeoPackage writer` {
  static let triangle = Geometry.multiPolygon([[positions((1, 2), (4, 2), (1, 6), (1, 2))]])
  static let grid = GeoPackageWriter.System(
    number: 27700, name: "OSGB36 / British National Grid", organisation: "EPSG", code: 27700,
    definition: "PROJCS[\"BNG\"]")

  /// Two wards, one of them without a place, and a table of attributes.
  static let package = GeoPackageWriter(
    tables: [
      table(
        "wards", .init(.multiPolygon, system: 27700),
        [
          .init(
            geometry: triangle,
            values: [.text("Abbey"), .integer(3), .decimal(0.1 + 0.2, places: 2)]),
          .init(geometry: nil, values: [.text(""), .null, .null]),
        ]),
      table(
        "notes", nil, [.init(geometry: nil, values: [.text("x"), .integer(-1), .number(-0.0)])]),
    ],
    systems: [grid], metadata: [.init(standard: "s", mediaType: "text/plain", text: "Credits")],
    styles: [
      .init(table: "wards", name: "Score", summary: "by score", qml: "<qgis/>"),
      .init(table: "notes", name: "Plain", summary: "", qml: "<qgis/>"),
    ])

  static func table(
    _ name: String, _ geometry: GeoPackageWriter.GeometryColumn?, _ rows: [GeoPackageWriter.Row],
    columns: [String] = ["name", "count", "share"]
  ) -> GeoPackageWriter.Table {
    let kinds: [GeoPackageWriter.Column.Kind] = [.text, .integer, .real]
    return GeoPackageWriter.Table(
      name: name, summary: "about \(name)", geometry: geometry,
      columns: zip(columns, kinds).map {
        .init(name: $0, kind: $1, title: "Title of \($0)", summary: "what \($0) means")
      }, rows: rows)
  }

  @Test func `is read back as it was given`() throws {
    let read = try GeoPackage(try Self.package.bytes())
    #expect(read.layers.map(\.name) == ["wards", "notes", "layer_styles"])
    #expect(read.layers.map(\.kind) == [.features, .attributes, .attributes])
    #expect(read.layers.map(\.summary) == ["about wards", "about notes", nil])
    #expect(read.layers.map(\.geometryType) == ["MULTIPOLYGON", nil, nil])
    #expect(read.layers.map(\.system) == ["EPSG:27700", nil, nil])
    #expect(read.layers.map(\.rowCount) == [2, 1, 2])
    let wards = try read.features(of: read.layers[0])
    #expect(wards.warnings.isEmpty)
    #expect(
      wards.features == [
        Feature(
          id: .integer(1), geometry: Self.triangle,
          properties: ["name": "Abbey".json, "count": .integer(3), "share": .number(0.3)]),
        Feature(
          id: .integer(2), geometry: nil,
          properties: ["name": "".json, "count": .null, "share": .null]),
      ])
    #expect(
      try rows(read.records(of: read.layers[1]))
        == [["fid", "name", "count", "share"], ["1", "x", "-1", "0"]])
  }

  @Test func `says what it is, and is whole`() throws {
    let file = try SQLiteFile(try Self.package.bytes())
    #expect(try file.value("PRAGMA application_id") == "\(0x4750_4B47)")
    #expect(try file.value("PRAGMA user_version") == "10300")
    #expect(try file.value("PRAGMA integrity_check") == "ok")
    #expect(try file.rows("PRAGMA foreign_key_check").isEmpty)
    #expect(try file.value("SELECT rtreecheck('rtree_wards_geom')") == "ok")
    #expect(
      try file.rows("SELECT srs_id, organization FROM gpkg_spatial_ref_sys ORDER BY 1")
        == [["-1", "NONE"], ["0", "NONE"], ["4326", "EPSG"], ["27700", "EPSG"]])
    #expect(
      try file.rows(
        "SELECT min_x, min_y, max_x, max_y, srs_id, last_change FROM gpkg_contents WHERE "
          + "table_name = 'wards'")
        == [["1.0", "2.0", "4.0", "6.0", "27700", "1970-01-01T00:00:00.000Z"]])
  }

  /// The header: GP, version 0, flags 3 (little endian, bounds of x and y), system 27700 = 0x6C34,
  /// and four bounds; then MultiPolygon (6) of one Polygon (3) of one ring of four positions.
  @Test func `stores a geometry as the standard says`() throws {
    let file = try SQLiteFile(try Self.package.bytes())
    let (one, two, four, six) = (
      "000000000000F03F", "0000000000000040", "0000000000001040", "0000000000001840"
    )
    #expect(
      try file.value("SELECT hex(geom) FROM wards WHERE fid = 1")
        == "47500003346C0000" + one + four + two + six
        + "010600000001000000" + "010300000001000000" + "04000000"
        + one + two + four + two + one + six + one + two)
    let point = GeoPackageWriter(
      tables: [
        GeoPackageWriter.Table(
          name: "p", summary: "", geometry: .init(.point, system: 4326), columns: [],
          rows: [.init(geometry: .point(Position(x: 1, y: 2)), values: [])])
      ])
    #expect(
      try SQLiteFile(try point.bytes()).value("SELECT hex(geom) FROM p")
        == "47500001E6100000" + "0101000000" + one + two)
  }

  @Test func `marks a geometry without positions as empty and leaves it out of the index`() throws {
    let empty = GeoPackageWriter(
      tables: [
        Self.table(
          "t", .init(.multiPolygon, system: 0),
          [.init(geometry: .multiPolygon([]), values: [.null, .null, .null])])
      ])
    let bytes = try empty.bytes()
    let file = try SQLiteFile(bytes)
    #expect(
      try file.value("SELECT hex(geom) FROM t") == "4750001100000000" + "010600000000000000")
    #expect(try file.value("SELECT count(*) FROM rtree_t_geom") == "0")
    let read = try GeoPackage(bytes)
    #expect(try read.features(of: read.layers[0]).features[0].geometry == .multiPolygon([]))
  }

  @Test func `describes every column, the file and how to draw it`() throws {
    let file = try SQLiteFile(try Self.package.bytes())
    #expect(
      try file.rows(
        "SELECT column_name, title, description FROM gpkg_data_columns WHERE table_name = 'wards'")
        == [
          ["name", "Title of name", "what name means"],
          ["count", "Title of count", "what count means"],
          ["share", "Title of share", "what share means"],
        ])
    #expect(
      try file.rows(
        """
        SELECT reference_scope, md_standard_uri, mime_type, metadata, timestamp
          FROM gpkg_metadata JOIN gpkg_metadata_reference ON id = md_file_id
        """)
        == [["geopackage", "s", "text/plain", "Credits", GeoPackageWriter.noTime]])
    #expect(
      try file.rows(
        """
        SELECT f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
          styleQML, useAsDefault, description FROM layer_styles
        """)
        == [
          ["", "", "wards", "geom", "Score", "<qgis/>", "1", "by score"],
          ["", "", "notes", "", "Plain", "<qgis/>", "1", ""],
        ])
    #expect(
      try file.rows("SELECT DISTINCT extension_name FROM gpkg_extensions ORDER BY 1")
        == [["gpkg_metadata"], ["gpkg_rtree_index"], ["gpkg_schema"]])
    #expect(
      try file.rows("SELECT name, type FROM pragma_table_info('wards')") == [
        ["fid", "INTEGER"], ["geom", "MULTIPOLYGON"], ["name", "TEXT"], ["count", "INTEGER"],
        ["share", "REAL"],
      ])
  }

  /// The triggers of the standard, with functions that say 1 to 4 for the bounds.
  @Test func `keeps the index true when a program edits the table`() throws {
    let file = try SQLiteFile(try Self.package.bytes())
    file.define("ST_IsEmpty", as: 0)
    for (index, name) in ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"].enumerated() {
      file.define(name, as: index + 1)
    }
    let index = "SELECT * FROM rtree_wards_geom ORDER BY id"
    #expect(try file.rows(index) == [["1", "1.0", "4.0", "2.0", "6.0"]])
    let defined = ["1.0", "2.0", "3.0", "4.0"]
    try file.rows("INSERT INTO wards (fid, geom) VALUES (7, x'00')")
    #expect(try file.rows(index).last == ["7"] + defined)
    try file.rows("UPDATE wards SET geom = x'00' WHERE fid = 1")
    #expect(try file.rows(index).first == ["1"] + defined)
    try file.rows("UPDATE wards SET fid = 9 WHERE fid = 7")
    #expect(try file.rows(index).map(\.first) == ["1", "9"])
    try file.rows("UPDATE wards SET geom = NULL WHERE fid = 1")
    #expect(try file.rows(index).map(\.first) == ["9"])
    try file.rows("DELETE FROM wards WHERE fid = 9")
    #expect(try file.rows(index).isEmpty)
  }

  @Test func `gives the same bytes for the same content`() throws {
    #expect(try Self.package.bytes() == Self.package.bytes())
    let later = GeoPackageWriter(
      tables: Self.package.tables, systems: Self.package.systems, metadata: Self.package.metadata,
      styles: Self.package.styles, timestamp: "2026-01-01T00:00:00.000Z")
    #expect(try later.bytes() != Self.package.bytes())
  }

  /// The index holds single precision, rounded outwards: less than 2⁻²² of the number away.
  @Test(arguments: UInt64(0)..<20)
  func `indexes each geometry by bounds that hold it, and not much more`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let points = (0..<200).map { _ in
      Position(
        x: .random(in: -180...180, using: &random), y: .random(in: 0...7e6, using: &random))
    }
    let writer = GeoPackageWriter(
      tables: [
        GeoPackageWriter.Table(
          name: "p", summary: "", geometry: .init(.point, system: 0), columns: [],
          rows: points.map { .init(geometry: .point($0), values: []) })
      ])
    let bytes = try writer.bytes()
    let read = try GeoPackage(bytes)
    #expect(
      try read.features(of: read.layers[0]).features.map(\.geometry) == points.map(Geometry.point))
    let index = try SQLiteFile(bytes).rows("SELECT * FROM rtree_p_geom ORDER BY id")
    #expect(index.count == points.count)
    for (row, point) in zip(index, points) {
      let bounds = row.dropFirst().compactMap { $0.flatMap(Double.init) }
      #expect(bounds[0] <= point.x && point.x <= bounds[1])
      #expect(bounds[2] <= point.y && point.y <= bounds[3])
      #expect(bounds[1] - bounds[0] <= 0x1p-22 * point.x.magnitude)
      #expect(bounds[3] - bounds[2] <= 0x1p-22 * point.y.magnitude)
    }
  }
}
