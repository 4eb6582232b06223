import Foundation
import GeoJSON
import FileFormats
import Intake
import Places
import SimpleFeatures
import TestSupport

extension BoundaryCheck.Subject {
  /// An area of one ring through pairs of ordinates.
  init(_ code: AreaCode, parent: AreaCode? = nil, _ pairs: (Double, Double)...) {
    self.init(code: code, name: "", parent: parent, parts: [[pairs.map(Coordinate.init)]])
  }

  /// A rectangle.
  static func rectangle(
    _ code: AreaCode, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, parent: AreaCode? = nil
  ) -> BoundaryCheck.Subject {
    BoundaryCheck.Subject(
      code, parent: parent, (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound),
      (x.upperBound, y.upperBound), (x.lowerBound, y.upperBound))
  }

  /// The same area, every corner moved by what a closure says.
  func moved(_ move: (Coordinate) -> Coordinate) throws -> BoundaryCheck.Subject {
    let parts = shape.polygons.map { $0.rings.map { $0.corners.map(move) } }
    return BoundaryCheck.Subject(code: code, name: name, parent: parent, parts: parts)
  }
}

extension Coordinate {
  init(_ pair: (Double, Double)) {
    self.init(x: pair.0, y: pair.1)
  }
}

extension BoundaryCheck.Report {
  /// The faults of a kind, in words.
  func words(of kind: BoundaryFault.Kind) -> [String] {
    faults.filter { $0.kind == kind }.map(\.description)
  }

  /// The kinds of the faults, in order.
  var kinds: [BoundaryFault.Kind] { faults.map(\.kind) }
}

/// Boundary files beside the package, which are too large for it or not ours to pass on.
enum OutsideBoundaries {
  /// Whether they are there.
  static let exist = FileManager.default.fileExists(atPath: path("registry"))

  /// The areas of a file in a plane of metres: a degree of longitude is 69 km and one of latitude
  /// 111 km, so that other programs can repeat it exactly.
  ///
  /// Codes are the numbers of the features.
  static func areas(_ file: String) throws -> [BoundaryCheck.Subject] {
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path(file))))
    if file.hasSuffix(".gz") { bytes = try Gzip.decompressed(bytes, limit: 1 << 26) }
    return try GeoJSONReader().read(bytes).features.enumerated().map { number, feature in
      let parts: [[[Position]]] =
        switch feature.geometry {
        case .polygon(let rings): [rings]
        case .multiPolygon(let polygons): polygons
        default: []
        }
      return BoundaryCheck.Subject(
        code: AreaCode("\(number)"), name: "",
        parts: parts.map { rings in
          rings.map { $0.map { Coordinate(x: $0.x * 69_000, y: $0.y * 111_000) } }
        })
    }
  }

  /// A file as a study would read it.
  static func file(_ file: String) throws -> InputFile {
    try InputFile(URL(filePath: path(file)), name: file)
  }

  /// Whether a folder or file is there.
  static func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: path(file))
  }

  private static func path(_ file: String) -> String {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/data").appending(path: file)
      .path(percentEncoded: false)
  }
}
