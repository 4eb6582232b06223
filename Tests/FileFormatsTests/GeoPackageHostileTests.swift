import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct `Hostile GeoPackages` {
  /// The error that reading every layer of a file ends with; `nil` if it succeeds.
  private func error(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      let package = try GeoPackage(bytes)
      for layer in package.layers {
        _ = try package.features(of: layer)
        _ = try package.records(of: layer)
      }
      return nil
    } catch {
      return error
    }
  }

  @Test func `are named where they are other databases`() throws {
    let maker = try GeoPackageMaker()
    try maker.run("DROP TABLE gpkg_contents")
    #expect(
      error(maker.bytes())
        == .unsupported(
          what: "an SQLite database without layers",
          remedy: "Save it as a GeoPackage, for example in QGIS or with ogr2ogr."))
    try maker.run(
      "CREATE TABLE geometry_columns (f_table_name TEXT); CREATE TABLE spatial_ref_sys (srid INT)")
    guard case .unsupported("a SpatiaLite database", _) = error(maker.bytes()) else {
      Issue.record("SpatiaLite is not named")
      return
    }
  }

  @Test func `are told from files that are no database`() {
    #expect(error([]) == .truncated(what: "the database", line: nil))
    #expect(error(Array("SQLite format 3\0".utf8)) == .truncated(what: "the database", line: nil))
    guard case .corrupt = error([UInt8](repeating: 1, count: 4096)) else {
      Issue.record("other bytes were read")
      return
    }
  }

  @Test(arguments: [
    // Rows without end, and a search through 10⁵⁰ of them.
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, NULL AS geom FROM n",
    """
    WITH ten(i) AS (VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9))
    SELECT count(*) AS i, NULL AS geom FROM ten a, ten b, ten c, ten d, ten e, ten f, ten g, ten h,
      ten j, ten k, ten l, ten m, ten n, ten o, ten p, ten q, ten r, ten s, ten t, ten u
    """,
    // Memory without end.
    """
    WITH RECURSIVE n(i, x) AS (SELECT 1, zeroblob(1000000) UNION SELECT i + 1, zeroblob(1000000 + i)
      FROM n) SELECT i, NULL AS geom FROM n ORDER BY x DESC
    """,
    "SELECT group_concat(a.x) AS i, NULL AS geom FROM big a, big b, big c",
    "SELECT a.x AS i, b.x AS j, NULL AS geom FROM big a, big b, big c, big d",
  ])
  func `cannot run for ever in a view`(query: String) throws {
    let maker = try GeoPackageMaker()
    try maker.run(
      """
      CREATE TABLE big (x TEXT);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
        INSERT INTO big SELECT hex(zeroblob(2000)) FROM n;
      CREATE VIEW layer AS \(query);
      """)
    try maker.list("layer")
    let package = try GeoPackage(maker.bytes())
    let layer = try #require(package.layers.first)
    do throws(FormatError) {
      _ = try package.features(of: layer)
      Issue.record("the view came to an end")
    } catch {
      #expect(error.exceedsLimit, "\(error)")
    }
  }

  @Test func `cannot grow by views of views`() throws {
    let maker = try GeoPackageMaker()
    try maker.run("CREATE VIEW v0 AS SELECT 1 AS i, NULL AS geom")
    for level in 1...40 {
      try maker.run(
        "CREATE VIEW v\(level) AS SELECT a.i, a.geom FROM v\(level - 1) a, v\(level - 1) b")
    }
    try maker.list("v40")
    #expect(error(maker.bytes()) != nil)
  }

  @Test(arguments: [
    "SELECT load_extension('x') AS i", "SELECT fts3_tokenizer('simple') AS i",
    "SELECT * FROM no_such_table", "SELECT no_such_function(1) AS i",
  ])
  func `cannot call what has effects`(query: String) throws {
    let maker = try GeoPackageMaker()
    try maker.run("CREATE VIEW layer AS \(query)")
    try maker.list("layer", as: "attributes", geometry: nil)
    guard case .corrupt = error(maker.bytes()) else {
      Issue.record("\(query) was run")
      return
    }
  }

  @Test func `may list tables that are not there`() throws {
    let maker = try GeoPackageMaker()
    try maker.run("CREATE TABLE a (fid INTEGER PRIMARY KEY); CREATE TABLE b (geom TEXT)")
    for name in ["gone", "a", "b"] { try maker.list(name) }
    try maker.run("INSERT INTO b VALUES ('POINT(1 2)')")
    let package = try GeoPackage(maker.bytes())
    #expect(package.layers.map(\.rowCount) == [nil, 0, 1])
    for layer in package.layers {
      #expect(throws: FormatError.self) { try package.features(of: layer) }
    }
  }

  @Test func `end with an error at each sixteenth where they are cut`() throws {
    let whole = try GeoPackageTests.wards().bytes()
    #expect(error(whole) == nil)
    for sixteenth in 0..<16 {
      let error = error(Array(whole.prefix(whole.count * sixteenth / 16)))
      // SQLite reads what is there, and at the end are pages that nothing may refer to.
      #expect(error != nil || sixteenth > 8)
    }
  }

  @Test(arguments: [0, 1, 511, 513, 2048, 8192, 0xFFFF])
  func `end with an error when the page size is wrong`(size: Int) throws {
    var bytes = try GeoPackageTests.wards().bytes()
    bytes[16] = UInt8(size >> 8)
    bytes[17] = UInt8(size & 0xFF)
    let error = error(bytes)
    #expect(error != nil && error?.exceedsLimit == false)
  }

  @Test(arguments: UInt64(0)..<16)
  func `end with a value or an error when bytes are flipped`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let whole = try GeoPackageTests.wards(before: "PRAGMA page_size=512").bytes()
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        // Half of them in the header and the schema.
        let end = Bool.random(using: &random) ? 1024 : bytes.count
        bytes[Int.random(in: 0..<end, using: &random)] = .random(in: 0...255, using: &random)
      }
      if let error = error(bytes) { #expect(!error.description.isEmpty) }
    }
  }
}
