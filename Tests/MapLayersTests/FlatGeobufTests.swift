import GeoJSON
import GeometryEngine
import MapLayers
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Layer as FlatGeobuf` {
  /// Points with their number as a column.
  private static func points(_ positions: [Position?]) -> Layer {
    Layer(
      name: "points", title: "Some points", columns: [Column("n", .integer, "number")],
      features: positions.enumerated().map { index, position in
        LayerFeature(
          id: "\(index)", geometry: position.map(Geometry.point), values: [.integer(index)])
      })
  }

  private static func randomPoints(_ count: Int, seed: UInt64) -> Layer {
    var random = SeededGenerator(seed: seed)
    return points(
      (0..<count).map { _ in
        Position(x: .random(in: -1...1, using: &random), y: .random(in: 50...52, using: &random))
      })
  }

  @Test func `starts with the letters and the version of the format`() throws {
    let bytes = try Self.randomPoints(3, seed: 1).flatGeobuf(attribution: [])
    #expect(bytes.prefix(8) == [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0])
  }

  @Test func `describes the layer in its header`() throws {
    let layer = try DrawnTown().builder.wards()
    let file = FlatGeobufFile(try layer.flatGeobuf(attribution: ["By \"us\".", "©"]))
    let header = file.header
    #expect(header.string(0) == "wards")
    #expect(header.number(2) == 6 as UInt8, "all are MultiPolygons")
    #expect(file.count == 4)
    #expect(file.nodeSize == 16)
    #expect(header.string(11) == layer.title)
    #expect(header.string(12) == "By \"us\". ©")
    #expect(header.string(13) == #"{"attribution":"By \"us\". ©"}"#)
    let positions = layer.features.compactMap(\.geometry).flatMap(\.polygons).joined().joined()
    let box = BoundingBox(around: positions.map { Coordinate(x: $0.x, y: $0.y) })
    #expect(header.doubles(1) == [box.minX, box.minY, box.maxX, box.maxY])
    let crs = try #require(header.table(10))
    #expect(crs.string(0) == "EPSG")
    #expect(crs.number(1) == 4326 as Int32)
    #expect(crs.string(2) == "WGS 84")
  }

  @Test func `names another reference system`() throws {
    let file = FlatGeobufFile(
      try Self.randomPoints(2, seed: 1).flatGeobuf(attribution: [], crs: .britishNationalGrid))
    let crs = try #require(file.header.table(10))
    #expect(crs.number(1) == 27700 as Int32)
    #expect(crs.string(2)?.contains("British National Grid") == true)
  }

  @Test func `describes each column with its type and its meaning`() throws {
    let layer = Layer(
      name: "l", title: "",
      columns: [
        Column("t", .text, "words; many"), Column("i", .integer, "a count"),
        Column("d", .decimal(places: 2), "a share, 0 to 1"), Column("w", .integer, ""),
      ],
      features: [
        LayerFeature(
          id: "1", geometry: nil,
          values: [.text("x"), .integer(1), .decimal(0.125, places: 2), .integer(1)]),
        LayerFeature(id: "2", geometry: nil, values: [.text(""), .null, .null, .number(0.5)]),
      ])
    let file = FlatGeobufFile(try layer.flatGeobuf(attribution: []))
    #expect(file.columns.map { $0.string(0) } == ["t", "i", "d", "w"])
    // 11 is String, 7 is Long and 10 is Double; a whole column with a fraction is widened.
    #expect(file.columns.map { $0.number(1) } == [11, 7, 10, 10] as [UInt8])
    // A title cut from the meaning would say half of it.
    #expect(file.columns.allSatisfy { $0.string(2) == nil })
    #expect(file.columns.map { $0.string(3) } == layer.columns.map(\.meaning))
    #expect(file.columns.map { $0.number(7) } == [0, 1, 1, 0] as [UInt8])
    // 0.125 is rounded to two decimals, ties to even.
    #expect(
      file.values(of: 0) == [
        "t": .text("x"), "i": .integer(1), "d": .number(0.12), "w": .number(1),
      ]
    )
    #expect(file.values(of: 1) == ["t": .text(""), "w": .number(0.5)])
  }

  @Test func `keeps every shape and value of a layer`() throws {
    for layer in try DrawnTown().layers() {
      let file = FlatGeobufFile(try layer.flatGeobuf(attribution: []))
      #expect(file.features.count == layer.features.count)
      var left = layer.features
      for index in file.features.indices {
        let values = file.values(of: index)
        let match = left.firstIndex { feature in
          feature.geometry == file.geometry(of: index)
            && zip(layer.columns, feature.values).allSatisfy { column, value in
              (values[column.name]?.plainText ?? "") == value.plainText
            }
        }
        left.remove(at: try #require(match, "\(layer.name) \(values)"))
      }
    }
  }

  @Test func `keeps every type of geometry`() throws {
    func line(_ x: Double) -> [Position] {
      [Position(x: x, y: 0), Position(x: x + 1, y: 0), Position(x: x, y: 1), Position(x: x, y: 0)]
    }
    let geometries: [Geometry] = [
      .point(Position(x: 1, y: 2)), .multiPoint(line(0)), .lineString(line(1)),
      .multiLineString([line(2), line(3)]), .polygon([line(4)]), .polygon([line(4), line(5)]),
      .multiPolygon([[line(6), line(7)], [line(8)]]),
      .geometryCollection([.point(Position(x: 1, y: 2)), .polygon([line(9)])]),
    ]
    let layer = Layer(
      name: "all", title: "", columns: [],
      features: geometries.enumerated().map {
        LayerFeature(id: "\($0)", geometry: $1, values: [])
      })
    let file = FlatGeobufFile(try layer.flatGeobuf(attribution: []))
    #expect(file.header.number(2) == 0 as UInt8, "the types differ")
    #expect(Set(file.features.indices.map { file.geometry(of: $0) }) == Set(geometries))
  }

  // MARK: The index

  @Test func `puts features in the order of the curve, the last first`() throws {
    // The curve starts in the south-west and ends in the south-east.
    let corners = [(0.0, 0.0), (0, 1), (1, 1), (1, 0)].map { Position(x: $0.0, y: $0.1) }
    let file = FlatGeobufFile(try Self.points(corners).flatGeobuf(attribution: []))
    #expect(
      file.features.indices.map { file.values(of: $0)["n"] } == [3, 2, 1, 0].map { .integer($0) })
  }

  @Test(arguments: [1, 2, 15, 16, 17, 256, 257, 700])
  func `has the levels that the format asks for`(count: Int) throws {
    let file = FlatGeobufFile(try Self.randomPoints(count, seed: 4).flatGeobuf(attribution: []))
    #expect(file.features.count == count)
    // Leaves tell where their features start, in the order of the file.
    let leaves = file.nodes[file.levelStarts[0]...]
    #expect(leaves.map(\.link) == file.features.map(\.start))
    // Every other node is around its children and no larger.
    for (level, start) in file.levelStarts.enumerated().dropFirst() {
      let children = file.levelStarts[level - 1]
      let childCount = FlatGeobufFile.levelSizes(count)[level - 1]
      for number in 0..<FlatGeobufFile.levelSizes(count)[level] {
        let node = file.nodes[start + number]
        #expect(node.link == children + 16 * number)
        var box = BoundingBox.empty
        for child in 16 * number..<min(16 * number + 16, childCount) {
          box.formUnion(file.nodes[children + child].box)
        }
        #expect(node.box == box)
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `finds by its index what a box meets`(seed: UInt64) throws {
    let tiling = try TopologyTiling(seed: seed, cells: 7, bends: 2)
    let layer = Layer(
      name: "areas", title: "", columns: [],
      features: tiling.geometries.enumerated().map {
        LayerFeature(id: "\($0)", geometry: $1, values: [])
      })
    let file = FlatGeobufFile(try layer.flatGeobuf(attribution: []))
    let boxes = file.features.indices.map { feature in
      BoundingBox(
        around: (file.geometry(of: feature)?.polygons ?? []).joined().joined().map {
          Coordinate(x: $0.x, y: $0.y)
        })
    }
    var random = SeededGenerator(seed: seed)
    let wanted =
      boxes
      + (0..<50).map { _ in
        let (x, y) = (
          Double.random(in: -0.01...0.08, using: &random),
          Double.random(in: 50.99...51.08, using: &random)
        )
        return BoundingBox(
          minX: x, minY: y, maxX: x + .random(in: 0...0.03, using: &random),
          maxY: y + .random(in: 0...0.03, using: &random))
      }
    for box in wanted {
      let expected = zip(boxes, file.features).filter { $0.0.intersects(box) }.map { $0.1.start }
      #expect(file.search(box) == expected)
    }
  }

  @Test func `has no index and keeps the order where a place is unknown`() throws {
    let layer = Self.points([Position(x: 1, y: 1), nil, Position(x: 0, y: 0)])
    let file = FlatGeobufFile(try layer.flatGeobuf(attribution: []))
    #expect(file.nodeSize == 0)
    #expect(file.nodes.isEmpty)
    #expect(
      file.features.indices.map { file.geometry(of: $0) } == layer.features.map(\.geometry))
    #expect(file.header.number(2) == 1 as UInt8)
    #expect(file.header.doubles(1) == [0, 0, 1, 1])
  }

  @Test func `writes layers without features, shapes or columns`() throws {
    let none = FlatGeobufFile(try Self.points([]).flatGeobuf(attribution: []))
    #expect((none.count, none.features.count, none.nodeSize) == (0, 0, 0))
    #expect(none.header.doubles(1) == nil)
    let unknown = FlatGeobufFile(try Self.points([nil, nil]).flatGeobuf(attribution: []))
    #expect((unknown.count, unknown.features.count, unknown.nodeSize) == (2, 2, 0))
    let empty = Layer(
      name: "", title: "", columns: [],
      features: [LayerFeature(id: "", geometry: .multiPolygon([]), values: [])])
    let file = FlatGeobufFile(try empty.flatGeobuf(attribution: []))
    #expect(file.nodeSize == 0)
    #expect(file.geometry(of: 0) == .multiPolygon([]))
  }

  @Test func `puts features at one place in the layer's order`() throws {
    let same = [Position?](repeating: Position(x: 1, y: 1), count: 40)
    let file = FlatGeobufFile(try Self.points(same).flatGeobuf(attribution: []))
    #expect(file.features.indices.map { file.values(of: $0)["n"] } == (0..<40).map { .integer($0) })
  }

  @Test func `writes the same bytes each time`() throws {
    let layer = Self.randomPoints(300, seed: 9)
    #expect(try layer.flatGeobuf(attribution: ["x"]) == layer.flatGeobuf(attribution: ["x"]))
  }
}
