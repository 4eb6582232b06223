import AccessMeasures
import Foundation
import GeoJSON
import GeometryEngine
import SimpleFeatures
import TestSupport
import Testing

/// The ground covered in the reference town, by GEOS 3.14 through another language.
///
/// Discs are polygons of 64 sides there, and a remit is the whole borough.
@Suite(.enabled(if: ReferenceCases.exist, "the reference cases are not beside this checkout"))
struct `Ground covered in the reference town` {
  private let wards: [(code: String, borough: String, shape: MultiPolygon)]
  private let town: ReferenceTown
  private let catchments: [MultiPolygon]

  init() throws {
    let file = URL(filePath: ReferenceCases.path("inputs/wards.geojson"))
    let features = try GeoJSONReader().read([UInt8](Data(contentsOf: file))).features
    let wards = try features.map { feature in
      (
        code: try #require(feature.properties["ward"]?.text),
        borough: try #require(feature.properties["borough"]?.text),
        shape: try Self.shape(of: feature)
      )
    }
    town = try ReferenceCases.town()
    catchments = try town.supporters.map { supporter in
      if let borough = supporter.remit.first {
        return try Overlay.union(wards.filter { $0.borough == borough }.map(\.shape))
      }
      return try Self.disc(
        around: try #require(supporter.position), radius: try #require(supporter.radius))
    }
    self.wards = wards
  }

  @Test func `is the same area for every organisation`() throws {
    let rows = try PlainTable(path: ReferenceCases.path("coverage/organisation_coverage.csv")).rows
    #expect(rows.count == catchments.count)
    for (row, catchment) in zip(rows, catchments) {
      let expected = try row.number("area_m2")
      #expect(abs(catchment.area - expected) <= 1e-6 * expected)
    }
  }

  @Test func `is the same for every organisation alone`() throws {
    let rows = try PlainTable(path: ReferenceCases.path("coverage/organisation_coverage.csv")).rows
    for (index, row) in rows.enumerated() where town.supporters[index].capacity > 0 {
      let others = catchments.indices.filter {
        $0 != index && town.supporters[$0].capacity > 0
      }
      let alone = try Overlay.difference(
        catchments[index], try Overlay.union(others.map { catchments[$0] }))
      #expect(abs(alone.area - (try row.number("sole_cover_area_m2"))) <= 1)
    }
  }

  @Test func `is the same share of every ward, once, twice and thrice`() throws {
    let coverage = try AreaCoverage(of: catchments, depth: 3)
    let rows = try PlainTable(path: ReferenceCases.path("coverage/ward_coverage.csv")).rows
    #expect(rows.count == wards.count)
    for row in rows {
      let code = try row.text("ward")
      let ward = try #require(wards.first { $0.code == code })
      for count in 1...3 {
        let share = try coverage.share(of: ward.shape, coveredAtLeast: count)
        #expect(abs(share - (try row.number("area_share_k\(count)"))) < 1e-6)
      }
    }
  }

  private static func shape(of feature: Feature) throws -> MultiPolygon {
    let polygons: [[[Position]]] =
      switch feature.geometry {
      case .polygon(let rings): [rings]
      case .multiPolygon(let polygons): polygons
      default: []
      }
    return MultiPolygon(
      try polygons.map { rings in
        let made = try rings.map { ring in
          try LinearRing(ring.map { Coordinate(x: $0.x, y: $0.y) })
        }
        return Polygon(exterior: made[0], holes: Array(made.dropFirst()))
      })
  }

  private static func disc(around centre: Coordinate, radius: Distance) throws -> MultiPolygon {
    let corners = (0..<64).map { step in
      let angle = Double(step) / 32 * Double.pi
      return Coordinate(
        x: centre.x + radius.metres * cos(angle), y: centre.y + radius.metres * sin(angle))
    }
    return MultiPolygon([Polygon(exterior: try LinearRing(corners))])
  }
}
