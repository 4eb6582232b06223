import GeoJSON
import Intake
import MapLayers
import Testing

/// What GDAL, QGIS, GeoPandas and Shapefiles need of the columns.
@Suite struct `Layer schema` {
  private let layers: [Layer]

  init() throws {
    layers = try DrawnTown().layers()
  }

  @Test func `has names of at most ten lower-case letters, digits and underscores`() {
    for layer in layers {
      for column in layer.columns {
        #expect(column.name.utf8.count <= 10)
        #expect(column.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(column.name)")
        #expect(!column.meaning.isEmpty)
      }
      #expect(Set(layer.columns.map { $0.name.lowercased() }).count == layer.columns.count)
    }
  }

  @Test func `uses no name that map software keeps for itself`() {
    let reserved = ["fid", "id", "geometry", "geom", "ogc_fid", "objectid", "shape", "gid"]
    for layer in layers {
      #expect(Set(layer.columns.map(\.name)).isDisjoint(with: reserved))
    }
  }

  @Test func `leaves its own names to no function`() {
    let functions: Set = ["s_advi", "s_spac"]
    for layer in layers where ["wards", "boroughs", "places"].contains(layer.name) {
      let own = Set(layer.columns.map(\.name)).subtracting(functions)
      #expect(own.isSubset(of: FunctionReader.reservedColumns), "\(layer.name)")
    }
  }

  @Test func `has one value a column and an identifier of its own for every feature`() {
    for layer in layers {
      #expect(layer.features.allSatisfy { $0.values.count == layer.columns.count })
      #expect(Set(layer.features.map(\.id)).count == layer.features.count)
      #expect(layer.features.allSatisfy { !$0.id.isEmpty })
    }
  }

  @Test func `keeps to one type of value a column`() {
    for layer in layers {
      for (index, column) in layer.columns.enumerated() {
        for value in layer.features.map({ $0.values[index] }) where value != .null {
          switch (column.kind, value) {
          case (.text, .text), (.integer, .integer): break
          case (.decimal(let places), .decimal(let number, let written)):
            #expect(number.isFinite)
            #expect(written == places)
          default: Issue.record("\(layer.name) \(column.name): \(value)")
          }
        }
      }
    }
  }

  @Test func `has no column without any value`() {
    for layer in layers {
      for index in layer.columns.indices {
        #expect(layer.features.contains { $0.values[index] != .null })
      }
    }
  }

  @Test func `says why where a figure is null`() throws {
    let wards = layers[0]
    let score = try #require(wards.columns.firstIndex { $0.name == "score" })
    let why = try #require(wards.columns.firstIndex { $0.name == "why" })
    let empty = try #require(wards.features.last)
    #expect(empty.id == "W3")
    #expect(empty.values[score] == .null)
    #expect(empty.values[why] == .text("Not scored: no demand point falls in this area."))
  }
}
