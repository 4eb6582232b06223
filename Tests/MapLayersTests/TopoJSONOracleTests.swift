import GeoJSON
import MapLayers
import Testing

@Suite(.enabled(if: OGRCommand.isInstalled, "GDAL is not installed"))
struct `TopoJSON read by GDAL` {
  @Test(arguments: [nil, 12_000, 8_000])
  func `has the areas that its arcs say`(limit: Int?) async throws {
    let tiling = try TopologyTiling(seed: 2, cells: 5, bends: 20)
    let layer = Layer(
      name: "areas", title: "Areas", columns: [Column("code", .text, "code")],
      features: tiling.geometries.enumerated().map {
        LayerFeature(id: "a\($0)", geometry: $1, values: [.text("c\($0)")])
      })
    let bytes = try layer.topoJSON(attribution: ["Contains data."], byteLimit: limit)
    let run = try await OGRCommand(
      "ogr2ogr", ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=12", "/vsistdout/", "FILE"],
      file: "areas.topojson", bytes: bytes)
    #expect(run.status == 0)
    #expect(run.messages.isEmpty, "\(run.messages)")
    let features = try GeoJSONReader().read(run.output).features
    let file = try TopoJSONFile(bytes)
    #expect(features.count == layer.features.count)
    for (index, feature) in features.enumerated() {
      #expect(
        feature.id == .string("a\(index)") || feature.properties["id"] == .string("a\(index)"))
      #expect(feature.properties["code"] == .string("c\(index)"))
      let read = try #require(feature.geometry).polygons.joined().joined()
      let ours = try #require(try file.geometry(index)).polygons.joined().joined()
      #expect(read.count == ours.count)
      // Twelve decimals were written.
      #expect(
        zip(read, ours).allSatisfy { abs($0.x - $1.x) <= 1e-12 && abs($0.y - $1.y) <= 1e-12 })
    }
  }

  @Test func `is described as the layer is, without a warning`() async throws {
    // GDAL leaves out features without a geometry, so the layer of the unplaced is not asked.
    for layer in try DrawnTown().layers() where layer.features.allSatisfy({ $0.geometry != nil }) {
      let run = try await OGRCommand(
        "ogrinfo", ["-al", "-so", "FILE"], file: layer.name + ".topojson",
        bytes: try layer.topoJSON(attribution: []))
      #expect(run.status == 0)
      #expect(run.messages.isEmpty, "\(run.messages)")
      let lines = run.text.split(whereSeparator: \.isNewline)
      #expect(lines.contains("Layer name: \(layer.name)"))
      #expect(lines.contains("Feature Count: \(layer.features.count)"))
      for column in layer.columns {
        #expect(lines.contains { $0.hasPrefix("\(column.name): ") }, "\(column.name)")
      }
    }
  }
}
