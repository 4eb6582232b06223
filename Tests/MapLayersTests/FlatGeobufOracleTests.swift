import GeoJSON
import MapLayers
import Testing

@Suite(.enabled(if: OGRCommand.isInstalled, "GDAL is not installed"))
struct `FlatGeobuf read by GDAL` {
  @Test func `is described as the layer is, without a warning`() async throws {
    for layer in try DrawnTown().layers() {
      let run = try await OGRCommand(
        "ogrinfo", ["-al", "-so", "-oo", "VERIFY_BUFFERS=YES", "FILE"],
        file: layer.name + ".fgb", bytes: try layer.flatGeobuf(attribution: ["Contains data."]))
      #expect(run.status == 0)
      #expect(run.messages.isEmpty, "\(run.messages)")
      let lines = run.text.split(whereSeparator: \.isNewline)
      #expect(lines.contains("Layer name: \(layer.name)"))
      #expect(lines.contains("Feature Count: \(layer.features.count)"))
      #expect(run.text.contains("ID[\"EPSG\",4326]"))
      for column in layer.columns {
        let type =
          switch column.kind {
          case .text: "String"
          case .integer: "Integer64"
          case .decimal: "Real"
          }
        #expect(lines.contains { $0.hasPrefix("\(column.name): \(type)") }, "\(column.name)")
      }
    }
  }

  @Test func `has the shapes and values of the GeoJSON file`() async throws {
    for layer in try DrawnTown().layers() {
      let run = try await OGRCommand(
        "ogr2ogr",
        ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", "/vsistdout/", "FILE"],
        file: layer.name + ".fgb", bytes: try layer.flatGeobuf(attribution: []))
      #expect(run.status == 0)
      #expect(run.messages.isEmpty, "\(run.messages)")
      var features = try GeoJSONReader().read(run.output).features
      #expect(features.count == layer.features.count)
      for original in try GeoJSONReader().read(layer.geoJSON(attribution: [])).features {
        let match = features.firstIndex { feature in
          feature.geometry == original.geometry
            && original.properties.members.allSatisfy { member in
              let value = feature.properties[member.name] ?? .null
              // GDAL writes a whole number of a decimal column with a fraction of zero.
              return value == member.value
                || value.double != nil && value.double == member.value.double
            }
        }
        features.remove(at: try #require(match, "\(layer.name) \(original.id as Any)"))
      }
    }
  }

  @Test(arguments: UInt64(0)..<4)
  func `finds the same features in a box as in the GeoJSON file`(seed: UInt64) async throws {
    let tiling = try TopologyTiling(seed: seed, cells: 9, bends: 3)
    let layer = Layer(
      name: "areas", title: "Areas", columns: [Column("code", .text, "code")],
      features: tiling.geometries.enumerated().map {
        LayerFeature(id: "\($0)", geometry: $1, values: [.text("a\($0)")])
      })
    let box = ["0.012", "51.03", "\(0.02 + 0.01 * Double(seed))", "51.06"]
    var found: [[String]] = []
    for (file, bytes) in [
      ("areas.fgb", try layer.flatGeobuf(attribution: [])),
      ("areas.geojson", layer.geoJSON(attribution: [])),
    ] {
      let run = try await OGRCommand(
        "ogr2ogr", ["-f", "CSV", "/vsistdout/", "FILE", "-select", "code", "-spat"] + box,
        file: file, bytes: bytes)
      #expect(run.status == 0)
      found.append(
        run.text.split(whereSeparator: \.isNewline).dropFirst().map {
          String($0.split(separator: ",").last ?? "")
        }.sorted())
    }
    #expect(!found[0].isEmpty)
    #expect(found[0] == found[1])
  }
}
