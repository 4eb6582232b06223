import FileFormats
import GeoJSON
import GeometryEngine
import MapLayers
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `GeoPackage export` {
  private let layers: [Layer]
  private let transform: CoordinateTransform
  private let bytes: [UInt8]

  init() throws {
    layers = try DrawnTown().layers()
    transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    bytes = try Self.export(layers).bytes(metric: transform)
  }

  @Test func `has each layer in degrees and, where it has places, in metres`() throws {
    let package = try GeoPackage(bytes)
    let expected = [
      ("wards", "EPSG:4326"), ("wards_27700", "EPSG:27700"), ("boroughs", "EPSG:4326"),
      ("boroughs_27700", "EPSG:27700"), ("places", "EPSG:4326"), ("places_27700", "EPSG:27700"),
      ("organisations", "EPSG:4326"), ("organisations_27700", "EPSG:27700"),
      ("organisations_unplaced", nil), ("catchments", "EPSG:4326"),
      ("catchments_27700", "EPSG:27700"), ("layer_styles", nil),
    ]
    #expect(package.layers.map(\.name) == expected.map(\.0))
    #expect(package.layers.map(\.system) == expected.map(\.1))
    #expect(
      package.layer(named: "wards_27700")?.summary
        == "Cold spots of support by ward (OSGB36 / British National Grid)")
  }

  @Test func `holds what the GeoJSON of the layer holds`() throws {
    let package = try GeoPackage(bytes)
    for layer in layers {
      let document = try GeoJSONReader().read(layer.geoJSON(attribution: [])).features
      for suffix in layer.features[0].geometry == nil ? [""] : ["", "_27700"] {
        let name = layer.name.replacing("-", with: "_") + suffix
        let table = try package.features(of: #require(package.layer(named: name))).features
        #expect(table.map { $0.properties["id"] } == document.map(\.id))
        for (row, feature) in zip(table, document) {
          if suffix.isEmpty { #expect(row.geometry == feature.geometry) }
          for column in layer.columns.map(\.name) {
            let (stored, written) = (row.properties[column], feature.properties[column])
            // SQLite keeps a whole number in a column of fractions as a fraction.
            #expect(stored == written || stored?.double == written?.double, "\(name) \(column)")
          }
        }
      }
    }
  }

  /// The wards were drawn from whole hundreds of metres; seven decimals of a degree are 11 mm.
  @Test func `returns the copies to where the study has them`() throws {
    let package = try GeoPackage(bytes)
    let wards = try package.features(of: #require(package.layer(named: "wards_27700"))).features
    var corners = 0
    for ward in wards {
      guard case .multiPolygon(let polygons) = ward.geometry else {
        Issue.record("not a MultiPolygon")
        continue
      }
      for position in polygons.joined().joined() {
        for ordinate in [position.x, position.y] {
          let beside = (ordinate / 50).rounded() * 50 - ordinate
          #expect(abs(beside) < 0.015)
          #expect(abs(ordinate * 1000 - (ordinate * 1000).rounded()) < 1e-3)
        }
        corners += 1
      }
    }
    // Four squares and a hole, each with its first corner again.
    #expect(corners == 25)
  }

  @Test func `gives neighbours in metres the same corners`() throws {
    let package = try GeoPackage(bytes)
    func corners(_ table: String) throws -> Set<Position> {
      let layer = try #require(package.layer(named: table))
      return Set(
        try package.features(of: layer).features.flatMap { feature -> [Position] in
          guard case .multiPolygon(let polygons) = feature.geometry else { return [] }
          return polygons.flatMap { $0.flatMap(\.self) }
        })
    }
    // A grid of three by three, and a hole.
    #expect(try corners("wards").count == 13)
    #expect(try corners("wards_27700").count == 13)
  }

  @Test func `holds no copies without a metric system`() throws {
    let package = try GeoPackage(try Self.export(layers).bytes())
    #expect(
      package.layers.map(\.name) == [
        "wards", "boroughs", "places", "organisations", "organisations_unplaced", "catchments",
        "layer_styles",
      ])
  }

  @Test func `describes its columns, and keeps the record and the credits`() throws {
    let file = try SQLiteFile(bytes)
    let described = try file.rows(
      "SELECT column_name, description FROM gpkg_data_columns WHERE table_name = 'wards_27700'")
    #expect(described.map(\.first) == ["id"] + layers[0].columns.map(\.name))
    #expect(described.dropFirst().map(\.last) == layers[0].columns.map(\.meaning))
    #expect(
      try file.rows("SELECT mime_type, metadata FROM gpkg_metadata ORDER BY id")
        == [["application/json", "{\"a\":1}"], ["text/plain", "Contains OS data. Licensed."]])
  }

  @Test func `has a style for each table, which QGIS takes by itself`() throws {
    let file = try SQLiteFile(bytes)
    let styles = try file.rows(
      "SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault = 1 ORDER BY id")
    let tables = try GeoPackage(bytes).layers.map(\.name).dropLast()
    #expect(styles.map(\.first) == tables.map(\.self))
    #expect(styles[0].last == QGISStyle(of: layers[0]).qml)
    #expect(styles[1].last == styles[0].last)
  }

  @Test func `gives the same bytes for the same layers`() throws {
    let again = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    #expect(try Self.export(DrawnTown().layers()).bytes(metric: again) == bytes)
  }

  /// Two squares of about 10 m, joined by a corridor whose sides fall together when rounded to the
  /// millimetre: it is ten nanometres wide.
  @Test func `mends what rounding to the millimetre breaks`() throws {
    let (west, south, side, thin) = (-0.1, 51.5, 1e-4, 1e-13)
    let ring = [
      (0.0, 0.0), (1, 0), (1, 0.5), (2, 0.5), (2, 0), (3, 0), (3, 1), (2, 1),
      (2, 0.5 + thin / side), (1, 0.5 + thin / side), (1, 1), (0, 1), (0, 0),
    ].map { Position(x: west + $0.0 * side, y: south + $0.1 * side) }
    let layer = Layer(
      name: "thin", title: "Thin", columns: [],
      features: [LayerFeature(id: "1", geometry: .multiPolygon([[ring]]), values: [])])
    let package = try GeoPackage(try Self.export([layer]).bytes(metric: transform))
    let copy = try package.features(of: #require(package.layer(named: "thin_27700"))).features
    guard case .multiPolygon(let polygons) = copy[0].geometry else {
      Issue.record("not a MultiPolygon")
      return
    }
    #expect(polygons.count == 2)
    let shape = MultiPolygon(
      try polygons.map { rings in
        Polygon(
          exterior: try LinearRing(rings[0].map { Coordinate(x: $0.x, y: $0.y) }))
      })
    #expect(try Validity.of(shape) == .valid)
  }

  @Test func `carries hostile names and values`() throws {
    let name = "w'); DROP TABLE gpkg_contents; --\"\u{1}]]>"
    let layer = Layer(
      name: name, title: name, columns: [Column(name, .text, name)],
      features: [LayerFeature(id: name, geometry: nil, values: [.text(name)])])
    let export = GeoPackageExport([layer], manifest: Array(name.utf8), attribution: [name])
    let package = try GeoPackage(try export.bytes())
    // Hyphens become underscores.
    let table = name.replacing("-", with: "_")
    #expect(package.layers.map(\.name) == [table, "layer_styles"])
    let rows = try package.features(of: package.layers[0]).features
    #expect(rows[0].properties[name] == .string(name))
    #expect(rows[0].properties["id"] == .string(name))
  }

  @Test func `says which name it cannot write`() throws {
    let layer = Layer(name: "gpkg-x", title: "", columns: [], features: [])
    #expect(throws: GeoPackageExportError.file(.nameNotAllowed("gpkg_x"))) {
      try Self.export([layer]).bytes()
    }
    let far = Layer(
      name: "far", title: "", columns: [],
      features: [
        LayerFeature(id: "1", geometry: .point(Position(x: 500, y: 0)), values: [])
      ])
    #expect(
      throws: GeoPackageExportError.geometry(.transformFailed(index: 0, x: 500, y: 0))
    ) {
      try Self.export([far]).bytes(metric: transform)
    }
  }

  private static func export(_ layers: [Layer]) -> GeoPackageExport {
    GeoPackageExport(
      layers, manifest: Array("{\"a\":1}".utf8), attribution: ["Contains OS data.", "Licensed."])
  }
}
