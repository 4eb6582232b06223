import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct ShapefileTests {
  /// A square ring, clockwise as outer rings are.
  static func square(_ x: Double, _ y: Double, _ size: Double) -> [Position] {
    positions((x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y))
  }

  static func hole(_ x: Double, _ y: Double, _ size: Double) -> [Position] {
    square(x, y, size).reversed()
  }

  /// Wards as the London Datastore publishes them, of which one has a hole and one two parts.
  static func wards() -> ShapefileMaker {
    var maker = ShapefileMaker()
    maker.shapes = [
      .polygon([square(530_000, 180_000, 900), hole(530_100, 180_100, 50)]),
      .polygon([square(531_000, 180_000, 900), square(532_000, 180_000, 100)]), .null,
    ]
    maker.columns = [
      .init(name: "NAME", type: "C", width: 12), .init(name: "GSS_CODE", type: "C", width: 9),
      .init(name: "HECTARES", type: "N", width: 12, decimals: 3),
      .init(name: "NONLD_AREA", type: "F", width: 12, decimals: 3),
      .init(name: "LB_GSS_CD", type: "C", width: 9), .init(name: "POLY_ID", type: "N", width: 8),
      .init(name: "IS_NEW", type: "L", width: 1), .init(name: "MADE", type: "D", width: 8),
    ]
    maker.rows = [
      ["Chessington", "E05000405", "755.173", "0.000", "E09000021", "50840", "T", "20240502"],
      ["Tolworth", "E05000414", "   ", "1.5e+2", "E09000021", "-1", "f", "00000000"],
      ["", "", "************", "", "", "", "?", ""],
    ].map { $0.map { Array($0.utf8) } }
    return maker
  }

  private func read(_ maker: ShapefileMaker, cpg: String? = nil) throws -> Shapefile {
    try Shapefile(shp: maker.shp, shx: maker.shx, dbf: maker.dbf, cpg: cpg)
  }

  private func geometry(_ shape: ShapefileMaker.Shape) throws -> (Geometry?, [GeoJSONWarning]) {
    let collection = try Shapefile(shp: ShapefileMaker(shapes: [shape]).shp, dbf: nil).collection
    return (try #require(collection.features.first).geometry, collection.warnings)
  }

  @Test func `gives shapes and attributes as features`() throws {
    let maker = Self.wards()
    let shapefile = try Shapefile(
      shp: maker.shp, shx: maker.shx, dbf: maker.dbf, prj: "\u{FEFF}\nPROJCS[\"x\"]", cpg: "UTF-8")
    #expect(shapefile.encoding == .utf8)
    #expect(shapefile.isEncodingDeclared)
    #expect(shapefile.collection.crs == "PROJCS[\"x\"]")
    #expect(shapefile.collection.warnings == [])
    #expect(
      shapefile.collection.features == [
        Feature(
          geometry: .polygon([Self.square(530_000, 180_000, 900), Self.hole(530_100, 180_100, 50)]),
          properties: [
            "NAME": "Chessington".json, "GSS_CODE": "E05000405".json, "HECTARES": .number(755.173),
            "NONLD_AREA": .number(0), "LB_GSS_CD": "E09000021".json, "POLY_ID": .integer(50840),
            "IS_NEW": .bool(true), "MADE": "2024-05-02".json,
          ]),
        Feature(
          geometry: .multiPolygon([
            [Self.square(531_000, 180_000, 900)], [Self.square(532_000, 180_000, 100)],
          ]),
          properties: [
            "NAME": "Tolworth".json, "GSS_CODE": "E05000414".json, "HECTARES": .null,
            "NONLD_AREA": .number(150), "LB_GSS_CD": "E09000021".json, "POLY_ID": .integer(-1),
            "IS_NEW": .bool(false), "MADE": .null,
          ]),
        Feature(
          geometry: nil,
          properties: Properties(maker.columns.map { JSONValue.Member($0.name, .null) })),
      ])
  }

  @Test(arguments: [UInt32(0), 10, 20])
  func `has points and lines with or without heights and measures`(dimension: UInt32) throws {
    let line = positions((0, 0), (1, 1), (2, 0))
    let cases: [(ShapefileMaker.Shape, Geometry, Int)] = [
      (.point(Position(x: 0.1, y: 51.5)), .point(Position(x: 0.1, y: 51.5)), 1),
      (.multiPoint(line), .multiPoint(line), 3),
      (.lines([line]), .lineString(line), 3),
      (.lines([line, line]), .multiLineString([line, line]), 6),
      (.polygon([Self.square(0, 0, 1)]), .polygon([Self.square(0, 0, 1)]), 5),
    ]
    for (shape, geometry, count) in cases {
      let maker = ShapefileMaker(dimension: dimension, shapes: [.null, shape])
      let collection = try Shapefile(shp: maker.shp, shx: maker.shx, dbf: nil).collection
      #expect(collection.features.map(\.geometry) == [nil, geometry])
      #expect(
        collection.warnings == (dimension == 0 ? [] : [.thirdOrdinateDropped(count: count)]))
    }
  }

  @Test func `gives each hole to the smallest ring around it`() throws {
    // An island in a lake on an island, all rings in no order.
    let (geometry, warnings) = try geometry(
      .polygon([
        Self.hole(140, 140, 20), Self.square(130, 130, 40), Self.square(500, 0, 100),
        Self.hole(110, 110, 80), Self.hole(510, 10, 80), Self.square(100, 100, 100),
        Self.square(145, 145, 10),
      ]))
    #expect(
      geometry
        == .multiPolygon([
          [Self.square(130, 130, 40), Self.hole(140, 140, 20)],
          [Self.square(500, 0, 100), Self.hole(510, 10, 80)],
          [Self.square(100, 100, 100), Self.hole(110, 110, 80)], [Self.square(145, 145, 10)],
        ]))
    #expect(warnings == [])
  }

  @Test func `goes by what lies in what where rings are wound wrongly`() throws {
    let (geometry, warnings) = try geometry(
      .polygon([Self.hole(0, 0, 100), Self.hole(10, 10, 50), Self.square(20, 20, 10)]))
    #expect(
      geometry
        == .multiPolygon([
          [Self.hole(0, 0, 100), Self.hole(10, 10, 50)], [Self.square(20, 20, 10)],
        ]))
    #expect(warnings == [.windingIgnored(count: 1)])
    let (single, again) = try self.geometry(.polygon([Self.hole(0, 0, 100)]))
    #expect(single == .polygon([Self.hole(0, 0, 100)]))
    #expect(again == [.windingIgnored(count: 1)])
  }

  @Test func `tells holes that touch the ring around them`() throws {
    // One at a corner of its own, one at a corner of the outer ring, one along an edge.
    let outer = Self.square(0, 0, 10)
    let holes = [
      positions((0, 5), (3, 3), (3, 7), (0, 5)), positions((10, 10), (6, 8), (8, 6), (10, 10)),
      positions((4, 0), (6, 0), (5, 2), (4, 0)),
    ]
    for shape in [[outer] + holes, holes + [outer]] {
      let (geometry, warnings) = try geometry(.polygon(shape))
      #expect(geometry == .polygon([outer] + holes))
      #expect(warnings == [])
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `finds the polygons again whatever the order and winding of their rings`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var polygons: [[[Position]]] = []
    // Lakes and islands in each other, ring in ring with room between.
    for x in 0..<Int.random(in: 1...5, using: &random) {
      for depth in 0..<Int.random(in: 1...6, using: &random) {
        let centre = (Double(x) * 100 + 0.5, Double(seed) * 1e4)
        let ring = Self.star(centre, radius: 48 * pow(0.6, depth), using: &random)
        if depth.isMultiple(of: 2) {
          polygons.append([ring])
        } else {
          polygons[polygons.count - 1].append(ring)
        }
      }
    }
    var rings = polygons.flatMap { $0 }
    rings.shuffle(using: &random)
    rings = rings.map { Bool.random(using: &random) ? $0 : $0.reversed() }
    let (geometry, _) = try geometry(.polygon(rings))
    func unwound(_ polygons: [[[Position]]]) -> Set<Set<Set<Position>>> {
      Set(polygons.map { Set($0.map(Set.init)) })
    }
    switch geometry {
    case .polygon(let polygon): #expect(unwound([polygon]) == unwound(polygons))
    case .multiPolygon(let found): #expect(unwound(found) == unwound(polygons))
    default: Issue.record("\(String(describing: geometry))")
    }
  }

  /// A ring between 0.9 and 1 of a radius from its centre, which 24 corners keep beyond 0.89.
  private static func star(
    _ centre: (Double, Double), radius: Double, using random: inout SeededGenerator
  ) -> [Position] {
    // The direction is turned by 15° each time, with the cosine and sine of that angle.
    var direction = (1.0, 0.0)
    var ring: [Position] = []
    for _ in 0..<24 {
      let length = radius * Double.random(in: 0.9...1, using: &random)
      ring.append(
        Position(x: centre.0 + length * direction.0, y: centre.1 + length * direction.1))
      let (c, s) = (0.9659258262890683, 0.25881904510252074)
      direction = (direction.0 * c - direction.1 * s, direction.0 * s + direction.1 * c)
    }
    return ring + ring.prefix(1)
  }

  @Test func `closes open rings and drops flat ones, and counts both`() throws {
    let open = Array(Self.square(0, 0, 10).dropLast())
    let flat = positions((0, 0), (5, 5), (10, 10), (0, 0))
    let (geometry, warnings) = try geometry(.polygon([open, flat, positions((1, 1), (1, 1))]))
    #expect(geometry == .polygon([Self.square(0, 0, 10)]))
    #expect(warnings == [.emptyPartsDropped(count: 2), .ringsClosed(count: 1)])
    #expect(try self.geometry(.polygon([flat])).0 == nil)
    #expect(try self.geometry(.polygon([])).0 == nil)
    #expect(try self.geometry(.multiPoint([])).0 == nil)
    let (line, again) = try self.geometry(.lines([open, positions((1, 1))]))
    #expect(line == .lineString(open))
    #expect(again == [.emptyPartsDropped(count: 1)])
  }

  @Test func `needs no index, and none that fits another file`() throws {
    let maker = Self.wards()
    let whole = try read(maker).collection
    #expect(try Shapefile(shp: maker.shp, dbf: maker.dbf).collection == whole)
    var shifted = maker.shx
    shifted[103] += 4
    // Of a file with more shapes, cut, of no shapes, and with one shape thrice.
    let others = [
      ShapefileMaker(shapes: maker.shapes + [.null]).shx, Array(maker.shx.dropLast(3)), [], shifted,
      Array(maker.shx.prefix(100) + [0, 0, 0, 1] + maker.shx.suffix(4)),
      Array(maker.shx.prefix(108) + maker.shx[100..<108] + maker.shx[100..<108]),
    ]
    for shx in others {
      let collection = try Shapefile(shp: maker.shp, shx: shx, dbf: maker.dbf).collection
      #expect(collection.features == whole.features)
      #expect(collection.warnings == [.indexIgnored])
    }
  }

  @Test func `takes the shapes in the order of the index`() throws {
    let maker = ShapefileMaker(shapes: [
      .point(Position(x: 1, y: 1)), .point(Position(x: 2, y: 2)),
    ])
    let shx = Array(maker.shx[..<100] + maker.shx[108...] + maker.shx[100..<108])
    #expect(
      try Shapefile(shp: maker.shp, shx: shx, dbf: nil).collection.features.map(\.geometry)
        == [.point(Position(x: 2, y: 2)), .point(Position(x: 1, y: 1))])
  }

  @Test func `leaves out what is deleted, and counts it`() throws {
    var maker = Self.wards()
    maker.deleted = [0]
    let collection = try read(maker).collection
    #expect(collection.features.map { $0.properties["NAME"] } == ["Tolworth".json, .null])
    #expect(collection.warnings == [.deletedFeatures(count: 1)])
  }

  @Test func `has as many shapes as rows`() throws {
    var maker = Self.wards()
    maker.rows.removeLast()
    #expect(
      throws: FormatError.corrupt(
        what: "there are 3 shapes and 2 rows of attributes", where: "the .shp and .dbf files")
    ) { try read(maker) }
  }

  @Test func `leaves out columns and values that are not text, numbers, truths or days`() throws {
    let columns: [ShapefileMaker.Column] = [
      .init(name: "MEMO", type: "M", width: 10), .init(name: "N", type: "N", width: 8),
      .init(name: "L", type: "L", width: 1), .init(name: "D", type: "D", width: 8),
    ]
    let maker = ShapefileMaker(
      shapes: [.null, .null, .null], columns: columns,
      rows: [
        ["1", "0x10", "x", "2 May 24"], ["2", "nan", "N", "20240502"], ["3", "1e999", "y", ""],
      ].map { $0.map { Array($0.utf8) } })
    let collection = try read(maker).collection
    #expect(
      collection.features.map(\.properties) == [
        ["N": .null, "L": .null, "D": .null],
        ["N": .null, "L": .bool(false), "D": "2024-05-02".json],
        ["N": .null, "L": .bool(true), "D": .null],
      ])
    #expect(
      collection.warnings == [
        .valuesLeftOut(property: "MEMO", count: 3), .valuesLeftOut(property: "N", count: 3),
        .valuesLeftOut(property: "L", count: 1), .valuesLeftOut(property: "D", count: 1),
      ])
  }

  @Test func `says in words what was noticed`() {
    let warnings: [(GeoJSONWarning, String)] = [
      (.valuesLeftOut(property: "MEMO", count: 3), "\"MEMO\""),
      (.foreignTexts(count: 3), "1252: 3"),
      (.assumedEncoding("UTF-8"), "UTF-8"), (.deletedFeatures(count: 3), "deleted: 3"),
      (.emptyPartsDropped(count: 3), "left out: 3"), (.ringsClosed(count: 3), "closed: 3"),
      (.windingIgnored(count: 3), "holes: 3"), (.indexIgnored, "index"),
    ]
    for (warning, words) in warnings { #expect(warning.description.contains(words)) }
  }

  @Test func `keeps columns apart whose names are equal or missing`() throws {
    let maker = ShapefileMaker(
      shapes: [.null],
      columns: ["A", "A", "", "VERYLONGNAMEINDEED"].map { .init(name: $0, type: "N", width: 2) },
      rows: [[[0x31], [0x32], [0x33], [0x34]]])
    #expect(
      try read(maker).collection.features[0].properties == [
        "A": .integer(1), "A (2)": .integer(2), "column 3": .integer(3),
        "VERYLONGNAM": .integer(4),
      ])
  }
}

/// A power with a whole exponent.
private func pow(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { power, _ in power * base }
}

// MARK: - Encodings

extension ShapefileTests {
  private func text(
    _ bytes: [UInt8], width: Int = 20, cpg: String? = nil, driver: UInt8 = 0
  ) throws -> Shapefile {
    let maker = ShapefileMaker(
      shapes: [.null], columns: [.init(name: "NAME", type: "C", width: width)], rows: [[bytes]],
      languageDriver: driver)
    return try read(maker, cpg: cpg)
  }

  private static let utf8 = Array("Ynys Môn £".utf8)
  private static let ansi: [UInt8] = Array("Ynys M".utf8) + [0xF4] + Array("n ".utf8) + [0xA3]

  @Test(arguments: ["UTF-8", "utf8", "UTF-8\r\n", "65001", "CP65001"])
  func `reads UTF-8 by any of its names`(cpg: String) throws {
    let shapefile = try text(Self.utf8, cpg: cpg, driver: 0x57)
    #expect(shapefile.collection.features[0].properties["NAME"] == "Ynys Môn £".json)
    #expect(shapefile.encoding == .utf8)
    #expect(shapefile.isEncodingDeclared)
    #expect(shapefile.collection.warnings == [])
  }

  @Test(arguments: [
    "1252", "ANSI 1252", "windows-1252", "CP1252", "ISO-8859-1", "ISO 88591", "88591", "LATIN1",
  ])
  func `reads Windows-1252 by any of its names`(cpg: String) throws {
    let shapefile = try text(Self.ansi, cpg: cpg)
    #expect(shapefile.collection.features[0].properties["NAME"] == "Ynys Môn £".json)
    #expect(shapefile.encoding == .windows1252)
    #expect(shapefile.isEncodingDeclared)
  }

  @Test func `goes by the language driver where no file names the encoding`() throws {
    for (cpg, driver) in [(nil, UInt8(0x57)), ("", 0x03), ("\n", 0x58)] {
      let shapefile = try text(Self.ansi, cpg: cpg, driver: driver)
      #expect(shapefile.collection.features[0].properties["NAME"] == "Ynys Môn £".json)
      #expect(shapefile.isEncodingDeclared)
    }
  }

  @Test func `goes by the text where nothing names the encoding, and says so`() throws {
    let unicode = try text(Self.utf8)
    #expect(unicode.collection.features[0].properties["NAME"] == "Ynys Môn £".json)
    #expect(unicode.collection.warnings == [.assumedEncoding("UTF-8")])
    let ansi = try text(Self.ansi)
    #expect(ansi.collection.features[0].properties["NAME"] == "Ynys Môn £".json)
    #expect(ansi.collection.warnings == [.assumedEncoding("Windows-1252")])
    #expect(try text(Array("Barnet".utf8)).isEncodingDeclared)
  }

  @Test func `refuses an encoding that it does not read unless the text needs none`() throws {
    for (cpg, driver) in [("Big5", UInt8(0)), (nil, 0x02), ("885915", 0), (nil, 0x4D)] {
      #expect(try text(Array("Barnet".utf8), cpg: cpg, driver: driver).encoding == .utf8)
      #expect(
        try text(Self.utf8, cpg: cpg, driver: driver).collection.warnings
          == [.assumedEncoding("UTF-8")])
      #expect(throws: FormatError.self) { try text(Self.ansi, cpg: cpg, driver: driver) }
    }
  }

  @Test func `drops half a character where a column is too narrow for its text`() throws {
    // "Môn" is cut amid the second character.
    let cut = try text(Array("Môn".utf8.prefix(2)), width: 2, cpg: "UTF-8")
    #expect(cut.collection.features[0].properties["NAME"] == "M".json)
    #expect(cut.collection.warnings == [])
    let foreign = try text(Self.ansi, cpg: "UTF-8")
    #expect(foreign.collection.features[0].properties["NAME"] == "Ynys Môn £".json)
    #expect(foreign.collection.warnings == [.foreignTexts(count: 1)])
  }
}
