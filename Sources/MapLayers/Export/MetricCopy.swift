internal import GeoJSON
internal import GeometryEngine
internal import SimpleFeatures

/// Takes geometries of layers from degrees to a reference system in metres, rounded to the
/// millimetre, and valid after rounding.
///
/// Neighbouring areas keep their common borders: the same position always becomes the same one.
struct MetricCopy {
  private let transform: CoordinateTransform

  /// The decimals of a metre.
  private static let decimals = 3

  /// A copy by a transform that starts from WGS 84.
  init(_ transform: CoordinateTransform) {
    self.transform = transform
  }

  /// - Returns: A geometry of the same type; `nil` when nothing is left of an area.
  func geometry(_ geometry: Geometry) throws(GeometryEngineError) -> Geometry? {
    switch geometry {
    case .point(let position):
      let point = Geometry.point(try positions([position])[0])
      return RoundedGeometry(point, decimals: Self.decimals).geometry
    case .multiPolygon(let polygons):
      var moved: [[[Position]]] = []
      for rings in polygons {
        var movedRings: [[Position]] = []
        for ring in rings { movedRings.append(try positions(ring)) }
        moved.append(movedRings)
      }
      return try ValidShape(moved, decimals: Self.decimals).geometry
    default:
      // Layers hold points and areas.
      return nil
    }
  }

  private func positions(_ degrees: [Position]) throws(GeometryEngineError) -> [Position] {
    let places = degrees.map { LonLat(longitude: $0.x, latitude: $0.y) }
    return try transform.coordinates(of: places).map { Position(x: $0.x, y: $0.y) }
  }
}
