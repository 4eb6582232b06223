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
      #expect(abs(catchment.area - expected) <= 1e-9 * expected)
    }
  }

  @Test func `is the same for every organisation alone`() throws {
    let rows = try PlainTable(path: ReferenceCases.path("coverage/organisation_coverage.csv")).rows
    let counted = rows.indices.filter { town.supporters[$0].capacity > 0 }
    let coverage = try AreaCoverage(of: counted.map { catchments[$0] }, depth: 2)
    for (index, area) in zip(counted, try coverage.soleAreas()) {
      let expected = try rows[index].number("sole_cover_area_m2")
      #expect(abs(area - expected) <= 1e-9 * max(expected, 1e4))
    }
  }

  @Test func `is the same in all, and of the whole study area once, twice and thrice`() throws {
    let file = URL(filePath: ReferenceCases.path("coverage/summary.json"))
    let summary = try JSONDecoder().decode(Summary.self, from: try Data(contentsOf: file))
    // The total leaves out organisations without capacity, the shares do not.
    let counted = try AreaCoverage(
      of: catchments.indices.filter { town.supporters[$0].capacity > 0 }.map { catchments[$0] },
      depth: 1)
    #expect(abs(counted.levels[0].area - summary.area) <= 1e-9 * summary.area)
    let studyArea = try Overlay.union(wards.map(\.shape))
    #expect(abs(studyArea.area - summary.studyArea) <= 1e-9 * summary.studyArea)
    let all = try AreaCoverage(of: catchments, depth: 3)
    #expect(summary.shares.count == 3)
    for (count, share) in summary.shares {
      let found = try all.share(of: studyArea, coveredAtLeast: try #require(Int(count)))
      #expect(abs(found - share) <= 1e-9)
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
        #expect(abs(share - (try row.number("area_share_k\(count)"))) < 1e-9)
      }
    }
  }

  @Test func `is the share under true circles but for the chords`() throws {
    let rows = try PlainTable(path: ReferenceCases.path("coverage/ward_coverage.csv")).rows
    let discs = town.supporters.map { supporter -> [Disc] in
      guard supporter.remit.isEmpty, let centre = supporter.position,
        let radius = supporter.radius
      else { return [] }
      return [Disc(centre: centre, radius: radius)]
    }
    let ground = try GroundCoverage(
      of: zip(discs, catchments).map { discs, catchment in
        GroundCoverage.Catchment(
          discs: discs, area: discs.isEmpty ? catchment : MultiPolygon([]))
      })
    let shares = try ground.shares(of: wards.map(\.shape), upTo: 3)
    for (index, ward) in wards.enumerated() {
      let row = try #require(try rows.first { try $0.text("ward") == ward.code })
      // What polygons of 64 sides lack of the circles that reach the ward.
      let around = discs.joined().filter {
        let reach = $0.radius.metres
        return ward.shape.bounds.squaredDistance(to: $0.centre) <= reach * reach
      }
      let chords = around.reduce(0) {
        $0 + $1.radius.metres * $1.radius.metres * (Double.pi - 32 * sin(Double.pi / 32))
      }
      for count in 1...3 {
        let found = shares[count - 1][index]
        let difference = found - (try row.number("area_share_k\(count)"))
        #expect(difference >= -1e-9 && difference <= chords / ward.shape.area + 1e-9)
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

  private struct Summary: Decodable {
    let area: Double
    let studyArea: Double
    let shares: [String: Double]

    enum CodingKeys: String, CodingKey {
      case area = "union_area_m2"
      case studyArea = "study_area_m2"
      case shares = "share_k"
    }
  }
}
