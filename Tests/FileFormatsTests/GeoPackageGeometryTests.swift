import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct `GeoPackage geometry` {
  static let ring = positions((0, 0), (10, 0), (10, 10), (0, 0))
  static let hole = positions((5, 1), (6, 2), (5, 2), (5, 1))

  static let geometries: [Geometry] = [
    .point(Position(x: 530_000.25, y: -180_000)),
    .lineString(positions((0.1, 51.5), (0.2, 51.6), (0.3, 51.7))),
    .polygon([ring, hole]),
    .multiPoint(positions((1, 2), (3, 4))),
    .multiLineString([positions((0, 0), (1, 1)), positions((2, 2), (3, 3), (4, 2))]),
    .multiPolygon([[ring, hole], [ring]]),
    .geometryCollection([
      .point(Position(x: 1, y: 2)), .geometryCollection([.multiPolygon([[ring]])]),
    ]),
    .lineString([]), .polygon([]), .multiPoint([]), .multiPolygon([]), .geometryCollection([]),
  ]

  private func read(_ bytes: [UInt8]) throws -> FeatureCollection {
    let package = try GeoPackage(try GeoPackageMaker.file(geometry: bytes))
    return try package.features(of: try #require(package.layer(named: "layer")))
  }

  private func error(_ bytes: [UInt8]) throws -> FormatError? {
    let package = try GeoPackage(try GeoPackageMaker.file(geometry: bytes))
    let layer = try #require(package.layers.first)
    do throws(FormatError) {
      _ = try package.features(of: layer)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: geometries)
  func `is the same in every byte order and with every further ordinate`(
    geometry: Geometry
  ) throws {
    for writer in WKBWriter.all {
      let collection = try read(geoPackageHeader() + writer.bytes(geometry))
      #expect(collection.features[0].geometry == geometry)
      let isFlat = !writer.hasHeight && !writer.hasMeasure || geometry.positionCount == 0
      #expect(
        collection.warnings
          == (isFlat ? [] : [.thirdOrdinateDropped(count: geometry.positionCount)]))
    }
  }

  @Test(arguments: 0...4)
  func `stands behind an envelope of any kind`(kind: Int) throws {
    for geometry in Self.geometries {
      let bytes = geoPackageHeader(envelope: kind, flags: 1) + WKBWriter().bytes(geometry)
      #expect(try read(bytes).features[0].geometry == geometry)
    }
  }

  @Test func `may mix byte orders`() throws {
    let bytes =
      WKBWriter(isLittleEndian: false).header(4) + [0, 0, 0, 2]
      + WKBWriter().bytes(.point(Position(x: 1, y: 2)))
      + WKBWriter(isLittleEndian: false).bytes(.point(Position(x: 3, y: 4)))
    #expect(
      try read(geoPackageHeader() + bytes).features[0].geometry
        == .multiPoint(positions((1, 2), (3, 4))))
  }

  @Test func `is none for a Point of two NaN`() throws {
    let writer = WKBWriter()
    let empty = Geometry.point(Position(x: .nan, y: .nan))
    // The flag of the header says "empty".
    #expect(
      try read(geoPackageHeader(flags: 0x10) + writer.bytes(empty)).features[0].geometry == nil)
    let points =
      writer.header(4) + writer.integer(2) + writer.bytes(empty)
      + writer.bytes(.point(Position(x: 1, y: 2)))
    #expect(
      try read(geoPackageHeader() + points).features[0].geometry
        == .multiPoint(positions((1, 2))))
  }

  @Test(arguments: [
    (8, "CircularString"), (9, "CompoundCurve"), (1010, "CurvePolygon"), (2011, "MultiCurve"),
    (3012, "MultiSurface"), (17, "Triangle"),
  ])
  func `with curves is refused by its name`(type: UInt32, name: String) throws {
    let error = try error(geoPackageHeader() + WKBWriter().header(type) + [0, 0, 0, 0])
    guard case .unsupported(let what, let remedy)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what == "a \(name) (layer layer, identifier 7)")
    #expect(remedy.contains("CONVERT_TO_LINEAR"))
  }

  @Test func `that is wrong is told with its row`() throws {
    let writer = WKBWriter()
    let open = Array(Self.ring.dropLast())
    let broken: [([UInt8], String)] = [
      (writer.bytes(.polygon([Self.ring + [Position(x: 1, y: 1)]])), "differs from its first"),
      (writer.bytes(.polygon([open])), "only 3 positions"),
      (writer.bytes(.lineString(positions((1, 1)))), "only 1 positions"),
      (writer.bytes(.point(Position(x: 1, y: .infinity))), "not a number"),
      (writer.bytes(.point(Position(x: .nan, y: 1))), "not a number"),
      ([2] + writer.bytes(.point(Position(x: 1, y: 1))).dropFirst(), "byte order"),
      (writer.header(18) + [0, 0, 0, 0], "unknown type 18"),
      (writer.header(4001) + [0, 0, 0, 0], "unknown type 4001"),
      (
        writer.header(4) + writer.integer(1) + writer.bytes(.lineString(positions((0, 0), (1, 1)))),
        "member of another type"
      ),
    ]
    for (bytes, words) in broken {
      let error = try #require(try error(geoPackageHeader() + bytes))
      guard case .corrupt(let what, "layer layer, identifier 7") = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(what.contains(words))
    }
  }

  @Test func `needs a header that it knows`() throws {
    let point = WKBWriter().bytes(.point(Position(x: 1, y: 2)))
    for bytes in [
      point, geoPackageHeader(version: 1) + point, geoPackageHeader(envelope: 5) + point,
    ] {
      guard case .corrupt = try error(bytes) else {
        Issue.record("\(bytes.prefix(8)) was read")
        continue
      }
    }
    guard case .unsupported = try error(geoPackageHeader(flags: 0x20) + point) else {
      Issue.record("an extended geometry was read")
      return
    }
  }

  @Test func `is nested eight deep and no more`() throws {
    func nested(_ depth: Int) -> Geometry {
      depth == 1 ? .point(Position(x: 1, y: 2)) : .geometryCollection([nested(depth - 1)])
    }
    let writer = WKBWriter()
    #expect(
      try read(geoPackageHeader() + writer.bytes(nested(8))).features[0].geometry == nested(8))
    for depth in [9, 10_000] {
      let bytes =
        (1..<depth).flatMap { _ in writer.header(7) + writer.integer(1) }
        + writer.bytes(.point(Position(x: 1, y: 2)))
      guard case .limitExceeded(_, 8) = try error(geoPackageHeader() + bytes) else {
        Issue.record("\(depth) levels were read")
        continue
      }
    }
  }

  @Test func `reserves nothing for counts that its bytes cannot fill`() throws {
    let writer = WKBWriter()
    for type in UInt32(2)...7 {
      let bytes = geoPackageHeader() + writer.header(type) + writer.integer(.max)
      guard case .truncated = try error(bytes) else {
        Issue.record("type \(type) was read")
        continue
      }
    }
  }

  @Test(arguments: geometries)
  func `is truncated wherever it is cut`(geometry: Geometry) throws {
    let whole =
      geoPackageHeader(envelope: 1) + WKBWriter(hasHeight: true).bytes(geometry)
    for length in 2..<whole.count {
      guard case .truncated(let what, nil) = try error(Array(whole.prefix(length))) else {
        Issue.record("cut after \(length) bytes")
        continue
      }
      #expect(what == "the geometry of layer layer, identifier 7")
    }
  }
}

extension Geometry {
  var positionCount: Int {
    switch self {
    case .point: 1
    case .multiPoint(let points), .lineString(let points): points.count
    case .multiLineString(let lines), .polygon(let lines): lines.joined().count
    case .multiPolygon(let polygons): polygons.joined().joined().count
    case .geometryCollection(let members): members.reduce(0) { $0 + $1.positionCount }
    }
  }
}
