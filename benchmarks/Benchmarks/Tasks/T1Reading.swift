import Foundation
import GeoJSON
import GeometryEngine
import Intake
import Places
import SimpleFeatures

/// A boundary file, from its bytes in the page cache to shapes in memory.
///
/// Peers keep the coordinates of the file. So do areas of a file in metres (`m`, `s`); those of a
/// file in degrees (`o`) are also projected, which the peers do not do.
enum T1Reading: BenchmarkTask {
  static let name = "T1"
  static let sizes = ["m", "s", "o"]

  static func run(input: InputFolder, stopwatch: Stopwatch) throws {
    let url = URL(fileURLWithPath: input.file("wards_\(stopwatch.size).geojson"))
    try stopwatch.measure("read file into features with properties") { (features: [Feature]) in
      [
        "features": Double(features.count),
        "vertices": Double(features.reduce(0) { $0 + vertices(of: $1.geometry) }),
        "properties": Double(features.reduce(0) { $0 + $1.properties.members.count }),
      ]
    } _: {
      try GeoJSONReader().read(InputFile(url).bytes).features
    }
    let reader = AreaReader(level: "ward")
    try stopwatch.measure("read file into areas") { (rows: [AreaReader.Row]) in
      checks(of: rows.map(\.shape))
    } _: {
      let file = try AreaFile(InputFile(url))
      return try reader.rows(of: file, in: StudyProjection(to: file.metricSystem())).rows
    }
    try stopwatch.measure("read file into boundaries, judged and indexed") { boundaries in
      checks(of: boundaries.areas.map(\.shape))
    } _: {
      let file = try AreaFile(InputFile(url))
      return try reader.boundaries(of: file, in: StudyProjection(to: file.metricSystem()))
    }
  }

  private static func vertices(of geometry: Geometry?) -> Int {
    switch geometry {
    case .polygon(let rings): rings.reduce(0) { $0 + $1.count }
    case .multiPolygon(let polygons): polygons.joined().reduce(0) { $0 + $1.count }
    default: 0
    }
  }

  /// With the closing positions, as peers count them.
  private static func checks(of shapes: [MultiPolygon]) -> [String: Double] {
    [
      "features": Double(shapes.count),
      "vertices": Double(shapes.reduce(0) { $0 + $1.cornerCount + $1.rings.count }),
      "area": (shapes.reduce(0) { $0 + $1.area } * 10).rounded() / 10,
    ]
  }
}
