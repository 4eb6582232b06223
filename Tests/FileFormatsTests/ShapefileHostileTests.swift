import FileFormats
import GeoJSON
import TestSupport
import Testing

@Suite struct `Hostile Shapefiles` {
  private func error(shp: [UInt8], shx: [UInt8]? = nil, dbf: [UInt8]? = nil) -> FormatError? {
    do throws(FormatError) {
      _ = try Shapefile(shp: shp, shx: shx, dbf: dbf, cpg: nil)
      return nil
    } catch {
      return error
    }
  }

  /// The offset of the content of the only record.
  private static let content = 108

  private static func changed(
    _ bytes: [UInt8], at offset: Int, to number: UInt32, bigEndian: Bool = false
  ) -> [UInt8] {
    var bytes = bytes
    let writer = WKBWriter(isLittleEndian: !bigEndian)
    bytes.replaceSubrange(offset..<offset + 4, with: writer.integer(number))
    return bytes
  }

  @Test func `are told from files that are none`() {
    for bytes in [[], [0, 0, 0x27], Array("SQLite format 3\0".utf8)] {
      #expect(error(shp: bytes) != nil)
    }
    let dbf = ShapefileTests.wards().dbf
    #expect(error(shp: dbf) != nil)
    for bytes in [[], Array(dbf.prefix(31)), ShapefileTests.wards().shp] {
      #expect(error(shp: ShapefileMaker().shp, dbf: bytes) != nil)
    }
    guard case .unsupported = error(shp: ShapefileMaker().shp, dbf: [4] + dbf.dropFirst()) else {
      Issue.record("dBase 7 was read")
      return
    }
  }

  @Test func `are truncated wherever the shapes or the rows are cut`() {
    let maker = ShapefileTests.wards()
    for length in 0..<maker.shp.count {
      for shx in [maker.shx, nil] {
        guard case .truncated = error(shp: Array(maker.shp.prefix(length)), shx: shx) else {
          Issue.record("cut after \(length) bytes")
          continue
        }
      }
    }
    // The last byte only marks the end.
    for length in 0..<maker.dbf.count - 1 {
      guard case .truncated = error(shp: maker.shp, dbf: Array(maker.dbf.prefix(length))) else {
        Issue.record("cut after \(length) bytes")
        continue
      }
    }
  }

  @Test(arguments: [UInt32(0), 10, 20])
  func `cannot count more than they hold`(dimension: UInt32) {
    let shapes: [ShapefileMaker.Shape] = [
      .multiPoint(ShapefileTests.square(0, 0, 1)), .lines([ShapefileTests.square(0, 0, 1)]),
      .polygon([ShapefileTests.square(0, 0, 1), ShapefileTests.hole(0.2, 0.2, 0.1)]),
    ]
    for shape in shapes {
      let maker = ShapefileMaker(dimension: dimension, shapes: [shape])
      #expect(error(shp: maker.shp) == nil)
      // The counts of parts and positions, or of positions and the first of them.
      for offset in [36, 40] {
        for number: UInt32 in [100, 1 << 20, 1 << 28, 1 << 31, .max, .max / 8] {
          let shp = Self.changed(maker.shp, at: Self.content + offset, to: number)
          if case .multiPoint = shape, offset == 40 { continue }
          #expect(error(shp: shp) != nil)
          #expect(error(shp: shp, shx: maker.shx) != nil)
        }
      }
    }
  }

  @Test func `cannot have parts that overlap or lie outside`() {
    let maker = ShapefileMaker(shapes: [
      .polygon([ShapefileTests.square(0, 0, 1), ShapefileTests.hole(0.2, 0.2, 0.1)])
    ])
    for number: UInt32 in [11, 1 << 20, 1 << 31, .max] {
      for part in [44, 48] {
        let shp = Self.changed(maker.shp, at: Self.content + part, to: number)
        #expect(error(shp: shp) != nil)
      }
    }
    // A second part that begins before the first.
    let shp = Self.changed(maker.shp, at: Self.content + 44, to: 7)
    #expect(error(shp: shp) != nil)
  }

  @Test func `cannot have records that reach beyond the file`() {
    let maker = ShapefileMaker(shapes: [.point(Position(x: 1, y: 2)), .null])
    for size: UInt32 in [11, 1000, 1 << 30, 1 << 31, .max] {
      let shp = Self.changed(maker.shp, at: 104, to: size, bigEndian: true)
      #expect(error(shp: shp) != nil)
      #expect(error(shp: shp, shx: maker.shx) != nil)
      let shx = Self.changed(maker.shx, at: 100, to: size, bigEndian: true)
      #expect(error(shp: maker.shp, shx: shx) == nil)
    }
  }

  @Test func `have no coordinates that are not numbers`() {
    for x in [Double.nan, .infinity, -.infinity] {
      let maker = ShapefileMaker(shapes: [.point(Position(x: x, y: 2))])
      #expect(
        error(shp: maker.shp) == .corrupt(what: "a coordinate is not a number", where: "shape 0"))
    }
  }

  @Test func `with shapes of other types are refused`() {
    let maker = ShapefileMaker(shapes: [.point(Position(x: 1, y: 2))])
    for type: UInt32 in [2, 4, 9, 30, 32, 255, .max] {
      guard case .corrupt = error(shp: Self.changed(maker.shp, at: Self.content, to: type)) else {
        Issue.record("type \(type) was read")
        continue
      }
    }
    guard case .unsupported = error(shp: Self.changed(maker.shp, at: Self.content, to: 31)) else {
      Issue.record("a MultiPatch was read")
      return
    }
  }

  @Test func `have columns that fit into their rows`() {
    let dbf = ShapefileTests.wards().dbf
    var wide = dbf
    wide[32 + 16] = 255
    var narrow = dbf
    narrow[10] = 3
    for dbf in [wide, narrow] {
      #expect(error(shp: ShapefileTests.wards().shp, dbf: dbf) != nil)
    }
  }

  @Test func `have no more cells than the limit, though they may be of no width`() {
    let columns = (0..<2040).map { ShapefileMaker.Column(name: "C\($0)", type: "C", width: 0) }
    var dbf = ShapefileMaker(columns: columns).dbf
    dbf.replaceSubrange(4..<8, with: [0, 0, 1, 0])
    dbf += [UInt8](repeating: UInt8(ascii: " "), count: 1 << 16)
    #expect(
      error(shp: ShapefileMaker().shp, dbf: dbf)
        == .limitExceeded(what: "cells in the .dbf file", limit: 100_000_000))
  }

  @Test func `with very many rings take no time squared`() {
    // Rings side by side in one long row, and around each other without end.
    let row = (0..<4000).map { ShapefileTests.square(Double($0), 0, 0.5) }
    #expect(error(shp: ShapefileMaker(shapes: [.polygon(row)]).shp) == nil)
    let deep = (0..<1500).map { ring in
      ShapefileTests.square(Double(ring), Double(ring), 1e4 - 2 * Double(ring))
    }
    let error = error(shp: ShapefileMaker(shapes: [.polygon(deep)]).shp)
    #expect(error?.exceedsLimit == true)
  }

  @Test(arguments: UInt64(0)..<16)
  func `end with a value or an error when bytes are flipped`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let maker = ShapefileTests.wards()
    for _ in 0..<60 {
      var (shp, shx, dbf) = (maker.shp, maker.shx, maker.dbf)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        shp[.random(in: 0..<shp.count, using: &random)] = .random(in: 0...255, using: &random)
        shx[.random(in: 0..<shx.count, using: &random)] = .random(in: 0...255, using: &random)
        dbf[.random(in: 0..<dbf.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      for (shp, shx, dbf) in [
        (shp, maker.shx, maker.dbf), (maker.shp, shx, maker.dbf), (maker.shp, maker.shx, dbf),
        (shp, shx, dbf), (shp, nil, dbf),
      ] {
        if let error = error(shp: shp, shx: shx, dbf: dbf) { #expect(!error.description.isEmpty) }
      }
    }
  }
}
