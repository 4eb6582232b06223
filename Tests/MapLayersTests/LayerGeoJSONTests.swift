import GeoJSON
import MapLayers
import Testing

@Suite struct `Layer as GeoJSON` {
  private let layers: [Layer]

  init() throws {
    layers = try DrawnTown().layers()
  }

  @Test func `keeps to the RFC so that nothing is left to warn of`() throws {
    for layer in layers {
      let collection = try read(layer)
      #expect(collection.warnings.isEmpty)
      #expect(collection.crs == nil)
      #expect(collection.name == layer.name)
      #expect(
        collection.features.map(\.id) == layer.features.map { JSONValue.string($0.id) })
    }
  }

  @Test func `keeps the credits and the title with the data`() throws {
    let bytes = layers[0].geoJSON(attribution: ["Contains OS data.", "Licensed."])
    let members = try GeoJSONReader().read(bytes).foreignMembers
    #expect(
      members.first { $0.name == "attribution" }?.value == .string("Contains OS data. Licensed."))
    #expect(members.first { $0.name == "description" }?.value == .string(layers[0].title))
  }

  @Test func `is the same piece by piece`() throws {
    for layer in layers {
      var pieces: [UInt8] = []
      layer.writeGeoJSON(attribution: ["Credits."]) { piece in
        for index in piece.indices { pieces.append(piece[index]) }
      }
      #expect(pieces == layer.geoJSON(attribution: ["Credits."]))
    }
  }

  @Test func `has the columns as properties, in their order`() throws {
    for layer in layers {
      for feature in try read(layer).features {
        #expect(feature.properties.keys == layer.columns.map(\.name))
      }
    }
  }

  @Test func `has one type of geometry, or none`() throws {
    let expected = [
      "wards": "MultiPolygon", "boroughs": "MultiPolygon", "places": "Point",
      "organisations": "Point", "organisations-unplaced": nil, "catchments": "MultiPolygon",
    ]
    for layer in layers {
      let types = Set(try read(layer).features.map { $0.geometry?.typeName })
      #expect(types == [expected[layer.name] ?? nil])
    }
  }

  @Test func `winds rings as the RFC asks and closes them`() throws {
    var holes = 0
    for layer in layers {
      for feature in try read(layer).features {
        guard case .multiPolygon(let polygons) = feature.geometry else { continue }
        for rings in polygons {
          for (index, ring) in rings.enumerated() {
            #expect(ring.count >= 4)
            #expect(ring.first == ring.last)
            #expect((Self.twiceArea(ring) > 0) == (index == 0), "\(layer.name) \(index)")
            holes += index > 0 ? 1 : 0
          }
        }
      }
    }
    // W1 has one as a ward; the remit of Alpha, W1 and W2 together, has it again.
    #expect(holes == 2)
  }

  @Test func `writes no more than seven decimals and no exponent`() throws {
    for layer in layers {
      let text = String(decoding: layer.geoJSON(attribution: []), as: UTF8.self)
      let geometries = text.split(separator: "\"geometry\":").dropFirst().joined()
      #expect(geometries.firstMatch(of: /\.\d{8}/) == nil)
      #expect(geometries.firstMatch(of: /[0-9][eE][-+]?[0-9]/) == nil)
    }
  }

  @Test func `has the coldest area first and the unranked last`() throws {
    let wards = try read(layers[0]).features
    let ranks = wards.map { $0.properties["rank"]?.double ?? .infinity }
    #expect(ranks == ranks.sorted())
    #expect(ranks.first == 1)
    #expect(ranks.last == .infinity)
  }

  @Test func `leaves out columns without any value`() {
    let columns = [
      Column("a", .text, "text"), Column("b", .integer, "never known"), Column("c", .integer, ""),
    ]
    let layer = Layer(
      name: "l", title: "t", columns: columns,
      features: [
        LayerFeature(id: "1", geometry: nil, values: [.text(""), .null, .null]),
        LayerFeature(id: "2", geometry: nil, values: [.text("x"), .null, .integer(0)]),
      ])
    #expect(layer.columns.map(\.name) == ["a", "c"])
    #expect(layer.features.map(\.values) == [[.text(""), .null], [.text("x"), .integer(0)]])
    #expect(Layer(name: "l", title: "t", columns: columns, features: []).columns.count == 3)
  }

  private func read(_ layer: Layer) throws -> FeatureCollection {
    try GeoJSONReader().read(layer.geoJSON(attribution: []))
  }

  /// Twice the signed area in square degrees, positive when counter-clockwise.
  private static func twiceArea(_ ring: [Position]) -> Double {
    let origin = ring[0]
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    }
  }
}
