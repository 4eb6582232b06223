import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct `GeoPackage writer with hostile content` {
  private static let names = [
    "a\"b'; DROP TABLE gpkg_contents; --", "'); DELETE FROM gpkg_extensions; --", "Łódź 👩‍👧",
    "[x]", "`y`", "select", "new\nline\ttab\u{1}\u{1B}\u{7F}", "a.b", "%s%n",
    String(repeating: "long \"' ", count: 1000), " ", "-", "cafe\u{301}", "caf\u{E9}",
  ]

  @Test(arguments: names)
  func `keeps any name and any text`(name: String) throws {
    let writer = GeoPackageWriter(
      tables: [
        GeoPackageWriter.Table(
          name: name, summary: name, geometry: .init(.point, system: 4326),
          columns: [.init(name: name, kind: .text, title: name, summary: name)],
          rows: [.init(geometry: .point(Position(x: 1, y: 2)), values: [.text(name)])])
      ], metadata: [.init(standard: name, mediaType: name, text: name)],
      styles: [.init(table: name, name: name, summary: name, qml: name)])
    let bytes = try writer.bytes()
    let read = try GeoPackage(bytes)
    #expect(read.layers.map(\.name) == [name, "layer_styles"])
    #expect(read.layers[0].identifier == name)
    #expect(
      try read.features(of: read.layers[0]).features == [
        Feature(
          id: .integer(1), geometry: .point(Position(x: 1, y: 2)), properties: [name: name.json])
      ])
    let file = try SQLiteFile(bytes)
    #expect(try file.value("PRAGMA integrity_check") == "ok")
    #expect(try file.value("SELECT metadata FROM gpkg_metadata") == name)
    #expect(try file.value("SELECT styleQML FROM layer_styles") == name)
    #expect(try file.value("SELECT count(*) FROM gpkg_extensions") == "5")
    for name in ["ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"] {
      file.define(name, as: name == "ST_IsEmpty" ? 0 : 1)
    }
    try file.rows("INSERT INTO \"\(name.replacing("\"", with: "\"\""))\" (geom) VALUES (x'00')")
  }

  @Test func `holds names together that differ only in how they are composed`() throws {
    let composed = ["caf\u{E9}", "cafe\u{301}"]
    let bytes = try GeoPackageWriter(tables: composed.map { Self.table($0) }).bytes()
    #expect(
      try SQLiteFile(bytes).rows("SELECT hex(table_name) FROM gpkg_contents ORDER BY rowid")
        == [["636166C3A9"], ["63616665CC81"]])
  }

  @Test func `writes a zero byte inside a text as a replacement character`() throws {
    let bytes = try GeoPackageWriter(tables: [
      Self.table("t", columns: ["c"], values: [.text("a\0b\0\u{301}")])
    ]).bytes()
    #expect(
      try SQLiteFile(bytes).value("SELECT c FROM t") == "a\u{FFFD}b\u{FFFD}\u{301}")
  }

  @Test func `keeps numbers to their last digit`() throws {
    let numbers: [PropertyValue] = [
      .integer(.max), .integer(.min), .number(.leastNonzeroMagnitude),
      .number(.greatestFiniteMagnitude),
      .number(0.1), .integer(7),
    ]
    let kinds: [GeoPackageWriter.Column.Kind] = [.integer, .integer, .real, .real, .real, .real]
    let table = GeoPackageWriter.Table(
      name: "t", summary: "", geometry: nil,
      columns: zip(numbers.indices, kinds).map {
        .init(name: "c\($0)", kind: $1, title: "", summary: "")
      }, rows: [.init(geometry: nil, values: numbers)])
    let read = try GeoPackage(try GeoPackageWriter(tables: [table]).bytes())
    let properties = try read.features(of: read.layers[0]).features[0].properties
    #expect(
      (0..<6).map { properties["c\($0)"] } == [
        .integer(.max), .integer(.min), .number(.leastNonzeroMagnitude),
        .number(.greatestFiniteMagnitude),
        .number(0.1), .number(7),
      ])
  }

  @Test(arguments: [
    "", "a\0b", "gpkg_x", "GPKG_CONTENTS", "rtree_t_geom", "sqlite_x", "Layer_Styles",
  ])
  func `refuses a table's name that the format uses or cannot hold`(name: String) {
    #expect(throws: GeoPackageWriteError.nameNotAllowed(name)) {
      try GeoPackageWriter(tables: [Self.table(name)]).bytes()
    }
  }

  @Test(arguments: ["fid", "FID", "geom", "Geom", "a", "A"])
  func `refuses a column's name twice, case ignored`(name: String) {
    #expect(throws: GeoPackageWriteError.nameInUse(name)) {
      try GeoPackageWriter(tables: [
        Self.table("t", columns: ["a", name], values: [.null, .null])
      ]).bytes()
    }
  }

  @Test func `refuses a table's name or identifier twice`() {
    #expect(throws: GeoPackageWriteError.nameInUse("T")) {
      try GeoPackageWriter(tables: [Self.table("t"), Self.table("T")]).bytes()
    }
    let second = GeoPackageWriter.Table(
      name: "u", identifier: "t", summary: "", geometry: nil, columns: [], rows: [])
    #expect(throws: GeoPackageWriteError.nameInUse("t")) {
      try GeoPackageWriter(tables: [Self.table("t"), second]).bytes()
    }
  }

  @Test func `refuses what refers to nothing`() {
    #expect(throws: GeoPackageWriteError.unknownTable("u")) {
      try GeoPackageWriter(
        tables: [Self.table("t")],
        styles: [.init(table: "u", name: "", summary: "", qml: "")]
      ).bytes()
    }
    #expect(throws: GeoPackageWriteError.unknownSystem(3857, table: "t")) {
      try GeoPackageWriter(tables: [Self.table("t", geometry: .init(.any, system: 3857))]).bytes()
    }
    let grid = `GeoPackage writer`.grid
    #expect(throws: GeoPackageWriteError.systemNumbers([27700, 27700])) {
      try GeoPackageWriter(tables: [], systems: [grid, grid]).bytes()
    }
  }

  @Test func `refuses geometries of another type and positions without end`() {
    let point = GeoPackageWriter.GeometryColumn(.point, system: 4326)
    func write(_ geometry: Geometry) throws {
      _ = try GeoPackageWriter(tables: [
        GeoPackageWriter.Table(
          name: "t", summary: "", geometry: point, columns: [],
          rows: [
            .init(geometry: nil, values: []), .init(geometry: geometry, values: []),
          ])
      ]).bytes()
    }
    #expect(throws: GeoPackageWriteError.wrongGeometry(table: "t", row: 1)) {
      try write(.lineString(positions((0, 0), (1, 1))))
    }
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(throws: GeoPackageWriteError.notFinite(table: "t", row: 1)) {
        try write(.point(Position(x: 0, y: number)))
      }
    }
  }

  @Test(arguments: [PropertyValue.text("1"), .number(1), .decimal(1, places: 0)])
  func `refuses a value of another kind than its column`(value: PropertyValue) {
    let table = GeoPackageWriter.Table(
      name: "t", summary: "", geometry: nil,
      columns: [.init(name: "c", kind: .integer, title: "", summary: "")],
      rows: [.init(geometry: nil, values: [value])])
    #expect(throws: GeoPackageWriteError.wrongValue(table: "t", row: 0, column: "c")) {
      try GeoPackageWriter(tables: [table]).bytes()
    }
  }

  @Test func `ends with an error where SQLite gives up`() {
    // SQLite allows 2000 columns.
    let columns = (0..<3000).map { "c\($0)" }
    let table = Self.table("t", columns: columns, values: columns.map { _ in .null })
    #expect(throws: GeoPackageWriteError.self) {
      try GeoPackageWriter(tables: [table]).bytes()
    }
  }

  /// A table of text with one row.
  private static func table(
    _ name: String, geometry: GeoPackageWriter.GeometryColumn? = nil, columns: [String] = [],
    values: [PropertyValue] = []
  ) -> GeoPackageWriter.Table {
    GeoPackageWriter.Table(
      name: name, summary: "", geometry: geometry,
      columns: columns.map { .init(name: $0, kind: .text, title: "", summary: "") },
      rows: [.init(geometry: nil, values: values)])
  }
}
