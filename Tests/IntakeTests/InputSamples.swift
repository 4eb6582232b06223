import Foundation
import GeometryEngine
import Intake
import Places
import SimpleFeatures
import TestSupport

extension InputFile {
  /// A file of text.
  init(_ text: String, name: String = "table.csv") throws(IntakeError) {
    try self.init(name: name, bytes: Array(text.utf8))
  }
}

/// Four wards of a kilometre square on the National Grid, in two boroughs.
///
///     W1 W2      north
///     W3 W4      south; B1 is the west, B2 the east
struct FourWards {
  /// The south-west corner of the square.
  static let corner = Coordinate(x: 530_000, y: 180_000)

  let wards: Boundaries
  let boroughs: Boundaries
  let projection: StudyProjection

  init() throws {
    func tile(_ column: Double, _ row: Double) throws -> MultiPolygon {
      let corner = Coordinate(x: Self.corner.x + column * 1000, y: Self.corner.y + row * 1000)
      return try .tile(at: corner, side: 1000)
    }
    let homes: [(AreaCode, AreaCode, Double, Double)] = [
      ("W1", "B1", 0, 1), ("W2", "B2", 1, 1), ("W3", "B1", 0, 0), ("W4", "B2", 1, 0),
    ]
    wards = try Boundaries(
      level: "ward",
      areas: homes.map { code, borough, column, row in
        Area(code: code, name: "", parent: borough, shape: try tile(column, row))
      })
    boroughs = try Boundaries(
      level: "borough",
      areas: [0.0, 1.0].map { column in
        let box = BoundingBox(
          minX: Self.corner.x + column * 1000, minY: Self.corner.y,
          maxX: Self.corner.x + column * 1000 + 1000, maxY: Self.corner.y + 2000)
        return Area(
          code: column == 0 ? "B1" : "B2", name: "", shape: MultiPolygon(try .around(box)))
      })
    projection = try StudyProjection(to: .britishNationalGrid)
  }

  /// What tables are read against.
  var ground: StudyGround {
    StudyGround(
      wards: wards, wardFile: "wards.geojson", wardColumn: "gss_code", boroughs: boroughs,
      projection: projection)
  }
}

/// GeoJSON documents in pieces, broken ones included.
enum Document {
  /// A document of features, with an old `crs` member where a name is given.
  static func collection(_ features: String..., crs: String? = nil) -> String {
    let member = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    return #"{"type":"FeatureCollection",\#(member)"features":["#
      + features.joined(separator: ",\n") + "]}"
  }

  /// A feature with a geometry as it is written.
  static func feature(_ properties: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
  }

  /// A ward with one ring, given as it is written.
  static func ward(_ code: String, _ ring: String) -> String {
    feature(
      #""gss_code":"\#(code)","name":"Ward \#(code)""#,
      #"{"type":"Polygon","coordinates":[\#(ring)]}"#)
  }

  /// A closed square ring from its south-west corner.
  static func square(_ x: Double, _ y: Double, _ side: Double) -> String {
    "[[\(x),\(y)],[\(x + side),\(y)],[\(x + side),\(y + side)],[\(x),\(y + side)],[\(x),\(y)]]"
  }

  /// A ring whose two diagonals cross in the middle of a square.
  static func bowTie(_ x: Double, _ y: Double, _ side: Double) -> String {
    "[[\(x),\(y)],[\(x + side),\(y + side)],[\(x + side),\(y)],[\(x),\(y + side)],[\(x),\(y)]]"
  }
}
