import Catchments
import ColdSpots
import GeoJSON
import GeometryEngine
import MapLayers
import Places
import SimpleFeatures
import TestSupport
import Testing

/// Four wards of a kilometre on the National Grid, with a hole in one, and what is drawn of them.
///
///     W1 W2      north; a square of 100 m is cut out of W1
///     W3 W4      south; nobody lives in W3
struct DrawnTown {
  let builder: LayerBuilder
  let projection: LayerProjection

  private static let corner = Coordinate(x: 530_000, y: 180_000)

  init() throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    projection = LayerProjection(transform)
    let analysis = ColdSpotAnalysis(
      of: try Self.data(), catchmentRules: CatchmentRules(), scoreRules: ScoreRules())
    builder = LayerBuilder(analysis, projection: projection)
  }

  /// Every layer that a run writes.
  func layers() throws -> [Layer] {
    [
      try builder.wards(), try #require(try builder.boroughs()), try builder.places(),
      try builder.organisations(), try #require(builder.unplacedOrganisations()),
      try builder.catchments(),
    ]
  }

  private static func at(_ x: Double, _ y: Double) -> Coordinate {
    Coordinate(x: corner.x + x, y: corner.y + y)
  }

  private static func data() throws -> StudyData {
    let hole = try LinearRing.tile(at: at(450, 1450), side: 100)
    let holed = MultiPolygon([
      Polygon(exterior: try .tile(at: at(0, 1000), side: 1000), holes: [hole])
    ])
    let wards = try Boundaries(
      level: "ward", vintage: "2025",
      areas: [
        Area(code: "W1", name: "Abbey", parent: "B1", shape: holed),
        Area(code: "W2", name: "Bridge", parent: "B1", shape: try tile(1000, 1000, 1000)),
        Area(code: "W3", name: "Castle", parent: "B1", shape: try tile(0, 0, 1000)),
        Area(code: "W4", name: "Dean", parent: "B1", shape: try tile(1000, 0, 1000)),
      ])
    let boroughs = try Boundaries(
      level: "borough",
      areas: [Area(code: "B1", name: "Town", shape: try tile(0, 0, 2000))])
    let rows: [PlaceTable.Row] = [
      .init(
        id: "p1", position: at(200, 1200), people: 100, needIndex: 1, ward: 0, borough: 0),
      .init(
        id: "p2", position: at(1500, 1500), people: 200, needIndex: 2, ward: 1, borough: 0),
      .init(
        id: "p3", position: at(1500, 500), people: 300, needIndex: 3, ward: 3, borough: 0),
    ]
    return StudyData(
      wards: wards, boroughs: boroughs, places: try PlaceTable(rows),
      organisations: organisations, functions: functions, outline: try tile(0, 0, 2000))
  }

  private static func tile(_ x: Double, _ y: Double, _ side: Double) throws -> MultiPolygon {
    try .tile(at: at(x, y), side: side)
  }

  private static let functions = FunctionTable([
    SupportFunction(key: "advice", column: "s_advi", name: "Advice", specialisms: []),
    SupportFunction(key: "space", column: "s_spac", name: "Space", specialisms: []),
  ])

  private static let organisations = [
    Organisation(
      id: "a", name: "Alpha", kind: "cvs", site: Site(position: at(500, 500), precision: .point),
      remit: .areas(["W1", "W2"]), functions: [0]),
    Organisation(id: "b", name: "Beta", remit: .areas(["B1"]), functions: [0]),
    Organisation(
      id: "c", name: "Gamma", status: "closed",
      site: Site(position: at(1500, 1500), precision: .postcode), functions: [0]),
  ]
}
