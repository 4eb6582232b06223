import Catchments
import ColdSpots
import GeoJSON
import GeometryEngine
import MapLayers
import Places
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Layers of organisations` {
  private static let corner = Coordinate(x: 530_000, y: 180_000)

  private func layers(
    _ organisations: [Organisation], _ rules: CatchmentRules = CatchmentRules()
  ) throws -> (located: Layer, unplaced: Layer?, catchments: Layer) {
    let shape = try MultiPolygon.tile(at: Self.corner, side: 1000)
    let data = StudyData(
      wards: try Boundaries(level: "ward", areas: [Area(code: "W1", name: "Abbey", shape: shape)]),
      boroughs: nil,
      places: try PlaceTable([
        PlaceTable.Row(id: "p", position: Self.at(500, 500), people: 100, needIndex: 1, ward: 0)
      ]), organisations: organisations,
      functions: FunctionTable([
        SupportFunction(key: "advice", column: "s_advi", name: "Advice", specialisms: [])
      ]), outline: shape)
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    let builder = LayerBuilder(
      ColdSpotAnalysis(of: data, catchmentRules: rules, scoreRules: ScoreRules()),
      projection: LayerProjection(transform))
    return (
      try builder.organisations(), builder.unplacedOrganisations(), try builder.catchments()
    )
  }

  private static func at(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(x: corner.x + x, y: corner.y + y)
  }

  private func site(
    _ x: Double?, _ precision: LocationPrecision = .point, name: String = "",
    postcode: String = "", flags: Set<Site.Flag> = [], row: Int? = nil
  ) -> Site {
    Site(
      position: x.map { Self.at($0, 500) }, precision: precision, name: name, postcode: postcode,
      flags: flags, source: row.map { RowSource(file: "a.csv", line: $0) })
  }

  private func texts(_ layer: Layer, _ column: String) throws -> [PropertyValue] {
    let index = try #require(layer.columns.firstIndex { $0.name == column })
    return layer.features.map { $0.values[index] }
  }

  @Test func `have one feature a site, with the figures of the whole organisation`() throws {
    let rows = [2, 7, 9].map { RowSource(file: "a.csv", line: $0) }
    let organisation = Organisation(
      id: "a", name: "Alpha",
      sites: [
        site(200, name: "Hut", postcode: "SE1 7PB", row: 2),
        site(800, .postcode, flags: [.terminated(since: "2016-03"), .largeUser], row: 7),
        site(nil, name: "Nowhere", row: 9),
      ], functions: [0], provenance: Provenance(date: "2024-03", rows: rows))
    let (located, unplaced, _) = try layers([organisation])
    #expect(located.features.map(\.id) == ["a", "a#2"])
    #expect(try texts(located, "org_id") == [.text("a"), .text("a")])
    #expect(try texts(located, "site") == [.integer(1), .integer(2)])
    #expect(try texts(located, "n_sites") == [.integer(3), .integer(3)])
    #expect(try texts(located, "site_name") == [.text("Hut"), .text("")])
    #expect(try texts(located, "postcode") == [.text("SE1 7PB"), .text("")])
    #expect(
      try texts(located, "flags") == [.text(""), .text("large user;terminated 2016-03")])
    #expect(try texts(located, "precision") == [.text("point"), .text("postcode")])
    #expect(try texts(located, "line") == [.text("2"), .text("7")])
    #expect(try texts(located, "file") == [.text("a.csv"), .text("a.csv")])
    #expect(try texts(located, "date") == [.text("2024-03"), .text("2024-03")])
    #expect(
      try texts(located, "reached")
        == [.decimal(100, places: 1), .decimal(100, places: 1)])
    // The site that nobody could place is not lost.
    let rest = try #require(unplaced)
    #expect(rest.features.map(\.id) == ["a#3"])
    #expect(rest.features[0].geometry == nil)
    #expect(try texts(rest, "line") == [.text("9")])
  }

  @Test func `have no feature's id twice, whatever the organisations are called`() throws {
    let (located, _, _) = try layers([
      Organisation(id: "a", name: "", sites: [site(1), site(2)], functions: [0]),
      Organisation(id: "a#2", name: "", sites: [site(3), site(4)], functions: [0]),
      Organisation(id: "a#2#", name: "", sites: [site(5)], functions: [0]),
    ])
    #expect(located.features.map(\.id) == ["a", "a#2##", "a#2", "a#2#2", "a#2#"])
  }

  @Test func `list the rows of several files, and what all share once`() throws {
    let rows = [
      RowSource(file: "b.xlsx", sheet: "Offices", line: 4), RowSource(file: "a.csv", line: 4),
      RowSource(file: "a.csv", line: 30),
    ]
    let (_, unplaced, _) = try layers([
      Organisation(
        id: "a", name: "", remit: .everywhere, functions: [0],
        provenance: Provenance(rows: rows)),
      Organisation(
        id: "b", name: "", remit: .everywhere, functions: [0],
        provenance: Provenance(rows: Array(rows.dropFirst()))),
      Organisation(id: "c", name: "", remit: .everywhere, functions: [0]),
    ])
    let layer = try #require(unplaced)
    #expect(try texts(layer, "file") == [.text("a.csv;a.csv;b.xlsx"), .text("a.csv"), .text("")])
    #expect(try texts(layer, "sheet") == [.text(";;Offices"), .text(""), .text("")])
    #expect(try texts(layer, "line") == [.text("4;30;4"), .text("4;30"), .text("")])
    #expect(try texts(layer, "site") == Array(repeating: .integer(0), count: 3))
    #expect(try texts(layer, "n_sites") == Array(repeating: .integer(0), count: 3))
  }

  @Test func `say which sites are not known well enough to measure from`() throws {
    let organisations = [
      Organisation(id: "a", name: "", sites: [site(1), site(2, .postcodeSector)], functions: [0]),
      Organisation(
        id: "b", name: "", site: site(3, .postcodeDistrict), remit: .areas(["W1"]),
        functions: [0]),
      Organisation(id: "c", name: "", site: site(4, .postcodeDistrict), functions: [0]),
      Organisation(
        id: "d", name: "", site: site(5, .boroughPoint), remit: .areas(["W1"]), functions: [0]),
    ]
    let (layer, _, _) = try layers(organisations)
    #expect(layer.features.map(\.id) == ["a", "a#2", "b", "c", "d"])
    #expect(
      try texts(layer, "why")
        == ["", "coarse_location", "coarse_location", "coarse_location", ""].map { .text($0) })
    #expect(
      try texts(layer, "counted") == ["yes", "yes", "yes", "no", "yes"].map { .text($0) })
    let (asked, _, _) = try layers(
      organisations, CatchmentRules(leastPrecision: .postcodeDistrict))
    #expect(try texts(asked, "why") == Array(repeating: .text(""), count: 5))
  }

  @Test func `draw the discs of an organisation's sites as one catchment`() throws {
    let (_, _, catchments) = try layers(
      [Organisation(id: "a", name: "", sites: [site(0), site(9000)], functions: [0])],
      CatchmentRules(reach: .disc(radius: .metres(1000), decay: .step)))
    #expect(catchments.features.map(\.id) == ["a:distance"])
    guard case .multiPolygon(let polygons) = catchments.features[0].geometry else {
      Issue.record("no area")
      return
    }
    #expect(polygons.count == 2)
  }
}
