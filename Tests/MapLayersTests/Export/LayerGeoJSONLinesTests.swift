import GeoJSON
import MapLayers
import Testing

@Suite struct `Layer as lines of GeoJSON` {
  private let layers: [Layer]

  init() throws {
    layers = try DrawnTown().layers()
  }

  @Test func `holds the features of the document, in its order, one a line`() throws {
    for layer in layers {
      let document = try GeoJSONReader().read(layer.geoJSON(attribution: ["Credits"]))
      let lines = try GeoJSONReader().readSequence(layer.geoJSONLines)
      #expect(lines.features == document.features)
      #expect(lines.warnings.isEmpty)
      #expect(layer.geoJSONLines.count { $0 == 0x0A } == layer.features.count)
      #expect(layer.geoJSONLines.last == 0x0A)
    }
  }

  @Test func `has the coldest ward on its first line, as a document of its own`() throws {
    let line = try #require(layers[0].geoJSONLines.split(separator: 0x0A).first)
    let feature = try GeoJSONReader().read(Array(line)).features[0]
    #expect(feature.properties["rank"] == .integer(1))
    #expect(line.starts(with: #"{"type":"Feature","id":""#.utf8))
  }

  @Test func `keeps a line feed inside a text out of the way`() throws {
    let layer = Layer(
      name: "l", title: "t", columns: [Column("a", .text, "m")],
      features: [LayerFeature(id: "1", geometry: nil, values: [.text("x\n\u{2028}\u{1E}{")])])
    #expect(layer.geoJSONLines.count { $0 == 0x0A } == 1)
    let read = try GeoJSONReader().readSequence(layer.geoJSONLines)
    #expect(read.features[0].properties["a"] == .string("x\n\u{2028}\u{1E}{"))
  }

  @Test func `is empty for a layer without features`() {
    #expect(Layer(name: "l", title: "t", columns: [], features: []).geoJSONLines.isEmpty)
  }
}
