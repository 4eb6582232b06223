import ColdSpotKit
import Foundation
import Testing

@Suite struct `The export of a run` {
  private static let run = Result { try London.result.get().published() }

  private func files(_ formats: ExportFormat..., marked: Bool = false) throws -> [String: [UInt8]] {
    let export = RunExport(try Self.run.get(), marksTables: marked)
    return Dictionary(
      uniqueKeysWithValues: try export.files(formats).map { ($0.name, $0.content) })
  }

  @Test func `has no file but those it announces`() throws {
    let files = try files(.geoJSON, .geoJSONLines, .geoPackage, .csv, .topoJSON, .flatGeobuf)
    #expect(Set(files.keys).isSubset(of: RunExport.fileNames(ExportFormat.allCases)))
    let expected = [
      "wards.geojson", "wards.qml", "wards.geojsonl", "wards.csv", "wards.topojson", "wards.fgb",
      "reach-wards.csv", "organisations-unplaced.csv", "coldspot.gpkg", "datapackage.json",
    ]
    #expect(Set(expected).isSubset(of: files.keys))
    // A table without shapes is no map, and a layer without places has no index.
    for name in ["reach-wards.geojson", "organisations-unplaced.fgb", "places.topojson"] {
      #expect(files[name] == nil)
    }
  }

  @Test func `writes the layers as the run does`() throws {
    let exported = try files(.geoJSON)
    for (name, content) in try London.result.get().files()
    where name.hasSuffix(".geojson") || name.hasSuffix(".qml") {
      #expect(exported[name] == content, "\(name)")
    }
  }

  @Test func `lists every file with its size and checksum`() throws {
    let files = try files(.csv, .flatGeobuf)
    let package = try JSONReader().read(try #require(files["datapackage.json"]))
    guard case .array(let resources)? = package["resources"] else {
      Issue.record("no resources")
      return
    }
    #expect(resources.count == files.count - 1)
    for resource in resources {
      let content = try #require(files[resource["path"]?.text ?? ""])
      #expect(resource["bytes"] == .integer(content.count))
      #expect(resource["hash"]?.text == "sha256:\(Checksum(of: content))")
    }
    #expect(package["attribution"]?.text?.contains("Crown copyright") == true)
  }

  @Test func `gives points their longitude and latitude in tables`() throws {
    let table = try #require(try files(.csv)["organisations.csv"])
    let grid = try DelimitedText(table).grid
    let header = (0..<grid.cellCount(ofRow: 0)).map { grid.text(row: 0, cell: $0) }
    let run = try Self.run.get()
    let layer = try #require(run.layer("organisations"))
    #expect(header == layer.columns.map(\.name) + ["lon", "lat"])
    for (row, feature) in layer.features.enumerated() {
      guard case .point(let position)? = feature.geometry else { continue }
      #expect(Double(grid.text(row: row + 1, cell: header.count - 2)) == position.x)
      #expect(Double(grid.text(row: row + 1, cell: header.count - 1)) == position.y)
    }
  }

  @Test func `marks tables for Excel where that is asked for`() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try files(.csv, marked: true)["wards.csv"]?.starts(with: mark) == true)
    #expect(try files(.csv)["wards.csv"]?.starts(with: mark) == false)
  }

  @Test func `keeps areas small enough for Power BI`() throws {
    for (name, content) in try files(.topoJSON) where name.hasSuffix(".topojson") {
      #expect(content.count <= 1_000_000, "\(name)")
    }
  }

  @Test func `has a GeoPackage in degrees and in metres, with styles`() throws {
    let content = try #require(try files(.geoPackage)["coldspot.gpkg"])
    let package = try GeoPackage(content)
    let names = package.layers.map(\.name)
    for layer in ["wards", "boroughs", "places", "organisations", "catchments"] {
      #expect(names.contains(layer) && names.contains("\(layer)_27700"))
    }
  }

  @Test func `is the same bytes every time`() throws {
    let formats = [ExportFormat.csv, .topoJSON, .flatGeobuf, .geoPackage]
    let export = RunExport(try Self.run.get())
    for (one, other) in zip(try export.files(formats), try export.files(formats)) {
      #expect(one.content == other.content, "\(one.name)")
    }
  }
}
