import GeoJSON
import GeometryEngine
import MapLayers
import SimpleFeatures
import Testing

@Suite struct `Layer as TopoJSON` {
  private static func areaLayer(_ geometries: [Geometry?], name: String = "areas") -> Layer {
    Layer(
      name: name, title: "Areas",
      columns: [
        Column("code", .text, "code"), Column("score", .decimal(places: 2), "score"),
        Column("rank", .integer, "rank"), Column("note", .text, "remarks"),
      ],
      features: geometries.enumerated().map { index, geometry in
        LayerFeature(
          id: "A\(index)", geometry: geometry,
          values: [
            .text("A\(index)"), .decimal(Double(index) / 3, places: 2), .integer(index),
            .text("r\(index)"),
          ])
      })
  }

  private static func tiling(seed: UInt64 = 3, cells: Int = 4, bends: Int = 10) throws -> Layer {
    areaLayer(try TopologyTiling(seed: seed, cells: cells, bends: bends).geometries)
  }

  @Test func `writes a square as one clockwise arc of steps on the grid`() throws {
    // A grid of five lines over one degree: a cell is 0.25°, the square four cells wide.
    let corners = [(0.0, 50.0), (1, 50), (1, 51), (0, 51), (0, 50)]
    let layer = Layer(
      name: "sq", title: "T", columns: [Column("n", .integer, "number")],
      features: [
        LayerFeature(
          id: "a", geometry: .polygon([corners.map { Position(x: $0.0, y: $0.1) }]),
          values: [.integer(1)])
      ])
    let text = String(
      decoding: try layer.topoJSON(attribution: ["By.", "Us."], gridLines: 5), as: UTF8.self)
    // The arc runs from the least corner towards its lesser neighbour, which is to the north, and
    // so it is clockwise.
    #expect(
      text == """
        {"type":"Topology","description":"T","attribution":"By. Us.","bbox":[0,50,1,51],\
        "transform":{"scale":[0.25,0.25],"translate":[0,50]},\
        "objects":{"sq":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0]],"id":"a","properties":{"n":1}}
        ]}},"arcs":[[[0,0],[0,4],[4,0],[0,-4],[-4,0]]]}

        """)
  }

  @Test func `gives every position back to within half a cell, on shared arcs`() throws {
    let layer = try Self.tiling()
    let file = try TopoJSONFile(layer.topoJSON(attribution: []))
    // The layer is 0.04° wide and high or a little more: a millionth of 0.042°, halved.
    let tolerance = 0.042 / 999_999 / 2
    for (index, feature) in layer.features.enumerated() {
      let decoded = try #require(try file.geometry(index))
      #expect(decoded.typeName == feature.geometry?.typeName)
      let original = Set(try #require(feature.geometry).polygons.joined().joined())
      let positions = Set(decoded.polygons.joined().joined())
      #expect(positions.count == original.count)
      for position in positions {
        #expect(
          original.contains {
            abs($0.x - position.x) <= tolerance && abs($0.y - position.y) <= tolerance
          })
      }
    }
    #expect(file.arcs.count == 2 * 4 * 5 - 4 + 1)
  }

  @Test func `winds exteriors clockwise and holes the other way`() throws {
    for layer in try [Self.tiling(), DrawnTown().builder.wards()] {
      let file = try TopoJSONFile(layer.topoJSON(attribution: []))
      for index in layer.features.indices {
        for rings in try #require(try file.geometry(index)).polygons {
          for (number, ring) in rings.enumerated() {
            #expect((try Geometry.polygon([ring]).plane().rings[0].signedArea < 0) == (number == 0))
          }
        }
      }
    }
  }

  @Test func `has the identifiers and the columns of the layer, in its order`() throws {
    let layer = try DrawnTown().builder.wards()
    let file = try TopoJSONFile(layer.topoJSON(attribution: ["Contains OS data."]))
    let geoJSON = try GeoJSONReader().read(layer.geoJSON(attribution: []))
    #expect(file.objects.map { $0["id"] } == layer.features.map { JSONValue.string($0.id) })
    #expect(
      file.objects.map { $0["properties"] }
        == geoJSON.features.map { JSONValue.object($0.properties.members) })
    #expect(file.root["attribution"] == .string("Contains OS data."))
    #expect(file.root["description"] == .string(layer.title))
    guard case .object(let objects) = file.root["objects"] else { return }
    #expect(objects.map(\.name) == ["wards"])
  }

  @Test func `writes points, and places unknown as null`() throws {
    let layer = Layer(
      name: "points", title: "", columns: [Column("n", .integer, "number")],
      features: [
        LayerFeature(id: "1", geometry: .point(Position(x: -0.5, y: 51)), values: [.integer(1)]),
        LayerFeature(id: "2", geometry: nil, values: [.null]),
        LayerFeature(id: "3", geometry: .point(Position(x: 0.5, y: 52)), values: [.integer(3)]),
      ])
    // Cells of a quarter of a degree, so that no position is rounded.
    let file = try TopoJSONFile(layer.topoJSON(attribution: [], gridLines: 5))
    #expect(try file.geometry(0) == .point(Position(x: -0.5, y: 51)))
    #expect(try file.geometry(1) == nil)
    #expect(try file.geometry(2) == .point(Position(x: 0.5, y: 52)))
    #expect(file.arcs.isEmpty)
    #expect(file.objects[1]["properties"]?["n"] == .null)
  }

  @Test func `writes layers without any position`() throws {
    for features in [[], [LayerFeature(id: "1", geometry: nil, values: [.integer(1)])]] {
      let layer = Layer(
        name: "none", title: "", columns: [Column("n", .integer, "number")], features: features)
      let file = try TopoJSONFile(layer.topoJSON(attribution: [], byteLimit: 1000))
      #expect(file.objects.count == features.count)
      #expect(file.root["bbox"] == nil)
    }
    let one = Layer(
      name: "one", title: "", columns: [],
      features: [LayerFeature(id: "1", geometry: .point(Position(x: 3, y: 4)), values: [])])
    let file = try TopoJSONFile(one.topoJSON(attribution: []))
    #expect(try file.geometry(0) == .point(Position(x: 3, y: 4)))
  }

  @Test func `keeps hostile text as text`() throws {
    let name = "</script>\"\\\u{1}\n"
    let layer = Layer(
      name: name, title: name, columns: [Column(name, .text, "")],
      features: [LayerFeature(id: name, geometry: nil, values: [.text(name)])])
    let bytes = try layer.topoJSON(attribution: [name])
    #expect(!String(decoding: bytes, as: UTF8.self).contains("</script"))
    let file = try TopoJSONFile(bytes)
    #expect(file.objects[0]["id"] == .string(name))
    #expect(file.objects[0]["properties"]?[name] == .string(name))
  }

  // MARK: Under a limit

  @Test(arguments: [16_000, 12_000, 9_000, 7_000])
  func `keeps to a byte limit with every area valid`(limit: Int) throws {
    let layer = try Self.tiling(cells: 5, bends: 20)
    #expect(try layer.topoJSON(attribution: []).count > 16_000)
    let bytes = try layer.topoJSON(attribution: [], byteLimit: limit)
    #expect(bytes.count <= limit)
    // Used to the full but for the few positions that share a tolerance.
    #expect(bytes.count > limit - 200)
    let file = try TopoJSONFile(bytes)
    #expect(file.objects.count == layer.features.count)
    for index in layer.features.indices {
      #expect(try Validity.of(#require(try file.geometry(index)).plane()) == .valid)
    }
  }

  @Test func `simplifies nothing that fits`() throws {
    let layer = try Self.tiling()
    let free = try layer.topoJSON(attribution: [], gridLines: 100_000)
    let limited = try layer.topoJSON(
      attribution: [], columns: layer.columns.map(\.name), byteLimit: free.count)
    #expect(limited == free)
    let less = try layer.topoJSON(
      attribution: [], columns: layer.columns.map(\.name), byteLimit: free.count - 1)
    #expect(less.count < free.count)
  }

  @Test func `says how much it needs where a limit cannot be met`() throws {
    let layer = try Self.tiling(cells: 2, bends: 4)
    #expect {
      _ = try layer.topoJSON(attribution: [], byteLimit: 100)
    } throws: { error in
      guard case TopoJSONError.tooLarge(let bytes, let limit) = error else { return false }
      return limit == 100 && bytes > 100
    }
  }

  @Test func `names in its errors what is wrong`() {
    let errors: [(TopoJSONError, String)] = [
      (.unknownColumns(["a", "b"]), "a, b"), (.tooLarge(bytes: 1234, limit: 100), "1234"),
      (.unsupportedGeometry(id: "x7", typeName: "LineString"), "x7"),
      (.geometry(.contextUnavailable), GeometryEngineError.contextUnavailable.description),
    ]
    for (error, words) in errors { #expect(error.description.contains(words)) }
  }

  @Test func `has the columns of a shape map by default under a limit`() throws {
    let layer = try DrawnTown().builder.wards()
    let file = try TopoJSONFile(
      layer.topoJSON(attribution: [], byteLimit: Layer.shapeMapByteLimit))
    guard case .object(let properties) = file.objects[0]["properties"] else { return }
    let present = Set(layer.columns.map(\.name))
    #expect(properties.map(\.name) == Layer.shapeMapColumns.filter(present.contains))
    #expect(properties.count >= 10)
    // A layer that is no ranking of areas keeps all it has.
    let organisations = try DrawnTown().builder.organisations()
    let points = try TopoJSONFile(
      organisations.topoJSON(attribution: [], byteLimit: Layer.shapeMapByteLimit))
    guard case .object(let all) = points.objects[0]["properties"] else { return }
    #expect(all.map(\.name) == organisations.columns.map(\.name))
  }

  @Test func `has the columns that are asked for, in their order`() throws {
    let layer = try Self.tiling(cells: 2)
    let file = try TopoJSONFile(layer.topoJSON(attribution: [], columns: ["rank", "code"]))
    guard case .object(let properties) = file.objects[1]["properties"] else { return }
    #expect(properties == [.init("rank", .integer(1)), .init("code", .string("A1"))])
    #expect(throws: TopoJSONError.unknownColumns(["nope"])) {
      try layer.topoJSON(attribution: [], columns: ["rank", "nope"])
    }
  }

  // MARK: The grid

  @Test func `takes a finer grid where an area would collapse`() throws {
    // An islet of about a thousandth of a cell in a layer of one degree.
    func square(_ x: Double, _ y: Double, _ side: Double) -> [Position] {
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { (corner: (Double, Double)) in
        Position(x: x + side * corner.0, y: y + side * corner.1)
      }
    }
    let layer = Self.areaLayer([
      .polygon([square(0, 50, 1)]), .polygon([square(2, 50, 4e-6)]),
    ])
    let coarse = try TopoJSONFile(layer.topoJSON(attribution: [], gridLines: 100_000))
    #expect(try coarse.geometry(1)?.polygons == [[]])
    let file = try TopoJSONFile(layer.topoJSON(attribution: [], byteLimit: 10_000))
    #expect(try file.geometry(1)?.polygons[0][0].count == 5)
  }

  @Test func `refuses what is neither a point nor an area`() {
    let line = Geometry.lineString([Position(x: 0, y: 0), Position(x: 1, y: 1)])
    #expect(throws: TopoJSONError.unsupportedGeometry(id: "A0", typeName: "LineString")) {
      try Self.areaLayer([line]).topoJSON(attribution: [])
    }
  }

  @Test func `writes the same bytes each time`() throws {
    let layer = try Self.tiling()
    let once = try layer.topoJSON(attribution: ["x"], byteLimit: 5_000)
    for _ in 0..<3 { #expect(try layer.topoJSON(attribution: ["x"], byteLimit: 5_000) == once) }
  }
}
